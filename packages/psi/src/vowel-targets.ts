// What each vowel aims at: formants, bandwidths, length, and how far the mouth opens for it. Adult male tract; the dials scale it.
// Formants and durations after Klatt 1980 and MITalk 1987; openings are the drawing's, so that AA fills key A and IY key I.
import type { Hertz, Ms, Unit } from '@psiona/shared'
import type { VowelSymbol } from './phone'
import { fittedFormants } from './phone-fit'

/** F1, F2, F3. */
export type Formants = readonly [Hertz, Hertz, Hertz]

export interface VowelTarget {
  readonly start: Formants
  /** Differs from start where the vowel glides. */
  readonly end: Formants
  readonly bandwidths: Formants
  readonly minimumMs: Ms
  readonly inherentMs: Ms
  /** Mouth opening under full stress, at the start and the end of the vowel. */
  readonly opening: readonly [Unit, Unit]
  /** Of lips whose rounding the formants do not show: front rounded vowels. */
  readonly rounding?: Unit
}

const vowel = (
  start: Formants,
  end: Formants,
  bandwidths: Formants,
  [minimumMs, inherentMs]: readonly [Ms, Ms],
  opening: readonly [Unit, Unit],
): VowelTarget => ({ start, end, bandwidths, minimumMs, inherentMs, opening })

const TABULATED: Readonly<Record<VowelSymbol, VowelTarget>> = {
  IY: vowel([310, 2220, 2950], [280, 2290, 3000], [55, 100, 200], [55, 155], [0.27, 0.26]),
  IH: vowel([420, 1920, 2600], [440, 1800, 2580], [60, 90, 140], [40, 135], [0.38, 0.38]),
  IX: vowel([420, 1720, 2520], [420, 1720, 2520], [65, 90, 140], [45, 100], [0.34, 0.34]),
  EY: vowel([480, 1930, 2560], [330, 2200, 2800], [65, 100, 160], [100, 190], [0.55, 0.34]),
  EH: vowel([560, 1780, 2520], [590, 1680, 2500], [65, 90, 140], [70, 150], [0.6, 0.6]),
  AE: vowel([650, 1780, 2480], [680, 1620, 2450], [75, 100, 160], [80, 230], [0.8, 0.84]),
  AA: vowel([750, 1180, 2550], [740, 1200, 2550], [100, 80, 150], [100, 240], [0.95, 0.95]),
  AO: vowel([620, 950, 2480], [600, 980, 2480], [85, 80, 140], [100, 240], [0.76, 0.74]),
  OW: vowel([510, 1050, 2380], [400, 850, 2350], [75, 75, 110], [80, 220], [0.64, 0.42]),
  UH: vowel([450, 1120, 2330], [460, 1200, 2360], [65, 90, 120], [60, 160], [0.38, 0.38]),
  UW: vowel([340, 1200, 2280], [310, 950, 2250], [60, 100, 130], [70, 210], [0.32, 0.3]),
  AH: vowel([620, 1220, 2520], [600, 1260, 2500], [80, 80, 140], [60, 140], [0.62, 0.6]),
  AX: vowel([500, 1450, 2480], [500, 1450, 2480], [75, 90, 140], [50, 110], [0.42, 0.42]),
  ER: vowel([480, 1290, 1650], [460, 1320, 1680], [80, 80, 110], [80, 190], [0.4, 0.4]),
  AXR: vowel([470, 1330, 1700], [460, 1330, 1700], [80, 80, 110], [70, 150], [0.38, 0.38]),
  AY: vowel([730, 1250, 2500], [390, 2050, 2650], [85, 90, 150], [130, 250], [0.92, 0.38]),
  AW: vowel([730, 1380, 2450], [430, 980, 2350], [85, 90, 140], [100, 260], [0.92, 0.44]),
  // Of other languages: textbook values for male speakers, rounded to tens and fitted to no recording; German ones lie near espeak-ng's own.
  A: vowel([720, 1330, 2500], [720, 1330, 2500], [85, 90, 150], [80, 190], [0.9, 0.9]),
  E: vowel([400, 2030, 2620], [400, 2030, 2620], [60, 100, 160], [65, 165], [0.5, 0.48]),
  O: vowel([420, 800, 2400], [420, 800, 2400], [70, 75, 110], [65, 170], [0.58, 0.56]),
  U: vowel([320, 760, 2280], [320, 760, 2280], [60, 85, 120], [60, 165], [0.32, 0.31]),
  OE: { ...vowel([390, 1480, 2230], [390, 1480, 2230], [65, 90, 130], [70, 175], [0.46, 0.44]), rounding: 0.8 },
  OX: { ...vowel([540, 1450, 2330], [540, 1450, 2330], [70, 90, 140], [60, 145], [0.55, 0.54]), rounding: 0.6 },
  UE: { ...vowel([300, 1750, 2230], [300, 1750, 2230], [55, 95, 130], [60, 160], [0.29, 0.28]), rounding: 0.95 },
  UI: { ...vowel([390, 1560, 2260], [390, 1560, 2260], [60, 90, 130], [45, 135], [0.36, 0.36]), rounding: 0.75 },
  UX: { ...vowel([310, 1500, 2250], [310, 1500, 2250], [60, 95, 130], [60, 160], [0.3, 0.29]), rounding: 0.85 },
  WX: vowel([340, 1380, 2400], [340, 1380, 2400], [60, 95, 140], [50, 145], [0.34, 0.34]),
  OV: vowel([460, 1180, 2480], [460, 1180, 2480], [70, 90, 140], [60, 155], [0.48, 0.48]),
  OY: vowel([540, 880, 2400], [380, 2020, 2600], [75, 80, 130], [150, 280], [0.7, 0.36]),
}

/** As tabulated, times what was fitted to recorded speakers. */
export const VOWEL_TARGETS = Object.fromEntries(
  Object.entries(TABULATED).map(([symbol, target]) => {
    const [start, end] = fittedFormants(symbol, [target.start, target.end])
    return [symbol, { ...target, start, end }]
  }),
) as Readonly<Record<VowelSymbol, VowelTarget>>

// What each consonant aims at: closure, locus, length, loudness of its voice, and what the lips do. Adult male tract.
// Locus equations, durations and transitions after Klatt 1980 and MITalk 1987; voice levels fitted to a recorded speaker.
import type { Hertz, Ms, Unit } from '@psiona/shared'
import type { ConsonantSymbol } from './phone'
import { fittedFormants } from './phone-fit'
import type { Formants } from './vowel-targets'

export type Manner = 'stop' | 'affricate' | 'flap' | 'trill' | 'fricative' | 'aspirate' | 'nasal' | 'glide' | 'liquid'
export type Place = 'labial' | 'coronal' | 'palatal' | 'velar' | 'glottal'

export interface ConsonantTarget {
  readonly manner: Manner
  readonly place: Place
  readonly voiced: boolean
  readonly formants: Formants
  readonly bandwidths: Formants
  /** F2 at the boundary = slope · F2 of the vowel + intercept. */
  readonly locus: { readonly slope: number; readonly intercept: Hertz }
  readonly minimumMs: Ms
  readonly inherentMs: Ms
  /** Of the neighbouring vowel's formants. */
  readonly transitionMs: Ms
  /** Mouth opening where the jaw passes through it. */
  readonly opening: Unit
  readonly rounding: Unit
  readonly lipClosure: Unit
}

const target = (
  [manner, place, voicing]: readonly [Manner, Place, 'voiced' | 'voiceless'],
  formants: Formants,
  bandwidths: Formants,
  [slope, intercept]: readonly [number, Hertz],
  [minimumMs, inherentMs, transitionMs]: readonly [Ms, Ms, Ms],
  [opening, rounding, lipClosure]: readonly [Unit, Unit, Unit],
): ConsonantTarget => ({
  manner,
  place,
  voiced: voicing === 'voiced',
  formants,
  bandwidths,
  locus: { slope, intercept },
  minimumMs,
  inherentMs,
  transitionMs,
  opening,
  rounding,
  lipClosure,
})

/** Glides and liquids bring their own formants; the numbers of an unused locus. */
const NO_LOCUS = [0, 0] as const

const TABULATED: Readonly<Record<ConsonantSymbol, ConsonantTarget>> = {
  P: target(['stop', 'labial', 'voiceless'], [300, 900, 2150], [200, 120, 160], [0.8, 130], [50, 90, 40], [0.12, 0, 1]),
  B: target(['stop', 'labial', 'voiced'], [250, 900, 2150], [70, 110, 150], [0.8, 130], [60, 85, 40], [0.12, 0, 1]),
  T: target(['stop', 'coronal', 'voiceless'], [300, 1700, 2650], [200, 120, 180], [0.45, 980], [50, 75, 50], [0.2, 0, 0]),
  D: target(['stop', 'coronal', 'voiced'], [250, 1700, 2650], [70, 100, 170], [0.45, 980], [50, 75, 50], [0.2, 0, 0]),
  K: target(['stop', 'velar', 'voiceless'], [300, 1800, 2300], [200, 150, 200], [0.8, 500], [60, 80, 60], [0.25, 0, 0]),
  G: target(['stop', 'velar', 'voiced'], [250, 1800, 2300], [70, 150, 200], [0.8, 500], [60, 80, 60], [0.25, 0, 0]),
  DX: target(['flap', 'coronal', 'voiced'], [280, 1650, 2600], [80, 120, 180], [0.6, 700], [20, 22, 30], [0.25, 0, 0]),
  CH: target(
    ['affricate', 'palatal', 'voiceless'],
    [300, 1800, 2600],
    [200, 120, 200],
    [0.4, 1100],
    [60, 90, 50],
    [0.15, 0.35, 0],
  ),
  JH: target(['affricate', 'palatal', 'voiced'], [250, 1800, 2600], [70, 120, 200], [0.4, 1100], [55, 80, 50], [0.15, 0.35, 0]),
  F: target(['fricative', 'labial', 'voiceless'], [340, 1100, 2150], [200, 120, 150], [0.7, 300], [75, 100, 45], [0.12, 0, 0.6]),
  V: target(['fricative', 'labial', 'voiced'], [270, 1100, 2150], [70, 120, 150], [0.7, 300], [40, 62, 45], [0.12, 0, 0.6]),
  TH: target(['fricative', 'coronal', 'voiceless'], [330, 1320, 2550], [200, 100, 170], [0.5, 650], [60, 90, 45], [0.2, 0, 0]),
  DH: target(['fricative', 'coronal', 'voiced'], [280, 1300, 2550], [70, 100, 170], [0.5, 650], [30, 50, 45], [0.2, 0, 0]),
  S: target(['fricative', 'coronal', 'voiceless'], [330, 1550, 2600], [200, 100, 200], [0.4, 980], [65, 110, 50], [0.13, 0, 0]),
  Z: target(['fricative', 'coronal', 'voiced'], [270, 1550, 2600], [70, 100, 200], [0.4, 980], [45, 78, 50], [0.13, 0, 0]),
  SH: target(
    ['fricative', 'palatal', 'voiceless'],
    [320, 1850, 2600],
    [200, 100, 250],
    [0.35, 1180],
    [80, 110, 55],
    [0.16, 0.45, 0],
  ),
  ZH: target(['fricative', 'palatal', 'voiced'], [270, 1850, 2600], [70, 100, 250], [0.35, 1180], [45, 75, 55], [0.16, 0.45, 0]),
  HH: target(['aspirate', 'glottal', 'voiceless'], [500, 1500, 2500], [250, 150, 200], [1, 0], [30, 75, 10], [0.42, 0, 0]),
  M: target(['nasal', 'labial', 'voiced'], [300, 1100, 2150], [70, 200, 200], [0.8, 130], [60, 75, 45], [0.12, 0, 1]),
  N: target(['nasal', 'coronal', 'voiced'], [300, 1600, 2600], [70, 250, 250], [0.45, 950], [50, 65, 50], [0.2, 0, 0]),
  NG: target(['nasal', 'velar', 'voiced'], [300, 1950, 2500], [70, 250, 250], [0.8, 500], [60, 90, 60], [0.25, 0, 0]),
  // Of other languages: set by phonetic place beside the English ones, fitted to no recording.
  TS: target(['affricate', 'coronal', 'voiceless'], [300, 1650, 2650], [200, 110, 190], [0.45, 980], [65, 105, 50], [0.15, 0, 0]),
  DZ: target(['affricate', 'coronal', 'voiced'], [250, 1650, 2650], [70, 100, 180], [0.45, 980], [55, 90, 50], [0.15, 0, 0]),
  CJ: target(
    ['affricate', 'palatal', 'voiceless'],
    [290, 2050, 2850],
    [200, 120, 220],
    [0.35, 1370],
    [60, 95, 55],
    [0.15, 0.1, 0],
  ),
  JJ: target(['affricate', 'palatal', 'voiced'], [250, 2050, 2850], [70, 120, 220], [0.35, 1370], [55, 85, 55], [0.15, 0.1, 0]),
  SJ: target(
    ['fricative', 'palatal', 'voiceless'],
    [300, 2050, 2850],
    [200, 110, 230],
    [0.35, 1370],
    [75, 110, 55],
    [0.16, 0.1, 0],
  ),
  ZJ: target(['fricative', 'palatal', 'voiced'], [260, 2050, 2850], [70, 110, 230], [0.35, 1370], [45, 75, 55], [0.16, 0.1, 0]),
  CX: target(
    ['fricative', 'palatal', 'voiceless'],
    [300, 2150, 2950],
    [200, 120, 250],
    [0.35, 1420],
    [60, 100, 60],
    [0.22, 0, 0],
  ),
  X: target(['fricative', 'velar', 'voiceless'], [330, 1500, 2350], [200, 140, 200], [0.8, 500], [60, 95, 60], [0.28, 0, 0]),
  GH: target(['fricative', 'velar', 'voiced'], [320, 1500, 2350], [80, 130, 190], [0.8, 500], [40, 62, 55], [0.3, 0, 0]),
  BV: target(['liquid', 'labial', 'voiced'], [330, 1150, 2250], [80, 110, 150], NO_LOCUS, [40, 60, 45], [0.18, 0, 0.55]),
  QR: target(['liquid', 'velar', 'voiced'], [430, 1150, 2400], [110, 130, 200], NO_LOCUS, [40, 70, 55], [0.34, 0, 0]),
  RR: target(['trill', 'coronal', 'voiced'], [380, 1400, 2350], [80, 110, 170], [0.5, 750], [75, 95, 40], [0.26, 0, 0]),
  LC: target(['liquid', 'coronal', 'voiced'], [340, 1500, 2700], [70, 110, 200], NO_LOCUS, [45, 72, 45], [0.3, 0, 0]),
  LY: target(['liquid', 'palatal', 'voiced'], [300, 2000, 2850], [70, 110, 220], NO_LOCUS, [50, 85, 65], [0.28, 0, 0]),
  NY: target(['nasal', 'palatal', 'voiced'], [290, 2100, 2800], [70, 220, 250], [0.35, 1400], [55, 80, 60], [0.24, 0, 0]),
  WY: target(['glide', 'palatal', 'voiced'], [280, 1850, 2300], [60, 110, 200], NO_LOCUS, [40, 70, 70], [0.16, 0.9, 0]),
  Q: target(['aspirate', 'glottal', 'voiceless'], [500, 1500, 2500], [250, 150, 200], [1, 0], [25, 40, 10], [0.42, 0, 0]),
  W: target(['glide', 'labial', 'voiced'], [300, 680, 2200], [70, 90, 100], NO_LOCUS, [55, 80, 80], [0.16, 1, 0.2]),
  Y: target(['glide', 'palatal', 'voiced'], [270, 2250, 3000], [60, 120, 250], NO_LOCUS, [40, 75, 75], [0.2, 0, 0]),
  R: target(['glide', 'coronal', 'voiced'], [340, 1120, 1480], [80, 100, 110], NO_LOCUS, [40, 80, 80], [0.25, 0.5, 0]),
  L: target(['liquid', 'coronal', 'voiced'], [350, 1080, 2750], [70, 110, 220], NO_LOCUS, [45, 78, 45], [0.3, 0, 0]),
  LX: target(['liquid', 'coronal', 'voiced'], [440, 820, 2650], [80, 110, 200], NO_LOCUS, [60, 90, 75], [0.32, 0.1, 0]),
}

/** As tabulated, times what was fitted to recorded speakers. */
export const CONSONANT_TARGETS = Object.fromEntries(
  Object.entries(TABULATED).map(([symbol, target]) => {
    const [formants] = fittedFormants(symbol, [target.formants])
    return [symbol, { ...target, formants }]
  }),
) as Readonly<Record<ConsonantSymbol, ConsonantTarget>>

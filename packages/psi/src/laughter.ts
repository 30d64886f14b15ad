// A kind of laugh and its number of pulses flow in, the breaths and voiced pulses it is made of flow out.
// Laughter is aspirated voice in pulses, about five a second, that fall in pitch and level; it ends with breath drawn in.
import type { Ms } from '@psiona/shared'
import type { VowelSymbol } from './phone'
import { createRandom } from './random'
import type { SoundPart } from './sound-part'

interface Laugh {
  readonly vowel: VowelSymbol
  /** 182 to 250 ms: 4 to 5.5 pulses a second. */
  readonly periodMs: Ms
  readonly voiceDb: readonly [first: number, last: number]
  /** Log f0 above the voice's own. */
  readonly pitch: readonly [first: number, last: number]
  /** Of the breath between the pulses. */
  readonly breathDb: number
  readonly endsInBreath: boolean
}
export type LaughKind = 'laugh' | 'chuckle' | 'giggle' | 'burst'

const LAUGHS: Readonly<Record<LaughKind, Laugh>> = {
  chuckle: { vowel: 'AH', periodMs: 205, voiceDb: [-2, -9], pitch: [0.1, -0.05], breathDb: -14, endsInBreath: false },
  laugh: { vowel: 'AA', periodMs: 212, voiceDb: [0, -9], pitch: [0.42, 0.02], breathDb: -11, endsInBreath: true },
  giggle: { vowel: 'IH', periodMs: 190, voiceDb: [1, -7], pitch: [0.6, 0.25], breathDb: -13, endsInBreath: true },
  burst: { vowel: 'AE', periodMs: 198, voiceDb: [2, -10], pitch: [0.65, 0.05], breathDb: -9, endsInBreath: true },
}
export const MOST_PULSES = 8
/** The breath's part of a pulse. */
const BREATH_SHARE = 0.46
/** Pulses come slower as the air runs out, and no two are alike. */
const SLOWING = 0.1
const UNEVEN = 0.035
/** Nearly all of a pulse's fall in level lies between the pulses, some within. */
const FALL_WITHIN_DB = -2
const PITCH_WITHIN = -0.04
const DRAWN_IN: readonly SoundPart[] = [
  { symbol: 'HH', lengthMs: 80 },
  { symbol: 'HH', lengthMs: 170, breathDb: [-30, -17] },
  { symbol: 'HH', lengthMs: 60, breathDb: [-17, -34] },
]

export function laughParts(kind: LaughKind, pulses: number): readonly SoundPart[] {
  const laugh = LAUGHS[kind]
  const count = Math.min(MOST_PULSES, Math.max(1, Math.round(pulses)))
  const random = createRandom(count)
  const parts: SoundPart[] = []
  for (let i = 0; i < count; i++) {
    const part = count === 1 ? 0 : i / (count - 1)
    const periodMs = laugh.periodMs * (1 + SLOWING * part) * random.between(1 - UNEVEN, 1 + UNEVEN)
    const level = laugh.voiceDb[0] + part * (laugh.voiceDb[1] - laugh.voiceDb[0])
    const pitch = laugh.pitch[0] + part * (laugh.pitch[1] - laugh.pitch[0])
    parts.push(
      { symbol: 'HH', lengthMs: periodMs * BREATH_SHARE, breathDb: [laugh.breathDb - 3 + level / 2, laugh.breathDb + level / 2] },
      {
        symbol: laugh.vowel,
        lengthMs: periodMs * (1 - BREATH_SHARE),
        voiceDb: [level, level + FALL_WITHIN_DB],
        breathDb: [laugh.breathDb - 8 + level / 2, laugh.breathDb - 5 + level / 2],
        pitch: [pitch, pitch + PITCH_WITHIN],
      },
    )
  }
  return laugh.endsInBreath && count > 1 ? [...parts, ...DRAWN_IN] : parts
}

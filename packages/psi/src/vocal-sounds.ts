// A vocal sound that is asked for flows in, the parts it is made of flow out: what the mouth does, how loud voice and breath are, how high.
// The same oscillators as speech make them; sizes are a compromise of what people do.
import { type LaughKind, laughParts } from './laughter'
import type { SoundCall } from './phone'
import type { SoundPart } from './sound-part'

type Recipe = (size: number) => readonly SoundPart[]
const laugh =
  (kind: LaughKind): Recipe =>
  (size) =>
    laughParts(kind, size)
const CLICK: readonly SoundPart[] = [
  { symbol: 'T', lengthMs: 60, click: { oscillator: 'burstCoronal', db: -3 } },
  { symbol: 'T', lengthMs: 170 },
]
const MOST_CLICKS = 3

const RECIPES: Readonly<Record<SoundCall['kind'], Recipe>> = {
  laugh: laugh('laugh'),
  chuckle: laugh('chuckle'),
  giggle: laugh('giggle'),
  burst: laugh('burst'),
  sigh: (size) => [
    { symbol: 'HH', lengthMs: 260, breathDb: [-30, -13] },
    { symbol: 'HH', lengthMs: 60, breathDb: [-14, -32] },
    { symbol: 'AH', lengthMs: 260 * size, voiceDb: [-9, -14], breathDb: [-8, -5], pitch: [0.12, -0.04] },
    { symbol: 'AX', lengthMs: 440 * size, voiceDb: [-14, -42], breathDb: [-5, -32], pitch: [-0.04, -0.16] },
  ],
  breath: (size) => [
    { symbol: 'AX', lengthMs: 340 * size, breathDb: [-28, -7] },
    { symbol: 'AX', lengthMs: 90, breathDb: [-7, -34] },
  ],
  gasp: () => [
    { symbol: 'AH', lengthMs: 190, breathDb: [-20, -1] },
    { symbol: 'AH', lengthMs: 50, breathDb: [-1, -30] },
  ],
  hm: (size) => [
    { symbol: 'HH', lengthMs: 50, breathDb: [-28, -20] },
    { symbol: 'M', lengthMs: 300 * size, voiceDb: [-5, -11], pitch: [0.04, -0.06] },
  ],
  mhm: () => [
    { symbol: 'M', lengthMs: 170, voiceDb: [-6, -7], pitch: [-0.04, -0.02] },
    { symbol: 'HH', lengthMs: 70, breathDb: [-18, -18] },
    { symbol: 'M', lengthMs: 250, voiceDb: [-4, -11], pitch: [0.12, 0.22] },
  ],
  aww: (size) => [
    { symbol: 'AO', lengthMs: 300 * size, voiceDb: [-3, -1], breathDb: [-22, -22], pitch: [0.2, 0.3] },
    { symbol: 'AO', lengthMs: 360 * size, voiceDb: [-1, -16], breathDb: [-22, -28], pitch: [0.24, -0.1] },
  ],
  ugh: (size) => [
    { symbol: 'AH', lengthMs: 250 * size, voiceDb: [-2, -7], pitch: [-0.02, -0.18] },
    { symbol: 'HH', lengthMs: 110, voiceDb: [-12, -30], breathDb: [-14, -30], pitch: [-0.18, -0.2] },
  ],
  pff: (size) => [
    { symbol: 'P', lengthMs: 50 },
    { symbol: 'F', lengthMs: 110, click: { oscillator: 'burstLabial', db: 0 }, hiss: { oscillator: 'hissF', db: [2, 5] } },
    { symbol: 'F', lengthMs: 190 * size, hiss: { oscillator: 'hissF', db: [5, -16] } },
  ],
  tsk: (size) => Array.from({ length: Math.min(MOST_CLICKS, Math.max(1, Math.round(size))) }, () => CLICK).flat(),
  shh: (size) => [
    { symbol: 'SH', lengthMs: 120, hiss: { oscillator: 'hissSH', db: [-14, -2] } },
    { symbol: 'SH', lengthMs: 380 * size, hiss: { oscillator: 'hissSH', db: [-2, -16] } },
  ],
  brr: (size) => [
    { symbol: 'B', lengthMs: 40, voiceDb: [-16, -12], pitch: [0.1, 0.1] },
    { symbol: 'ER', lengthMs: 520 * size, voiceDb: [-3, -9], breathDb: [-20, -24], pitch: [0.12, 0], trillHz: 24 },
  ],
}

/** An "mmmmmm" of a hundred letters is still a breath long. */
export const LONGEST_SIZE = 2.5

export const soundParts = ({ kind, size }: SoundCall): readonly SoundPart[] => RECIPES[kind](size)

/** Pulses or length where nothing is said about it. */
export const ORDINARY_SIZE: Readonly<Partial<Record<SoundCall['kind'], number>>> = { laugh: 4, chuckle: 3, giggle: 5, burst: 7 }
export const ordinaryCall = (kind: SoundCall['kind']): SoundCall => ({ kind, size: ORDINARY_SIZE[kind] ?? 1 })

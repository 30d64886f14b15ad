// The oscillators of the field, by group: what each one's phase or amplitude stands for. Sound and face are two readings of this list.
import { EMOTIONS, GESTURES } from '@psiona/shared'

/** Amplitudes of these make the sound. */
export const VOICE_OSCILLATORS = [
  // Source: the glottis (its harmonics are locked 1:k), breath noise through the tract, and the dull voice behind a closure.
  'glottis',
  'aspiration',
  'voiceBar',
  // How she says it, 0..1: whispered (breath instead of voice), shouted (pressed, bright, loud).
  'whisper',
  'effort',
  // Tract: formants (frequency as ω, sharpness as amplitude) and the nose.
  'formant1',
  'formant2',
  'formant3',
  'formant4',
  'nasal',
  'velum',
  'zeroLabial',
  'zeroCoronal',
  'zeroVelar',
  // What a phone's spectrum has over its formants: gains at the frequencies of phone-colour.
  'colour1',
  'colour2',
  'colour3',
  'colour4',
  'colour5',
  'colour6',
  'colour7',
  'colour8',
  'colour9',
  'colour10',
  // Noise made in the mouth, one per spectrum.
  'hissS',
  'hissSH',
  'hissF',
  'hissTH',
  'burstLabial',
  'burstCoronal',
  'burstVelar',
  // Melody, in parts of log f0.
  'phrase',
  'accent',
  'boundaryRise',
  'finalFall',
  'vibrato',
] as const

/** These shape the mouth. */
export const MOUTH_OSCILLATORS = [
  // The score's syllable clock, and the jaw that locks to it.
  'syllable',
  'jaw',
  'jawFloor',
  'lipClosure',
  'lipRounding',
  'speaking',
  'vowelA',
  'vowelI',
  'vowelU',
  'vowelE',
  'vowelO',
] as const

/** These move with speech, above the mouth. */
export const ACCENT_OSCILLATORS = ['accentNod', 'browRaise', 'turnLeft', 'turnRight'] as const

/** These never stop. Signed movements are the difference of two amplitudes, so that none can overshoot. */
const IDLE_OSCILLATORS = [
  'blink',
  'gazeLeft',
  'gazeRight',
  'gazeUp',
  'gazeDown',
  'breath',
  'sway',
  'lean',
  'cheekBounce',
  'lipTremor',
] as const

export const OSCILLATORS = [
  ...VOICE_OSCILLATORS,
  ...MOUTH_OSCILLATORS,
  ...ACCENT_OSCILLATORS,
  ...IDLE_OSCILLATORS,
  ...EMOTIONS,
  ...GESTURES,
] as const
/** From here on oscillators move the face and neither sound nor mouth. */
export const FIRST_FACE_OSCILLATOR = VOICE_OSCILLATORS.length + MOUTH_OSCILLATORS.length
export type OscillatorName = (typeof OSCILLATORS)[number]

export const OSCILLATOR_COUNT = OSCILLATORS.length
export const OSCILLATOR = Object.fromEntries(OSCILLATORS.map((name, i) => [name, i])) as Record<OscillatorName, number>

export interface Coupling {
  readonly from: OscillatorName
  readonly to: OscillatorName
  /** Pull per second at full amplitude of `from`. */
  readonly strength: number
  /** m·θ(from) is drawn to n·θ(to). */
  readonly m: number
  readonly n: number
  readonly phase: number
}

export const COUPLINGS: readonly Coupling[] = [
  // At 8 syllables a second the jaw lags asin((2π·8 − 2π·5)/120)/(2π·8) = 3 ms; 25.3 would be the least that stays under a frame.
  { from: 'syllable', to: 'jaw', strength: 120, m: 1, n: 1, phase: 0 },
  // Slow to slow: the body sways once in two breaths, the head leans against the sway.
  { from: 'breath', to: 'sway', strength: 0.3, m: 1, n: 2, phase: 0.6 },
  { from: 'sway', to: 'lean', strength: 0.2, m: 2, n: 3, phase: 1.9 },
]

const TAU = 2 * Math.PI
/** Own pace of each phase that turns by itself, radians per second. */
export const NATURAL_OMEGA: Readonly<Partial<Record<OscillatorName, number>>> = {
  jaw: TAU * 5,
  breath: TAU * 0.25,
  sway: TAU * 0.12,
  lean: TAU * 0.075,
  cheekBounce: TAU * 0.5,
  lipTremor: TAU * 8,
  vibrato: TAU * 5.5,
  nod: TAU * 1.7,
  shake: TAU * 1.8,
  laughing: TAU * 4.5,
}

// The score: an utterance as plain data, before anything sounds. Composed once, serialisable, the same for both readers (sound and face).
import type { Emotion, Gesture, Hertz, Ms, Samples, VoiceDials, WordSpan } from '@psiona/shared'
import type { OscillatorName } from './oscillator'
import type { PhoneSymbol } from './phone'
import type { Viseme } from './visemes'

/** From `atSample` on, `oscillator` is drawn to `target`, reaching it about 2τ later; what must be there earlier is issued earlier. */
export interface Goal {
  readonly atSample: Samples
  readonly oscillator: OscillatorName
  readonly target: number
  readonly tauMs: Ms
}

/** Where the first three formants stand; straight lines lead from knot to knot. At tract 1. */
export interface FormantKnot {
  readonly atSample: Samples
  readonly hertz: readonly [Hertz, Hertz, Hertz]
}

/** A breath group's swell of pitch (Fujisaki): an impulse on the 'phrase' oscillator, given `ageMs` before this sample. */
export interface PhraseCommand {
  readonly atSample: Samples
  readonly magnitude: number
  readonly ageMs: Ms
}

/** The jaw opens and closes once a syllable: closed at start and end, open at the nucleus. */
export interface Syllable {
  readonly startSample: Samples
  readonly nucleusSample: Samples
  readonly endSample: Samples
}

export interface ScorePhone {
  readonly symbol: PhoneSymbol
  readonly stress: 0 | 1 | 2
  readonly startSample: Samples
  readonly endSample: Samples
}

export interface VisemeSpan {
  /** A phone's symbol, or 'SIL' in a pause. */
  readonly phoneme: PhoneSymbol | 'SIL'
  readonly viseme: Viseme
  readonly startSample: Samples
  readonly endSample: Samples
}

/** The face does this once, with what the voice does: it laughs when she laughs. */
export interface ScoreCue {
  readonly atSample: Samples
  readonly gesture: Gesture
}

export interface SampleSpan {
  readonly startSample: Samples
  readonly endSample: Samples
}

export interface Score {
  readonly dials: VoiceDials
  readonly emotion: Emotion
  readonly seed: number
  /** A whole number of voice blocks. All positions count from the score's first sample. */
  readonly durationSamples: Samples
  readonly phones: readonly ScorePhone[]
  readonly words: readonly WordSpan[]
  readonly visemes: readonly VisemeSpan[]
  /** Where she speaks without a pause; the mouth is closed outside. */
  readonly speech: readonly SampleSpan[]
  readonly syllables: readonly Syllable[]
  readonly formants: readonly FormantKnot[]
  /** The same path without what the tongue does for consonants: the lips stay with the vowels. */
  readonly lips: readonly FormantKnot[]
  readonly phraseCommands: readonly PhraseCommand[]
  /** In the order of atSample. */
  readonly goals: readonly Goal[]
  /** In the order of atSample. */
  readonly cues: readonly ScoreCue[]
}

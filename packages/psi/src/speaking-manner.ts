// What a full whisper and a full shout do to the voice. In between, by parts of the logarithm.

/** Factors and decibels on the voice as it is. */
export const SHOUT = {
  /** The folds are pressed together and part late … */
  openQuotient: 0.75,
  /** … and shut fast. */
  brightness: 1.8,
  levelDb: 6,
  /** Hiss grows less than voice does. */
  noiseDb: 3,
  /** The jaw drops. */
  f1: 1.06,
  range: 1.4,
} as const

export const WHISPER = {
  /** Air through an open glottis where the voice would be, against a vowel of amplitude 1. */
  breath: 0.045,
  /** Little pressure is left for the hisses. */
  noiseDb: -6,
} as const

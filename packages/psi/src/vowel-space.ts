// A formant and how far vowels lie apart flow in, where it lies then flows out: below 1 vowels blur into the neutral one, above they spread.
import type { Hertz } from '@psiona/shared'

/** Formants of the vowel that asks nothing of tongue and lips, at tract 1. */
const NEUTRAL_HZ: readonly Hertz[] = [500, 1500]

/** F1 and F2 make the vowel; F3 and F4 follow the tract alone, else a woman's r would lie as low as a man's. */
const VOWEL_FORMANTS = 2

export function spreadFormant(formant: number, hertz: Hertz, space: number): Hertz {
  if (formant >= VOWEL_FORMANTS) return hertz
  const neutral = NEUTRAL_HZ[formant]!
  return neutral + space * (hertz - neutral)
}

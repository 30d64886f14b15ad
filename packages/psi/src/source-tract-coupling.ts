// Melody and first formant flow in; how the larynx that moves with melody and jaw shifts formants and pitch flows out.
// The first formant tells how open the jaw is: the jaw's own oscillator may still be closing on what was cut, and nothing that is over may sound.
import { CONTROL_STEP_SAMPLES, type Hertz, type Ms, SAMPLE_RATE } from '@psiona/shared'
import type { Field } from './field'
import { OSCILLATOR } from './oscillator'

/** Log f0 per opening of the jaw: /i/ lies 5 % above /ɑ/, half of what people do in words said alone (Whalen & Levitt 1995). */
const PITCH_PER_OPENING = 0.06
/** First formants, at tract 1, of a closed and of a wide open mouth. */
const CLOSED_HZ: Hertz = 280
const OPEN_HZ: Hertz = 750
/** Opening that leaves the pitch where the dial has it: what running speech is on average. */
const MEAN_OPENING = 0.4
/** The jaw pulls at the larynx through soft tissue. */
const PULL_TAU_MS: Ms = 40
const PULL = 1 - Math.exp(-(CONTROL_STEP_SAMPLES * 1000) / (SAMPLE_RATE * PULL_TAU_MS))
/** Log formant per log f0: a larynx that rises with an octave of pitch makes the tract 6 % shorter. */
const FORMANT_PER_PITCH = 0.084
/** Farther than half an octave from the middle the larynx does not go. */
const MOST_PITCH = Math.LN2 / 2

export class SourceTractCoupling {
  private readonly field: Field
  private opening = MEAN_OPENING
  /** Added to log f0. */
  pitchShift = 0
  /** Factor on every formant. */
  formantScale = 1

  constructor(field: Field) {
    this.field = field
  }

  begin(): void {
    this.opening = MEAN_OPENING
  }

  /** One control step; `melody` is log f0 about the voice's middle, `strength` 0..1. */
  step(melody: number, strength: number): void {
    const opening = (this.field.omega[OSCILLATOR.formant1]! / (2 * Math.PI) - CLOSED_HZ) / (OPEN_HZ - CLOSED_HZ)
    this.opening += PULL * (Math.min(1, Math.max(0, opening)) - this.opening)
    this.pitchShift = strength * PITCH_PER_OPENING * (MEAN_OPENING - this.opening)
    const risen = Math.min(MOST_PITCH, Math.max(-MOST_PITCH, melody))
    this.formantScale = Math.exp(strength * FORMANT_PER_PITCH * risen)
  }
}

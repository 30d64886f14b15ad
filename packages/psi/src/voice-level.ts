// Glottis, tract and equaliser flow in; how loud their vowels are flows out, so that dials change a voice's colour and not its loudness.
import type { Hertz } from '@psiona/shared'
import { Equaliser } from './equaliser'
import { BANDWIDTH_FIT, FORMANT4_HZ, REFERENCE_BANDWIDTH_HZ, type Spectrum, Tract } from './formants'
import { newKernelStep } from './kernel'
import { HIGHEST_HARMONIC_HZ, MAX_HARMONICS, VoiceSource } from './voice-source'
import { spreadFormant } from './vowel-space'
import { VOWEL_TARGETS } from './vowel-targets'

/** Levelled on these vowels at these parts of the pitch. */
const LEVEL_VOWELS = (['IY', 'IH', 'EY', 'EH', 'AE', 'AA', 'AO', 'OW', 'UW', 'AH', 'AX', 'ER'] as const).map(
  (symbol) => VOWEL_TARGETS[symbol],
)
const LEVEL_PITCHES = [0.84, 0.92, 1, 1.08, 1.16]
/** Loudness meters lift what lies above this by up to 4 dB. */
const SHELF_HZ: Hertz = 1500
const SHELF = 0.58
/** Vowels count by this power of their power: less than as they are, since a loud one takes no more time than a soft one. */
const POWER = 0.3

/** Of the loudness of speech, this much is hiss, which lies here. */
const HISS_SHARE = 0.15
const HISS_HZ: readonly Hertz[] = [4000, 5000, 6300, 8000]

export interface LevelledVoice {
  readonly pitchHz: Hertz
  readonly openQuotient: number
  readonly brightnessHz: Hertz
  /** Formant scale. */
  readonly tract: number
  readonly vowelSpace: number
  /** The equaliser's log gains. */
  readonly curve: Float64Array
}

/** Amplitude of the level vowels as this voice says them at gain 1, weighted as a loudness meter does. */
export function voiceLoudness({ pitchHz, openQuotient, brightnessHz, tract: scale, vowelSpace, curve }: LevelledVoice): number {
  const source = new VoiceSource()
  const tract = new Tract()
  const equaliser = new Equaliser()
  const { voice } = newKernelStep()
  source.shape(openQuotient, brightnessHz, 0)
  tract.setScale(scale)
  tract.setFormant(3, scale * spreadFormant(3, FORMANT4_HZ, vowelSpace), REFERENCE_BANDWIDTH_HZ[3])
  equaliser.set(curve, 0)
  let sum = 0
  for (const { start, bandwidths } of LEVEL_VOWELS) {
    start.forEach((hertz, q) => {
      tract.setFormant(q, scale * spreadFormant(q, hertz, vowelSpace), bandwidths[q]! * BANDWIDTH_FIT)
    })
    for (const part of LEVEL_PITCHES) {
      const count = Math.min(MAX_HARMONICS, Math.floor(HIGHEST_HARMONIC_HZ / (part * pitchHz)))
      source.fill(voice, count, part * pitchHz, 1)
      tract.filter(voice, count, false)
      equaliser.colour(voice, count)
      sum += power(voice, count) ** POWER
    }
  }
  return (sum / (LEVEL_VOWELS.length * LEVEL_PITCHES.length)) ** (1 / (2 * POWER))
}

/** Factor that makes good what an equaliser gives to or takes from all of speech. */
export function equaliserLevel(plain: LevelledVoice, curve: Float64Array): number {
  const coloured = (voiceLoudness({ ...plain, curve }) / voiceLoudness(plain)) ** 2
  const hiss = {
    hertz: Float64Array.from(HISS_HZ),
    re: new Float64Array(HISS_HZ.length).fill(1),
    im: new Float64Array(HISS_HZ.length),
  }
  const equaliser = new Equaliser()
  equaliser.set(curve, 0)
  equaliser.colour(hiss, HISS_HZ.length)
  const colouredHiss = hiss.re.reduce((sum, gain) => sum + gain * gain, 0) / HISS_HZ.length
  return Math.sqrt((1 + HISS_SHARE) / (coloured + HISS_SHARE * colouredHiss))
}

function power({ hertz, re, im }: Spectrum, count: number): number {
  let sum = 0
  for (let k = 0; k < count; k++) {
    const square = hertz[k]! ** 2
    const weight = 1 + (SHELF * square) / (square + SHELF_HZ * SHELF_HZ)
    sum += (weight * weight * (re[k]! ** 2 + im[k]! ** 2)) / 2
  }
  return sum
}

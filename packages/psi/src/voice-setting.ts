// Dials and a feeling flow in, the row of numbers that the voice is made with flows out. A row can glide to another in mid-word.
import type { Emotion, Hertz, VoiceDials } from '@psiona/shared'
import { fromDecibels } from './decibel'
import { emotionVoice } from './emotion-voice'
import { BANDWIDTH_FIT, FORMANT4_HZ, REFERENCE_BANDWIDTH_HZ, type Spectrum, Tract } from './formants'
import { newKernelStep } from './kernel'
import { VOWEL_LEVEL } from './noise'
import { HIGHEST_HARMONIC_HZ, MAX_HARMONICS, VoiceSource } from './voice-source'
import { VOWEL_TARGETS } from './vowel-targets'

const NAMES = [
  'logPitch',
  'range',
  'tract',
  'openQuotient',
  'logBrightness',
  'breath',
  'jitter',
  'shimmer',
  'vibrato',
  'f1',
  'f2',
  'vowelSpace',
  'voiceGain',
  'noiseGain',
] as const

/** Where each number stands in the row. */
export const SETTING = Object.fromEntries(NAMES.map((name, i) => [name, i])) as Record<(typeof NAMES)[number], number>
export const SETTING_COUNT = NAMES.length

/** Noise in the voiced frames: least, and what the breath dial adds. 0.15 gives what a modal voice has. */
const LEAST_BREATH = 0.003
const BREATH_RANGE = 0.034
/** Amplitude wavers by this much from moment to moment even when calm. */
const SHIMMER = 0.03
/** Full vibrato: half a semitone. */
const VIBRATO = 0.03
/** Shorter tracts have wider vowels: at 1.15 this meets the vowels of women (Peterson & Barney), where plain scaling falls short. */
const SPACE_BY_TRACT = 0.9
/** Emotions are louder and softer by this share of what they are in a room: a stream has no distance. */
const LEVEL_SHARE = 0.7

/** Speech comes out near −18 LUFS. */
const MASTER = 0.38
/** Every voice is levelled on these vowels at these parts of its pitch, so that dials change its colour and not its loudness. */
const LEVEL_VOWELS = [VOWEL_TARGETS.IY, VOWEL_TARGETS.EH, VOWEL_TARGETS.AX, VOWEL_TARGETS.AA, VOWEL_TARGETS.OW]
const LEVEL_PITCHES = [0.84, 0.92, 1, 1.08, 1.16]
/** Loudness of those at 112 Hz, open quotient 0.6, 1100 Hz, tract 1: the voice that the noises were measured against. */
const LEVEL_LOUDNESS = 0.562
/** Loudness meters lift what lies above this by up to 4 dB. */
const SHELF_HZ: Hertz = 1500
const SHELF = 0.58

export function voiceSetting(dials: VoiceDials, emotion: Emotion): Float64Array {
  const feeling = emotionVoice(emotion)
  const pitchHz = dials.pitchHz * feeling.pitch
  const openQuotient = Math.min(0.95, Math.max(0.3, dials.openQuotient * feeling.openQuotient))
  const brightnessHz = dials.brightnessHz * feeling.brightness
  const level = MASTER * fromDecibels(LEVEL_SHARE * feeling.levelDb)
  const loudness = loudnessAtUnitGain(pitchHz, openQuotient, brightnessHz, dials.tract)
  const setting = new Float64Array(SETTING_COUNT)
  setting[SETTING.logPitch] = Math.log(pitchHz)
  setting[SETTING.range] = dials.range * feeling.range
  setting[SETTING.tract] = dials.tract
  setting[SETTING.openQuotient] = openQuotient
  setting[SETTING.logBrightness] = Math.log(brightnessHz)
  setting[SETTING.breath] = (LEAST_BREATH + BREATH_RANGE * dials.breath) * feeling.breath
  setting[SETTING.jitter] = dials.jitter * feeling.jitter
  setting[SETTING.shimmer] = SHIMMER * feeling.shimmer
  setting[SETTING.vibrato] = VIBRATO * dials.vibrato
  setting[SETTING.f1] = feeling.f1
  setting[SETTING.f2] = feeling.f2
  setting[SETTING.vowelSpace] = feeling.vowelSpace * (1 + SPACE_BY_TRACT * (dials.tract - 1))
  setting[SETTING.voiceGain] = (VOWEL_LEVEL * level * LEVEL_LOUDNESS) / loudness
  setting[SETTING.noiseGain] = level
  return setting
}

/** Geometric mean amplitude of the level vowels as this voice says them at gain 1, weighted as loudness is. */
function loudnessAtUnitGain(pitchHz: Hertz, openQuotient: number, brightnessHz: Hertz, scale: number): number {
  const source = new VoiceSource()
  const tract = new Tract()
  const { voice } = newKernelStep()
  source.shape(openQuotient, brightnessHz, 0)
  tract.setScale(scale)
  tract.setFormant(3, FORMANT4_HZ * scale, REFERENCE_BANDWIDTH_HZ[3])
  let logPower = 0
  for (const { start, bandwidths } of LEVEL_VOWELS) {
    start.forEach((hertz, q) => {
      tract.setFormant(q, hertz * scale, bandwidths[q]! * BANDWIDTH_FIT)
    })
    for (const part of LEVEL_PITCHES) logPower += Math.log(power(source, tract, part * pitchHz, voice))
  }
  return Math.exp(logPower / (2 * LEVEL_VOWELS.length * LEVEL_PITCHES.length))
}

function power(source: VoiceSource, tract: Tract, pitchHz: Hertz, voice: Spectrum): number {
  const count = Math.min(MAX_HARMONICS, Math.floor(HIGHEST_HARMONIC_HZ / pitchHz))
  source.fill(voice, count, pitchHz, 1)
  tract.filter(voice, count, false)
  let sum = 0
  for (let k = 0; k < count; k++) {
    const square = voice.hertz[k]! ** 2
    const weight = 1 + (SHELF * square) / (square + SHELF_HZ * SHELF_HZ)
    sum += (weight * weight * (voice.re[k]! ** 2 + voice.im[k]! ** 2)) / 2
  }
  return sum
}

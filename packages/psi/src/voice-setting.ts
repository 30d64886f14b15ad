// Dials and a feeling flow in, the row of numbers that the voice is made with flows out. A row can glide to another in mid-word.
import type { Emotion, VoiceDials } from '@psiona/shared'
import { fromDecibels } from './decibel'
import { emotionVoice } from './emotion-voice'
import { BANDWIDTH_FIT, FORMANT4_HZ, REFERENCE_BANDWIDTH_HZ, Tract } from './formants'
import { HIGHEST_HARMONIC_HZ, VoiceSource } from './voice-source'

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
/** Emotions are louder and softer by this share of what they are in a room: a stream has no distance. */
const LEVEL_SHARE = 0.7

/** Speech comes out near −20 dBFS RMS, −18 LUFS. */
const MASTER = 1
/** A neutral vowel, against which every voice is levelled, so that dials change its colour and not its loudness. */
const LEVEL_VOWEL_HZ = [500, 1450, 2480, FORMANT4_HZ] as const
const LEVEL_VOWEL_BANDWIDTH_HZ = [75, 90, 140, REFERENCE_BANDWIDTH_HZ[3] / BANDWIDTH_FIT] as const
/** Power of that vowel at 112 Hz, open quotient 0.6, 1100 Hz, tract 1: the voice that the noises were measured against. */
const LEVEL_POWER = 1

export function voiceSetting(dials: VoiceDials, emotion: Emotion): Float64Array {
  const feeling = emotionVoice(emotion)
  const pitchHz = dials.pitchHz * feeling.pitch
  const openQuotient = Math.min(0.95, Math.max(0.3, dials.openQuotient * feeling.openQuotient))
  const brightnessHz = dials.brightnessHz * feeling.brightness
  const level = MASTER * fromDecibels(LEVEL_SHARE * feeling.levelDb)
  const power = vowelPower(pitchHz, openQuotient, brightnessHz, dials.tract)
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
  setting[SETTING.vowelSpace] = feeling.vowelSpace
  setting[SETTING.voiceGain] = level * Math.sqrt(LEVEL_POWER / power)
  setting[SETTING.noiseGain] = level
  return setting
}

/** Mean power of the level vowel as this voice says it at gain 1. */
export function vowelPower(pitchHz: number, openQuotient: number, brightnessHz: number, scale: number): number {
  const source = new VoiceSource()
  const tract = new Tract()
  source.shape(openQuotient, brightnessHz, 0)
  tract.setScale(scale)
  for (let q = 0; q < LEVEL_VOWEL_HZ.length; q++)
    tract.setFormant(q, LEVEL_VOWEL_HZ[q]! * scale, LEVEL_VOWEL_BANDWIDTH_HZ[q]! * BANDWIDTH_FIT)
  let power = 0
  for (let k = 1; k * pitchHz < HIGHEST_HARMONIC_HZ; k++) {
    source.harmonic(k, k * pitchHz)
    tract.respond(k * pitchHz)
    power += ((source.re ** 2 + source.im ** 2) * (tract.re ** 2 + tract.im ** 2)) / 2
  }
  return power
}

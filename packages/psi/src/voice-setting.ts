// Dials and a feeling flow in, the row of numbers that the voice is made with flows out. A row can glide to another in mid-word.
import type { Emotion, VoiceDials } from '@psiona/shared'
import { fromDecibels } from './decibel'
import { fittedEmotionVoice } from './emotion-voice'
import { CURVE_PLACES, equaliserCurve } from './equaliser'
import { VOWEL_LEVEL } from './noise'
import { SHOUT } from './speaking-manner'
import { equaliserLevel, voiceLoudness } from './voice-level'

const NAMES = [
  'logPitch',
  'range',
  'tract',
  'openQuotient',
  'logBrightness',
  'breath',
  'jitter',
  'shimmer',
  'roughness',
  'nasality',
  'vibrato',
  'vibratoHz',
  'coupling',
  'f1',
  'f2',
  'vowelSpace',
  'voiceGain',
  'noiseGain',
  'logEffortGain',
] as const

/** Where each number stands in the row. */
export const SETTING = Object.fromEntries(NAMES.map((name, i) => [name, i])) as Record<(typeof NAMES)[number], number>
/** The equaliser's curve stands behind them. */
export const CURVE_AT = NAMES.length
export const SETTING_COUNT = NAMES.length + CURVE_PLACES

/** Noise in the voiced frames: least, and what the breath dial adds. 0.15 gives what a modal voice has. */
const LEAST_BREATH = 0.003
const BREATH_RANGE = 0.034
/** A rough voice at its roughest: every other pulse keeps a fifth. */
const MOST_ROUGHNESS = 0.8
/** The nose of one who talks through it all the time is half as open as in a nasal. */
const MOST_NASALITY = 0.5
/** Full vibrato: half a semitone. */
const VIBRATO = 0.03
/** Shorter tracts have wider vowels: at 1.15 this meets the vowels of women (Peterson & Barney), where plain scaling falls short. */
const SPACE_BY_TRACT = 0.9
/** Emotions are louder and softer by this share of what they are in a room: a stream has no distance. */
export const LEVEL_SHARE = 0.7

/** Speech comes out at −18 LUFS. */
const MASTER = 0.415
const NO_CURVE = equaliserCurve([])
/** The voice that the noises were measured against. */
const REFERENCE_LOUDNESS = voiceLoudness({
  pitchHz: 112,
  openQuotient: 0.6,
  brightnessHz: 1100,
  tract: 1,
  vowelSpace: 1,
  curve: NO_CURVE,
})

export function voiceSetting(dials: VoiceDials, emotion: Emotion): Float64Array {
  const feeling = fittedEmotionVoice(emotion)
  const pitchHz = dials.pitchHz * feeling.pitch
  const openQuotient = Math.min(0.95, Math.max(0.3, dials.openQuotient * feeling.openQuotient))
  const brightnessHz = dials.brightnessHz * feeling.brightness
  const curve = equaliserCurve(dials.equaliser)
  const vowelSpace = feeling.vowelSpace * (1 + SPACE_BY_TRACT * (dials.tract - 1))
  const plain = { pitchHz, openQuotient, brightnessHz, tract: dials.tract, vowelSpace, curve: NO_CURVE }
  const shouted = { ...plain, openQuotient: openQuotient * SHOUT.openQuotient, brightnessHz: brightnessHz * SHOUT.brightness }
  const loudness = voiceLoudness(plain)
  const roughness = MOST_ROUGHNESS * dials.roughness
  // The equaliser is over voice and noise alike, so what it takes or gives is made good for both.
  const level =
    MASTER * fromDecibels(LEVEL_SHARE * feeling.levelDb) * (dials.equaliser.length > 0 ? equaliserLevel(plain, curve) : 1)
  const setting = new Float64Array(SETTING_COUNT)
  setting[SETTING.logPitch] = Math.log(pitchHz)
  setting[SETTING.range] = dials.range * feeling.range
  setting[SETTING.tract] = dials.tract
  setting[SETTING.openQuotient] = openQuotient
  setting[SETTING.logBrightness] = Math.log(brightnessHz)
  setting[SETTING.breath] = (LEAST_BREATH + BREATH_RANGE * dials.breath) * feeling.breath
  setting[SETTING.jitter] = dials.jitter * feeling.jitter
  setting[SETTING.shimmer] = dials.shimmer * feeling.shimmer
  setting[SETTING.roughness] = roughness
  setting[SETTING.nasality] = MOST_NASALITY * dials.nasality
  setting[SETTING.vibrato] = VIBRATO * dials.vibrato
  setting[SETTING.vibratoHz] = dials.vibratoHz
  setting[SETTING.coupling] = dials.coupling
  setting[SETTING.f1] = feeling.f1
  setting[SETTING.f2] = feeling.f2
  setting[SETTING.vowelSpace] = vowelSpace
  setting[SETTING.voiceGain] = (VOWEL_LEVEL * level * REFERENCE_LOUDNESS) / (loudness * roughLevel(roughness))
  setting[SETTING.noiseGain] = level
  setting[SETTING.logEffortGain] = Math.log((fromDecibels(SHOUT.levelDb) * loudness) / voiceLoudness(shouted))
  setting.set(curve, CURVE_AT)
  return setting
}

/** What is left of the voice when every other pulse is weaker: the kernel's gate, root mean square over two cycles. */
const roughLevel = (roughness: number) => Math.sqrt(1 - roughness + 0.375 * roughness * roughness)

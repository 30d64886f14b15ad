// Phrases flow in; what the engine says, and the pitch and voicing that are in it, flow out: the truth that listening is held against.
import { CONTROL_STEP_SAMPLES, type Emotion, type Hertz, SAMPLE_RATE, type Seconds, VoiceDials } from '@psiona/shared'
import { composeScore } from '../src/compose-score'
import { Field } from '../src/field'
import { type KernelStep, newKernelStep } from '../src/kernel'
import { LIMITER_DELAY_SAMPLES } from '../src/limiter'
import { OSCILLATOR } from '../src/oscillator'
import type { Phrase } from '../src/phone'
import { renderOffline } from '../src/render-offline'
import type { Score } from '../src/score'
import { ScoreTimeline } from '../src/score-timeline'
import { Voice } from '../src/voice'
import { voiceSetting } from '../src/voice-setting'
import { mean } from './sound-measures'

const STEP_SECONDS = CONTROL_STEP_SAMPLES / SAMPLE_RATE
const TAU = 2 * Math.PI
/** Pitch is that of 25 ms; voicing must be full, or quite off, for 10 ms on either side. */
const PITCH_SECONDS = 0.0125
const SURE_SECONDS = 0.01
/** Behind a closed mouth the voice hums on, dull and soft: nasals have less of this, voiced stops more. */
const SHUT_BAR = 1.5
/** Harmonics that tell the pitch. */
const PITCH_BAND_HZ = 1200

export interface KnownSpeech {
  readonly pcm: Float32Array
  readonly score: Score
  /** Of the period that sounds: the glottis, and the turning of each harmonic's phase while the formants move. */
  pitchHz(at: Seconds): Hertz
  /** Null where voicing comes or goes, and where it hums behind a closure. */
  voiced(at: Seconds): boolean | null
}

export function sayKnown(
  phrases: readonly Phrase[],
  more: Partial<VoiceDials> = {},
  emotion: Emotion = {},
  rate = 1,
): KnownSpeech {
  const dials = VoiceDials.parse(more)
  const options = { dials, emotion, seed: 1, rate }
  const { pcm } = renderOffline({ phrases, ...options })
  const score = composeScore(phrases, options)
  const field = new Field()
  const timeline = new ScoreTimeline(field)
  const voice = new Voice(field)
  voice.begin(voiceSetting(dials, emotion), options.seed)
  timeline.begin(score)
  let [step, before] = [newKernelStep(), newKernelStep()]
  const steps = Array.from({ length: score.durationSamples / CONTROL_STEP_SAMPLES }, (_, i) => {
    ;[step, before] = [before, step]
    timeline.advance(i * CONTROL_STEP_SAMPLES)
    field.step()
    voice.describe(step)
    return {
      hz: soundingHz(step, before),
      voicing: field.amplitude[OSCILLATOR.glottis]!,
      shut: field.amplitude[OSCILLATOR.voiceBar]! > SHUT_BAR,
    }
  })
  const around = (at: Seconds, seconds: Seconds) => {
    const middle = Math.round((at - LIMITER_DELAY_SAMPLES / SAMPLE_RATE) / STEP_SECONDS) - 1
    const reach = Math.round(seconds / STEP_SECONDS)
    return steps.slice(Math.max(0, middle - reach), Math.max(0, middle + reach + 1))
  }
  return {
    pcm,
    score,
    pitchHz: (at) => mean(around(at, PITCH_SECONDS).map(({ hz }) => hz)),
    voiced(at) {
      const near = around(at, SURE_SECONDS)
      if (near.length > 0 && near.every(({ voicing, shut }) => voicing > 0.5 && !shut)) return true
      return near.every(({ voicing }) => voicing < 0.01) ? false : null
    },
  }
}

/** What every harmonic's phase adds to its frequency, over its number, weighted as the similarity of two periods weighs it. */
function soundingHz({ radiansPerSample, harmonics, voice }: KernelStep, before: KernelStep): Hertz {
  const glottisHz = (radiansPerSample * SAMPLE_RATE) / TAU
  let [turned, weights] = [0, 0]
  for (let k = 1; k <= Math.min(harmonics, before.harmonics); k++) {
    const [re, im] = [voice.re[k - 1]!, voice.im[k - 1]!]
    const [reBefore, imBefore] = [before.voice.re[k - 1]!, before.voice.im[k - 1]!]
    const weight = ((re * re + im * im) * k * k) / (1 + ((k * glottisHz) / PITCH_BAND_HZ) ** 8)
    const turn = Math.atan2(im * reBefore - re * imBefore, re * reBefore + im * imBefore)
    turned += (weight * turn) / (TAU * k * STEP_SECONDS)
    weights += weight
  }
  return weights > 0 ? glottisHz + turned / weights : glottisHz
}

// A feeling flows in; what it asks of the voice, and what it then does to her sound, flow out. The bench prints it, the fitting script corrects by it.
import { phonemise, renderOffline } from '@psiona/psi'
import type { Emotion, EmotionName } from '@psiona/shared'
import { openEnglish } from '../packages/psi/scripts/open-english'
import { emotionVoice } from '../packages/psi/src/emotion-voice'
import { change, MEASURES, type Measure, type Measured, mean, measureSound, tiltBy } from './emotion-measures'
import { shippedTori } from './judge/psi-speaker'

export { LEVEL_SHARE } from '../packages/psi/src/voice-setting'

export const EMOTION_SENTENCES = [
  'We have been walking along the river all morning.',
  'The yellow lamp is on the table near the window.',
  'Maybe you are right, and the others were wrong.',
  'Our new neighbour is moving in on Monday.',
  'I saw a little boat under the old bridge.',
  'There is no more room in the blue box.',
  'They will never believe what happened here today.',
  'You can leave your coat on the chair over there.',
  'The rain began while we were driving home.',
  'Nobody knows how many animals live in that wood.',
]

const english = openEnglish()
const { dials } = shippedTori().voice
const utterances = EMOTION_SENTENCES.map((sentence) => phonemise(sentence, english))

/** The first `count` of the sentences. */
export const sayFeeling = (emotion: Emotion, count = utterances.length): Float32Array[] =>
  utterances.slice(0, count).map((phrases, i) => renderOffline({ phrases, dials, emotion, seed: i + 1 }).pcm)

const neutral: readonly Measured[] = sayFeeling({}).map(measureSound)

/** Mean over the sentences, against the same sentence in neutral. */
export function changeOf(emotion: Emotion): Record<Measure, number> {
  const each = sayFeeling(emotion).map((pcm, i) => change(measureSound(pcm), neutral[i]!))
  return Object.fromEntries(MEASURES.map((name) => [name, mean(each.map((one) => one[name]))])) as Record<Measure, number>
}

/** One pole at another cut-off, over the pole as it was. */
const repoled = (cutOffHz: number, factor: number) => (hertz: number) =>
  (1 + (hertz / cutOffHz) ** 2) / (1 + (hertz / (cutOffHz * factor)) ** 2)
const neutralSounds = sayFeeling({}, 3)

/** What the table asks for at full strength; of the tilt, what the filter's new cut-off would make of the neutral sound. */
export function askedOf(name: EmotionName): Record<Measure, number> {
  const { pitch, range, rate, brightness, levelDb } = emotionVoice({ [name]: 1 })
  const tilt = mean(neutralSounds.map((pcm) => tiltBy(pcm, repoled(dials.brightnessHz, brightness))))
  return { f0Mean: pitch, f0Range: range, rate, tilt, level: levelDb }
}

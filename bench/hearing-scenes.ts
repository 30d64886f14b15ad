// A set of sentences in, scenes for the ears out: synthesised speech with pauses, mixed with noise at a given distance, and where each utterance really lies.
import { createRandom } from '@psiona/psi/random'
import { MIC_RATE } from '@psiona/shared'
import { cleanSpeech, meanPower, ofDb } from './clean-speech'
import { SENTENCES, type SentenceSet } from './hearing-sentences'
import { SPEAKING_VOICES, speakAll } from './hearing-voices'
import { fanNoise } from './noise-fan'
import { keyboardNoise } from './noise-keyboard'
import { musicNoise } from './noise-music'

export const NOISES = { music: musicNoise, keyboard: keyboardNoise, fan: fanNoise } as const
export type NoiseName = keyof typeof NOISES
export const SNRS_DB = [20, 10, 5] as const
export type SnrDb = (typeof SNRS_DB)[number]

export interface Utterance {
  readonly voice: string
  readonly text: string
  /** Where the clean speech begins and ends to be audible, see clean-speech.ts. */
  readonly startSample: number
  readonly endSample: number
  /** Where its softest beginning lies; at startSample or before. */
  readonly softStartSample: number
}
export interface Scene {
  readonly noise: NoiseName
  readonly snrDb: SnrDb
  readonly samples: Float32Array
  readonly utterances: readonly Utterance[]
}

/** Level of the speech in the scene, RMS of full scale: a microphone set with some care. */
const SPEECH_LEVEL = 0.06
/** Every microphone hisses a little, RMS of full scale. */
const HISS_LEVEL = 0.0003
const PAUSE_SECONDS = { from: 0.8, to: 3 } as const
/** Noise alone comes before every block of sentences: four blocks of a minute in each scene. */
const SENTENCES_IN_A_BLOCK = 16
const ALONE_SECONDS = 60
const SEEDS: Record<SentenceSet, number> = { tuning: 11, 'held-out': 7001 }

/** The three noises have their own clean track each, so that more voices speak more sentences; the three distances share it. */
function* scenesOf(set: SentenceSet, noise: NoiseName): Iterable<Scene> {
  const turn = Object.keys(NOISES).indexOf(noise)
  const random = createRandom(SEEDS[set] + turn)
  const lines = SENTENCES[set].map((text, index) => ({
    text,
    voice: SPEAKING_VOICES[(index + Math.floor(index / SPEAKING_VOICES.length) + turn * 3) % SPEAKING_VOICES.length]!,
  }))
  const clips = speakAll(lines).map((clip) => cleanSpeech(clip, SPEECH_LEVEL))
  const utterances: Utterance[] = []
  let at = 0
  for (const [index, { soft, from, to }] of clips.entries()) {
    if (index % SENTENCES_IN_A_BLOCK === 0) at += ALONE_SECONDS * MIC_RATE
    at += Math.round(random.between(PAUSE_SECONDS.from, PAUSE_SECONDS.to) * MIC_RATE)
    const { text, voice } = lines[index]!
    utterances.push({ text, voice: voice.name, startSample: at, endSample: at + to - from, softStartSample: at + soft - from })
    at += to - from
  }
  const speech = new Float32Array(at + PAUSE_SECONDS.to * MIC_RATE)
  for (const [index, { pcm, from }] of clips.entries()) {
    const start = utterances[index]!.startSample - from
    for (let i = 0; i < pcm.length; i++) if (start + i < speech.length) speech[start + i]! += pcm[i]!
  }
  const disturbance = NOISES[noise](speech.length / MIC_RATE, SEEDS[set] + 100 + turn)
  const noisePower = meanPower(disturbance)
  for (const snrDb of SNRS_DB) {
    const gain = SPEECH_LEVEL / Math.sqrt(noisePower * ofDb(snrDb))
    const samples = speech.map((value, i) => {
      const mixed = value + gain * disturbance[i]! + HISS_LEVEL * random.normal()
      // As it comes over the wire: 16 bits, limited.
      return Math.round(Math.min(1, Math.max(-1, mixed)) * 32_767) / 32_767
    })
    yield { noise, snrDb, samples, utterances }
  }
}

export function* hearingScenes(set: SentenceSet): Iterable<Scene> {
  for (const noise of Object.keys(NOISES) as NoiseName[]) yield* scenesOf(set, noise)
}

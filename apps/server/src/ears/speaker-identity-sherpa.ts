// Whose voice it is. In: the owner's recordings once, then utterances. Out: owner, guest, or not known. What was learned is kept by the caller.
import { MIC_RATE, Problem } from '@psiona/shared'
import type { Clock } from '../clock'
import type { SpeakerIdentity } from '../organs'
import type { SherpaSpeakerModel } from './sherpa-models'
import { sherpaProcess } from './sherpa-process'

/** Cosine above which two voices are one. Makers name 0.31 (CAM++) to 0.5, sherpa's examples 0.6; on clean read speech CAM++ gives 0.81 for
 *  one voice and 0.26 for two. The upper of the makers' values: a guest taken for the owner is worse than the owner taken for a guest. */
export const SAME_VOICE_COSINE = 0.5
/** Short utterances are the known weakness of such models; a "yes" or "hm" is shorter than this. */
const LEAST_SPEECH_SAMPLES = MIC_RATE
const LEAST_RECORDING_SAMPLES = 3 * MIC_RATE
/** Newer recordings know today's microphone better. */
const MOST_RECORDINGS = 8

export interface SherpaSpeakerIdentityOptions {
  /** Null: none is installed. `folder`: where its files lie. */
  readonly installed: { readonly model: SherpaSpeakerModel; readonly folder: string } | null
  /** The bundled sherpa-worker. */
  readonly workerFile: string
  readonly clock: Clock
  /** The voices learned so far, oldest first; null = none. Asked each time, so that what is wiped is forgotten at once. */
  readonly load: () => Promise<readonly Float32Array[] | null>
  readonly save: (embeddings: readonly Float32Array[]) => Promise<void>
}

/** The model loads when a voice is first looked at. The caller closes it. */
export function createSherpaSpeakerIdentity(options: SherpaSpeakerIdentityOptions): SpeakerIdentity {
  const { installed, workerFile, clock, load, save } = options
  const sherpa = installed && sherpaProcess({ ...installed, language: 'en', workerFile, clock })
  let known: readonly Float32Array[] = []
  let lost = false
  const learned = async (): Promise<readonly Float32Array[]> => {
    try {
      known = (await load()) ?? []
      lost = false
    } catch {
      // Told by the health; the owner can let her learn it again.
      known = []
      lost = true
    }
    return known
  }
  void learned()

  const embed = async (sound: Float32Array): Promise<Float32Array | null> => {
    if (!sherpa) return null
    for await (const answer of sherpa.hear(only(sound), new AbortController().signal))
      if (answer.type === 'embedding') return answer.embedding && unit(answer.embedding)
    return null
  }

  return {
    async whose(utterance) {
      if (!sherpa || speechSamples(utterance) < LEAST_SPEECH_SAMPLES) return null
      const recordings = await learned()
      if (recordings.length === 0) return null
      const voice = await embed(utterance)
      // What another model learned has another length and means nothing to this one.
      const owner = voice && mean(recordings.filter(({ length }) => length === voice.length))
      if (!voice || !owner) return null
      return cosine(voice, owner) >= SAME_VOICE_COSINE ? 'owner' : 'guest'
    },
    async learnOwner(recording) {
      if (!sherpa)
        throw new Problem(
          'speaker-model-missing',
          'missing',
          'No model that tells voices apart is installed. Fetch one on the Ears page.',
        )
      const tooShort = () =>
        new Problem('voice-too-short', 'input', 'There is too little speech in the recording. Speak for at least 3 seconds.')
      if (speechSamples(recording) < LEAST_RECORDING_SAMPLES) throw tooShort()
      const voice = await embed(recording)
      if (!voice) throw tooShort()
      const recordings = await learned()
      const grown = [...recordings.filter(({ length }) => length === voice.length), voice].slice(-MOST_RECORDINGS)
      await save(grown)
      known = grown
      lost = false
    },
    health() {
      if (!sherpa)
        return { state: 'off', detail: 'No model that tells voices apart is installed.', remedy: 'Fetch one on the Ears page.' }
      if (lost)
        return {
          state: 'trouble',
          detail: 'Your learned voice cannot be read.',
          remedy: 'Let her learn it again on the Ears page.',
        }
      const health = sherpa.health()
      if (health.state === 'trouble' || known.length > 0) return health
      return { state: 'off', detail: 'Your voice is not learned yet.', remedy: 'Record it on the Ears page.' }
    },
    close: async () => sherpa?.close(),
  }
}

async function* only(sound: Float32Array): AsyncIterable<Float32Array> {
  yield sound
}

const FRAME_SAMPLES = MIC_RATE / 50
/** A frame so far under the loudest is a pause: the quietest sounds of speech lie within 40 dB of the loudest. */
const PAUSE_RATIO = 1e-4

/** How much of it is speech, leaving pauses out. */
function speechSamples(sound: Float32Array): number {
  const energies: number[] = []
  for (let from = 0; from + FRAME_SAMPLES <= sound.length; from += FRAME_SAMPLES)
    energies.push(sound.subarray(from, from + FRAME_SAMPLES).reduce((sum, value) => sum + value * value, 0))
  const loudest = energies.reduce((most, energy) => Math.max(most, energy), 0)
  return energies.filter((energy) => energy > loudest * PAUSE_RATIO).length * FRAME_SAMPLES
}

const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0)

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(cosine(vector, vector))
  return length === 0 ? vector : vector.map((value) => value / length)
}

function mean(vectors: readonly Float32Array[]): Float32Array | null {
  const [first] = vectors
  return first ? unit(first.map((_, i) => vectors.reduce((sum, vector) => sum + (vector[i] ?? 0), 0))) : null
}

// Trying voices out, apart from the live one. In: a text, an engine or dials, a feeling. Out: a wav file with its AI mark, its face and times;
// or, for a blind round, a wav file that does not tell who speaks.
import { NAMED_VOICES, type Phrase } from '@psiona/psi'
import {
  type Character,
  type FoundVoice,
  Problem,
  type RenderedVoice,
  type RenderVoiceRequest,
  SAMPLE_RATE,
  type VoiceChoice,
  type VoicesReply,
  withoutSpeechMarks,
} from '@psiona/shared'
import type { Clock } from '../clock'
import type { Tts } from '../organs'
import { BLIND_MARK, markOf } from './recording-mark'
import { base64Wav, renderedVoice } from './rendered-voice'
import type { Rendition } from './rendition'
import type { Studio } from './studio'
import { nothingToSay, wholeSpeech } from './whole-speech'

export interface ListeningRoomParts {
  readonly clock: Clock
  readonly studio: Studio
  readonly character: () => Character
  /** The engine in use, for requests that name none. */
  readonly chosen: () => VoiceChoice
  /** Null = her own voice. @throws Problem when there is no such engine */
  readonly tts: (choice: VoiceChoice) => Tts | null
  /** Engines that can be had now. */
  readonly find: () => Promise<FoundVoice[]>
  /** Phones of languages other than English; null = English. */
  readonly speakable: (
    text: string,
    language: string,
    signal: AbortSignal,
  ) => Promise<{ phrases: readonly Phrase[] | null; note: string | null }>
}

export interface ListeningRoom {
  /** Aborted: nobody waits for it. @throws Problem of the engine or the studio, 'nothing-to-say', 'too-many-waiting' */
  render(request: RenderVoiceRequest, signal: AbortSignal): Promise<RenderedVoice>
  /** The sound alone, base64; mark and length tell nothing about who speaks. @throws as render */
  blind(request: RenderVoiceRequest, signal: AbortSignal): Promise<string>
  list(): Promise<VoicesReply>
}

/** Each may hold some 30 MB of sound. */
const MOST_AT_ONCE = 8
/** Blind sounds are this much long, or twice as much, and so on: engines end at lengths of their own. */
const BLIND_STEP_SAMPLES = SAMPLE_RATE / 10

export function createListeningRoom(parts: ListeningRoomParts): ListeningRoom {
  const { clock, studio } = parts
  let open = 0

  const make = async (
    { text, engine = parts.chosen(), dials, emotion, language, seed }: RenderVoiceRequest,
    signal: AbortSignal,
  ): Promise<{ made: Rendition; engine: VoiceChoice; notes: string[] }> => {
    const { voice } = parts.character()
    const tongue = language ?? voice.language
    const { phrases, note } = await parts.speakable(text, tongue, signal)
    const tts = signal.aborted ? null : parts.tts(engine)
    const sound = tts
      ? await wholeSpeech(clock, tts, { text: withoutSpeechMarks(text), language: tongue, emotion }, signal)
      : undefined
    const order = { text, dials: dials ?? voice.dials, emotion, seed, phrases: phrases ?? undefined, sound }
    const made = await studio.make(order, voice.lexicon, signal)
    if (made.pcm.length === 0) throw nothingToSay()
    return { made, engine, notes: [...(tts ? ['Word times are estimated from the sound.'] : []), ...(note ? [note] : [])] }
  }
  const inRoom = async <T>(work: () => Promise<T>): Promise<T> => {
    if (open >= MOST_AT_ONCE)
      throw new Problem('too-many-waiting', 'busy', `${open} recordings are being made already. Try again when some are ready.`)
    open++
    try {
      return await work()
    } finally {
      open--
    }
  }

  return {
    list: async () => ({ voices: [...NAMED_VOICES], engines: await parts.find() }),
    blind: (request, signal) =>
      inRoom(async () => {
        const { pcm } = (await make(request, signal)).made
        const whole = new Float32Array(Math.ceil(pcm.length / BLIND_STEP_SAMPLES) * BLIND_STEP_SAMPLES)
        whole.set(pcm)
        return base64Wav(whole, BLIND_MARK)
      }),
    render: (request, signal) =>
      inRoom(async () => {
        const startedMs = clock.monotonicMs()
        const { made, engine, notes } = await make(request, signal)
        const renderMs = Math.round(clock.monotonicMs() - startedMs)
        return { ...(await renderedVoice(made, markOf(engine))), renderMs, notes }
      }),
  }
}

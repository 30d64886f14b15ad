// Looks for voices that can be had now. In: what is installed, where speech servers usually listen. Out: each with the choice that makes it
// hers; never fails, takes at most a second.
import { type FoundVoice, type ModelSpeaker, sanitise, VoiceChoice } from '@psiona/shared'
import type { Clock } from '../clock'
import { httpRequest, shortText } from '../http-request'
import { ttsAddresses } from './tts-address'
import { jsonIn, SpeakingModelList, VoiceList } from './tts-server.external'

/** A voice of the catalogue whose files are on this disk. */
export interface InstalledVoice {
  readonly id: string
  /** For people. */
  readonly title: string
  readonly speakers?: readonly ModelSpeaker[] | undefined
}

/** Kokoro-FastAPI; Speaches, openedai-speech and vLLM; LocalAI; Chatterbox TTS API and Chatterbox-TTS-Server; vLLM-Omni; Orpheus-FastAPI. */
const PLACES: readonly string[] = [8880, 8000, 8080, 4123, 8004, 8091, 5005].map((port) => `http://127.0.0.1:${port}`)
/** A server on this machine answers in a few milliseconds; the panel waits for this. */
const PATIENCE_MS = 800
const MOST_BYTES = 512_000
/** Of one server: some list hundreds. */
const MOST_VOICES = 40
/** A list that does not tell what its models are for is read by their names. */
const SPEAKING_NAMES =
  /kokoro|piper|\bvits|tts|xtts|orpheus|chatterbox|parler|bark|matcha|kitten|voxcpm|cosyvoice|dia\b|speech-?t5/i
/** What servers take for any model. */
const ANY_MODEL = 'tts-1'
const ANY_VOICE = 'alloy'

export interface FindVoicesOptions {
  readonly clock: Clock
  /** Best first. */
  readonly installed: () => readonly InstalledVoice[]
  /** Addresses of servers, without a path. */
  readonly places?: readonly string[]
}

const HERS: FoundVoice = {
  choice: { kind: 'psi' },
  title: 'Her own voice',
  detail: 'Made by the field that moves her face. Needs no model, and every dial of the character works on it.',
}

const speakersOf = ({ id, title, speakers }: InstalledVoice): FoundVoice[] => {
  const detail = 'Installed. Runs on this machine; her face follows its sound.'
  const choice = (speaker: number): VoiceChoice => ({ kind: 'sherpa', model: id, speaker, speed: 1 })
  if (!speakers?.length) return [{ choice: choice(0), title, detail }]
  return speakers.map(({ number, name }) => ({ choice: choice(number), title: `${title} · ${name}`, detail }))
}

async function voicesAt(place: string, patience: AbortSignal): Promise<FoundVoice[]> {
  // One of its own: many places would be many listeners to the same.
  const signal = AbortSignal.any([patience])
  const { models, voices } = ttsAddresses(place)
  /** Nothing there, something else there, or too slow: all the same to somebody who looks. */
  const jsonAt = async (url: URL): Promise<unknown> => {
    try {
      const { status, bytes } = await httpRequest({ url, signal })
      const text = await shortText(bytes, MOST_BYTES)
      return status === 200 ? jsonIn(text) : null
    } catch {
      return null
    }
  }
  const [voiceList, modelList] = await Promise.all([jsonAt(voices), jsonAt(models)])
  const known = SpeakingModelList.safeParse(modelList).data?.data ?? []
  const speaking = known.filter(({ id, task }) => (task ? task === 'text-to-speech' : SPEAKING_NAMES.test(id)))
  const names = VoiceList.safeParse(voiceList).data ?? []
  const pairs =
    names.length > 0
      ? names.map((voice) => ({ model: speaking[0]?.id ?? ANY_MODEL, voice }))
      : speaking.flatMap(({ id: model, voices: own }) =>
          own?.length ? own.map((voice) => ({ model, voice })) : [{ model, voice: ANY_VOICE }],
        )
  return pairs.slice(0, MOST_VOICES).map(({ model, voice }) => ({
    choice: { kind: 'openai', baseUrl: `${place}/v1`, model, voice, speed: 1 },
    title: sanitise(`${voice} (${model}) at ${new URL(place).host}`),
    detail: 'A speech server that runs on this machine. As good and as quick as its model.',
  }))
}

export async function findVoices({ clock, installed, places = PLACES }: FindVoicesOptions): Promise<FoundVoice[]> {
  const patience = new AbortController()
  const found = new AbortController()
  void clock.sleep(PATIENCE_MS, found.signal).then(() => patience.abort())
  const served = (await Promise.all(places.map((place) => voicesAt(place, patience.signal)))).flat()
  found.abort()
  // What cannot be kept in the settings cannot be chosen.
  return [HERS, ...installed().flatMap(speakersOf), ...served.filter(({ choice }) => VoiceChoice.safeParse(choice).success)]
}

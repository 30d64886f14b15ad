// The voice organ with its real engine thread. In: lines, and who speaks them. Out: what the stage and the record are told, to wait for.
import { Character, type Line, OWNER, type Turn, type VoicePart } from '@psiona/shared'
import { type Clock, systemClock } from '../../apps/server/src/clock'
import type { Hearing, Tts } from '../../apps/server/src/organs'
import { psiDataFiles } from '../../apps/server/src/psi-data'
import { channel } from '../../apps/server/src/streams'
import type { Speakable } from '../../apps/server/src/voice/phonemisers'
import { createVoice } from '../../apps/server/src/voice/voice'
import { root } from '../checkout'

export const turnOf = (id: string, controller = new AbortController()): Turn => ({
  id,
  kind: 'ask',
  from: OWNER,
  text: '',
  aloud: true,
  urgency: 'in-turn',
  at: 0,
  arrivedMs: 0,
  signal: controller.signal,
})
export const lineOf = (turn: Turn, id: string, text: string, last = true): Line => ({
  id,
  turn,
  text,
  emotion: {},
  last,
  urgency: turn.urgency,
})

export interface VoiceSetUp {
  readonly workerFile?: string
  readonly seed?: number
  readonly source?: AsyncIterable<Line>
  readonly tts?: () => Tts | null
  readonly clock?: Clock
  readonly speakable?: (text: string) => Promise<Speakable>
}

export async function voiceAtWork({
  workerFile = `${root}/dist/engine-worker.mjs`,
  seed = 1,
  source,
  tts,
  clock = systemClock,
  speakable,
}: VoiceSetUp = {}) {
  const events: string[] = []
  const watchers = new Map<string, () => void>()
  const tell = (event: string) => {
    events.push(event)
    watchers.get(event)?.()
  }
  const happened = (event: string) =>
    events.includes(event) ? undefined : new Promise<void>((resolve) => void watchers.set(event, resolve))
  const words = new Set<string>()
  const troubles: unknown[] = []
  const hearing: Hearing = {
    lineStarted: (_turn, { line }) => tell(`started ${line.id}`),
    wordsHeard: (_turn, { line }) => void words.add(line.id),
    lineHeard: (_turn, heard) => tell(`heard ${heard}`),
    turnOver: (turn) => tell(`over ${turn.id}`),
    firstSound: () => {},
  }
  const voice = await createVoice({
    ...psiDataFiles(root),
    clock,
    seed,
    workerFile,
    character: Character.parse({
      identity: { name: 'Tori', role: 'co-host', about: 'A test.' },
      traits: {},
      style: { greetings: ['Hi.'], goodbyes: ['Bye.'] },
    }),
    hearing,
    onTrouble: (cause) => troubles.push(cause),
    tts,
    speakable,
  })
  const lines = channel<Line>()
  const parts = voice.speak(source ?? lines)[Symbol.asyncIterator]()
  const seen: VoicePart[] = []
  /** Reads on until the condition holds. */
  const until = async (condition: () => boolean) => {
    while (!condition()) seen.push(((await parts.next()) as IteratorYieldResult<VoicePart>).value)
  }
  const blocks = () => seen.flatMap((part) => (part.type === 'voice-block' ? [part.block] : []))
  const subtitles = () => seen.flatMap((part) => (part.type === 'voice-subtitle' ? [part.subtitle] : []))
  return { voice, lines, until, happened, tell, seen, events, words, troubles, blocks, subtitles }
}
export type VoiceAtWork = Awaited<ReturnType<typeof voiceAtWork>>

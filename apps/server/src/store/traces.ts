// What the opt-in extras keep, each in a folder of its own under PSIONA_DATA. In: wav files, events, voices. Out: the same on disk, for as many days as the user said; and gone, at a word.
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem, type TraceInfo, type TraceKind, type Traces } from '@psiona/shared'
import { z } from 'zod'
import type { Clock } from '../clock'
import { replaceFile } from './data-folder'
import { countFiles, dayOf, sweep, timeOf, wipeFiles } from './day-files'
import { storeProblem } from './store-problem'

/** A day is over once in a day; a look each hour is soon enough. */
const SWEEP_EVERY_MS = 3_600_000
const PRIVATE_FOLDER = 0o700
const PRIVATE_FILE = 0o600
const VOICE_FILE = 'owner.json'

const VoicePrint = z.object({ embeddings: z.array(z.array(z.number())).min(1).max(64) })

export interface TraceStore {
  /** Keeps an utterance. Nothing happens while recordings are off. @throws Problem of the disk */
  record(wav: Uint8Array): void
  /** Keeps an event; it holds no words. Nothing happens while the event log is off. @throws Problem of the disk */
  note(event: Readonly<Record<string, unknown>>): void
  readonly voice: {
    load(): Promise<Float32Array[] | null>
    /** @throws Problem 'voices-off' while voices are not told apart, Problem of the disk */
    save(embeddings: readonly Float32Array[]): Promise<void>
  }
  list(): TraceInfo[]
  wipe(kind: TraceKind): number
  close(): void
}

export interface TraceStoreOptions {
  readonly dataDir: string
  readonly clock: Clock
  readonly wanted: () => Traces
  readonly onTrouble: (cause: unknown) => void
}

const foldersOf = (dataDir: string): Record<TraceKind, string> => ({
  recordings: join(dataDir, 'recordings'),
  events: join(dataDir, 'events'),
  voices: join(dataDir, 'voices'),
})

const isMissing = (cause: unknown) => cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'

/** Makes the folder when the first file of it comes, and again when it was wiped. @throws Problem of the disk */
function writeIn(dir: string, write: () => void): void {
  try {
    try {
      write()
    } catch (cause) {
      if (!isMissing(cause)) throw cause
      mkdirSync(dir, { recursive: true, mode: PRIVATE_FOLDER })
      write()
    }
  } catch (cause) {
    throw storeProblem(cause, dir)
  }
}

/** Removes all of that kind and touches no other. Returns how many files. @throws Problem of the disk */
export const wipeTraces = (dataDir: string, kind: TraceKind): number => wipeFiles(foldersOf(dataDir)[kind])

export function openTraces({ dataDir, clock, wanted, onTrouble }: TraceStoreOptions): TraceStore {
  const folder = foldersOf(dataDir)
  const sweepAll = () => {
    try {
      const { recordings, events } = wanted()
      sweep(folder.recordings, recordings.keepDays, clock.wallMs())
      sweep(folder.events, events.keepDays, clock.wallMs())
    } catch (cause) {
      onTrouble(cause)
    }
  }
  sweepAll()
  const stopSweeping = clock.every(SWEEP_EVERY_MS, sweepAll)
  let recorded = 0

  return {
    record(wav) {
      if (!wanted().recordings.on) return
      const nowMs = clock.wallMs()
      const dir = join(folder.recordings, dayOf(nowMs))
      const file = join(dir, `${timeOf(nowMs)}-${++recorded}.wav`)
      writeIn(dir, () => writeFileSync(file, wav, { mode: PRIVATE_FILE, flag: 'wx' }))
    },
    note(event) {
      if (!wanted().events.on) return
      const nowMs = clock.wallMs()
      const file = join(folder.events, `${dayOf(nowMs)}.jsonl`)
      const line = JSON.stringify({ at: new Date(nowMs).toISOString(), ...event })
      writeIn(folder.events, () => appendFileSync(file, `${line}\n`, { mode: PRIVATE_FILE }))
    },
    voice: {
      async load() {
        let text: string
        try {
          text = readFileSync(join(folder.voices, VOICE_FILE), 'utf8')
        } catch (cause) {
          if (isMissing(cause)) return null
          throw storeProblem(cause, folder.voices)
        }
        const print = VoicePrint.safeParse(JSON.parse(text))
        return print.success ? print.data.embeddings.map((embedding) => Float32Array.from(embedding)) : null
      },
      async save(embeddings) {
        if (!wanted().voices.on)
          throw new Problem('voices-off', 'refused', 'Nothing is kept of voices. Switch “Tell my voice from a guest’s” on first.')
        const print = { embeddings: embeddings.map((embedding) => Array.from(embedding)) }
        writeIn(folder.voices, () => replaceFile(join(folder.voices, VOICE_FILE), JSON.stringify(print)))
      },
    },
    list: () => [
      countFiles('recordings', folder.recordings),
      countFiles('events', folder.events),
      countFiles('voices', folder.voices),
    ],
    wipe: (kind) => wipeTraces(dataDir, kind),
    close: stopSweeping,
  }
}

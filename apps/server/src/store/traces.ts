// What the opt-in extras keep, each in a folder of its own under PSIONA_DATA. In: wav files, events, voices. Out: the same on disk, for as many days as the user said; and gone, at a word.
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TraceInfo, TraceKind, Traces } from '@psiona/shared'
import { z } from 'zod'
import type { Clock } from '../clock'
import { replaceFile } from './data-folder'
import { countFiles, dayOf, sweep, wipeFiles } from './day-files'
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

export function openTraces({ dataDir, clock, wanted, onTrouble }: TraceStoreOptions): TraceStore {
  const folder: Record<TraceKind, string> = {
    recordings: join(dataDir, 'recordings'),
    events: join(dataDir, 'events'),
    voices: join(dataDir, 'voices'),
  }
  const onDisk = <T>(path: string, work: () => T): T => {
    try {
      return work()
    } catch (cause) {
      throw storeProblem(cause, path)
    }
  }
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
      const time = new Date(nowMs).toISOString().slice(11, 23).replace(/[:.]/g, '-')
      onDisk(dir, () => {
        mkdirSync(dir, { recursive: true, mode: PRIVATE_FOLDER })
        writeFileSync(join(dir, `${time}-${++recorded}.wav`), wav, { mode: PRIVATE_FILE, flag: 'wx' })
      })
    },
    note(event) {
      if (!wanted().events.on) return
      const nowMs = clock.wallMs()
      onDisk(folder.events, () => {
        mkdirSync(folder.events, { recursive: true, mode: PRIVATE_FOLDER })
        const line = JSON.stringify({ at: new Date(nowMs).toISOString(), ...event })
        appendFileSync(join(folder.events, `${dayOf(nowMs)}.jsonl`), `${line}\n`, { mode: PRIVATE_FILE })
      })
    },
    voice: {
      async load() {
        let text: string
        try {
          text = readFileSync(join(folder.voices, VOICE_FILE), 'utf8')
        } catch (cause) {
          if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
          throw storeProblem(cause, folder.voices)
        }
        const print = VoicePrint.safeParse(JSON.parse(text))
        return print.success ? print.data.embeddings.map((embedding) => Float32Array.from(embedding)) : null
      },
      async save(embeddings) {
        const print = { embeddings: embeddings.map((embedding) => Array.from(embedding)) }
        onDisk(folder.voices, () => {
          mkdirSync(folder.voices, { recursive: true, mode: PRIVATE_FOLDER })
          replaceFile(join(folder.voices, VOICE_FILE), JSON.stringify(print))
        })
      },
    },
    list: () => [
      countFiles('recordings', folder.recordings),
      countFiles('events', folder.events),
      countFiles('voices', folder.voices),
    ],
    wipe: (kind) => wipeFiles(folder[kind]),
    close: stopSweeping,
  }
}

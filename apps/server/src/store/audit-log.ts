// What became of things that were, or were not, said. In: entries without words or names. Out: the same, newest first; one JSON line each in PSIONA_DATA/audit, a file a day, for as many days as the user said.
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AuditEntry, type Ms } from '@psiona/shared'
import type { Clock } from '../clock'
import { dayOf, sweep, wipeFiles } from './day-files'
import { storeProblem } from './store-problem'

/** A day is over once in a day; a look each hour is soon enough. */
const SWEEP_EVERY_MS: Ms = 3_600_000
/** What comes within it is one write: a cleaned-up raid is hundreds of entries. */
const WRITE_EVERY_MS: Ms = 250
/** A disk that is full says so once in a while. */
const TROUBLE_EVERY_MS: Ms = 60_000
/** Entries that the disk has not taken; the oldest go. */
const MOST_UNWRITTEN = 1000
/** About 30,000 entries: more in a day is a flood that nobody reads, and it is not kept. */
const MOST_DAY_BYTES = 4_000_000
const PRIVATE_FOLDER = 0o700
const PRIVATE_FILE = 0o600
const FILE = /^\d{4}-\d{2}-\d{2}\.jsonl$/

export interface AuditLog {
  /** Never throws: whatever the disk does, she goes on. */
  note(entry: AuditEntry): void
  /** Newest first, earlier days included. */
  latest(limit: number): AuditEntry[]
  /** Returns how many there were. @throws Problem of the disk */
  wipe(): number
  close(): void
}

export interface AuditLogOptions {
  readonly dataDir: string
  readonly clock: Clock
  readonly keepDays: () => number
  readonly onTrouble: (cause: unknown) => void
}

function parsed(line: string): AuditEntry[] {
  try {
    const { success, data } = AuditEntry.safeParse(JSON.parse(line))
    return success ? [data] : []
  } catch {
    // The last line of a run that was killed may be half a line.
    return []
  }
}
/** Oldest first. */
const entriesIn = (file: string): AuditEntry[] => readFileSync(file, 'utf8').split('\n').filter(Boolean).flatMap(parsed)

export function openAuditLog({ dataDir, clock, keepDays, onTrouble }: AuditLogOptions): AuditLog {
  const dir = join(dataDir, 'audit')
  let unwritten: AuditEntry[] = []
  let troubleMs = Number.NEGATIVE_INFINITY
  /** The file may end within a line: by another run, or by a write that broke off. */
  let mayEndHalfWay = true

  const trouble = (cause: unknown) => {
    const nowMs = clock.monotonicMs()
    if (nowMs - troubleMs < TROUBLE_EVERY_MS) return
    troubleMs = nowMs
    onTrouble(storeProblem(cause, dir))
  }
  const trying = <T>(work: () => T, otherwise: T): T => {
    try {
      return work()
    } catch (cause) {
      trouble(cause)
      return otherwise
    }
  }
  const sweepOld = () => trying(() => sweep(dir, keepDays(), clock.wallMs()), undefined)
  const write = () => {
    const first = unwritten[0]
    if (!first) return
    // Midnight may lie between two of them; the older ones go first.
    const day = dayOf(first.at)
    const count = unwritten.findIndex(({ at }) => dayOf(at) !== day)
    const batch = count < 0 ? unwritten : unwritten.slice(0, count)
    const file = join(dir, `${day}.jsonl`)
    const written = trying(() => {
      mkdirSync(dir, { recursive: true, mode: PRIVATE_FOLDER })
      const bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0
      if (bytes > MOST_DAY_BYTES) return true
      const lines = batch.map((entry) => `${JSON.stringify(entry)}\n`).join('')
      appendFileSync(file, mayEndHalfWay && bytes > 0 ? `\n${lines}` : lines, { mode: PRIVATE_FILE })
      return true
    }, false)
    mayEndHalfWay = !written
    if (!written) return
    unwritten = unwritten.slice(batch.length)
    write()
  }
  const filesNewestFirst = () =>
    existsSync(dir)
      ? readdirSync(dir)
          .filter((name) => FILE.test(name))
          .sort()
          .reverse()
          .map((name) => join(dir, name))
      : []

  sweepOld()
  const stops = [clock.every(SWEEP_EVERY_MS, sweepOld), clock.every(WRITE_EVERY_MS, write)]
  return {
    note(entry) {
      unwritten.push(entry)
      if (unwritten.length > MOST_UNWRITTEN) unwritten.shift()
    },
    latest(limit) {
      write()
      const entries = unwritten.slice().reverse()
      for (const file of trying(filesNewestFirst, [])) {
        if (entries.length >= limit) break
        entries.push(...trying(() => entriesIn(file), []).reverse())
      }
      return entries.slice(0, limit)
    },
    wipe() {
      let count = unwritten.length
      unwritten = []
      try {
        for (const file of filesNewestFirst()) count += entriesIn(file).length
      } catch (cause) {
        throw storeProblem(cause, dir)
      }
      wipeFiles(dir)
      return count
    },
    close() {
      for (const stop of stops) stop()
      write()
    },
  }
}

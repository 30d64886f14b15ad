// A short list that a killed process leaves to the next one. In: its entries, whenever they change. Out: what the last run left; in PSIONA_DATA, whole or not at all, no file while there is nothing.
import { readFileSync, renameSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Ms, Problem } from '@psiona/shared'
import { z } from 'zod'
import type { Clock } from '../clock'
import { storeProblem } from './store-problem'

/** A disk that is full says so once in a while. */
const TROUBLE_EVERY_MS: Ms = 60_000
const PRIVATE_FILE = 0o600

export interface KeptList<Entry> {
  /** What the last run left; none when that cannot be read. */
  readonly earlier: readonly Entry[]
  /** Resolves when the disk has these or later ones, or refused them; never rejects. What comes while it writes is one more write. */
  put(entries: readonly Entry[]): Promise<void>
}

export interface KeptListOptions<Entry> {
  readonly dataDir: string
  /** Without '.json'. */
  readonly name: string
  readonly of: z.ZodType<Entry>
  /** What to do when the list cannot be read: a sentence. */
  readonly remedy: string
  readonly clock: Clock
  readonly onTrouble: (cause: unknown) => void
}

/** Never throws: a file that cannot be read is set aside. */
export function openKeptList<Entry>({ dataDir, name, of, remedy, clock, onTrouble }: KeptListOptions<Entry>): KeptList<Entry> {
  const path = join(dataDir, `${name}.json`)
  let latest: readonly Entry[] = []
  let running = Promise.resolve()
  /** A write that has not begun. */
  let waiting: Promise<void> | null = null
  let troubleMs = Number.NEGATIVE_INFINITY

  const trouble = (cause: unknown) => {
    const nowMs = clock.monotonicMs()
    if (nowMs - troubleMs < TROUBLE_EVERY_MS) return
    troubleMs = nowMs
    onTrouble(storeProblem(cause, path))
  }
  const setAside = () => {
    const aside = `${name}.broken-${new Date(clock.wallMs()).toISOString().replace(/[:.]/g, '-')}.json`
    try {
      renameSync(path, join(dataDir, aside))
      // The parser's own words would quote what is in the file.
      onTrouble(new Problem('kept-list-damaged', 'broken', `${path} cannot be read; it was kept as ${aside}. ${remedy}`))
    } catch (cause) {
      trouble(cause)
    }
  }
  const read = (): readonly Entry[] => {
    let text: string
    try {
      text = readFileSync(path, 'utf8')
    } catch (cause) {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) trouble(cause)
      return []
    }
    try {
      return z.array(of).parse(JSON.parse(text))
    } catch {
      setAside()
      return []
    }
  }
  const write = async () => {
    waiting = null
    const temporary = `${path}.new`
    try {
      if (latest.length === 0) return await rm(path, { force: true })
      const file = await open(temporary, 'w', PRIVATE_FILE)
      try {
        await file.writeFile(`${JSON.stringify(latest)}\n`)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(temporary, path)
    } catch (cause) {
      trouble(cause)
    }
  }

  return {
    earlier: read(),
    put(entries) {
      latest = entries
      waiting ??= running.then(write)
      running = waiting
      return waiting
    },
  }
}

// Files that are kept for a number of days. In: a folder whose entries begin with their day. Out: how much lies there; what is too old goes, or all of it.
import { type Dirent, existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { TraceInfo, TraceKind } from '@psiona/shared'
import { storeProblem } from './store-problem'

const DAY_MS = 86_400_000
const DAY = /^\d{4}-\d{2}-\d{2}/

/** 2026-11-21, of the user's own day: what is kept "for a day" goes when that day has passed here. */
export function dayOf(wallMs: number): string {
  const date = new Date(wallMs)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

const entriesOf = (dir: string): Dirent[] => (existsSync(dir) ? readdirSync(dir, { withFileTypes: true }) : [])
const filesIn = (dir: string): string[] =>
  entriesOf(dir).flatMap((entry) => (entry.isDirectory() ? filesIn(join(dir, entry.name)) : [join(dir, entry.name)]))

/** Removes whole days older than `keepDays`. @throws Problem of the disk */
export function sweep(dir: string, keepDays: number, nowMs: number): void {
  const oldest = dayOf(nowMs - keepDays * DAY_MS)
  try {
    for (const { name } of entriesOf(dir))
      if (DAY.test(name) && name.slice(0, 10) < oldest) rmSync(join(dir, name), { recursive: true, force: true })
  } catch (cause) {
    throw storeProblem(cause, dir)
  }
}

export function countFiles(kind: TraceKind, dir: string): TraceInfo {
  let bytes = 0
  let oldestAt: number | null = null
  const files = filesIn(dir)
  for (const file of files) {
    // One that goes while it is counted counts no more.
    const stat = statSync(file, { throwIfNoEntry: false })
    if (!stat) continue
    bytes += stat.size
    oldestAt = Math.min(oldestAt ?? Number.POSITIVE_INFINITY, stat.mtimeMs)
  }
  return { kind, count: files.length, bytes, oldestAt, folder: dir }
}

/** Removes everything in the folder. Returns how many files. @throws Problem of the disk */
export function wipeFiles(dir: string): number {
  try {
    const { length } = filesIn(dir)
    rmSync(dir, { recursive: true, force: true })
    return length
  } catch (cause) {
    throw storeProblem(cause, dir)
  }
}

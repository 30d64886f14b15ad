// Files that are kept for a number of days. In: a folder whose entries begin with their day. Out: how much lies there; what is too old goes, or all of it.
import { type Dirent, existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { TraceInfo, TraceKind } from '@psiona/shared'
import { storeProblem } from './store-problem'

const DAY = /^\d{4}-\d{2}-\d{2}/

const padded = (value: number, digits: number) => String(value).padStart(digits, '0')

/** 2026-11-21, of the user's own day: what is kept "for a day" goes when that day has passed here. */
export function dayOf(wallMs: number): string {
  const date = new Date(wallMs)
  return `${date.getFullYear()}-${padded(date.getMonth() + 1, 2)}-${padded(date.getDate(), 2)}`
}

/** 23-05-09-120, of the same day. */
export function timeOf(wallMs: number): string {
  const date = new Date(wallMs)
  const parts = [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => padded(part, 2))
  return [...parts, padded(date.getMilliseconds(), 3)].join('-')
}

/** The first of so many days, today being the last; a day is not always 24 hours long. */
function firstDay(keepDays: number, nowMs: number): string {
  const day = new Date(nowMs)
  // At noon no change of the clocks moves the date.
  day.setHours(12, 0, 0, 0)
  day.setDate(day.getDate() - (keepDays - 1))
  return dayOf(day.getTime())
}

const entriesOf = (dir: string): Dirent[] => (existsSync(dir) ? readdirSync(dir, { withFileTypes: true }) : [])
const filesIn = (dir: string): string[] =>
  entriesOf(dir).flatMap((entry) => (entry.isDirectory() ? filesIn(join(dir, entry.name)) : [join(dir, entry.name)]))

/** Keeps today and the `keepDays` − 1 days before it; removes the days before those. @throws Problem of the disk */
export function sweep(dir: string, keepDays: number, nowMs: number): void {
  const oldest = firstDay(keepDays, nowMs)
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

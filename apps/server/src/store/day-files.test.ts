import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dayOf, sweep, timeOf } from './day-files'

let dir: string
const zone = process.env.TZ
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'psiona-days-'))
  process.env.TZ = 'Europe/Berlin'
})
afterEach(() => {
  rmSync(dir, { recursive: true, force: true })
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})
const left = () => readdirSync(dir).sort()

describe('[R29] files that are kept for a number of days', () => {
  it('are those of today and of the days before it, whatever the hour', () => {
    for (const day of ['2026-03-01', '2026-03-02', '2026-03-03']) mkdirSync(join(dir, day))
    writeFileSync(join(dir, '2026-03-01.jsonl'), '')
    writeFileSync(join(dir, 'notes.txt'), '')
    const lateMs = new Date(2026, 2, 3, 23, 59).getTime()
    sweep(dir, 3, lateMs)
    expect(left()).toHaveLength(5)
    sweep(dir, 2, new Date(2026, 2, 3, 0, 1).getTime())
    expect(left()).toEqual(['2026-03-02', '2026-03-03', 'notes.txt'])
    sweep(dir, 1, lateMs)
    expect(left()).toEqual(['2026-03-03', 'notes.txt'])
  })

  it('are not counted wrong when the clocks change', () => {
    // A day of 23 hours lies between: 24 hours before half past midnight is two dates back.
    for (const day of ['2026-03-28', '2026-03-29', '2026-03-30']) mkdirSync(join(dir, day))
    sweep(dir, 2, new Date(2026, 2, 30, 0, 30).getTime())
    expect(left()).toEqual(['2026-03-29', '2026-03-30'])
  })

  it('are named by the day and the time of this place', () => {
    const atMs = Date.UTC(2026, 6, 1, 22, 5, 6, 7)
    expect([dayOf(atMs), timeOf(atMs)]).toEqual(['2026-07-02', '00-05-06-007'])
  })
})

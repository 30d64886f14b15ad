import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Traces } from '@psiona/shared'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeClock } from '../../../../tests/fakes/clock'
import { openTraces } from './traces'

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  return { ...fs, mkdirSync: vi.fn(fs.mkdirSync) }
})

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'psiona-traces-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const open = (wanted: Traces, clock = fakeClock()) => {
  const troubles: unknown[] = []
  const traces = openTraces({ dataDir, clock, wanted: () => wanted, onTrouble: (cause) => troubles.push(cause) })
  return { traces, clock, troubles }
}
const WANTED = Traces.parse({
  recordings: { on: true, keepDays: 2 },
  events: { on: true, keepDays: 2 },
  voices: { on: true },
})
const wav = new TextEncoder().encode('RIFF')

describe('[R29] what the extras keep', () => {
  it('is nothing, unless it was asked for', () => {
    const { traces } = open(Traces.parse({}))
    traces.record(wav)
    traces.note({ type: 'tally-changed' })
    expect(readdirSync(dataDir)).toEqual([])
    expect(traces.list().map(({ count, oldestAt }) => [count, oldestAt])).toEqual([
      [0, null],
      [0, null],
      [0, null],
    ])
    traces.close()
  })

  it('lies in the data folder, readable by its owner alone', () => {
    const { traces } = open(WANTED)
    traces.record(wav)
    traces.record(wav)
    traces.note({ type: 'tally-changed', tally: 'speaking' })
    traces.note({ type: 'tally-changed', tally: 'listening' })
    const [recordings, events] = traces.list()
    expect(recordings).toMatchObject({ kind: 'recordings', count: 2, bytes: 8 })
    expect(events).toMatchObject({ kind: 'events', count: 1 })
    const day = join(dataDir, 'recordings', readdirSync(join(dataDir, 'recordings'))[0] as string)
    expect(readdirSync(day).every((name) => (statSync(join(day, name)).mode & 0o777) === 0o600)).toBe(true)
    const log = join(dataDir, 'events', readdirSync(join(dataDir, 'events'))[0] as string)
    const lines = readFileSync(log, 'utf8').trim().split('\n')
    expect(lines.map((line) => JSON.parse(line).tally)).toEqual(['speaking', 'listening'])
    traces.close()
  })

  it('goes when its days are over, while running and at the next start', async () => {
    const { traces, clock } = open(WANTED)
    traces.record(wav)
    await clock.advance(DAY_MS)
    traces.record(wav)
    traces.note({ type: 'x' })
    expect(traces.list()[0]).toMatchObject({ count: 2 })
    await clock.advance(DAY_MS)
    expect(traces.list()[0]).toMatchObject({ count: 1 })
    traces.close()
    const later = fakeClock(clock.wallMs() + 5 * DAY_MS)
    const again = open(WANTED, later)
    expect(again.traces.list().map(({ count }) => count)).toEqual([0, 0, 0])
    again.traces.close()
    expect(later.waiting).toBe(0)
  })

  it('is kept for one day: until that day is over here', async () => {
    const clock = fakeClock(new Date(2026, 2, 2, 0, 30).getTime())
    const { traces } = open(Traces.parse({ recordings: { on: true, keepDays: 1 } }), clock)
    traces.record(wav)
    await clock.advance(23 * HOUR_MS)
    expect(traces.list()[0]).toMatchObject({ count: 1 })
    await clock.advance(HOUR_MS)
    expect(traces.list()[0]).toMatchObject({ count: 0 })
    traces.close()
  })

  it('bears the day and the time of this place', () => {
    const zone = process.env.TZ
    process.env.TZ = 'Pacific/Kiritimati'
    try {
      const { traces } = open(WANTED, fakeClock(Date.UTC(2026, 2, 2, 12, 1, 2, 3)))
      traces.record(wav)
      traces.close()
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
    expect(readdirSync(join(dataDir, 'recordings'))).toEqual(['2026-03-03'])
    expect(readdirSync(join(dataDir, 'recordings', '2026-03-03'))).toEqual(['02-01-02-003-1.wav'])
  })

  it('makes a folder when the first file of it comes, not for each, and again when it was removed', () => {
    const { traces } = open(WANTED)
    vi.mocked(mkdirSync).mockClear()
    for (let times = 0; times < 3; times++) {
      traces.note({ type: 'x' })
      traces.record(wav)
    }
    expect(vi.mocked(mkdirSync).mock.calls).toHaveLength(2)
    rmSync(join(dataDir, 'events'), { recursive: true })
    traces.note({ type: 'x' })
    expect(traces.list()[1]).toMatchObject({ count: 1 })
    traces.close()
  })

  it('is no voice while voices are not told apart', async () => {
    const { traces } = open(Traces.parse({}))
    await expect(traces.voice.save([Float32Array.from([1])])).rejects.toMatchObject({
      code: 'voices-off',
      category: 'refused',
    })
    expect(readdirSync(dataDir)).toEqual([])
    traces.close()
  })

  it('is wiped kind by kind, and a learned voice is kept until then', async () => {
    const { traces } = open(WANTED)
    expect(await traces.voice.load()).toBeNull()
    await traces.voice.save([Float32Array.from([0.5, -0.25])])
    expect(await traces.voice.load()).toEqual([Float32Array.from([0.5, -0.25])])
    traces.record(wav)
    expect(traces.wipe('recordings')).toBe(1)
    expect(existsSync(join(dataDir, 'recordings'))).toBe(false)
    expect(traces.wipe('voices')).toBe(1)
    expect(await traces.voice.load()).toBeNull()
    expect(traces.wipe('events')).toBe(0)
    traces.close()
  })
})

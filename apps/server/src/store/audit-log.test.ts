import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AuditEntry } from '@psiona/shared'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fakeClock } from '../../../../tests/fakes/clock'
import { openAuditLog } from './audit-log'

const DAY_MS = 86_400_000
let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'psiona-audit-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const open = (clock = fakeClock(), keepDays = 30) => {
  const troubles: unknown[] = []
  const log = openAuditLog({ dataDir, clock, keepDays: () => keepDays, onTrouble: (cause) => troubles.push(cause) })
  const note = (turnId: string, more: Partial<AuditEntry> = {}) =>
    log.note({ at: clock.wallMs(), kind: 'held-back', offence: 'slur', rule: 'slur:en-1', platform: 'twitch', turnId, ...more })
  const ids = (limit = 100) => log.latest(limit).map(({ turnId }) => turnId)
  return { log, clock, troubles, note, ids }
}
const folder = () => join(dataDir, 'audit')

describe('the audit log', () => {
  it('tells the newest first, over days and restarts', async () => {
    const { log, clock, note, ids } = open()
    note('one')
    await clock.advance(DAY_MS)
    note('two')
    note('three')
    expect(ids()).toEqual(['three', 'two', 'one'])
    expect(ids(2)).toEqual(['three', 'two'])
    log.close()
    const again = open(clock)
    again.note('four')
    expect(again.ids()).toEqual(['four', 'three', 'two', 'one'])
    expect(readdirSync(folder())).toHaveLength(2)
    again.log.close()
    expect(clock.waiting).toBe(0)
  })

  it('lies on the disk soon, readable by its owner alone', async () => {
    const { log, clock, note } = open()
    expect(readdirSync(dataDir)).toEqual([])
    note('one')
    await clock.advance(250)
    const [name = ''] = readdirSync(folder())
    expect(statSync(join(folder(), name)).mode & 0o777).toBe(0o600)
    expect(JSON.parse(readFileSync(join(folder(), name), 'utf8').trim())).toMatchObject({ turnId: 'one' })
    log.close()
  })

  it('goes when its days are over', async () => {
    const { log, clock, note, ids } = open(fakeClock(), 2)
    note('one')
    await clock.advance(DAY_MS)
    note('two')
    await clock.advance(DAY_MS)
    expect(ids()).toEqual(['two'])
    log.close()
  })

  it('is wiped at a word, and says how much there was', async () => {
    const { log, clock, note, ids } = open()
    note('one')
    await clock.advance(DAY_MS)
    note('two')
    expect(log.wipe()).toBe(2)
    expect([ids(), log.wipe()]).toEqual([[], 0])
    note('three')
    expect(ids()).toEqual(['three'])
    log.close()
  })

  it('passes over what is none of its lines, and half a line', () => {
    const { note, ids, log, clock } = open()
    mkdirSync(folder())
    note('one')
    const [entry] = log.latest(1)
    log.wipe()
    mkdirSync(folder())
    const file = join(folder(), '2026-03-02.jsonl')
    writeFileSync(file, `{"odd":1}\n${JSON.stringify(entry)}\n{"at":17`)
    writeFileSync(join(folder(), 'notes.txt'), 'mine')
    log.close()
    const again = open(clock)
    again.note('two')
    expect(again.ids()).toEqual(['two', 'one'])
    again.log.close()
    expect(ids()).toEqual(['two', 'one'])
  })

  it('goes on in memory when the disk does not take it, says so once, and writes when it does', async () => {
    writeFileSync(folder(), 'a file where the folder should be')
    const { log, clock, note, ids, troubles } = open()
    note('one')
    await clock.advance(10_000)
    note('two')
    expect([ids(), troubles.length]).toEqual([['two', 'one'], 1])
    await clock.advance(60_000)
    expect(troubles).toHaveLength(2)
    rmSync(folder())
    await clock.advance(250)
    expect(readdirSync(folder())).toHaveLength(1)
    expect(ids()).toEqual(['two', 'one'])
    log.close()
  })

  it('never stops her where nothing can be written', () => {
    // Not a question of rights, which an administrator always has.
    writeFileSync(folder(), 'a file where the folder should be')
    const { log, note, ids, troubles } = open()
    note('one')
    expect(ids()).toEqual(['one'])
    log.close()
    expect(troubles.length).toBeGreaterThan(0)
  })

  it('is bounded, in memory and on the disk', async () => {
    writeFileSync(folder(), '')
    const { log, clock, note, ids } = open()
    for (let at = 0; at < 3000; at++) note(`n${at}`)
    expect(ids(5000)).toHaveLength(1000)
    rmSync(folder())
    mkdirSync(folder())
    writeFileSync(join(folder(), '2026-03-02.jsonl'), '\n'.repeat(4_000_001))
    await clock.advance(250)
    expect(statSync(join(folder(), '2026-03-02.jsonl')).size).toBe(4_000_001)
    log.close()
  })
})

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Problem } from '@psiona/shared'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { fakeClock } from '../../../../tests/fakes/clock'
import { openKeptList } from './kept-list'

const Entry = z.strictObject({ thing: z.string() })
let dataDir = ''
let file = ''
let troubles: unknown[] = []

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'psiona-kept-'))
  file = join(dataDir, 'list.json')
  troubles = []
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const clock = fakeClock()
const remedy = 'Look for yourself.'
const open = () => openKeptList({ dataDir, name: 'list', of: Entry, remedy, clock, onTrouble: (cause) => troubles.push(cause) })

describe('kept list', () => {
  it('needs no file, and outlives a process once it has been put', async () => {
    const list = open()
    expect(list.earlier).toEqual([])
    await list.put([{ thing: 'music' }])
    expect(open().earlier).toEqual([{ thing: 'music' }])
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(dataDir)).toEqual(['list.json'])
    expect(troubles).toEqual([])
  })

  it('leaves no file when there is nothing', async () => {
    const list = open()
    await list.put([])
    await list.put([{ thing: 'music' }])
    await list.put([])
    expect(readdirSync(dataDir)).toEqual([])
  })

  it('has the latest on the disk when the first of many puts has been answered', async () => {
    const list = open()
    const first = list.put([{ thing: 'one' }])
    for (let i = 0; i < 100; i++) void list.put([{ thing: `number ${i}` }])
    await first
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual([{ thing: 'number 99' }])
  })

  it('what is put while it writes is written after that', async () => {
    const list = open()
    const first = list.put([{ thing: 'one' }])
    await Promise.resolve()
    await Promise.resolve()
    await Promise.all([first, list.put([{ thing: 'two' }])])
    expect(open().earlier).toEqual([{ thing: 'two' }])
  })

  it.each([
    ['half a file', '[{"thing":"mus'],
    ['another shape', '{"thing":"music"}'],
    ['an entry of another version', '[{"thing":"music"},{"thing":7}]'],
    ['nothing at all', ''],
  ])('%s is set aside, told without its words, and does not stop the start', async (_, text) => {
    writeFileSync(file, text)
    const list = open()
    expect(list.earlier).toEqual([])
    expect(existsSync(file)).toBe(false)
    const aside = readdirSync(dataDir)
    expect(aside).toEqual([expect.stringMatching(/^list\.broken-.*\.json$/)])
    expect(readFileSync(join(dataDir, aside[0] ?? ''), 'utf8')).toBe(text)
    expect(troubles).toEqual([expect.any(Problem)])
    expect(String(troubles[0])).toContain(remedy)
    expect(String(troubles[0])).not.toContain('music')
    await list.put([{ thing: 'music' }])
    expect(open().earlier).toEqual([{ thing: 'music' }])
  })

  it('a disk that refuses is told once in a while, and nobody waits for ever', async () => {
    mkdirSync(join(file, 'in the way'), { recursive: true })
    const list = open()
    expect(list.earlier).toEqual([])
    await list.put([{ thing: 'music' }])
    await list.put([])
    expect(troubles).toEqual([expect.any(Problem)])
    await clock.advance(60_000)
    await list.put([{ thing: 'music' }])
    expect(troubles).toHaveLength(2)
  })
})

import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readConfig } from '../config'
import { wipe } from './wipe'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'psiona-wipe-'))
  for (const folder of ['recordings/2001-01-01', 'events', 'voices']) mkdirSync(join(dataDir, folder), { recursive: true })
  for (const file of Object.values(FILES)) writeFileSync(join(dataDir, file), '')
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))
/** Old enough to be swept by any number of days. */
const FILES = { recordings: 'recordings/2001-01-01/a.wav', events: 'events/2001-01-01.jsonl', voices: 'voices/owner.json' }
const left = () => Object.values(FILES).filter((file) => existsSync(join(dataDir, file)))
const run = (kind: string) => wipe.run({ kind }, readConfig({ PSIONA_DATA: dataDir }), [])

describe('[R29] psiona wipe without a server', () => {
  it('removes the kind that was named and nothing else, however old', async () => {
    expect(await run('events')).toEqual({ result: { removed: { events: 1 } }, words: 'events: 1 removed' })
    expect(left()).toEqual([FILES.recordings, FILES.voices])
  })
  it('removes nothing when there is no such kind', async () => {
    await expect(run('everything')).rejects.toMatchObject({ code: 'bad-kind', category: 'input' })
    expect(left()).toHaveLength(3)
  })
  it('removes all when that is asked for', async () => {
    expect((await run('all')).result).toEqual({ removed: { recordings: 1, events: 1, voices: 1 } })
    expect(left()).toEqual([])
  })
})

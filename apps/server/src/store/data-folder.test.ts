import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fakeClock } from '../../../../tests/fakes/clock'
import { findLiveServer, openDataFolder } from './data-folder'

const clock = fakeClock()
let parent = ''
let path = ''

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'psiona-folder-'))
  path = join(parent, 'data')
})
afterEach(() => rmSync(parent, { recursive: true, force: true }))

const refusal = () => {
  try {
    openDataFolder(path, clock).close()
    return 'opened'
  } catch (problem) {
    return problem
  }
}

describe('data folder', () => {
  it('is made for its owner alone, and found while its server listens', () => {
    expect(findLiveServer(path)).toBeNull()
    const folder = openDataFolder(path, clock)
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o700)
    expect(findLiveServer(path)).toBeNull()
    folder.announce(4321)
    expect(findLiveServer(path)).toEqual({ pid: process.pid, port: 4321, startedAt: clock.wallMs() })
    folder.close()
    expect(findLiveServer(path)).toBeNull()
  })

  it('has one server at a time, and tells the second where the first is', () => {
    const folder = openDataFolder(path, clock)
    folder.announce(4321)
    expect(refusal()).toMatchObject({ code: 'already-running', message: expect.stringContaining('http://localhost:4321') })
    expect(findLiveServer(path)?.port).toBe(4321)
    folder.close()
    expect(refusal()).toBe('opened')
  })

  it('is free again after its server was killed, whatever the note says', async () => {
    openDataFolder(path, clock).close()
    const holder = `
      const Sqlite = require(${JSON.stringify(createRequire(import.meta.url).resolve('better-sqlite3'))})
      new Sqlite(process.argv[1]).exec('BEGIN EXCLUSIVE')
      console.log('held')
      setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['-e', holder, join(path, 'server.lock')], { stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise((resolve) => child.stdout.once('data', resolve))
    const note = { pid: child.pid ?? 0, port: 4321, startedAt: 1 }
    writeFileSync(join(path, 'server.json'), JSON.stringify(note))
    expect(findLiveServer(path)).toEqual(note)
    expect(refusal()).toMatchObject({ code: 'already-running' })
    const over = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await over
    expect(findLiveServer(path)).toBeNull()
    const folder = openDataFolder(path, clock)
    expect(existsSync(join(path, 'server.json'))).toBe(false)
    folder.close()
  })

  it('does not trust a note that is not one', () => {
    const folder = openDataFolder(path, clock)
    for (const text of ['', '{', '{"pid":-1,"port":3210,"startedAt":1}', '{"pid":1,"port":"3210; rm","startedAt":1}']) {
      writeFileSync(join(path, 'server.json'), text)
      expect(findLiveServer(path)).toBeNull()
    }
    folder.close()
  })

  it('says what to do when it cannot be used', () => {
    writeFileSync(join(parent, 'file'), 'mine')
    path = join(parent, 'file')
    expect(refusal()).toMatchObject({ code: 'bad-data-folder', message: expect.stringContaining('Set PSIONA_DATA') })
    expect(readFileSync(path, 'utf8')).toBe('mine')
    path = join(parent, 'sealed')
    mkdirSync(path, { mode: 0o500 })
    // Root may write everywhere, so for this one look the test is nobody.
    const isRoot = process.getuid?.() === 0
    if (isRoot) process.seteuid?.(65534)
    const found = refusal()
    if (isRoot) process.seteuid?.(0)
    if (process.platform !== 'win32')
      expect(found).toMatchObject({ code: 'no-write-permission', message: expect.stringContaining('the right to write there') })
  })
})

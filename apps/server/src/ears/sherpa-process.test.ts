// The door to a sherpa process when the process dies: while it works, while it loads, and when its server does.
import { type ChildProcess, spawn } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { root } from '../../../../tests/checkout'
import { fakeClock } from '../../../../tests/fakes/clock'
import { bundleProgram, type Program } from '../../../../tests/fakes/program'
import { tinyModel, writeTiny } from '../../../../tests/fakes/tiny-onnx-models'
import { SOON } from '../../../../tests/suites/transcriber-suite'
import { type SherpaProcess, type SherpaProcessOptions, sherpaProcess } from './sherpa-process'

const never = new AbortController().signal
const open = (options: Partial<SherpaProcessOptions> = {}) =>
  sherpaProcess({
    model: tinyModel('whisper'),
    folder: '',
    language: 'en',
    workerFile: join(root, 'tests/fakes/doomed-sherpa.mjs'),
    clock: fakeClock(),
    ...options,
  })

async function* sound(...values: number[]): AsyncIterable<Float32Array> {
  for (const value of values) yield Float32Array.of(value)
}
async function texts(sherpa: SherpaProcess, source: AsyncIterable<Float32Array>, signal = never): Promise<string[]> {
  const all: string[] = []
  for await (const answer of sherpa.hear(source, signal)) if (answer.type === 'text') all.push(answer.text)
  return all
}
const die = (sherpa: SherpaProcess) => expect(texts(sherpa, sound(1, -1))).rejects.toMatchObject({ code: 'sherpa-stopped' })

/** Processes this one has started. */
let started: ChildProcess[] = []
const onStarted = (message: unknown) => started.push((message as { readonly process: ChildProcess }).process)
beforeEach(() => {
  started = []
  subscribe('child_process', onStarted)
})
afterEach(() => void unsubscribe('child_process', onStarted))

describe('a sherpa process', () => {
  it('is not started before it is needed, and lets its caller keep the sound', async () => {
    const sherpa = open()
    expect(sherpa.health()).toEqual({ state: 'ok', detail: 'Tiny whisper' })
    expect(started).toEqual([])
    const mine = Float32Array.of(1, 2)
    const twice = async function* () {
      yield mine
      yield mine
    }
    expect(await texts(sherpa, twice())).toEqual(['2', '4', '4'])
    expect(mine).toEqual(Float32Array.of(1, 2))
    await sherpa.close()
  })
  it('takes no more sound than it has heard', async () => {
    const sherpa = open()
    let given = 0
    const hour = async function* () {
      for (; given < 100; given++) yield Float32Array.of(1)
    }
    let answers = 0
    for await (const answer of sherpa.hear(hour(), never)) {
      answers++
      if (answer.type === 'text' && !answer.final) expect(given - answers).toBeLessThanOrEqual(1)
    }
    expect(answers).toBe(101)
    await sherpa.close()
  })
  it('that dies fails what runs, says so, and starts again at the next words', async () => {
    const sherpa = open()
    await die(sherpa)
    expect(sherpa.health()).toMatchObject({ state: 'trouble', detail: 'Tiny whisper stopped while it worked.' })
    expect(await texts(sherpa, sound(1, 1))).toEqual(['1', '2', '2'])
    expect(sherpa.health().state).toBe('ok')
    await sherpa.close()
  })
  it('that dies again and again is left alone until it has rested', async () => {
    const clock = fakeClock()
    const sherpa = open({ clock })
    for (let i = 0; i < 3; i++) await die(sherpa)
    await expect(texts(sherpa, sound(1))).rejects.toThrow('stopped 3 times within 10 minutes. Choose another')
    expect(sherpa.health()).toMatchObject({ state: 'trouble', remedy: 'Choose another recogniser on the Ears page.' })
    expect(started).toHaveLength(3)
    await clock.advance(10 * 60_000)
    expect(await texts(sherpa, sound(1))).toEqual(['1', '1'])
    await sherpa.close()
  })
  it('that has no program is trouble, and does not take the server with it', async () => {
    const sherpa = open({ workerFile: join(root, 'tests/fakes/no-such.mjs') })
    await expect(texts(sherpa, sound(1))).rejects.toMatchObject({ code: 'sherpa-stopped' })
    expect(sherpa.health()).toMatchObject({ detail: 'Tiny whisper could not be started.' })
    await sherpa.close()
  })
  it('passes on what fails in the sound itself', async () => {
    const sherpa = open()
    const broken = async function* () {
      yield Float32Array.of(1)
      throw new RangeError('no more')
    }
    await expect(texts(sherpa, broken())).rejects.toThrow(RangeError)
    await sherpa.close()
  })
  it('closed, ends what runs and hears nothing more', async () => {
    const sherpa = open()
    let closed: Promise<unknown> = Promise.resolve()
    const endless = async function* () {
      yield Float32Array.of(1)
      closed = sherpa.close()
      await new Promise(() => {})
    }
    await texts(sherpa, endless())
    await closed
    expect(started.map(({ signalCode }) => signalCode)).toEqual(['SIGKILL'])
    expect(await texts(sherpa, sound(1))).toEqual([])
    expect(started).toHaveLength(1)
  })
})

describe('a sherpa process that dies while it loads', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sherpa-process-'))
    writeTiny('whisper', folder)
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('blames the files, and is started again when one of them has changed, not before', async () => {
    const sherpa = open({ folder, language: '255' })
    const damaged = {
      code: 'model-file-damaged',
      message: expect.stringMatching(/^Tiny whisper could not be loaded: its files are/),
    }
    await expect(texts(sherpa, sound(1))).rejects.toMatchObject(damaged)
    expect(sherpa.health()).toEqual({
      state: 'trouble',
      detail: 'Tiny whisper could not be loaded: its files are damaged.',
      remedy: 'Fetch it again on the Ears page. If that does not help, choose another model.',
    })
    for (let i = 0; i < 5; i++) await expect(texts(sherpa, sound(1))).rejects.toMatchObject(damaged)
    expect(() => sherpa.start()).toThrow(expect.objectContaining(damaged))
    expect(started).toHaveLength(1)
    const file = join(folder, 'decoder.onnx')
    writeFileSync(file, readFileSync(file))
    await expect(texts(sherpa, sound(1))).rejects.toMatchObject(damaged)
    expect(started).toHaveLength(2)
    await sherpa.close()
  })
  it.skipIf(process.platform === 'win32').each([
    ['SIGABRT', 'model-file-damaged', /^Fetch it again/],
    ['SIGSEGV', 'model-file-damaged', /^Fetch it again/],
    ['SIGKILL', 'model-too-large', /^Choose a smaller model/],
    ['SIGILL', 'sherpa-missing', /^Choose another recogniser/],
  ])('of %s says what to do', async (signal, code, remedy) => {
    const sherpa = open({ folder, language: signal })
    await expect(texts(sherpa, sound(1))).rejects.toMatchObject({ code })
    expect(sherpa.health()).toMatchObject({ state: 'trouble', remedy: expect.stringMatching(remedy) })
    await sherpa.close()
  })
})

describe('the process of a real model', () => {
  const workerFile = join(root, 'dist/sherpa-worker.mjs')
  let folder: string
  let owner: Program
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sherpa-process-'))
    writeTiny('whisper', folder)
    owner = await bundleProgram('tests/fakes/sherpa-owner.ts')
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
    owner.remove()
  })
  const servers: ChildProcess[] = []
  afterEach(() => {
    for (const server of servers.splice(0)) server.kill('SIGKILL')
  })
  /** A server with one, and the id of that. */
  const serve = async (then: 'stay' | 'close') => {
    const server = spawn(process.execPath, [owner.path, workerFile, folder, then], { stdio: ['ignore', 'pipe', 'inherit'] })
    servers.push(server)
    const pid = Number(await new Promise((resolve) => server.stdout.once('data', resolve)))
    expect(pid).toBeGreaterThan(0)
    return { server, pid }
  }
  const ended = (server: ChildProcess) => new Promise((resolve) => server.once('close', resolve))
  const isThere = (pid: number) => {
    try {
      process.kill(pid, 0)
    } catch {
      return false
    }
    // Who is to take note of its end may be slow to.
    return process.platform !== 'linux' || !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  }

  it('ends when its server is killed', { timeout: 60_000 }, async () => {
    const { server, pid } = await serve('stay')
    expect(isThere(pid)).toBe(true)
    const over = ended(server)
    server.kill('SIGKILL')
    await over
    await vi.waitFor(() => expect(isThere(pid)).toBe(false), SOON)
  })
  it('once closed is gone, and keeps nobody from ending', { timeout: 60_000 }, async () => {
    const { server, pid } = await serve('close')
    expect(await ended(server)).toBe(0)
    expect(isThere(pid)).toBe(false)
  })
  it.skipIf(process.platform === 'win32')('leaves Ctrl C to its server', async () => {
    const sherpa = open({ folder, workerFile })
    const silence = async function* () {
      yield new Float32Array(16_000)
    }
    expect(await texts(sherpa, silence())).toEqual([''])
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) started[0]?.kill(signal)
    expect(await texts(sherpa, silence())).toEqual([''])
    expect(started).toHaveLength(1)
    await sherpa.close()
  })
})

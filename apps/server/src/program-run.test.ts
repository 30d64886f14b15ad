// The end of a program: by itself, and when it does not want to.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FakeClock, fakeClock } from '../../../tests/fakes/clock'
import { bothGone, lives, pidsIn } from '../../../tests/fakes/parent-and-child'
import { SOON } from '../../../tests/suites/transcriber-suite'
import { KILL_GRACE_MS } from './program-group'
import { runProgram } from './program-run'

let clock: FakeClock
let folder: string
beforeEach(() => {
  clock = fakeClock()
  folder = mkdtempSync(join(tmpdir(), 'psiona-run-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
  expect(clock.waiting).toBe(0)
})

const run = (code: string, signal = new AbortController().signal, input: Uint8Array | null = null) =>
  runProgram({
    clock,
    program: process.execPath,
    args: ['--input-type=module', '-e', code],
    input,
    limitMs: 5000,
    mostOutputBytes: 1000,
    signal,
  })
/** Starts another program, and writes down the numbers of both when that one runs. `deaf`: which of them do not end when asked to. */
const family = (...deaf: ('parent' | 'child')[]) => {
  const ignore = (who: 'parent' | 'child') => (deaf.includes(who) ? `process.on('SIGTERM', () => {});` : '')
  const child = `${ignore('child')} setInterval(() => {}, 1000); console.log(1)`
  return `import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
${ignore('parent')}
const child = spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: ['ignore', 'pipe', 'ignore'] })
child.stdout.once('data', () => writeFileSync(${JSON.stringify(join(folder, 'pids'))}, process.pid + ' ' + child.pid))`
}
const pids = () => pidsIn(folder, SOON)
const gone = (running: readonly number[]) => bothGone(running, SOON)

describe('a program', () => {
  it('is given its input, and tells its code and what it printed', async () => {
    const end = await run('process.stdin.pipe(process.stdout)', undefined, Buffer.from('Größe'))
    expect(end).toEqual({ kind: 'exited', code: 0, output: 'Größe' })
    expect(await run('process.exit(7)')).toEqual({ kind: 'exited', code: 7, output: '' })
  })
  it('is not started when nobody waits for it any more, or when it cannot be', async () => {
    expect(await run('', AbortSignal.abort())).toEqual({ kind: 'aborted' })
    const order = { clock, args: [], input: null, limitMs: 5000, mostOutputBytes: 10, signal: new AbortController().signal }
    expect(await runProgram({ ...order, program: join(folder, 'nothing') })).toMatchObject({ kind: 'not-started' })
    expect(await runProgram({ ...order, program: 'a\0b' })).toMatchObject({ kind: 'not-started' })
  })
  it('that is deaf is asked first, then killed, with what it has started', async () => {
    const controller = new AbortController()
    const ended = run(family('parent', 'child'), controller.signal)
    const running = await pids()
    const asked = clock.whenAsleep(KILL_GRACE_MS)
    controller.abort()
    await asked
    expect(running.map(lives)).toEqual([true, true])
    await clock.advance(KILL_GRACE_MS)
    expect(await ended).toEqual({ kind: 'aborted' })
    await gone(running)
  })
  it('that ends when asked takes along what does not', async () => {
    const controller = new AbortController()
    const ended = run(family('child'), controller.signal)
    const running = await pids()
    controller.abort()
    expect(await ended).toEqual({ kind: 'aborted' })
    await gone(running)
  })
  it('that is slow is ended at its limit, one that prints too much at once', async () => {
    const slow = run(family())
    const running = await pids()
    await clock.advance(5000)
    expect(await slow).toEqual({ kind: 'too-slow' })
    await gone(running)
    expect(await run(`for (;;) console.log('word '.repeat(100))`)).toEqual({ kind: 'too-much' })
  })
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CaptureChoice, type MicGate, type MicrophoneState, type PcmChunk, RecogniserChoice } from '@psiona/shared'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FakeClock, fakeClock } from '../../../../tests/fakes/clock'
import { bothGone, lives, pidsIn } from '../../../../tests/fakes/parent-and-child'
import { SOON } from '../../../../tests/suites/transcriber-suite'
import { KILL_GRACE_MS } from '../program-group'
import { createCapture } from './capture-command'

let dir: string
let clock: FakeClock
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'psiona-capture-'))
  clock = fakeClock()
})
afterEach(() => {
  rmSync(dir, { recursive: true, force: true })
  expect(clock.waiting).toBe(0)
})

/** A program that prints a ramp in odd pieces and then waits, or ends. */
function microphoneProgram(more: string): { kind: 'command'; command: string; args: string[] } {
  const script = join(dir, 'capture.mjs')
  const print = `const ramp = Buffer.alloc(1920); for (let at = 0; at < 960; at++) ramp.writeInt16LE(at, at * 2)
for (let at = 0; at < ramp.length; at += 501) process.stdout.write(ramp.subarray(at, at + 501))`
  writeFileSync(script, `${print}\n${more}\n`)
  return { kind: 'command', command: process.execPath, args: [script] }
}
const setUp = (gate: () => MicGate = () => 'open') => {
  const sources: MicrophoneState['source'][] = []
  let tell = () => {}
  const capture = createCapture({
    clock,
    gate,
    onPlugged: (source) => {
      sources.push(source)
      tell()
    },
  })
  const plugged = (wanted: boolean) =>
    new Promise<void>((resolve) => {
      tell = () => {
        if ((sources.at(-1) !== null) === wanted) resolve()
      }
      if (sources.length > 0) tell()
    })
  return { capture, sources, plugged }
}
const WAIT = 'setInterval(() => {}, 1000)'
const DEAF = "process.on('SIGTERM', () => {})"
/** Starts another program that ends at no word, and writes down the numbers of both when that one runs. */
const withChild = () => {
  const child = `${DEAF}; ${WAIT}; console.log(1)`
  return `const { spawn } = await import('node:child_process')
const { writeFileSync } = await import('node:fs')
const child = spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: ['ignore', 'pipe', 'ignore'] })
await new Promise((resolve) => child.stdout.once('data', resolve))
writeFileSync(${JSON.stringify(join(dir, 'pids'))}, process.pid + ' ' + child.pid)`
}
const pids = () => pidsIn(dir, SOON)
const gone = (running: readonly number[]) => bothGone(running, SOON)
const page = { kind: 'page' } as const

test('raw sound in pieces of any size becomes chunks in order, as from any microphone', async () => {
  const { capture, sources } = setUp()
  capture.settle(microphoneProgram(WAIT))
  const chunks: PcmChunk[] = []
  for await (const chunk of capture.chunks) if (chunks.push(chunk) === 3) break
  expect(chunks.map(({ sequence, atSample, gate }) => [sequence, atSample, gate])).toEqual([
    [0, 0, 'open'],
    [1, 320, 'open'],
    [2, 640, 'open'],
  ])
  expect(chunks[2]?.samples[319]).toBeCloseTo(959 / 32_768, 6)
  expect(sources).toMatchObject([{ kind: 'command' }])
  const closed = capture.close()
  expect(sources.at(-1)).toBeNull()
  await closed
})

test('a program that ends is told with a remedy and started again after a while, as another microphone', async () => {
  const { capture, sources, plugged } = setUp()
  capture.settle(microphoneProgram('process.exitCode = 1'))
  await plugged(true)
  await plugged(false)
  expect(capture.trouble()).toMatchObject({
    detail: expect.stringContaining('ended'),
    remedy: expect.stringContaining('terminal'),
  })
  await clock.whenAsleep(3000)
  const again = plugged(true)
  await clock.advance(3000)
  await again
  await plugged(false)
  await capture.close()
  expect(sources.flatMap((source) => source?.micId ?? [])).toEqual(['capture-1', 'capture-2'])
  const chunks: string[] = []
  for await (const { micId, sequence } of capture.chunks) chunks.push(`${micId} ${sequence}`)
  // The finder drops what it has had of the same microphone.
  expect(chunks).toEqual(['capture-1', 'capture-2'].flatMap((micId) => [0, 1, 2].map((sequence) => `${micId} ${sequence}`)))
})

test('a program that does not exist is told, and choosing pages again ends the matter', async () => {
  const { capture, plugged } = setUp()
  capture.settle({ kind: 'command', command: join(dir, 'nothing-here'), args: [] })
  await plugged(false)
  expect(capture.trouble()?.detail).toContain('could not be started')
  capture.settle({ kind: 'page' })
  expect(capture.trouble()).toBeNull()
  await capture.close()
})

test.each([
  ['a path through a file', () => join(dir, 'capture.mjs', 'arecord')],
  ['a name too long for any', () => join(dir, 'a'.repeat(400))],
  ['a NUL', () => 'a\0b'],
])('a program that cannot be one (%s) is told as well, and another can be chosen', async (_, command) => {
  const { capture, plugged } = setUp()
  const works = microphoneProgram(WAIT)
  capture.settle({ kind: 'command', command: command(), args: [] })
  await plugged(false)
  expect(capture.trouble()?.detail).toContain('could not be started')
  capture.settle(works)
  await plugged(true)
  expect(capture.trouble()).toBeNull()
  await capture.close()
})

test('no settings name a program that no system would take', () => {
  for (const [command, args] of [
    ['a\0b', []],
    ['arecord', ['-f', 'a\0b']],
  ]) {
    expect(CaptureChoice.safeParse({ kind: 'command', command, args }).success).toBe(false)
    expect(RecogniserChoice.safeParse({ kind: 'command', command, args }).success).toBe(false)
  }
})

test('a program that is deaf is asked first, then killed, with what it has started', async () => {
  const { capture, plugged } = setUp()
  capture.settle(microphoneProgram(`${DEAF}\n${withChild()}\n${WAIT}`))
  await plugged(true)
  const running = await pids()
  const asked = clock.whenAsleep(KILL_GRACE_MS)
  const closed = capture.close()
  await asked
  expect(running.map(lives)).toEqual([true, true])
  await clock.advance(KILL_GRACE_MS)
  await closed
  await gone(running)
})

test('a program that ends by itself leaves nothing that has the device', async () => {
  const { capture, plugged } = setUp()
  capture.settle(microphoneProgram(`${withChild()}\nprocess.exit(1)`))
  await plugged(true)
  const running = await pids()
  await plugged(false)
  await gone(running)
  await capture.close()
})

test('the next program starts when the one before has let go of the device', async () => {
  const { capture, sources, plugged } = setUp()
  capture.settle(microphoneProgram(`${DEAF}\n${withChild()}\n${WAIT}`))
  await plugged(true)
  const running = await pids()
  const asked = clock.whenAsleep(KILL_GRACE_MS)
  capture.settle(page)
  capture.settle(microphoneProgram(`${WAIT} // again`))
  await asked
  expect(sources.at(-1)).toBeNull()
  const next = plugged(true)
  await clock.advance(KILL_GRACE_MS)
  await next
  expect(lives(running[0] ?? 0)).toBe(false)
  expect(sources.at(-1)).toMatchObject({ micId: 'capture-2' })
  await gone(running)
  await capture.close()
})

test('nobody waits for another start when pages are chosen, or all is closed', async () => {
  const { capture } = setUp()
  const missing: CaptureChoice = { kind: 'command', command: join(dir, 'nothing-here'), args: [] }
  for (const end of [() => capture.settle(page), () => capture.close()]) {
    capture.settle(missing)
    await clock.whenAsleep(3000)
    await end()
    expect(clock.waiting).toBe(0)
  }
})

test('[R71] nothing of a muted program is heard', async () => {
  let gate: MicGate = 'muted'
  const { capture, plugged } = setUp(() => gate)
  capture.settle(microphoneProgram(WAIT))
  await plugged(true)
  gate = 'open'
  await capture.close()
  const chunks: PcmChunk[] = []
  for await (const chunk of capture.chunks) chunks.push(chunk)
  expect(chunks).toEqual([])
})

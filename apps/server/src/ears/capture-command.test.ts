import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MicGate, MicrophoneState, PcmChunk } from '@psiona/shared'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fakeClock } from '../../../../tests/fakes/clock'
import { createCapture } from './capture-command'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'psiona-capture-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

/** A program that prints a ramp in odd pieces and then waits, or ends. */
function microphoneProgram(more: string): { kind: 'command'; command: string; args: string[] } {
  const script = join(dir, 'capture.mjs')
  const print = `const ramp = Buffer.alloc(1920); for (let at = 0; at < 960; at++) ramp.writeInt16LE(at, at * 2)
for (let at = 0; at < ramp.length; at += 501) process.stdout.write(ramp.subarray(at, at + 501))`
  writeFileSync(script, `${print}\n${more}\n`)
  return { kind: 'command', command: process.execPath, args: [script] }
}
const setUp = (gate: () => MicGate = () => 'open') => {
  const clock = fakeClock()
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
  return { clock, capture, sources, plugged }
}
const WAIT = 'setInterval(() => {}, 1000)'

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
  capture.close()
  expect(sources.at(-1)).toBeNull()
})

test('a program that ends is told with a remedy and started again after a while', async () => {
  const { clock, capture, plugged } = setUp()
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
  capture.close()
})

test('a program that does not exist is told, and choosing pages again ends the matter', async () => {
  const { capture, plugged } = setUp()
  capture.settle({ kind: 'command', command: join(dir, 'nothing-here'), args: [] })
  await plugged(false)
  expect(capture.trouble()?.detail).toContain('could not be started')
  capture.settle({ kind: 'page' })
  expect(capture.trouble()).toBeNull()
  capture.close()
})

test('[R71] nothing of a muted program is heard', async () => {
  let gate: MicGate = 'muted'
  const { capture, plugged } = setUp(() => gate)
  capture.settle(microphoneProgram(WAIT))
  await plugged(true)
  gate = 'open'
  capture.close()
  const chunks: PcmChunk[] = []
  for await (const chunk of capture.chunks) chunks.push(chunk)
  expect(chunks).toEqual([])
})

// psiona listen without the ears' models: what it measures, says and refuses, and that it closes what it opened.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodeWav } from '@psiona/psi'
import { Problem } from '@psiona/shared'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readConfig } from '../config'
import { listenWith } from './listen'

const folder = mkdtempSync(join(tmpdir(), 'psiona-listen-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const config = readConfig({ PSIONA_DATA: join(folder, 'data') })

const Result = z.strictObject({
  speech: z.array(z.strictObject({ start: z.number(), end: z.number() })),
  text: z.string(),
  f0: z.number().nullable(),
  syllableRate: z.number().nullable(),
  surprise: z.array(z.strictObject({ at: z.number(), epsilon: z.number(), kind: z.enum(['pitch', 'energy', 'timbre']) })),
  energyDb: z.number(),
  f0Track: z.array(z.strictObject({ at: z.number(), hz: z.number() })),
})

/** A second and a half at 44.1 kHz: five swells of a voice at 160 Hz. */
const RATE_HZ = 44_100
const voice = Float32Array.from({ length: 1.5 * RATE_HZ }, (_, n) => {
  const at = n / RATE_HZ
  const swell = at < 1.25 ? 0.5 - 0.5 * Math.cos(2 * Math.PI * 4 * at) : 0
  let sum = 0
  for (let k = 1; k <= 12; k++) sum += Math.sin(2 * Math.PI * 160 * k * at) / k
  return 0.2 * swell * sum
})
const write = (name: string, bytes: Uint8Array | string) => {
  const file = join(folder, name)
  writeFileSync(file, bytes)
  return file
}

function hearing(text: string, recogniser: { state: 'ok' | 'off' | 'trouble'; detail: string; remedy?: string }) {
  const heard: number[] = []
  const state = { heard, open: 0, fails: null as Problem | null }
  const command = listenWith(async () => {
    state.open++
    return {
      async hear(samples) {
        heard.push(samples.length)
        if (state.fails) throw state.fails
        return { speech: [{ start: 0, end: 1.25 }], text, recogniser }
      },
      close() {
        state.open--
      },
    }
  })
  return { state, run: (file: string) => command.run({ wav: file }, config, []) }
}
const fluent = () => hearing('ma ma ma ma ma', { state: 'ok', detail: 'a recogniser' })

describe('psiona listen', () => {
  it('tells speech and words from the ears, voice, rhythm and level from the engine', async () => {
    const { run, state } = fluent()
    const { result, words, problem } = await run(write('voice.wav', encodeWav(voice, RATE_HZ)))
    const heard = Result.parse(result)
    expect(heard).toMatchObject({ speech: [{ start: 0, end: 1.25 }], text: 'ma ma ma ma ma', surprise: [] })
    expect(heard.f0).toBeCloseTo(160, 0)
    expect(Math.abs(heard.syllableRate! - 4)).toBeLessThan(0.6)
    expect(heard.energyDb).toBeLessThan(-10)
    expect(heard.energyDb).toBeGreaterThan(-25)
    expect(heard.f0Track.length).toBeGreaterThan(80)
    expect(words).toMatch(/“ma ma ma ma ma”[\s\S]*160 Hz[\s\S]*syllables a second/)
    expect(problem).toBeUndefined()
    expect(state).toMatchObject({ heard: [24_000], open: 0 })
  })

  it('without a recogniser it says so in words, and is no failure', async () => {
    const { run } = hearing('', { state: 'off', detail: 'no recogniser', remedy: 'Fetch a model on the Ears page.' })
    const { result, words } = await run(write('voice.wav', encodeWav(voice, RATE_HZ)))
    expect(Result.parse(result).text).toBe('')
    expect(words).toMatch(/^no recogniser: Fetch a model on the Ears page\.$/m)
  })

  it('silence and an empty file have nothing in them', async () => {
    for (const length of [0, 8000]) {
      const { result } = await fluent().run(write('silence.wav', encodeWav(new Float32Array(length), 16_000)))
      expect(Result.parse(result)).toMatchObject({ f0: null, syllableRate: null, surprise: [], f0Track: [], energyDb: -120 })
    }
  })

  it.each([
    ['not-a-wav', () => write('text.wav', 'This is no sound.')],
    ['cannot-read', () => join(folder, 'nowhere.wav')],
    ['cannot-read', () => folder],
    ['flag-missing', () => ''],
  ])('%s: says what to do and opens nothing', async (code, file) => {
    const { run, state } = fluent()
    await expect(run(file())).rejects.toMatchObject({ code, name: 'Problem' })
    expect(state).toMatchObject({ heard: [], open: 0 })
  })

  it('closes the ears when they fail, and says why', async () => {
    const { run, state } = fluent()
    state.fails = new Problem('recogniser-gone', 'broken', 'The recogniser has stopped. Try again.')
    await expect(run(write('voice.wav', encodeWav(voice, RATE_HZ)))).rejects.toBe(state.fails)
    expect(state.open).toBe(0)
  })
})

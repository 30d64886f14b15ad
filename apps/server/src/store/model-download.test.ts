// What a network does to a download, against a real server of this machine.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { fakeClock } from '../../../../tests/fakes/clock'
import type { FileScript } from '../../../../tests/fakes/file-server'
import {
  arrived,
  askedOf,
  pullSome,
  pullVoices,
  type ServedVoices,
  serveVoices,
  VOICES,
  VOICES_PATH,
} from '../../../../tests/fakes/model-pull'
import { someBytes } from '../../../../tests/fakes/served-models'

const open: ServedVoices[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((served) => served.close()))
})
const serve = async (...of: Parameters<typeof serveVoices>) => {
  const served = await serveVoices(...of)
  open.push(served)
  return served
}

describe('a download', () => {
  it('that is interrupted asks only for what is missing, and only of the same file', async () => {
    const served = await serve({}, { kind: 'cut', afterBytes: 1_000_000 }, { kind: 'cut', afterBytes: 500_000 })
    expect(await pullVoices(served)).toMatchObject({ state: 'installed', problem: null, receivedBytes: VOICES.length })
    expect(served.isWhole()).toBe(true)
    const [first, second, third] = served.server.asked
    expect(first).toMatchObject({ fromByte: null, status: 200 })
    expect(second).toMatchObject({ status: 206, headers: { 'if-range': expect.stringMatching(/^"/) } })
    expect(third?.status).toBe(206)
    // What a broken connection had on its way may be lost; what arrived is not asked for again.
    expect(second!.fromByte!).toBeGreaterThan(0)
    expect(second!.fromByte!).toBeLessThanOrEqual(1_000_000)
    expect(third!.sentBytes).toBe(VOICES.length - third!.fromByte!)
    expect(existsSync(join(served.modelsDir, 'voices/.partial'))).toBe(false)
  })

  it('goes on after any number of short troubles while bytes come, and gives up after four without', async () => {
    const cuts = Array.from({ length: 2 }, () => ({ kind: 'cut', afterBytes: 1_200_000 }) as const)
    expect(await pullVoices(await serve({}, ...cuts))).toMatchObject({ state: 'installed' })
    const dead = await serve({}, ...Array.from({ length: 9 }, () => ({ kind: 'cut', afterBytes: 0 }) as const))
    expect(await pullVoices(dead)).toMatchObject({
      state: 'absent',
      problem: expect.stringMatching(/connection.*what has come stays/),
    })
    expect(dead.server.asked).toHaveLength(4)
  })

  it('begins anew when the server cannot continue', async () => {
    const served = await serve({}, { kind: 'cut', afterBytes: 1_000_000 }, { kind: 'no-range' })
    expect(await pullVoices(served)).toMatchObject({ state: 'installed' })
    expect(askedOf(served)).toEqual([
      [null, 200],
      [expect.any(Number), 200],
    ])
    expect(served.isWhole()).toBe(true)
  })

  it('begins anew when another piece comes than the one asked for', async () => {
    const served = await serve({}, { kind: 'cut', afterBytes: 1_000_000 }, { kind: 'other-range', atByte: 7 })
    expect(await pullVoices(served)).toMatchObject({ state: 'installed' })
    expect(askedOf(served)).toEqual([
      [null, 200],
      [expect.any(Number), 206],
      [null, 200],
    ])
  })

  it('begins anew when the file on the server has changed between two parts', async () => {
    const served = await serve()
    const old = someBytes(VOICES.length, 5)
    served.server.put(VOICES_PATH, old)
    await pullSome(served, 1_000_000)
    served.server.put(VOICES_PATH, VOICES)
    expect(await pullVoices(served)).toMatchObject({ state: 'installed' })
    expect(askedOf(served)).toEqual([
      [null, 200],
      [1_000_000, 200],
    ])
    expect(served.isWhole()).toBe(true)
  })

  it('without ETag or date continues when a checksum is known, and begins anew when none is', async () => {
    const known = await serve({ validator: false }, { kind: 'cut', afterBytes: 1_000_000 })
    expect(await pullVoices(known)).toMatchObject({ state: 'installed' })
    expect(askedOf(known)).toEqual([
      [null, 200],
      [expect.any(Number), 206],
    ])
    const unknown = await serve({ validator: false, published: false }, { kind: 'cut', afterBytes: 1_000_000 })
    expect(await pullVoices(unknown)).toMatchObject({ state: 'installed' })
    expect(askedOf(unknown)).toEqual([
      [null, 200],
      [null, 200],
    ])
  })

  it('with a wrong byte leaves nothing behind, and the next pull gets the right one', async () => {
    const served = await serve({}, { kind: 'flip', atByte: 2_000_000 })
    expect(await pullVoices(served)).toMatchObject({
      state: 'absent',
      problem: expect.stringMatching(/checksum differs.*removed/),
    })
    expect([existsSync(served.target), existsSync(served.part)]).toEqual([false, false])
    expect(await pullVoices(served)).toMatchObject({ state: 'installed', problem: null })
  })

  it('of a part that has suffered on the disk comes once more from its beginning', async () => {
    const served = await serve()
    await pullSome(served, 1_000_000)
    const part = readFileSync(served.part)
    part[10]! ^= 1
    writeFileSync(served.part, part)
    expect(await pullVoices(served)).toMatchObject({ state: 'installed' })
    expect(askedOf(served)).toEqual([
      [null, 200],
      [part.length, 206],
      [null, 200],
    ])
  })

  it.each<[string, FileScript]>([
    ['shorter than it is known to be', { kind: 'length', byBytes: -5, send: VOICES.length - 5 }],
    ['longer than it is known to be', { kind: 'length', byBytes: 5 }],
    ['packed on the way', { kind: 'packed' }],
    ['without end', { kind: 'endless', extraBytes: 100_000 }],
  ])('of a file that is %s is refused, and nothing too much is written', async (_, script) => {
    const served = await serve({}, script)
    expect(await pullVoices(served)).toMatchObject({ problem: expect.stringMatching(/another file than the one Psiona knows/) })
    expect(served.server.asked).toHaveLength(1)
    expect(existsSync(served.target)).toBe(false)
    if (existsSync(served.part)) expect(readFileSync(served.part).length).toBeLessThanOrEqual(VOICES.length)
  })

  it('that ends before its announced length is continued', async () => {
    const served = await serve({}, { kind: 'length', byBytes: 0, send: 1_000_000 })
    expect(await pullVoices(served)).toMatchObject({ state: 'installed' })
    expect(askedOf(served)).toEqual([
      [null, 200],
      [expect.any(Number), 206],
    ])
  })

  it.each([
    [404, /no longer has this file/, 1],
    [410, /no longer has this file/, 1],
    [401, /does not give this file out \(401\)/, 1],
    [500, /has trouble \(500\)/, 4],
    [429, /has trouble \(429\)/, 4],
  ])('answered by %i says so', async (status, sentence, tries) => {
    const served = await serve({}, ...Array.from({ length: 9 }, () => ({ kind: 'status', status }) as const))
    expect(await pullVoices(served)).toMatchObject({ state: 'absent', problem: expect.stringMatching(sentence) })
    expect(served.server.asked).toHaveLength(tries)
  })

  it('tries again when the server is back', async () => {
    expect(await pullVoices(await serve({}, { kind: 'status', status: 503 }))).toMatchObject({ state: 'installed' })
  })
})

describe('a silent line', () => {
  it.each([null, 0, 1_000_000])('is given up after 30 s and not earlier (%s bytes came)', async (afterBytes) => {
    const served = await serve({}, { kind: 'hold', afterBytes })
    const clock = fakeClock()
    const pulled = pullVoices(served, { clock })
    await served.server.holding()
    if (afterBytes) await arrived(served.part, afterBytes)
    await clock.advance(29_000)
    expect(served.server.asked).toHaveLength(1)
    await clock.advance(2000)
    expect(await pulled).toMatchObject({ state: 'installed' })
    expect(askedOf(served).at(-1)).toEqual(afterBytes ? [afterBytes, 206] : [null, 200])
  })

  it('that drips is none', async () => {
    const served = await serve({}, { kind: 'hold', afterBytes: 1_000_000 })
    const clock = fakeClock()
    const files = served.open({ clock })
    files.pull('voices')
    await arrived(served.part, 1_000_000)
    await clock.advance(25_000)
    served.server.release()
    expect(await files.pulled('voices')).toMatchObject({ state: 'installed' })
    expect(served.server.asked).toHaveLength(1)
  })
})

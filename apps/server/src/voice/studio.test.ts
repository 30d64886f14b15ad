// The studio around a thread that only says who it is: one order after the other, nothing made for nobody, no thread left behind.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type FakeClock, fakeClock } from '../../../../tests/fakes/clock'
import type { RenditionOrder } from './rendition'
import { createStudio, type Studio } from './studio'

/** Its words: the number of the thread, and which order of that thread it was. 'hang' never answers, 'die' ends it. */
const THREAD = `
import { parentPort, threadId } from 'node:worker_threads'
let orders = 0
const answer = (ticket) => parentPort.postMessage({
  ticket, type: 'made', pcm: new Float32Array(1), face: new Float32Array(0), visemes: [], loudness: { lufs: null, truePeakDbtp: null },
  words: [{ text: threadId + ' ' + orders, start: 0, end: 1 }],
})
parentPort.on('message', ({ ticket, order }) => {
  orders++
  if (order.text === 'die') process.exit(1)
  if (order.text === 'hang') return
  answer(ticket)
})
`
const order = (text = 'x'): RenditionOrder => ({ text, dials: {} as RenditionOrder['dials'], emotion: {}, seed: 1 })
const never = new AbortController().signal

let folder: string
let clock: FakeClock
let studio: Studio
const make = async (text?: string, signal = never) => {
  const { words } = await studio.make(order(text), {}, signal)
  const [thread, count] = (words[0]?.text ?? '').split(' ').map(Number)
  return { thread, count }
}
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'studio-'))
  writeFileSync(join(folder, 'thread.mjs'), THREAD)
})
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(() => {
  clock = fakeClock()
  studio = createStudio({ clock, dictionaryFile: '', letterToSoundFile: '', workerFile: join(folder, 'thread.mjs') })
})
afterEach(async () => {
  await studio.close()
  expect(clock.waiting).toBe(0)
})

describe('the studio', () => {
  it('keeps its thread while it is used, lets it go when nobody orders anything, and starts another', async () => {
    const first = await make()
    await clock.advance(50_000)
    const second = await make()
    expect(second).toEqual({ thread: first.thread, count: 2 })
    await clock.advance(120_000)
    const third = await make()
    expect(third.thread).not.toBe(first.thread)
    expect(third.count).toBe(1)
  })

  it('does not let a thread go that is at work', async () => {
    const long = make('hang')
    await clock.advance(300_000)
    const outcome = Promise.race([long.catch(({ code }) => code), Promise.resolve('at work')])
    expect(await outcome).toBe('at work')
    await studio.close()
    await expect(long).rejects.toMatchObject({ code: 'closing' })
  })

  it('makes nothing for who has left: before, in the queue, or while it is made', async () => {
    await expect(make('x', AbortSignal.abort())).rejects.toMatchObject({ code: 'studio-left' })
    const { count } = await make()
    const controller = new AbortController()
    const working = make('x', controller.signal)
    const queued = make('x', controller.signal)
    const wanted = make()
    controller.abort()
    await expect(working).rejects.toMatchObject({ code: 'studio-left', category: 'busy' })
    await expect(queued).rejects.toMatchObject({ code: 'studio-left' })
    // The one that was begun was made, the one in the queue was not.
    expect((await wanted).count).toBe(count! + 2)
  })

  it('that has lost its thread says so, and starts another', async () => {
    await expect(make('die')).rejects.toMatchObject({ code: 'studio-failed', category: 'broken' })
    expect((await make()).count).toBe(1)
  })

  it('closed, makes nothing more and starts no thread', async () => {
    const open = make('hang')
    const refused = expect(open).rejects.toMatchObject({ code: 'closing', category: 'busy' })
    await studio.close()
    await refused
    await expect(make()).rejects.toMatchObject({ code: 'closing' })
  })
})

// What every voice must do, whoever made it. In: how to open one, and one that cannot speak. Out: tests, to be called from its own test file.
import { Problem } from '@psiona/shared'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Tts, TtsPiece } from '../../apps/server/src/organs'
import { type Held, held, nothingMoreThan } from './nothing-left'

export interface TtsKit {
  /** A fresh one, ready to be asked. The suite closes it. */
  open(): Promise<Tts>
  /** One that cannot speak: its model, program or server is missing. */
  broken?(): Promise<Tts>
  /** Of ODD: what it cannot say at all. */
  readonly cannotSay?: readonly string[]
  /** Names of what is still there: files, programs, connections. Looked at when the voice is closed. */
  leftovers?(): readonly string[] | Promise<readonly string[]>
}

/** For what another process or the other end of a connection does by itself, on a machine that is busy. */
export const SOON = { timeout: 15_000 }

export const SHORT = 'Hello there.'
export const LONG =
  'Well, here we are again. The rain has stopped, the streets are shining, and somebody down there plays the trumpet. I could listen to it all night. Do you hear how the echo comes back from the other side of the river? It is late, though, and we should sleep.'
/** In which nothing is said. */
const NOTHING = ['', '   ', '…', '🙂', '🎉🎉 👩‍👩‍👧', '!?', '\u200d\ufe0f']
/** In which something is, somewhere. */
const ODD = [
  'a',
  '7',
  'Grüße, naïve café',
  'wow 🎉 wow',
  'x\u0000y',
  'half \ud83d letter',
  '«Ja» — (no)',
  '日本語',
  'w'.repeat(300),
]

const request = (text: string) => ({ text, language: 'en-US', emotion: {} })
const never = (): AbortSignal => new AbortController().signal

export async function piecesOf(source: AsyncIterable<TtsPiece>): Promise<TtsPiece[]> {
  const all: TtsPiece[] = []
  for await (const piece of source) all.push(piece)
  return all
}
export const say = (tts: Tts, text: string, signal = never()): Promise<TtsPiece[]> =>
  piecesOf(tts.synthesise(request(text), signal))

/** One sound of pieces that are as they should be. */
export function soundOf(pieces: readonly TtsPiece[]): { pcm: Float32Array; sampleRate: number } {
  expect(new Set(pieces.map(({ sampleRate }) => sampleRate)).size).toBeLessThanOrEqual(1)
  for (const { pcm } of pieces) {
    expect(pcm.length).toBeGreaterThan(0)
    expect(pcm.every((sample) => sample >= -1 && sample <= 1)).toBe(true)
  }
  return { pcm: Float32Array.from(pieces.flatMap(({ pcm }) => [...pcm])), sampleRate: pieces[0]?.sampleRate ?? 0 }
}
const loudest = (pcm: Float32Array): number => pcm.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)

/** What it may hold while it is open. */
const KINDS = ['ProcessWrap', 'TCPSocketWrap', 'MessagePort']

export function ttsSuite(name: string, kit: TtsKit): void {
  describe(`${name}, as every voice`, { timeout: 40_000 }, () => {
    let tts: Tts
    let before: Held
    beforeEach(async () => {
      before = held(KINDS)
      tts = await kit.open()
    })
    afterEach(async () => {
      await tts.close()
      expect((await kit.leftovers?.()) ?? []).toEqual([])
      await nothingMoreThan(before, SOON)
    })

    it('has a name, and tells how it is before it was ever asked', () => {
      expect(tts.name).not.toBe('')
      const { state, detail, remedy } = tts.health()
      expect(detail).not.toBe('')
      if (state === 'trouble') expect(remedy).toMatch(/\w{2}.*\.$/)
    })

    it('gives finite sound within −1..1 at one rate; then it is well', async () => {
      const { pcm, sampleRate } = soundOf(await say(tts, SHORT))
      expect(sampleRate).toBeGreaterThanOrEqual(8000)
      expect(pcm.length / sampleRate).toBeGreaterThan(0.2)
      expect(pcm.length / sampleRate).toBeLessThan(10)
      expect(loudest(pcm)).toBeGreaterThan(0.01)
      expect(tts.health().state).toBe('ok')
    })

    it('ends without a piece where nothing is said', async () => {
      for (const text of NOTHING) expect(await say(tts, text), JSON.stringify(text)).toEqual([])
    })

    it('makes something of any text', async () => {
      for (const text of ODD.filter((some) => !kit.cannotSay?.includes(some)))
        expect(soundOf(await say(tts, text)).pcm.length, JSON.stringify(text)).toBeGreaterThan(0)
    })

    it('gives the first piece of a long text before all of it is made', async () => {
      const pieces = tts.synthesise(request(LONG), never())[Symbol.asyncIterator]()
      const first = await pieces.next()
      expect(first.done).toBe(false)
      const rest = await piecesOf({ [Symbol.asyncIterator]: () => pieces })
      expect(rest.length).toBeGreaterThan(1)
      const all = soundOf([...(first.done ? [] : [first.value]), ...rest]).pcm.length
      // One of many: it was not kept back until the end.
      expect((first.done ? 0 : first.value.pcm.length) / all).toBeLessThan(0.5)
    })

    it('does not mix two lines said at once', async () => {
      const alone = soundOf(await say(tts, SHORT)).pcm
      const [one, long, two] = await Promise.all([say(tts, SHORT), say(tts, LONG), say(tts, SHORT)])
      expect(soundOf(one).pcm.length).toBe(alone.length)
      expect(soundOf(two).pcm.length).toBe(alone.length)
      expect(soundOf(long).pcm.length).toBeGreaterThan(3 * alone.length)
    })

    it('aborted before it began: ends without a piece', async () => {
      expect(await say(tts, SHORT, AbortSignal.abort())).toEqual([])
    })

    it('aborted while it speaks: ends, and nothing comes after; the other line and the next one are whole', async () => {
      const controller = new AbortController()
      const whole = soundOf(await say(tts, SHORT)).pcm.length
      const other = say(tts, SHORT)
      let after = 0
      for await (const _ of tts.synthesise(request(LONG), controller.signal)) {
        if (controller.signal.aborted) after++
        controller.abort()
      }
      expect(after).toBe(0)
      expect(soundOf(await other).pcm.length).toBe(whole)
      expect(soundOf(await say(tts, SHORT)).pcm.length).toBe(whole)
    })

    it('left by who listened: lets go, and says the next line', async () => {
      for await (const _ of tts.synthesise(request(LONG), never())) break
      expect((await say(tts, SHORT)).length).toBeGreaterThan(0)
    })

    it('closed, even twice: ends what runs and says nothing more', async () => {
      let closed: Promise<unknown> = Promise.resolve()
      let after = 0
      let isClosed = false
      for await (const _ of tts.synthesise(request(LONG), never())) {
        if (isClosed) after++
        isClosed = true
        closed = Promise.all([tts.close(), tts.close()])
      }
      await closed
      expect(after).toBe(0)
      expect(await say(tts, SHORT)).toEqual([])
    })
  })

  const { broken } = kit
  if (broken)
    describe(`${name}, as every voice that cannot speak`, () => {
      it('says what is so and what to do, by its failure and by its health', async () => {
        const tts = await broken()
        const failure = await say(tts, SHORT).then(
          (pieces) => new Error(`gave ${pieces.length} pieces`),
          (cause: unknown) => cause,
        )
        expect(failure).toBeInstanceOf(Problem)
        if (failure instanceof Problem) {
          expect(failure.code).toMatch(/^[a-z0-9-]+$/)
          expect(failure.message.split(/(?<=\.) /).length, failure.message).toBeGreaterThan(1)
          expect(failure.message).not.toContain(SHORT)
        }
        const { state, detail, remedy } = tts.health()
        expect(state).toBe('trouble')
        expect(detail).not.toBe('')
        expect(remedy).toMatch(/\w.*\.$/)
        await tts.close()
        expect((await kit.leftovers?.()) ?? []).toEqual([])
      })
      it('is closed without having been asked', async () => {
        await (await broken()).close()
        expect((await kit.leftovers?.()) ?? []).toEqual([])
      })
    })
}

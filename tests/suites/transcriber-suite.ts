// What every recogniser must do, whoever made it. In: how to open one, and what it should make of a sound. Out: tests, to be called from its own test file.
import { MIC_RATE, Problem, sanitise } from '@psiona/shared'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Transcriber, Transcript } from '../../apps/server/src/organs'
import { type Held, held, nothingMoreThan } from './nothing-left'

export interface TranscriberKit {
  /** A fresh one, ready to be asked. The suite closes it. */
  open(): Promise<Transcriber>
  /** A sound at MIC_RATE with words in it. Without it a hum stands in, and what is made of it is not judged. */
  readonly hears?: {
    readonly sound: () => Float32Array | Promise<Float32Array>
    readonly words: readonly string[]
    /** Of the words, 0..1. */
    readonly leastShare: number
  }
  /** One that cannot recognise: its model, program, server or page is missing. */
  broken?(): Promise<Transcriber>
  /** How many words it may make of silence; a recogniser that always guesses says so here. Default 0. */
  readonly mostWordsOfSilence?: number
  /** Names of what is still there: files, programs, connections. Looked at when the recogniser is closed. */
  leftovers?(): readonly string[] | Promise<readonly string[]>
}

/** For what another process or the other end of a connection does by itself, on a machine that is busy. */
export const SOON = { timeout: 10_000 }

const SILENCE = new Float32Array(1.5 * MIC_RATE)
/** Loud in three beats, as speech is, and without a word. */
export const HUM: Float32Array = new Float32Array(MIC_RATE).map(
  (_, i) => 0.3 * Math.sin((2 * Math.PI * 140 * i) / MIC_RATE) * Math.sin((2 * Math.PI * 3 * i) / MIC_RATE),
)

export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}' ]/gu, ' ')
    .split(/\s+/)
    .filter(Boolean)

/** A whole sound as it comes from a microphone. `last` runs when the voice has ended, before the recogniser learns of it. */
export async function* spokenIn(
  sound: Float32Array,
  pieceSamples = 320,
  last: () => void = () => {},
): AsyncIterable<Float32Array> {
  for (let at = 0; at < sound.length; at += pieceSamples) yield sound.subarray(at, at + pieceSamples)
  last()
}

/** Somebody who does not stop speaking; `begun` runs when the recogniser has come back for more. */
async function* spokenWithoutEnd(sound: Float32Array, begun: () => void): AsyncIterable<Float32Array> {
  yield sound
  begun()
  await new Promise(() => {})
}

const never = (): AbortSignal => new AbortController().signal

export async function transcriptsOf(source: AsyncIterable<Transcript>): Promise<Transcript[]> {
  const all: Transcript[] = []
  for await (const transcript of source) all.push(transcript)
  return all
}

/** The text of a stream of transcripts that is as it should be. */
export function finalOf(transcripts: readonly Transcript[]): string {
  expect(transcripts.map(({ final }) => final)).toEqual([...transcripts.slice(1).map(() => false), true])
  for (const { text } of transcripts) expect(text).toBe(sanitise(text))
  return transcripts.at(-1)!.text
}

/** What it may hold while it is open. */
const KINDS = ['ProcessWrap', 'TCPSocketWrap']

export function transcriberSuite(name: string, kit: TranscriberKit): void {
  const sound = async () => (await kit.hears?.sound()) ?? HUM
  const hear = async (transcriber: Transcriber, heard: Float32Array, pieceSamples?: number) =>
    finalOf(await transcriptsOf(transcriber.transcribe(spokenIn(heard, pieceSamples), never())))

  describe(`${name}, as every recogniser`, () => {
    let transcriber: Transcriber
    let before: Held
    beforeEach(async () => {
      before = held(KINDS)
      transcriber = await kit.open()
    })
    afterEach(async () => {
      await transcriber.close()
      expect((await kit.leftovers?.()) ?? []).toEqual([])
      await nothingMoreThan(before, SOON)
    })

    it('has a name, and tells how it is before it was ever asked', () => {
      expect(transcriber.name).not.toBe('')
      const { state, detail, remedy } = transcriber.health()
      expect(detail).not.toBe('')
      if (state === 'trouble') expect(remedy).toMatch(/\w{2}.*\.$/)
    })

    it('gives partials, if it has any, and then one final; then it is well', async () => {
      const text = await hear(transcriber, await sound())
      if (kit.hears) {
        const heard = wordsOf(text)
        const right = kit.hears.words.filter((word) => heard.includes(word.toLowerCase()))
        expect(right.length / kit.hears.words.length, `heard: ${text}`).toBeGreaterThanOrEqual(kit.hears.leastShare)
      }
      expect(transcriber.health().state).toBe('ok')
    })

    it('takes pieces of any length', async () => {
      const whole = await sound()
      const text = await hear(transcriber, whole, 777)
      if (kit.hears) expect(wordsOf(text).length).toBeGreaterThan(0)
      await hear(transcriber, whole, whole.length)
    })

    it('makes nothing of silence, nor of nothing', async () => {
      expect(wordsOf(await hear(transcriber, SILENCE)).length).toBeLessThanOrEqual(kit.mostWordsOfSilence ?? 0)
      expect(wordsOf(await hear(transcriber, new Float32Array())).length).toBeLessThanOrEqual(kit.mostWordsOfSilence ?? 0)
    })

    it('answers two utterances at once', async () => {
      const whole = await sound()
      const texts = await Promise.all([hear(transcriber, whole), hear(transcriber, whole)])
      if (kit.hears) for (const text of texts) expect(wordsOf(text).length).toBeGreaterThan(0)
    })

    it('aborted before it began: ends without a word', async () => {
      expect(await transcriptsOf(transcriber.transcribe(spokenIn(await sound()), AbortSignal.abort()))).toEqual([])
    })

    it('aborted while somebody speaks: ends without a final, whether or not they stop', async () => {
      const controller = new AbortController()
      const utterance = spokenWithoutEnd(await sound(), () => controller.abort())
      const heard = await transcriptsOf(transcriber.transcribe(utterance, controller.signal))
      expect(heard.filter(({ final }) => final)).toEqual([])
    })

    it('aborted when they have stopped: ends without a final', async () => {
      const controller = new AbortController()
      const utterance = spokenIn(await sound(), 320, () => controller.abort())
      const heard = await transcriptsOf(transcriber.transcribe(utterance, controller.signal))
      expect(heard.filter(({ final }) => final)).toEqual([])
    })

    it('an abort of one utterance leaves the other alone', async () => {
      const whole = await sound()
      const controller = new AbortController()
      const [dropped, kept] = await Promise.all([
        transcriptsOf(
          transcriber.transcribe(
            spokenIn(whole, 320, () => controller.abort()),
            controller.signal,
          ),
        ),
        transcriptsOf(transcriber.transcribe(spokenIn(whole), never())),
      ])
      expect(dropped.filter(({ final }) => final)).toEqual([])
      finalOf(kept)
    })

    it('closed, even twice: ends what runs, without a final', async () => {
      let closed: Promise<unknown> = Promise.resolve()
      const utterance = spokenWithoutEnd(await sound(), () => {
        closed = Promise.all([transcriber.close(), transcriber.close()])
      })
      const heard = await transcriptsOf(transcriber.transcribe(utterance, never()))
      await closed
      await transcriber.close()
      expect(heard.filter(({ final }) => final)).toEqual([])
    })

    it('closed when the voice has ended: ends what runs', async () => {
      let closed: Promise<unknown> = Promise.resolve()
      const utterance = spokenIn(await sound(), 320, () => {
        closed = transcriber.close()
      })
      await transcriptsOf(transcriber.transcribe(utterance, never()))
      await closed
    })
  })

  const { broken } = kit
  if (broken)
    describe(`${name}, as every recogniser that cannot`, () => {
      it('says what is so and what to do, by its failure and by its health', async () => {
        const transcriber = await broken()
        const failure = await transcriptsOf(transcriber.transcribe(spokenIn(await sound()), never())).then(
          (heard) => new Error(`gave ${heard.length} transcripts`),
          (cause: unknown) => cause,
        )
        expect(failure).toBeInstanceOf(Problem)
        if (failure instanceof Problem) {
          expect(failure.code).toMatch(/^[a-z0-9-]+$/)
          expect(failure.message.split(/(?<=\.) /).length, failure.message).toBeGreaterThan(1)
        }
        const { state, detail, remedy } = transcriber.health()
        expect(state).toBe('trouble')
        expect(detail).not.toBe('')
        expect(remedy).toMatch(/\w.*\.$/)
        await transcriber.close()
        expect((await kit.leftovers?.()) ?? []).toEqual([])
      })
      it('is closed without having been asked', async () => {
        await (await broken()).close()
        expect((await kit.leftovers?.()) ?? []).toEqual([])
      })
    })
}

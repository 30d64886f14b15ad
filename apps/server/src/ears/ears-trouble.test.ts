// The ears when a recogniser fails, hangs or gives up, and without a detector.
import { MIC_RATE, Problem } from '@psiona/shared'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  beginAnew,
  clock,
  closeEars,
  countingTranscriber,
  ears,
  heard,
  kept,
  openEars,
  send,
  taken,
  troubles,
  turnGate,
  when,
} from '../../../../tests/fakes/ears-at-work'
import { createVadsOnDemand } from './vads-on-demand'

beforeEach(beginAnew)
afterEach(closeEars)

describe('[R27] the ears in trouble', () => {
  it('go on when a recogniser fails: the utterance ends without words, and the trouble is told', async () => {
    const problem = new Problem('x', 'broken', 'It failed. Try again.')
    openEars({
      transcriber: () => ({
        ...countingTranscriber(),
        // biome-ignore lint/correctness/useYield: it fails before its first word.
        async *transcribe() {
          throw problem
        },
      }),
    })
    for (let time = 0; time < 2; time++) {
      send(600, 0.5)
      send(900, 0)
    }
    while (heard.filter(({ type }) => type === 'speech-end').length < 2) await taken()
    expect(heard.filter(({ type }) => type === 'speech-end')).toMatchObject([{ text: '' }, { text: '' }])
    expect(troubles).toEqual([problem, problem])
  })

  it('without a detector only the talk key tells speech, and the health says so', async () => {
    turnGate('held')
    const missing = new Problem('no-vad', 'missing', 'The voice detector is missing. Run git checkout models.')
    openEars({ vads: createVadsOnDemand({ load: () => Promise.reject(missing), missing: null, onTrouble: () => {} }) })
    send(600, 0.5)
    turnGate('shut')
    send(100, 0)
    expect((await when('speech-end')).text).toMatch(/^heard/)
    expect(ears.health().find(({ part }) => part === 'vad')).toMatchObject({
      state: 'trouble',
      remedy: 'Run git checkout models.',
    })
  })

  it('end an utterance whose recogniser never answers, and tell', async () => {
    openEars({
      transcriber: () => ({
        ...countingTranscriber(),
        async *transcribe() {
          await new Promise(() => {})
        },
      }),
    })
    send(600, 0.5)
    send(900, 0)
    await when('speech-stop')
    await clock.whenAsleep(60_000)
    await clock.advance(60_000)
    expect(await when('speech-end')).toMatchObject({ text: '' })
    expect(troubles).toMatchObject([{ code: 'recogniser-silent' }])
  })

  it('let go at once of an utterance whose recogniser hangs, when she is muted', async () => {
    openEars({
      transcriber: () => ({
        ...countingTranscriber(),
        async *transcribe() {
          await new Promise(() => {})
        },
      }),
    })
    send(1200, 0.5)
    await when('speech-start')
    ears.mute()
    expect(await when('speech-end')).toMatchObject({ text: '' })
  })

  it('take no partial for the words of an utterance that was broken off', async () => {
    openEars({
      transcriber: () => ({
        ...countingTranscriber(),
        async *transcribe() {
          yield { text: 'turn the', final: false }
        },
      }),
    })
    send(600, 0.5)
    send(900, 0)
    expect(await when('speech-end')).toMatchObject({ text: '' })
  })

  it('keep all of an utterance, however early its recogniser failed', async () => {
    openEars({
      transcriber: () => ({
        ...countingTranscriber(),
        // biome-ignore lint/correctness/useYield: it fails before its first word.
        async *transcribe() {
          throw new Problem('x', 'broken', 'It failed. Try again.')
        },
      }),
    })
    send(2000, 0.5)
    send(900, 0)
    await when('speech-end')
    expect(kept[0]?.length).toBeGreaterThan(2 * MIC_RATE * 2)
  })
})

// A test of the hearing chain, as the ears run it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  beginAnew,
  clock,
  closeEars,
  countingTranscriber,
  ears,
  heard,
  openEars,
  send,
  taken,
  turnMicrophone,
  when,
} from '../../../../tests/fakes/ears-at-work'

beforeEach(beginAnew)
afterEach(closeEars)

describe('a test recording', () => {
  it('record for a test, and nothing said meanwhile is answered', async () => {
    openEars()
    const testing = ears.test(2)
    await clock.whenAsleep(3500)
    send(500, 0)
    send(1000, 0.3)
    send(700, 0)
    const test = await testing
    expect(test.seconds).toBe(2)
    expect(test.text).toMatch(/^heard/)
    expect(test.speech).toHaveLength(1)
    expect(heard).toEqual([])
    expect(ears.lastTest()?.seconds).toBeCloseTo(1, 1)
  })

  it('say why there is no test without sound or microphone', async () => {
    openEars()
    const testing = ears.test(2)
    const refused = expect(testing).rejects.toMatchObject({ code: 'no-sound' })
    await clock.whenAsleep(3500)
    await clock.advance(3500)
    await refused
    turnMicrophone({ source: null })
    await expect(ears.test(2)).rejects.toMatchObject({ code: 'no-microphone' })
  })

  it('run one test at a time, and end it when they close', async () => {
    openEars()
    const first = ears.test(2)
    const second = ears.test(2)
    const ended = expect(first).rejects.toMatchObject({ code: 'no-sound' })
    await expect(second).rejects.toMatchObject({ code: 'test-running' })
    await ears.close()
    await ended
  })

  it('test what a recogniser hears only live, too', async () => {
    let words = ''
    openEars({
      transcriber: () => ({
        ...countingTranscriber(),
        async *transcribe(utterance) {
          for await (const _ of utterance) words = 'hello Tori'
          yield { text: words, final: true }
          words = ''
        },
      }),
    })
    const testing = ears.test(2)
    await clock.whenAsleep(3500)
    send(300, 0)
    send(700, 0.3)
    await taken()
    expect(words).toBe('hello Tori')
    send(1200, 0)
    expect((await testing).text).toBe('hello Tori')
  })

  it('is not answered either when the voice goes on after its end', async () => {
    openEars()
    const testing = ears.test(2)
    await clock.whenAsleep(3500)
    send(500, 0)
    send(1500, 0.5)
    await testing
    send(600, 0.5)
    send(900, 0)
    await taken()
    expect(heard).toEqual([])
    await clock.advance(1000)
    send(600, 0.5)
    send(900, 0)
    expect((await when('speech-end')).text).toMatch(/^heard/)
  })
})

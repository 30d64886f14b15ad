// The ears as the pipeline uses them: the real finder, a detector and a recogniser that do as they are told, a clock that stands still.
import {
  type Heard,
  MIC_CHUNK_SAMPLES,
  MIC_RATE,
  type MicGate,
  type MicrophoneState,
  type PcmChunk,
  Problem,
} from '@psiona/shared'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FakeClock, fakeClock } from '../../../../tests/fakes/clock'
import type { Transcriber, Vad } from '../organs'
import { type Channel, channel } from '../streams'
import { createEars, type OpenEars } from './ears'

const PANEL: MicrophoneState['source'] = { micId: 'panel-0001', kind: 'panel', label: 'USB microphone' }
/** Speech in these tests is a loud hum, silence is silence. */
const loudVad = (): Vad => ({
  probability: async (frame) => (Math.max(...frame.map(Math.abs)) > 0.1 ? 0.99 : 0.01),
  reset: () => {},
  close: async () => {},
})

let clock: FakeClock
let chunks: Channel<PcmChunk>
let ears: OpenEars
let heard: Heard[]
let kept: Uint8Array[]
let troubles: unknown[]
let sequence: number
let gate: MicGate
let microphone: MicrophoneState
let waiting: { wanted: (part: Heard) => boolean; resolve: (part: Heard) => void }[]

/** Says how long the utterance was, in tenths of a second. */
const countingTranscriber = (): Transcriber => ({
  name: 'counting',
  async *transcribe(utterance, signal) {
    let samples = 0
    for await (const piece of utterance) {
      samples += piece.length
      yield { text: `so far ${Math.round(samples / 1600)}`, final: false }
    }
    if (!signal.aborted) yield { text: `heard ${Math.round(samples / 1600)}`, final: true }
  },
  health: () => ({ state: 'ok', detail: 'counting' }),
  close: async () => {},
})

function open(more: Partial<Parameters<typeof createEars>[0]> = {}): void {
  ears = createEars({
    clock,
    vads: loudVad,
    transcriber: countingTranscriber,
    identity: () => null,
    pauseMs: () => 500,
    microphone: () => microphone,
    capture: (async function* () {})(),
    onLevel: () => {},
    isEcho: () => false,
    keep: () => (wav) => kept.push(wav),
    onTrouble: (cause) => troubles.push(cause),
    ...more,
  })
  void (async () => {
    for await (const part of ears.listen(chunks)) {
      heard.push(part)
      for (const one of waiting.filter(({ wanted }) => wanted(part))) one.resolve(part)
    }
  })()
}
const when = <T extends Heard['type']>(type: T): Promise<Extract<Heard, { type: T }>> =>
  new Promise((resolve) => {
    const wanted = (part: Heard) => part.type === type
    const there = heard.find(wanted)
    if (there) return resolve(there as Extract<Heard, { type: T }>)
    waiting.push({ wanted, resolve: (part) => resolve(part as Extract<Heard, { type: T }>) })
  })
/** So many ms of hum or silence, as a microphone sends it. */
function send(ms: number, level: number): void {
  for (let at = 0; at < ms / 20; at++, sequence++) {
    const samples = Float32Array.from({ length: MIC_CHUNK_SAMPLES }, (_, i) => level * Math.sin((i + sequence * 320) / 3))
    chunks.push({ sequence, atSample: sequence * MIC_CHUNK_SAMPLES, samples, gate, micId: 'panel-0001' })
  }
}

/** All that was sent has been listened to. */
const taken = () => new Promise((resolve) => setImmediate(resolve))

beforeEach(() => {
  clock = fakeClock()
  chunks = channel()
  heard = []
  kept = []
  troubles = []
  waiting = []
  sequence = 0
  gate = 'open'
  microphone = { source: PANEL, mode: 'open', muted: false, held: false }
})
afterEach(async () => {
  chunks.close()
  await ears.close()
  expect(clock.waiting).toBe(0)
})

describe('[R27] the ears', () => {
  it('make of a stretch of speech one start, partials, one stop and one end, with the sound before it', async () => {
    open()
    send(1000, 0)
    send(1500, 0.5)
    send(1000, 0)
    const end = await when('speech-end')
    const types = heard.map(({ type }) => type)
    expect(types.filter((type) => type !== 'speech-partial')).toEqual(['speech-start', 'speech-stop', 'speech-end'])
    expect(types.filter((type) => type === 'speech-partial').length).toBeGreaterThan(5)
    expect([types[0], types.at(-1)]).toEqual(['speech-start', 'speech-end'])
    // 1.5 s of speech, at least a fifth of a second before it, and the pause that told its end.
    const tenths = Number(/\d+/.exec(end.text)?.[0])
    expect(tenths).toBeGreaterThanOrEqual(17)
    expect(tenths).toBeLessThanOrEqual(26)
    expect(end.endpointMs).toBeGreaterThanOrEqual(400)
    expect(kept).toHaveLength(1)
    expect(troubles).toEqual([])
  })

  it('go on when a recogniser fails: the utterance ends without words, and the trouble is told', async () => {
    const problem = new Problem('x', 'broken', 'It failed. Try again.')
    open({
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

  it('let go of what is being said when she is muted', async () => {
    open()
    send(600, 0)
    send(800, 0.5)
    await when('speech-start')
    ears.mute()
    expect(await when('speech-end')).toMatchObject({ text: '' })
    expect(kept).toEqual([])
  })

  it('take as said what was said when the microphone is gone for good, and not before', async () => {
    open()
    send(600, 0)
    send(800, 0.5)
    await when('speech-start')
    await taken()
    await clock.advance(3000)
    expect(heard.some(({ type }) => type === 'speech-stop')).toBe(false)
    await clock.advance(2000)
    expect((await when('speech-end')).text).toMatch(/^heard \d+$/)
  })

  it('hear one microphone: another that sends as well is not listened to', async () => {
    open()
    send(600, 0)
    chunks.push({ sequence: 1, atSample: 0, samples: new Float32Array(320).fill(0.9), gate: 'open', micId: 'somebody-else' })
    send(600, 0)
    send(600, 0.5)
    send(900, 0)
    expect((await when('speech-start')).atSample).toBeGreaterThan(0.8 * MIC_RATE)
    await when('speech-end')
  })

  it('[R28] hold back her own words', async () => {
    open({ isEcho: (text) => text.startsWith('heard') })
    send(600, 0.5)
    send(900, 0)
    expect(await when('speech-end')).toMatchObject({ text: '' })
  })

  it('[R71] while the key is held all of it is one utterance, however long the pauses, and it ends with the key', async () => {
    gate = 'shut'
    open()
    send(600, 0.5)
    gate = 'held'
    send(300, 0.5)
    send(2000, 0)
    send(300, 0.5)
    gate = 'shut'
    send(100, 0)
    await when('speech-end')
    expect(heard.filter(({ type }) => type === 'speech-start')).toHaveLength(1)
  })

  it('tell a voice that is not the owner’s', async () => {
    open({
      identity: () => ({
        whose: async () => 'guest' as const,
        learnOwner: async () => {},
        health: () => ({ state: 'ok', detail: '' }),
        close: async () => {},
      }),
    })
    send(1200, 0.5)
    send(900, 0)
    expect(await when('speech-end')).toMatchObject({ speaker: 'guest' })
  })

  it('record for a test, and nothing said meanwhile is answered', async () => {
    open()
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
    expect(ears.lastTest()?.seconds).toBe(2)
  })

  it('say why there is no test without sound or microphone', async () => {
    open()
    const testing = ears.test(2)
    const refused = expect(testing).rejects.toMatchObject({ code: 'no-sound' })
    await clock.whenAsleep(3500)
    await clock.advance(3500)
    await refused
    microphone = { ...microphone, source: null }
    await expect(ears.test(2)).rejects.toMatchObject({ code: 'no-microphone' })
  })

  it('without a detector only the talk key tells speech, and the health says so', async () => {
    gate = 'held'
    open({ vads: new Problem('no-vad', 'missing', 'The voice detector is missing. Run git checkout models.') })
    send(600, 0.5)
    gate = 'shut'
    send(100, 0)
    expect((await when('speech-end')).text).toMatch(/^heard/)
    expect(ears.health().find(({ part }) => part === 'vad')).toMatchObject({
      state: 'trouble',
      remedy: 'Run git checkout models.',
    })
  })

  it('tell how the microphone is', async () => {
    open()
    const stand = () => ears.health().find(({ part }) => part === 'microphone')
    expect(stand()).toMatchObject({ state: 'trouble', detail: expect.stringContaining('no sound') })
    send(100, 0.5)
    await taken()
    expect(stand()).toMatchObject({ state: 'ok', detail: 'USB microphone' })
    microphone = { ...microphone, muted: true }
    expect(stand()).toMatchObject({ state: 'ok', detail: expect.stringContaining('muted') })
    microphone = { ...microphone, source: null }
    expect(stand()).toMatchObject({ state: 'off' })
  })
})

// Finding utterances in microphone chunks: with a stand-in detector that takes what is loud for a voice.
import { createRandom } from '@psiona/psi/random'
import { MIC_CHUNK_MS, MIC_CHUNK_SAMPLES, MIC_RATE, type MicGate } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import type { Vad } from '../organs'
import { createSpeechFinder, type SpeechEvent } from './speech-finder'

const LOUD = 0.2
const chunks = (ms: number) => ms / MIC_CHUNK_MS
const samples = (ms: number) => (ms * MIC_RATE) / 1000

/** A microphone with its finder. Its samples are noise that never repeats, so that each can be told from the others. */
function microphone(pauseMs = 500) {
  const random = createRandom(4)
  const resets = { count: 0 }
  const vad: Vad = {
    probability: async (frame) =>
      frame.reduce((sum, value) => sum + Math.abs(value), 0) / frame.length > LOUD / 4 ? 0.95 : 0.001,
    reset: () => void resets.count++,
    close: async () => {},
  }
  const finder = createSpeechFinder({ vad, pauseMs: () => pauseMs })
  const events: SpeechEvent[] = []
  const all: number[] = []
  let sequence = 0
  const self = {
    finder,
    events,
    resets,
    gate: 'open' as MicGate,
    micId: 'desk-microphone',
    types: () => events.map(({ type }) => type).filter((type) => type !== 'voice-sound'),
    nowSample: () => sequence * MIC_CHUNK_SAMPLES,
    /** Everything the microphone gave, between two places. */
    given: (from: number, to: number) => Float32Array.from(all.slice(from, to)),
    lose: (ms: number) => {
      for (let i = 0; i < chunks(ms); i++, sequence++) for (let at = 0; at < MIC_CHUNK_SAMPLES; at++) all.push(0)
    },
    async hear(level: number, ms: number) {
      for (let i = 0; i < chunks(ms); i++) {
        const sound = Float32Array.from(
          { length: MIC_CHUNK_SAMPLES },
          () => level * random.between(0.5, 1) * (random.uniform() < 0.5 ? -1 : 1),
        )
        all.push(...sound)
        const { gate, micId } = self
        events.push(...(await finder.take({ sequence, atSample: sequence * MIC_CHUNK_SAMPLES, samples: sound, gate, micId })))
        sequence++
      }
    },
    voice: (ms: number) => self.hear(LOUD, ms),
    room: (ms: number) => self.hear(0.001, ms),
  }
  return self
}

/** The sound of each utterance as it was handed on, and where it lies. */
function utterances(events: readonly SpeechEvent[]) {
  const out: { from: number; atSample: number; sound: number[]; end: 'voice-stop' | 'voice-dropped' | null }[] = []
  for (const event of events) {
    const open = out.at(-1)
    if (event.type === 'voice-start') {
      if (open) expect(open.end).not.toBeNull()
      const { atSample, noticedAtSample } = event
      out.push({ from: noticedAtSample - event.samples.length, atSample, sound: [...event.samples], end: null })
    } else if (event.type === 'voice-sound') open?.sound.push(...event.samples)
    else if (open) {
      expect(open.end).toBeNull()
      open.end = event.type
    } else expect.fail('an end without a start')
  }
  return out.map((one) => ({ ...one, sound: Float32Array.from(one.sound), to: one.from + one.sound.length }))
}

describe('an utterance', () => {
  it('has all of its sound, and half a second of what came before it', async () => {
    const mic = microphone()
    await mic.room(2000)
    const beganAt = mic.nowSample()
    await mic.voice(700)
    const endedAt = mic.nowSample()
    await mic.room(1000)
    const [one, ...more] = utterances(mic.events)
    expect(more).toEqual([])
    expect(one?.end).toBe('voice-stop')
    expect(one?.from).toBeLessThanOrEqual(beganAt - samples(400))
    expect(one?.from).toBeGreaterThan(beganAt - samples(700))
    expect(one?.to).toBeGreaterThan(endedAt)
    expect(one?.sound).toEqual(mic.given(one?.from ?? 0, one?.to ?? 0))
  })

  it('is noticed within three chunks, and says where it began and ended', async () => {
    const mic = microphone()
    await mic.room(2000)
    const beganAt = mic.nowSample()
    await mic.voice(700)
    const endedAt = mic.nowSample()
    await mic.room(1000)
    const [start, stop] = mic.events.filter(({ type }) => type !== 'voice-sound')
    if (start?.type !== 'voice-start' || stop?.type !== 'voice-stop') return expect.fail('no start and stop')
    expect(start.noticedAtSample - beganAt).toBeLessThanOrEqual(3 * MIC_CHUNK_SAMPLES)
    expect(Math.abs(start.atSample - beganAt)).toBeLessThanOrEqual(samples(32))
    expect(Math.abs(stop.atSample - endedAt)).toBeLessThanOrEqual(samples(32))
    expect(stop.noticedAtSample - stop.atSample).toBeGreaterThanOrEqual(samples(500))
    expect(stop.noticedAtSample - stop.atSample).toBeLessThan(samples(560))
  })

  it('takes nothing that belongs to the one before it', async () => {
    const mic = microphone(200)
    await mic.room(1000)
    await mic.voice(500)
    await mic.room(300)
    await mic.voice(500)
    await mic.room(300)
    const [one, two] = utterances(mic.events)
    expect(two?.from).toBeGreaterThanOrEqual(one?.to ?? 0)
    expect(two?.sound).toEqual(mic.given(two?.from ?? 0, two?.to ?? 0))
  })

  it('that was none is dropped, and its sound belongs to the next', async () => {
    const mic = microphone()
    await mic.room(1000)
    const knockAt = mic.nowSample()
    await mic.voice(20)
    await mic.room(540)
    await mic.voice(300)
    await mic.room(1000)
    const [knock, word] = utterances(mic.events)
    expect([knock?.end, word?.end]).toEqual(['voice-dropped', 'voice-stop'])
    expect(word?.from).toBeLessThan(knockAt + samples(200))
    expect(word?.sound).toEqual(mic.given(word?.from ?? 0, word?.to ?? 0))
  })

  it('that never ends is cut, and not a sample is lost', async () => {
    const mic = microphone()
    await mic.room(1000)
    await mic.voice(40_000)
    await mic.room(1000)
    const [one, two, ...more] = utterances(mic.events)
    expect(more).toEqual([])
    expect((one?.sound.length ?? 0) / MIC_RATE).toBeLessThanOrEqual(31)
    expect(two?.from).toBe(one?.to)
  })

  it('ends when the microphone has gone for good', async () => {
    const mic = microphone()
    await mic.voice(500)
    expect(mic.finder.speaking).toBe(true)
    mic.events.push(...mic.finder.finish(), ...mic.finder.finish())
    expect(mic.finder.speaking).toBe(false)
    expect(mic.types()).toEqual(['voice-start', 'voice-stop'])
  })
})

describe('lost sound', () => {
  it('of a moment is filled with silence', async () => {
    const mic = microphone()
    await mic.room(1000)
    await mic.voice(300)
    mic.lose(200)
    await mic.voice(300)
    await mic.room(1000)
    const [one, ...more] = utterances(mic.events)
    expect(more).toEqual([])
    expect(one?.sound).toEqual(mic.given(one?.from ?? 0, one?.to ?? 0))
  })

  it('of longer ends what is being said', async () => {
    const mic = microphone(2000)
    await mic.voice(300)
    mic.lose(600)
    await mic.voice(20)
    expect(mic.types()).toEqual(['voice-start', 'voice-stop'])
    expect(mic.resets.count).toBeGreaterThan(0)
  })

  it('that comes again after it was taken is not taken twice', async () => {
    const mic = microphone()
    await mic.voice(300)
    const late = { sequence: 3, atSample: 3 * MIC_CHUNK_SAMPLES, samples: new Float32Array(MIC_CHUNK_SAMPLES), gate: mic.gate }
    expect(await mic.finder.take({ ...late, micId: mic.micId })).toEqual([])
  })

  it('another microphone ends what is being said, and is listened to from its first sample', async () => {
    const mic = microphone(2000)
    await mic.voice(300)
    mic.micId = 'phone-microphone'
    const changedAt = mic.nowSample()
    await mic.voice(300)
    const [one, two] = utterances(mic.events)
    expect(one?.end).toBe('voice-stop')
    expect(two?.from).toBe(changedAt)
  })
})

describe('the talk key', () => {
  it('down is speech from just before, up ends it at once', async () => {
    const mic = microphone()
    mic.gate = 'shut'
    await mic.voice(3000)
    expect(mic.events).toEqual([])
    await mic.room(1000)
    mic.gate = 'held'
    const pressedAt = mic.nowSample()
    await mic.room(2000)
    mic.gate = 'shut'
    const releasedAt = mic.nowSample()
    await mic.room(20)
    const [one] = utterances(mic.events)
    expect(mic.types()).toEqual(['voice-start', 'voice-stop'])
    expect(one?.from).toBe(pressedAt - samples(500))
    expect(one?.to).toBe(releasedAt)
    expect(one?.sound).toEqual(mic.given(one?.from ?? 0, one?.to ?? 0))
  })

  it('pressed late loses no syllable', async () => {
    const mic = microphone()
    mic.gate = 'shut'
    await mic.room(1000)
    const beganAt = mic.nowSample()
    await mic.voice(300)
    mic.gate = 'held'
    await mic.voice(300)
    const [start] = mic.events
    if (start?.type !== 'voice-start') return expect.fail('no start')
    expect(Math.abs(start.atSample - beganAt)).toBeLessThanOrEqual(samples(32))
    expect(start.noticedAtSample - start.samples.length).toBeLessThan(beganAt - samples(300))
  })
})

describe('mute', () => {
  it('drops what is being said', async () => {
    const mic = microphone()
    await mic.voice(300)
    mic.gate = 'muted'
    await mic.voice(100)
    expect(mic.types()).toEqual(['voice-start', 'voice-dropped'])
    expect(mic.finder.speaking).toBe(false)
  })

  it('leaves nothing of before or meanwhile in what is said after it', async () => {
    const mic = microphone()
    await mic.voice(300)
    mic.gate = 'muted'
    await mic.voice(300)
    mic.gate = 'open'
    const openedAt = mic.nowSample()
    await mic.voice(300)
    expect(utterances(mic.events)[1]?.from).toBe(openedAt)
  })

  it('is obeyed for a chunk that was taken already', async () => {
    const mic = microphone()
    await mic.voice(300)
    const sequence = chunks(300) - 1
    const again = { sequence, atSample: sequence * MIC_CHUNK_SAMPLES, samples: new Float32Array(MIC_CHUNK_SAMPLES) }
    expect(await mic.finder.take({ ...again, gate: 'muted', micId: mic.micId })).toEqual([{ type: 'voice-dropped' }])
  })
})

it('every start has one end, whatever happens', async () => {
  const random = createRandom(9)
  const mic = microphone()
  const gates: MicGate[] = ['open', 'open', 'held', 'shut', 'muted']
  for (let step = 0; step < 300; step++) {
    if (random.uniform() < 0.3) mic.gate = gates[Math.floor(random.uniform() * gates.length)] ?? 'open'
    if (random.uniform() < 0.05) mic.micId = `microphone-${step}`
    if (random.uniform() < 0.1) mic.lose(20 * Math.floor(random.between(1, 60)))
    if (random.uniform() < 0.05) mic.events.push(...mic.finder.finish())
    await mic.hear(random.uniform() < 0.5 ? LOUD : 0.001, 20 * Math.floor(random.between(1, 40)))
  }
  mic.events.push(...mic.finder.finish())
  const all = utterances(mic.events)
  expect(all.length).toBeGreaterThan(20)
  expect(all.filter(({ end }) => end === null)).toEqual([])
})

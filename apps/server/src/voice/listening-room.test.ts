// Trying voices out, with the real studio thread: sound, face, times and mark; engines that fail say what to do.
import { join } from 'node:path'
import { measureLoudness, readMark, readWav } from '@psiona/psi'
import { type Character, FACE_CHANNELS, Problem, RenderedVoice, type RenderVoiceRequest, SAMPLE_RATE } from '@psiona/shared'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../../../tests/checkout'
import { plainCharacter } from '../../../../tests/fakes/characters'
import { fakeClock } from '../../../../tests/fakes/clock'
import type { Tts } from '../organs'
import { psiDataFiles } from '../psi-data'
import { createListeningRoom, type ListeningRoom } from './listening-room'
import { createStudio, type Studio } from './studio'

const clock = fakeClock()
const HUM = { kind: 'openai', baseUrl: 'http://127.0.0.1:1/v1', model: 'hum', voice: 'one', speed: 1 } as const
/** One second of a hum in pieces of 16 kHz; 'mute' gives nothing, 'hang' neither sound nor end, 'broken' a Problem. */
const hum: Tts = {
  name: 'the hum',
  async *synthesise({ text }, signal) {
    if (text === 'broken') throw new Problem('hum-broken', 'broken', 'The hum is broken. Mend it.')
    if (text === 'mute') return
    if (text === 'hang') return void (await new Promise((over) => signal.addEventListener('abort', over, { once: true })))
    for (let piece = 0; piece < 10; piece++)
      yield {
        pcm: Float32Array.from({ length: 1600 }, (_, n) => 0.2 * Math.sin((2 * Math.PI * 150 * (n + piece * 1600)) / 16_000)),
        sampleRate: 16_000,
      }
  },
  health: () => ({ state: 'ok', detail: '' }),
  close: async () => {},
}

let studio: Studio
let room: ListeningRoom
let character: Character
beforeAll(() => {
  character = plainCharacter()
  studio = createStudio({ clock, ...psiDataFiles(root), workerFile: join(root, 'dist/studio-worker.mjs') })
  room = createListeningRoom({
    clock,
    studio,
    character: () => character,
    chosen: () => ({ kind: 'psi' }),
    tts: (choice) => (choice.kind === 'psi' ? null : hum),
    find: async () => [],
    speakable: async (_, language) => ({ phrases: null, note: language === 'en-US' ? null : `No rules for ${language}.` }),
  })
})
afterAll(() => studio.close())

const never = new AbortController().signal
const ask = (more: Partial<RenderVoiceRequest>): RenderVoiceRequest => ({
  text: 'Hello there, my friend.',
  emotion: {},
  seed: 1,
  ...more,
})
const bytes = (wav: string) => new Uint8Array(Buffer.from(wav, 'base64'))

describe('the listening room', () => {
  it('[R98] makes a whole recording: sound at her loudness, face frame by frame, words, visemes, subtitles, mark', async () => {
    const made = await room.render(ask({}), never)
    expect(RenderedVoice.parse(made)).toEqual(made)
    const pcm = readWav(bytes(made.wav), SAMPLE_RATE)
    expect(made.audioSeconds).toBeCloseTo(pcm.length / SAMPLE_RATE, 3)
    expect(made.face.frames).toHaveLength(Math.ceil(pcm.length / 400))
    expect(made.face.channels).toEqual(FACE_CHANNELS.map(({ name }) => name))
    expect(made.words.map(({ text }) => text).join(' ')).toBe('Hello there, my friend.')
    expect(made.visemes.length).toBeGreaterThan(8)
    expect(made.visemeStreams.map(({ set }) => set)).toEqual(['oculus', 'arkit', 'aiueo'])
    expect(made.captions.vtt).toContain('<00:00:')
    expect(made.loudnessLufs).toBeCloseTo(measureLoudness(pcm, SAMPLE_RATE).lufs!, 1)
    expect(readMark(bytes(made.wav))).toMatchObject({ engine: 'psi', sourceType: 'algorithmicMedia' })
  })

  it('the same order is the same sound, another seed, feeling or dial is not', async () => {
    const [one, same, ...others] = await Promise.all(
      [{}, {}, { seed: 2 }, { emotion: { joy: 1 } }, { dials: { ...character.voice.dials, pitchHz: 120 } }].map((more) =>
        room.render(ask(more), never),
      ),
    )
    expect(same!.wav).toBe(one!.wav)
    for (const other of others) expect(other.wav).not.toBe(one!.wav)
  })

  it('another engine is heard through her: her loudness, her face, estimated word times, its own mark', async () => {
    const made = await room.render(ask({ engine: HUM }), never)
    expect(made.audioSeconds).toBeGreaterThan(0.95)
    expect(made.audioSeconds).toBeLessThan(1.6)
    expect(made.words.map(({ text }) => text).join(' ')).toBe('Hello there, my friend.')
    expect(made.visemes).toEqual([])
    expect(made.notes.join(' ')).toMatch(/estimated/)
    const mouth = made.face.frames.map((frame) => frame[made.face.channels.indexOf('mouthOpen')]!)
    expect(Math.max(...mouth)).toBeGreaterThan(0.05)
    expect(readMark(bytes(made.wav))).toMatchObject({ engine: 'openai', sourceType: 'trainedAlgorithmicMedia' })
  })

  it('says what is wrong: an engine that fails, one that is silent, a text without words, a language without rules', async () => {
    await expect(room.render(ask({ text: 'broken', engine: HUM }), never)).rejects.toMatchObject({ code: 'hum-broken' })
    await expect(room.render(ask({ text: 'mute', engine: HUM }), never)).rejects.toMatchObject({ code: 'voice-silent' })
    for (const text of ['🙂', '[laugh]'])
      await expect(room.render(ask({ text, engine: HUM }), never)).rejects.toMatchObject({ code: 'nothing-to-say' })
    await expect(room.render(ask({ text: '🙂' }), never)).rejects.toMatchObject({ code: 'nothing-to-say' })
    expect((await room.render(ask({ language: 'xx' }), never)).notes).toEqual(['No rules for xx.'])
  })

  it('gives up on an engine that takes longer than a minute, and at once on one that nobody waits for', async () => {
    const slow = room.render(ask({ text: 'hang', engine: HUM }), never).catch(({ code }) => code)
    await clock.whenAsleep(60_000)
    await clock.advance(60_000)
    expect(await slow).toBe('voice-too-slow')
    const gone = new AbortController()
    const left = room.render(ask({ text: 'hang', engine: HUM }), gone.signal).catch(({ code }) => code)
    gone.abort()
    expect(await left).toBe('studio-left')
  })

  it('makes only so many recordings at once', async () => {
    const gone = new AbortController()
    const open = Array.from({ length: 8 }, () => room.render(ask({ text: 'hang', engine: HUM }), gone.signal).catch(() => null))
    await expect(room.render(ask({}), never)).rejects.toMatchObject({ code: 'too-many-waiting', category: 'busy' })
    gone.abort()
    await Promise.all(open)
    expect((await room.render(ask({}), never)).audioSeconds).toBeGreaterThan(0.5)
  })

  it('[R101] a blind sound carries a mark that a machine spoke, the same for every engine, and a length that is nobody’s own', async () => {
    const [hers, others] = await Promise.all([{}, { engine: HUM }].map(async (more) => bytes(await room.blind(ask(more), never))))
    expect(readMark(hers!)).toEqual(readMark(others!))
    expect(readMark(hers!)).toMatchObject({ engine: 'blind round', sourceType: 'trainedAlgorithmicMedia' })
    const tails = [hers!, others!].map((wav) => {
      const samples = readWav(wav, SAMPLE_RATE).length
      expect(samples % 2400).toBe(0)
      return Buffer.from(wav.subarray(44 + 2 * samples)).toString('latin1')
    })
    expect(tails[0]).toBe(tails[1])
    expect(tails[0]).toMatch(/DigitalSourceType/)
    expect(tails[0]).not.toMatch(/psi\b|openai|sherpa|hum/)
  })
})

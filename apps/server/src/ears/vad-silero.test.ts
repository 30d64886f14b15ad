// The real models: what they take for a voice, what they do not, and what is said when they are not there.
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRandom } from '@psiona/psi/random'
import { MIC_CHUNK_SAMPLES, MIC_RATE, Problem } from '@psiona/shared'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { missingSpeakers, SPEAKING_VOICES, speakAll } from '../../../../bench/hearing-voices'
import { root } from '../../../../tests/checkout'
import { VAD_FRAME_SAMPLES, type Vad } from '../organs'
import { createSpeechFinder, type SpeechEvent } from './speech-finder'
import { missingSilero, openSileroVads } from './vad-silero'
import type { LoadedVads } from './vads-on-demand'

const OLDER = 'silero_vad_v5.onnx'
const NEWER = 'silero_vad_v6.onnx'
const models = join(root, 'models/silero')
let vads: LoadedVads
beforeAll(async () => {
  vads = await openSileroVads(join(models, OLDER))
})
afterAll(() => vads.close())

const random = createRandom(3)
const hiss = (seconds: number, level = 0.002) => Float32Array.from({ length: seconds * MIC_RATE }, () => level * random.normal())
/** The speech in a second of hiss before and after. */
const inHiss = (speech: Float32Array) => {
  const sound = hiss(2 + Math.ceil(speech.length / MIC_RATE))
  for (const [i, value] of speech.entries()) sound[MIC_RATE + i]! += value
  return sound
}
const probabilities = async (vad: Vad, sound: Float32Array) => {
  const out: number[] = []
  for (let at = 0; at + VAD_FRAME_SAMPLES <= sound.length; at += VAD_FRAME_SAMPLES)
    out.push(await vad.probability(sound.subarray(at, at + VAD_FRAME_SAMPLES)))
  return out
}

describe('without speech', () => {
  it('silence, hiss and a hum are no voice', async () => {
    const hum = Float32Array.from({ length: 2 * MIC_RATE }, (_, i) => 0.05 * Math.sin((2 * Math.PI * 100 * i) / MIC_RATE))
    for (const sound of [new Float32Array(2 * MIC_RATE), hiss(2), hum])
      expect(Math.max(...(await probabilities(vads.open(), sound)))).toBeLessThan(0.3)
  })

  it.each([
    ['older', OLDER, NEWER],
    ['newer', NEWER, OLDER],
  ])('a missing or damaged %s model is named, with what to do', async (_, bad, good) => {
    const folder = mkdtempSync(join(tmpdir(), 'psiona-vad-'))
    try {
      copyFileSync(join(models, good), join(folder, good))
      const opened = () => openSileroVads(join(folder, OLDER)).catch((problem: unknown) => problem)
      const missing = await opened()
      expect(missing).toBeInstanceOf(Problem)
      expect(missing).toMatchObject({
        code: 'no-vad',
        category: 'missing',
        message: expect.stringContaining(`${bad} is missing`),
      })
      expect(missingSilero(join(folder, OLDER))).toEqual(missing)
      writeFileSync(join(folder, bad), 'no model')
      expect(missingSilero(join(folder, OLDER))).toBeNull()
      expect(await opened()).toMatchObject({ code: 'no-vad', message: expect.stringMatching(/is damaged.*git checkout models/) })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

const lacking = missingSpeakers()
describe.skipIf(lacking.length > 0)(
  `with speech of espeak-ng and flite${lacking.length > 0 ? ` (needs ${lacking.join(', ')})` : ''}`,
  () => {
    let spoken: Float32Array[]
    beforeAll(() => {
      spoken = speakAll(SPEAKING_VOICES.map((voice) => ({ voice, text: 'Hello everybody, how are you today?' })))
    })

    it('knows every voice as one', async () => {
      for (const speech of spoken) {
        const heard = await probabilities(vads.open(), inHiss(speech))
        expect(heard.filter((probability) => probability > 0.8).length).toBeGreaterThan(20)
      }
    })

    it('keeps two microphones apart, and after a reset is as new', async () => {
      const sound = inHiss(spoken[0] ?? new Float32Array())
      const alone = await probabilities(vads.open(), sound)
      const [one, other] = [vads.open(), vads.open()]
      const beside: number[] = []
      for (let at = 0; at + VAD_FRAME_SAMPLES <= sound.length; at += VAD_FRAME_SAMPLES) {
        const frame = sound.subarray(at, at + VAD_FRAME_SAMPLES)
        const [probability] = await Promise.all([one.probability(frame), other.probability(new Float32Array(VAD_FRAME_SAMPLES))])
        beside.push(probability)
      }
      expect(beside).toEqual(alone)
      one.reset()
      expect(await probabilities(one, sound)).toEqual(alone)
    })

    it('finds one utterance in each, begun in time and whole', async () => {
      for (const speech of spoken) {
        const sound = inHiss(speech)
        const finder = createSpeechFinder({ vad: vads.open(), pauseMs: () => 500 })
        const events: SpeechEvent[] = []
        for (let sequence = 0; (sequence + 1) * MIC_CHUNK_SAMPLES <= sound.length; sequence++) {
          const atSample = sequence * MIC_CHUNK_SAMPLES
          const samples = sound.subarray(atSample, atSample + MIC_CHUNK_SAMPLES)
          events.push(...(await finder.take({ sequence, atSample, samples, gate: 'open', micId: 'desk-microphone' })))
        }
        events.push(...finder.finish())
        const [start, stop, ...more] = events.filter(({ type }) => type !== 'voice-sound')
        if (start?.type !== 'voice-start' || stop?.type !== 'voice-stop') return expect.fail('no start and stop')
        expect(more).toEqual([])
        expect(start.noticedAtSample - start.samples.length).toBeLessThan(MIC_RATE)
        expect(Math.abs(start.atSample - MIC_RATE)).toBeLessThan(0.35 * MIC_RATE)
        expect(Math.abs(stop.atSample - MIC_RATE - speech.length)).toBeLessThan(0.5 * MIC_RATE)
      }
    })
  },
)

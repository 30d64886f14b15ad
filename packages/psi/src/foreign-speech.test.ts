// Sound from another engine through the engine's clock: in time, levelled, never clicking, whatever way it comes.
import { BLOCK_SAMPLES, FACE_CHANNEL_COUNT, FACE_INDEX, samplesFromMs, VoiceDials } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { BIRCH, LABIALS } from '../test/spoken-phrases'
import { composeScore } from './compose-score'
import { createEngine, type Engine } from './engine'
import { measureLoudness } from './loudness-meter'
import { createRandom } from './random'
import { RateConverter } from './rate-converter'
import { renderForeign } from './render-foreign'
import { renderOffline } from './render-offline'
import { VOICES } from './voices'

const dials = VoiceDials.parse({})
const speech = renderOffline({ phrases: [BIRCH, LABIALS], dials: VOICES.masculine!, emotion: {}, seed: 3 }).pcm
const options = { emotion: {}, voice: 'another', seed: 1 }

function renderBlocks(engine: Engine, count: number) {
  const pcm = new Float32Array(count * BLOCK_SAMPLES)
  const faces = Array.from({ length: count }, (_, i) => {
    const face = new Float32Array(FACE_CHANNEL_COUNT)
    engine.render(pcm.subarray(i * BLOCK_SAMPLES, (i + 1) * BLOCK_SAMPLES), face)
    return face
  })
  return { pcm, faces, openings: faces.map((face) => face[FACE_INDEX.mouthOpen]!) }
}
const blocksOf = (samples: number) => Math.ceil(samples / BLOCK_SAMPLES)
const louder = (sound: Float32Array, decibels: number) => sound.map((x) => x * 10 ** (decibels / 20))
const steepest = (pcm: Float32Array) => pcm.reduce((most, x, n) => Math.max(most, Math.abs(x - (pcm[n - 1] ?? 0))), 0)

describe('foreign sound', () => {
  it('comes out where it went in, with the face of the same moment', () => {
    const { pcm, frames } = renderForeign({ pcm: speech, sampleRate: 24_000, seed: 1, dials })
    expect(pcm.length).toBe(blocksOf(speech.length) * BLOCK_SAMPLES)
    expect(frames.length).toBe(pcm.length / BLOCK_SAMPLES)
    const alike = (lag: number) => {
      let [product, ours, theirs] = [0, 0, 0]
      for (let n = 100; n < speech.length - 100; n++) {
        const [x, y] = [speech[n]!, pcm[n + lag]!]
        product += x * y
        ours += x * x
        theirs += y * y
      }
      return product / Math.sqrt(ours * theirs)
    }
    expect(alike(0)).toBeGreaterThan(0.995)
    expect(alike(0)).toBeGreaterThan(Math.max(alike(1), alike(-1)))
  })

  it('is the same in one piece and in pieces of any length that come while it plays', () => {
    const random = createRandom(5)
    const whole = createEngine({ seed: 1, dials })
    const one = whole.enqueueSound(options)
    one.append(speech)
    one.end()
    const count = blocksOf(speech.length) + 10
    const atOnce = renderBlocks(whole, count)

    const engine = createEngine({ seed: 1, dials })
    const sound = engine.enqueueSound(options)
    let given = 0
    const give = (samples: number) => {
      sound.append(speech.slice(given, given + samples))
      given = Math.min(speech.length, given + samples)
      if (given === speech.length) sound.end()
    }
    give(samplesFromMs(850))
    for (let block = 0; block < count; block++) {
      while (given < speech.length && given < (block + 3) * BLOCK_SAMPLES + samplesFromMs(60))
        give(Math.floor(random.between(1, 900)))
      const { pcm, faces } = renderBlocks(engine, 1)
      expect(pcm).toEqual(atOnce.pcm.subarray(block * BLOCK_SAMPLES, (block + 1) * BLOCK_SAMPLES))
      expect(faces[0]).toEqual(atOnce.faces[block])
    }
    expect(sound.heldSamples).toBe(0)
    expect(engine.queuedSamples).toBe(0)
  })

  it('is brought to −18 LUFS, however loud it comes, and never above −1 dBTP', () => {
    const long = new Float32Array(4 * speech.length)
    for (let i = 0; i < 4; i++) long.set(speech, i * speech.length)
    for (const decibels of [-20, -6, 0, 9]) {
      const { lufs, truePeakDbtp } = measureLoudness(
        renderForeign({ pcm: louder(long, decibels), sampleRate: 24_000, seed: 1, dials }).pcm,
        24_000,
      )
      expect(Math.abs((lufs ?? 0) + 18)).toBeLessThan(2)
      expect(truePeakDbtp).toBeLessThanOrEqual(-1)
    }
  })

  it('that does not come in time is silence without a click and a shut mouth; then it goes on where it was', () => {
    const engine = createEngine({ seed: 1, dials })
    const sound = engine.enqueueSound(options)
    const first = samplesFromMs(1000)
    sound.append(speech.slice(0, first))
    const before = renderBlocks(engine, blocksOf(first) + 20)
    expect(sound.heldSamples).toBeGreaterThanOrEqual(20 * BLOCK_SAMPLES)
    expect(sound.endSample).toBeNull()
    expect(before.openings.at(-1)).toBeLessThan(0.02)
    sound.append(speech.slice(first))
    sound.end()
    const held = sound.heldSamples
    expect(sound.endSample).toBe(held + blocksOf(speech.length) * BLOCK_SAMPLES)
    const after = renderBlocks(engine, blocksOf(sound.endSample! - engine.atSample))
    expect(engine.queuedSamples).toBe(0)
    const reference = renderForeign({ pcm: speech, sampleRate: 24_000, seed: 1, dials }).pcm
    const joined = [...before.pcm, ...after.pcm]
    const late = samplesFromMs(1200)
    for (let n = 0; n < 4000; n += 7) expect(joined[late + held + n]).toBeCloseTo(reference[late + n]!, 5)
    expect(steepest(Float32Array.from(joined))).toBeLessThan(1.3 * steepest(reference))
  })

  it('is cut within 5 ms, the mouth shuts, and the next line is spoken', () => {
    const engine = createEngine({ seed: 1, dials })
    const sound = engine.enqueueSound(options)
    sound.append(speech)
    renderBlocks(engine, 50)
    engine.cut()
    const { pcm, openings } = renderBlocks(engine, 12)
    expect(pcm.subarray(samplesFromMs(5)).every((x) => x === 0)).toBe(true)
    expect(openings.at(-1)).toBeLessThan(0.01)
    sound.append(speech)
    const placed = engine.enqueue(composeScore([LABIALS], { dials, emotion: {}, seed: 2 }))
    expect(placed.startSample).toBe(engine.atSample)
    expect(renderBlocks(engine, 60).pcm.some((x) => Math.abs(x) > 0.05)).toBe(true)
  })

  it('and her own voice follow each other without a hole', () => {
    const engine = createEngine({ seed: 1, dials })
    const first = engine.enqueue(composeScore([LABIALS], { dials, emotion: {}, seed: 2 }))
    const sound = engine.enqueueSound(options)
    expect(sound.startSample).toBe(first.endSample)
    sound.append(speech)
    sound.end()
    const last = engine.enqueue(composeScore([BIRCH], { dials, emotion: {}, seed: 2 }))
    expect(last.startSample).toBe(sound.endSample)
    const { pcm, openings } = renderBlocks(engine, blocksOf(last.endSample) + 5)
    for (const { startSample, endSample } of [
      first,
      { ...sound, startSample: sound.startSample, endSample: sound.endSample! },
      last,
    ])
      expect(pcm.subarray(startSample, endSample).some((x) => Math.abs(x) > 0.1)).toBe(true)
    expect(openings.at(-1)).toBe(0)
  })

  it('wears its feeling, nods and turns', () => {
    const { frames } = renderForeign({ pcm: speech, sampleRate: 24_000, seed: 1, dials, emotion: { joy: 1 } })
    expect(frames.at(-1)![FACE_INDEX.eyeSmileL]).toBeGreaterThan(0.3)
    const nods = frames.map((face) => face[FACE_INDEX.angleY]!)
    expect(Math.max(...nods) - Math.min(...nods)).toBeGreaterThan(2)
  })

  it('of any rate is heard alike', () => {
    const at16k: number[] = []
    const converter = new RateConverter(24_000, 16_000)
    converter.push(speech, (piece) => at16k.push(...piece))
    converter.end((piece) => at16k.push(...piece))
    const own = renderForeign({ pcm: speech, sampleRate: 24_000, seed: 1, dials })
    const converted = renderForeign({ pcm: Float32Array.from(at16k), sampleRate: 16_000, seed: 1, dials })
    const differences = own.frames.map((face, i) =>
      Math.abs(face[FACE_INDEX.mouthOpen]! - (converted.frames[i]?.[FACE_INDEX.mouthOpen] ?? 0)),
    )
    expect(differences.reduce((sum, x) => sum + x, 0) / differences.length).toBeLessThan(0.05)
  })

  it('that is no sound harms nothing', () => {
    const bad = speech.map((x, n) =>
      n % 1000 === 0 ? Number.NaN : n % 1001 === 0 ? Number.POSITIVE_INFINITY : n % 1500 === 0 ? 1e20 : x,
    )
    for (const pcm of [bad, new Float32Array(0), new Float32Array(1).fill(0.5), new Float32Array(30_000)]) {
      const made = renderForeign({ pcm, sampleRate: 24_000, seed: 1, dials })
      expect(made.pcm.every((x) => Math.abs(x) <= 1)).toBe(true)
      expect(made.frames.every((face) => face.every(Number.isFinite))).toBe(true)
    }
    const { frames } = renderForeign({ pcm: new Float32Array(30_000), sampleRate: 24_000, seed: 1, dials })
    expect(frames.every((face) => face[FACE_INDEX.mouthOpen] === 0)).toBe(true)
  })
})

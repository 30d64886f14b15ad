// The engine: streaming equals offline, the clock counts blocks, a cut is quick and clean, life goes on in silence.
import {
  BLOCK_SAMPLES,
  FACE_CHANNEL_COUNT,
  FACE_CHANNELS,
  FACE_INDEX,
  type FaceFrame,
  GESTURES,
  samplesFromMs,
  VoiceDials,
} from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { BIRCH, LABIALS, phrase, randomPhrases } from '../test/spoken-phrases'
import { composeScore, type ScoreOptions } from './compose-score'
import { createEngine, type Engine } from './engine'
import { PEAK } from './limiter'
import type { Phrase } from './phone'
import { renderOffline } from './render-offline'

const dials = VoiceDials.parse({})
const compose = (phrases: readonly Phrase[], more: Partial<ScoreOptions> = {}) =>
  composeScore(phrases, { dials, emotion: {}, seed: 1, ...more })

interface Block {
  readonly pcm: Float32Array
  readonly face: FaceFrame
  readonly sounds: boolean
}
function renderBlocks(engine: Engine, count: number): Block[] {
  return Array.from({ length: count }, () => {
    const pcm = new Float32Array(BLOCK_SAMPLES)
    const face = new Float32Array(FACE_CHANNEL_COUNT)
    return { sounds: engine.render(pcm, face), pcm, face }
  })
}
const joined = (blocks: readonly Block[]) => Float32Array.from(blocks.flatMap(({ pcm }) => [...pcm]))
const blocksOf = (samples: number) => samples / BLOCK_SAMPLES
const mouth = ({ face }: Block) => face[FACE_INDEX.mouthOpen]!

describe('neutral', () => {
  it('leaves no feeling and no gesture in the next face, whatever was worn', () => {
    const engine = createEngine({ seed: 3, dials })
    engine.setMood({ joy: 1 })
    engine.gesture('wink')
    renderBlocks(engine, 60)
    const plain = createEngine({ seed: 3, dials })
    renderBlocks(plain, 60)
    engine.cut()
    engine.neutral()
    const [[felt], [rest]] = [renderBlocks(engine, 1), renderBlocks(plain, 1)]
    for (const name of ['mouthForm', 'cheek', 'eyeSmileL', 'eyeOpenL'] as const)
      expect(felt!.face[FACE_INDEX[name]]).toBeCloseTo(rest!.face[FACE_INDEX[name]]!, 2)
  })
})

describe('engine and offline', () => {
  it('say the same score with the same samples, wherever on the clock and whatever came before', () => {
    const options = { dials, emotion: { joy: 0.4 }, seed: 9 }
    const offline = renderOffline({ phrases: [BIRCH], ...options })
    const score = compose([BIRCH], options)
    const engine = createEngine({
      seed: 3,
      dials: VoiceDials.parse({ tract: 1.0003, openQuotient: 0.5 }),
      startSample: 7 * BLOCK_SAMPLES,
    })
    engine.setMood({ sadness: 1 })
    renderBlocks(engine, 50)
    engine.enqueue(compose([LABIALS], { dials: { ...dials, tract: 1.1496, openQuotient: 0.6204 } }))
    renderBlocks(engine, 20)
    engine.cut()
    renderBlocks(engine, 5)
    const placed = engine.enqueue(score)
    expect(placed.startSample).toBe(engine.atSample)
    expect(joined(renderBlocks(engine, blocksOf(score.durationSamples)))).toEqual(offline.pcm)
  })

  it('repeat themselves: faces too', () => {
    const once = () => renderOffline({ phrases: [BIRCH], dials, emotion: { anger: 0.7 }, seed: 4 })
    expect(once()).toEqual(once())
    expect(renderOffline({ phrases: [BIRCH], dials, emotion: {}, seed: 5 }).pcm).not.toEqual(
      renderOffline({ phrases: [BIRCH], dials, emotion: {}, seed: 6 }).pcm,
    )
  })

  it('give one frame for every 400 samples', () => {
    const { pcm, frames } = renderOffline({ phrases: [BIRCH, LABIALS], dials, emotion: {}, seed: 1 })
    expect(Math.abs(frames.length - pcm.length / BLOCK_SAMPLES)).toBeLessThanOrEqual(1)
  })

  it('stay within −1..1, finite, and within every channel, for any phrases and dials', () => {
    const extremes = [
      dials,
      VoiceDials.parse({
        pitchHz: 60,
        tract: 0.8,
        openQuotient: 0.35,
        brightnessHz: 5000,
        breath: 1,
        jitter: 0.05,
        vibrato: 1,
        range: 3,
        rate: 2,
      }),
      VoiceDials.parse({ pitchHz: 420, tract: 1.5, openQuotient: 0.9, brightnessHz: 300, breath: 0, range: 3, rate: 0.5 }),
    ]
    const emotions = [{}, { anger: 1 }, { fear: 1, surprise: 1 }, { joy: 1, sadness: 1, disgust: 0.5 }]
    for (let seed = 1; seed <= 30; seed++) {
      const options = { dials: extremes[seed % 3]!, emotion: emotions[seed % 4]!, seed }
      const { pcm, frames } = renderOffline({ phrases: randomPhrases(seed), ...options })
      expect(pcm.every((x) => Math.abs(x) <= PEAK)).toBe(true)
      const lawful = frames.every((frame) =>
        FACE_CHANNELS.every(({ min, max }, i) => frame[i]! >= Math.fround(min) && frame[i]! <= Math.fround(max)),
      )
      expect(lawful).toBe(true)
    }
  })
})

describe('clock and queue', () => {
  it('places scores one after the other, in whole blocks, with words on its own clock', () => {
    const engine = createEngine({ seed: 1, dials, startSample: 4000 })
    const score = compose([BIRCH])
    const first = engine.enqueue(score)
    const second = engine.enqueue(score, 100)
    expect(first.startSample).toBe(4000)
    expect(second.startSample).toBe(first.endSample + samplesFromMs(100))
    expect(second.words[0]!.startSample - second.startSample).toBe(score.words[0]!.startSample)
    expect(engine.queuedSamples).toBe(second.endSample - 4000)
    renderBlocks(engine, 3)
    expect(engine.atSample).toBe(4000 + 3 * BLOCK_SAMPLES)
    expect(engine.queuedSamples).toBe(second.endSample - engine.atSample)
    renderBlocks(engine, blocksOf(engine.queuedSamples))
    expect(engine.queuedSamples).toBe(0)
    expect(renderBlocks(engine, 10).some(({ sounds }) => sounds)).toBe(false)
  })

  it('sounds in the first two blocks after an idle time', () => {
    const engine = createEngine({ seed: 1, dials })
    renderBlocks(engine, 11)
    engine.enqueue(compose([BIRCH]))
    expect(renderBlocks(engine, 2).some(({ sounds }) => sounds)).toBe(true)
  })

  it('says of a block that it has sound exactly when it has', () => {
    const engine = createEngine({ seed: 1, dials })
    engine.enqueue(compose([BIRCH, BIRCH]))
    for (const { sounds, pcm } of renderBlocks(engine, 500)) expect(pcm.some((x) => x !== 0)).toBe(sounds)
  })

  it('takes a score without sound as a place without time', () => {
    const engine = createEngine({ seed: 1, dials })
    expect(engine.enqueue(compose([]))).toEqual({ startSample: 0, endSample: 0, words: [] })
    expect(engine.queuedSamples).toBe(0)
  })
})

describe('cut', () => {
  const cutAfter = (blocks: number) => {
    const engine = createEngine({ seed: 1, dials })
    engine.enqueue(compose([BIRCH, LABIALS]))
    const spoken = renderBlocks(engine, blocks)
    engine.cut()
    return { engine, spoken }
  }

  it('fades to nothing within 120 samples, without a step', () => {
    for (const blocks of [20, 33, 47, 61]) {
      const { engine, spoken } = cutAfter(blocks)
      const before = joined(spoken)
      const after = joined(renderBlocks(engine, 3))
      const steepest = (pcm: Float32Array) =>
        pcm.reduce((most, x, n) => Math.max(most, n === 0 ? 0 : Math.abs(x - pcm[n - 1]!)), 0)
      expect(Math.abs(after[0]! - before.at(-1)!)).toBeLessThanOrEqual(steepest(before))
      expect(steepest(after)).toBeLessThanOrEqual(steepest(before))
      expect(after.subarray(120).every((x) => x === 0)).toBe(true)
      expect(engine.queuedSamples).toBe(0)
    }
  })

  it('relaxes the mouth within a tenth of a second, smoothly', () => {
    const { engine, spoken } = cutAfter(40)
    const frames = renderBlocks(engine, 12).map(mouth)
    expect(frames.slice(7).every((open) => open <= 0.02)).toBe(true)
    for (const [i, open] of frames.entries())
      expect(open).toBeLessThanOrEqual(i === 0 ? 1.2 : Math.max(frames[i - 1]! + 0.12, 0.02))
    expect(spoken.some((block) => mouth(block) > 0.2)).toBe(true)
  })

  it('lets the next line begin after the fade, with its own samples', () => {
    const { engine } = cutAfter(40)
    const placed = engine.enqueue(compose([LABIALS], { seed: 8 }))
    expect(placed.startSample).toBe(engine.atSample + BLOCK_SAMPLES)
    renderBlocks(engine, 1)
    const { pcm } = renderOffline({ phrases: [LABIALS], dials, emotion: {}, seed: 8 })
    expect(joined(renderBlocks(engine, blocksOf(pcm.length)))).toEqual(pcm)
  })

  it('is nothing when she is silent', () => {
    const engine = createEngine({ seed: 1, dials })
    engine.cut()
    expect(engine.enqueue(compose([BIRCH])).startSample).toBe(0)
  })
})

describe('mood, dials and gestures', () => {
  it('ease in mid-utterance: no face channel and no loudness jumps', () => {
    const engine = createEngine({ seed: 1, dials })
    engine.enqueue(compose([BIRCH, BIRCH]))
    renderBlocks(engine, 40)
    const [last] = renderBlocks(engine, 1)
    engine.setMood({ surprise: 1 })
    engine.setDials({ ...dials, pitchHz: 150, tract: 1 })
    const blocks = renderBlocks(engine, 60)
    const brow = [last!, ...blocks].map(({ face }) => face[FACE_INDEX.browYL]!)
    for (let i = 1; i < brow.length; i++) expect(Math.abs(brow[i]! - brow[i - 1]!)).toBeLessThan(0.12)
    expect(brow.at(-1)).toBeGreaterThan(0.9)
    const eased = blocks.findIndex(({ face }) => face[FACE_INDEX.irisScale]! < 0.9)
    expect(eased).toBeGreaterThan(0.15 * 60)
    expect(eased).toBeLessThan(60)
  })

  it('each gesture shows once and is over within two seconds', () => {
    for (const gesture of GESTURES) {
      const still = createEngine({ seed: 2, dials })
      const moved = createEngine({ seed: 2, dials })
      moved.gesture(gesture)
      const [without, shown] = [renderBlocks(still, 150), renderBlocks(moved, 150)]
      const difference = shown.map(({ face }, i) => Math.max(...face.map((x, c) => Math.abs(x - without[i]!.face[c]!))))
      expect(Math.max(...difference)).toBeGreaterThan(0.5)
      expect(Math.max(...difference.slice(135))).toBeLessThan(0.1)
      expect(shown.every((block) => mouth(block) <= 0.02)).toBe(true)
    }
  })

  it('winks with her left eye alone', () => {
    const engine = createEngine({ seed: 2, dials })
    engine.gesture('wink')
    const { face } = renderBlocks(engine, 25).at(-1)!
    expect(face[FACE_INDEX.eyeOpenL]).toBeLessThan(0.1)
    expect(face[FACE_INDEX.eyeOpenR]).toBeGreaterThan(0.8)
  })
})

describe('idle life', () => {
  const engine = createEngine({ seed: 11, dials })
  const minute = renderBlocks(engine, 60 * 60)
  const channel = (name: keyof typeof FACE_INDEX) => minute.map(({ face }) => face[FACE_INDEX[name]]!)

  it('blinks with both eyes together, every two to six seconds', () => {
    expect(channel('eyeOpenL')).toEqual(channel('eyeOpenR'))
    const shut = channel('eyeOpenL').flatMap((open, i, all) => (open < 0.2 && (all[i - 1] ?? 1) >= 0.2 ? [i / 60] : []))
    expect(shut.length).toBeGreaterThan(9)
    shut.slice(1).forEach((at, i) => {
      expect(at - shut[i]!).toBeGreaterThanOrEqual(1.95)
      expect(at - shut[i]!).toBeLessThanOrEqual(6.1)
    })
    expect(Math.min(...channel('eyeOpenL'))).toBeLessThan(0.05)
  })

  it('breathes at 0.2 to 0.3 Hz', () => {
    const breath = channel('breath')
    const rising = breath.filter((x, i) => i > 0 && x >= 0.5 && breath[i - 1]! < 0.5).length
    expect(rising / 60).toBeGreaterThanOrEqual(0.2)
    expect(rising / 60).toBeLessThanOrEqual(0.3)
    expect(Math.max(...breath)).toBeGreaterThan(0.95)
  })

  it('glances about, sways slowly, and keeps her mouth shut', () => {
    const gaze = channel('gazeX')
    expect(gaze.filter((x, i) => i > 0 && Math.abs(x - gaze[i - 1]!) > 0.05).length).toBeGreaterThan(15)
    for (const name of ['angleX', 'angleZ', 'bodyX'] as const) {
      const angle = channel(name)
      expect(Math.max(...angle) - Math.min(...angle)).toBeGreaterThan(1)
      for (let i = 1; i < angle.length; i++) expect(Math.abs(angle[i]! - angle[i - 1]!)).toBeLessThan(0.2)
    }
    expect(Math.max(...channel('mouthOpen'))).toBe(0)
  })

  it('is ready at once: a phrase of one vowel is heard in full', () => {
    const { pcm } = renderOffline({ phrases: [phrase('AA2')], dials, emotion: {}, seed: 1 })
    expect(pcm.some((x) => Math.abs(x) > 0.1)).toBe(true)
  })
})

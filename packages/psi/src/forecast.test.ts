// What the face will do, foretold: exact where all goals are known, near where phases are drawn to others.
import {
  BLOCK_SAMPLES,
  FACE_CHANNEL_COUNT,
  FACE_CHANNELS,
  FACE_INDEX,
  type FaceFrame,
  FORECAST_CHANNELS,
  FORECAST_KNOT_SAMPLES,
  FORECAST_KNOTS,
  FORECAST_LENGTH,
  foretold,
  GESTURES,
  samplesFromMs,
  VoiceDials,
} from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { BIRCH, LABIALS } from '../test/spoken-phrases'
import { composeScore } from './compose-score'
import { createEngine, type Engine } from './engine'

const dials = VoiceDials.parse({})
const BLOCKS_A_KNOT = FORECAST_KNOT_SAMPLES / BLOCK_SAMPLES

interface Step {
  readonly face: FaceFrame
  readonly forecast: Float32Array
}
function play(engine: Engine, blocks: number): Step[] {
  return Array.from({ length: blocks }, () => {
    const step = { face: new Float32Array(FACE_CHANNEL_COUNT), forecast: new Float32Array(FORECAST_LENGTH) }
    engine.render(new Float32Array(BLOCK_SAMPLES), step.face, step.forecast)
    return step
  })
}
/** The lips are foretold as they are in silence, the next glance as it is if she goes on to speak or not. */
const hangsOnSpeech = (channel: number) => /^(mouth|gaze)/.test(FACE_CHANNELS[channel]!.name)
/** Largest error at any knot, in parts of the range, over steps whose 300 ms are all there. */
function worst(steps: readonly Step[], silent = true) {
  let most = { error: 0, channel: '', step: 0 }
  for (let step = 0; step + FORECAST_KNOTS * BLOCKS_A_KNOT < steps.length; step++)
    for (const [k, channel] of FORECAST_CHANNELS.entries()) {
      if (hangsOnSpeech(channel) && !silent) continue
      const { name, min, max } = FACE_CHANNELS[channel]!
      for (let knot = 0; knot < FORECAST_KNOTS; knot++) {
        const truly = steps[step + (knot + 1) * BLOCKS_A_KNOT]!.face[channel]!
        const error = Math.abs(steps[step]!.forecast[k * FORECAST_KNOTS + knot]! - truly) / (max - min)
        if (error > most.error) most = { error, channel: name, step }
      }
    }
  return most
}

describe('forecast of the face', () => {
  it('is what comes, in idle life: breath, sway, blinks and the next glance', () => {
    const engine = createEngine({ seed: 4, dials })
    const found = worst(play(engine, 900))
    expect(found.error, JSON.stringify(found)).toBeLessThan(0.02)
  })

  it('knows a feeling on its way and the end of a gesture', () => {
    for (const gesture of GESTURES) {
      const engine = createEngine({ seed: 4, dials })
      play(engine, 1)
      engine.setMood({ joy: 0.7, surprise: 0.2 })
      engine.gesture(gesture)
      const steps = play(engine, 200)
      const found = worst(steps)
      expect(found.error, `${gesture} ${JSON.stringify(found)}`).toBeLessThan(0.02)
    }
  })

  it('knows what the head does with the words, and the feeling a line brings and leaves', () => {
    const engine = createEngine({ seed: 4, dials })
    const score = composeScore([BIRCH, LABIALS], { dials, emotion: { anger: 0.8 }, seed: 3 })
    engine.enqueue(score)
    engine.enqueue(composeScore([BIRCH], { dials, emotion: { joy: 1 }, seed: 5 }), 150)
    const found = worst(play(engine, score.durationSamples / BLOCK_SAMPLES + 300), false)
    expect(found.error, JSON.stringify(found)).toBeLessThan(0.02)
  })

  it('[R111] lets the mouth come to rest in the shape of the feeling, also in mid-vowel', () => {
    const engine = createEngine({ seed: 4, dials })
    engine.setMood({ joy: 1 })
    const resting = play(engine, 120).at(-1)!
    engine.enqueue(composeScore([BIRCH], { dials, emotion: { joy: 1 }, seed: 3 }))
    const k = FORECAST_CHANNELS.indexOf(FACE_INDEX.mouthWidth)
    const widths = play(engine, 60)
    expect(widths.some(({ face }) => Math.abs(face[FACE_INDEX.mouthWidth]! - resting.face[FACE_INDEX.mouthWidth]!) > 0.15)).toBe(
      true,
    )
    for (const { forecast } of widths)
      expect(forecast[k * FORECAST_KNOTS + 5]).toBeCloseTo(resting.face[FACE_INDEX.mouthWidth]!, 2)
  })

  it('after a cut says that the head comes to rest', () => {
    const engine = createEngine({ seed: 4, dials })
    engine.enqueue(composeScore([BIRCH], { dials, emotion: { sadness: 1 }, seed: 3 }))
    play(engine, 50)
    engine.cut()
    const found = worst(play(engine, 100), false)
    expect(found.error, JSON.stringify(found)).toBeLessThan(0.02)
  })

  it('changes nothing of what is rendered', () => {
    const render = (forecast: Float32Array | null) => {
      const engine = createEngine({ seed: 8, dials })
      engine.enqueue(composeScore([BIRCH], { dials, emotion: { joy: 0.5 }, seed: 3 }))
      return Array.from({ length: 240 }, () => {
        const [pcm, face] = [new Float32Array(BLOCK_SAMPLES), new Float32Array(FACE_CHANNEL_COUNT)]
        engine.render(pcm, face, forecast)
        return [pcm, face]
      })
    }
    expect(render(new Float32Array(FORECAST_LENGTH))).toEqual(render(null))
  })

  it('between its knots goes straight, and beyond the last stays', () => {
    const forecast = new Float32Array(FORECAST_LENGTH)
    forecast.set([1, 2, 2, 2, 2, 5], FORECAST_KNOTS)
    const at = (ms: number) => foretold(forecast, 1, 0, samplesFromMs(ms))
    expect([0, 25, 50, 75, 275, 300, 900].map(at)).toEqual([0, 0.5, 1, 1.5, 3.5, 5, 5])
  })
})

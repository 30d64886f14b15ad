// What is seen: a mouth that is shut in silence and on P, B, M, keys that follow the vowels, feelings that reach the drawing's poses.
import { BLOCK_SAMPLES, EMOTIONS, FACE_CHANNELS, FACE_INDEX, type FaceChannelName, VoiceDials } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { BIRCH, LABIALS, phrase } from '../test/spoken-phrases'
import { EMOTION_POSES } from './emotion-face'
import { createEngine } from './engine'
import type { Phrase } from './phone'
import { renderOffline } from './render-offline'

const dials = VoiceDials.parse({})
const say = (phrases: readonly Phrase[], emotion = {}) => renderOffline({ phrases, dials, emotion, seed: 2 })
type Rendering = ReturnType<typeof say>

const framesWithin = ({ frames }: Rendering, startSample: number, endSample: number) =>
  frames.filter((_, i) => i * BLOCK_SAMPLES >= startSample && i * BLOCK_SAMPLES < endSample)
const mouthOpen = (frame: Float32Array) => frame[FACE_INDEX.mouthOpen]!
const atMiddle = (rendering: Rendering, symbol: string) => {
  const { startSample, endSample } = rendering.visemes.find(({ phoneme }) => phoneme === symbol)!
  return rendering.frames[Math.round((startSample + endSample) / 2 / BLOCK_SAMPLES)]!
}

describe('mouth', () => {
  it('is shut in every silence, whatever she feels', () => {
    for (const emotion of [{}, { joy: 1 }, { surprise: 1 }]) {
      const rendering = say([BIRCH, LABIALS, phrase('T AA2', 'continues'), phrase('AA2')], emotion)
      const silent = rendering.visemes.filter(({ phoneme }) => phoneme === 'SIL')
      expect(silent).toHaveLength(5)
      for (const { startSample, endSample } of silent)
        for (const frame of framesWithin(rendering, startSample, endSample)) expect(mouthOpen(frame)).toBeLessThanOrEqual(0.02)
    }
  })

  it('is open while she speaks', () => {
    const rendering = say([BIRCH])
    expect(Math.max(...rendering.frames.map(mouthOpen))).toBeGreaterThan(0.5)
    for (const symbol of ['ER', 'UW', 'IH', 'AE']) expect(mouthOpen(atMiddle(rendering, symbol))).toBeGreaterThan(0.12)
  })

  it('closes fully on every P, B and M', () => {
    const rendering = say([LABIALS, LABIALS])
    const labials = rendering.visemes.filter(({ viseme }) => viseme === 'PP')
    expect(labials.length).toBeGreaterThan(14)
    for (const { startSample, endSample } of labials) {
      const inside = framesWithin(rendering, startSample - BLOCK_SAMPLES / 2, endSample + BLOCK_SAMPLES / 2)
      expect(Math.min(...inside.map(mouthOpen))).toBeLessThanOrEqual(0.02)
    }
  })

  it.each([
    ['AA', 'vowelA'],
    ['IY', 'vowelI'],
    ['UW', 'vowelU'],
    ['EH', 'vowelE'],
    ['AO', 'vowelO'],
  ] as const)('in %s fills key %s most', (symbol, key) => {
    const frame = atMiddle(say([phrase(`${symbol}2 N ${symbol}2`)]), symbol)
    const keys = (['vowelA', 'vowelI', 'vowelU', 'vowelE', 'vowelO'] as const).map((name) => frame[FACE_INDEX[name]]!)
    expect(frame[FACE_INDEX[key]]).toBe(Math.max(...keys))
    expect(frame[FACE_INDEX[key]]).toBeGreaterThan(0.4)
  })

  it('is wide in IY, narrow and round in UW, widest open in AA', () => {
    const [iy, uw, aa] = (['IY', 'UW', 'AA'] as const).map((symbol) => atMiddle(say([phrase(`${symbol}2 D ${symbol}2`)]), symbol))
    expect(iy![FACE_INDEX.mouthWidth]).toBeGreaterThan(1.1)
    expect(uw![FACE_INDEX.mouthWidth]).toBeLessThan(0.8)
    expect(uw![FACE_INDEX.mouthRound]).toBeGreaterThan(0.6)
    expect(iy![FACE_INDEX.mouthRound]).toBeLessThan(0.2)
    expect(mouthOpen(aa!)).toBeGreaterThan(2 * mouthOpen(iy!))
  })
})

describe('head', () => {
  it('nods with the words, without a jump', () => {
    const { frames } = say([BIRCH, BIRCH])
    const pitch = frames.map((frame) => frame[FACE_INDEX.angleY]!)
    expect(Math.max(...pitch) - Math.min(...pitch)).toBeGreaterThan(2)
    const speed = pitch.map((angle, i) => angle - (pitch[i - 1] ?? angle))
    for (const [i, step] of speed.entries()) expect(Math.abs(step - (speed[i - 1] ?? 0))).toBeLessThan(0.35)
  })

  it('raises the brows at a question', () => {
    const brow = (ending: 'question' | 'statement') =>
      Math.max(...say([phrase('R IH2 L IY0', ending)]).frames.map((frame) => frame[FACE_INDEX.browYL]!))
    expect(brow('question')).toBeGreaterThan(brow('statement') + 0.1)
  })
})

describe('feelings', () => {
  const still: readonly FaceChannelName[] = [
    'mouthForm',
    'mouthWidth',
    'eyeSmileL',
    'irisScale',
    'browYL',
    'browYR',
    'browAngleL',
    'tear',
    'sweat',
    'angerMark',
    'heart',
    'star',
    'question',
    'exclaim',
  ]
  const settled = (emotion: Record<string, number>) => {
    const engine = createEngine({ seed: 1, dials })
    engine.setMood(emotion)
    const face = new Float32Array(FACE_CHANNELS.length)
    for (let block = 0; block < 110; block++) engine.render(new Float32Array(BLOCK_SAMPLES), face)
    return face
  }

  it.each(EMOTIONS)('%s at full strength wears its pose', (emotion) => {
    const face = settled({ [emotion]: 1 })
    for (const name of still) {
      const wanted = EMOTION_POSES[emotion][name] ?? FACE_CHANNELS[FACE_INDEX[name]]!.rest
      expect(Math.abs(face[FACE_INDEX[name]]! - wanted)).toBeLessThan(0.1)
    }
  })

  it('mix, and half a feeling shows no signs yet', () => {
    const both = settled({ joy: 0.5, sadness: 0.5 })
    expect(both[FACE_INDEX.browAngleL]).toBeCloseTo(0.75, 1)
    expect(both[FACE_INDEX.eyeSmileL]).toBeCloseTo(0.3, 1)
    expect(settled({ joy: 0.3 })[FACE_INDEX.star]).toBe(0)
  })

  it('change over three tenths of a second to one second, and never overshoot, between any two', () => {
    for (const from of EMOTIONS)
      for (const to of EMOTIONS) {
        const engine = createEngine({ seed: 1, dials })
        const face = new Float32Array(FACE_CHANNELS.length)
        const brow = (blocks: number) =>
          Array.from({ length: blocks }, () => {
            engine.render(new Float32Array(BLOCK_SAMPLES), face)
            return face[FACE_INDEX.browAngleL]!
          })
        engine.setMood({ [from]: 1 })
        const start = brow(120).at(-1)!
        engine.setMood({ [to]: 1 })
        const path = brow(90)
        const [low, high] = [Math.min(start, path.at(-1)!), Math.max(start, path.at(-1)!)]
        for (const angle of path) {
          expect(angle).toBeGreaterThanOrEqual(low - 0.02)
          expect(angle).toBeLessThanOrEqual(high + 0.02)
        }
        expect(Math.abs(path[60]! - path.at(-1)!)).toBeLessThan(0.1 * Math.abs(start - path.at(-1)!) + 0.01)
      }
  })
})

// The mouth in other programs' words, made from a sentence that was really rendered.
import { FACE_RATE, SAMPLE_RATE } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { openEnglish } from '../scripts/open-english'
import { phonemise } from './phonemise'
import { renderOffline } from './render-offline'
import { type TimedViseme, VISEME_SETS, visemeStream } from './viseme-streams'
import { VOICES } from './voices'

const { frames, visemes: spans } = renderOffline({
  phrases: phonemise('Papa saw you today.', openEnglish()),
  dials: VOICES.feminine!,
  emotion: {},
  seed: 1,
})
const visemes: TimedViseme[] = spans.map(({ viseme, startSample, endSample }) => ({
  viseme,
  start: startSample / SAMPLE_RATE,
  end: endSample / SAMPLE_RATE,
}))
const middle = (name: string, nth = 0) => {
  const { start, end } = visemes.filter(({ viseme }) => viseme === name)[nth]!
  return Math.round(((start + end) / 2) * FACE_RATE)
}

describe('viseme streams', () => {
  it.each(VISEME_SETS)('%s: one frame for each face, one value for each name, all between 0 and 1', (set) => {
    const stream = visemeStream(set, frames, visemes)
    expect(stream.frames).toHaveLength(frames.length)
    expect(new Set(stream.channels).size).toBe(stream.channels.length)
    for (const frame of stream.frames) {
      expect(frame).toHaveLength(stream.channels.length)
      for (const value of frame) expect(value >= 0 && value <= 1).toBe(true)
    }
  })

  it('oculus: fifteen shapes that add up to one, each at its height in the middle of its phone', () => {
    const stream = visemeStream('oculus', frames, visemes)
    expect(stream.channels).toHaveLength(15)
    const value = (name: string, frame: number) => stream.frames[frame]![stream.channels.indexOf(name)]!
    for (const frame of stream.frames) expect(frame.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 1)
    for (const name of ['PP', 'aa', 'SS', 'sil']) expect(value(name, middle(name))).toBeGreaterThan(0.5)
  })

  it('arkit: the jaw is down in "saw" and up in the p of "papa"; lips pucker in "you"', () => {
    const stream = visemeStream('arkit', frames, visemes)
    const value = (name: string, frame: number) => stream.frames[frame]![stream.channels.indexOf(name)]!
    expect(value('jawOpen', middle('PP', 1))).toBeLessThan(0.1)
    expect(value('jawOpen', middle('aa'))).toBeGreaterThan(0.4)
    const round = stream.frames.map((_, i) => value('mouthPucker', i) + value('mouthFunnel', i))
    expect(round[middle('ou')]).toBeGreaterThan(1.5 * round[middle('SS')]!)
  })

  it('aiueo is the face itself; without phones oculus reads the lips', () => {
    const { frames: keys } = visemeStream('aiueo', frames, visemes)
    expect(keys[middle('aa')]![0]).toBeGreaterThan(0.3)
    const read = visemeStream('oculus', frames, [])
    const at = (frame: number, name: string) => read.frames[frame]![read.channels.indexOf(name)]!
    expect(at(0, 'sil')).toBeGreaterThan(0.9)
    expect(at(middle('aa'), 'aa')).toBeGreaterThan(at(middle('aa'), 'ou'))
  })
})

import { describe, expect, it } from 'vitest'
import { FramePace, type FrameRate } from './frame-pace'

/** Trembles like a page's time stamps, the same in every run. */
const tremble = (i: number) => Math.sin(i * 12.9898) * 0.4

/** Which of the animation frames of a screen are drawn, by number, once the pace knows the screen. */
function drawn(rate: FrameRate, screenHz: number, seconds: number, skip: (i: number) => boolean = () => false) {
  const pace = new FramePace(rate)
  const frames: number[] = []
  for (let i = 0; i < screenHz * (seconds + 1); i++) {
    if (skip(i)) continue
    if (pace.due((i * 1000) / screenHz + tremble(i)) && i >= screenHz) frames.push(i)
  }
  return frames
}
const gaps = (frames: number[]) => frames.slice(1).map((frame, i) => frame - frames[i]!)

describe('FramePace', () => {
  it.each([
    [60, 60, 1],
    [30, 60, 2],
    [30, 59.94, 2],
    [24, 120, 5],
    [60, 240, 4],
    [60, 30, 1],
    ['screen', 144, 1],
  ] as const)('draws %s frames a second of a %s Hz screen every %s frames exactly', (rate, screenHz, every) => {
    expect(new Set(gaps(drawn(rate, screenHz, 20)))).toEqual(new Set([every]))
  })
  it.each([
    [60, 144],
    [24, 60],
    [60, 75],
    [30, 50],
    [60, 165],
  ] as const)('draws %s frames a second of a %s Hz screen as evenly as whole frames allow', (rate, screenHz) => {
    const frames = drawn(rate, screenHz, 20)
    expect(frames.length / 20).toBeCloseTo(rate, 0)
    const whole = Math.floor(screenHz / rate)
    expect(gaps(frames).filter((gap) => gap !== whole && gap !== whole + 1)).toEqual([])
    // No second is busier than another.
    for (let second = 2; second < 20; second++) {
      const within = frames.filter((frame) => frame >= second * screenHz && frame < (second + 1) * screenHz).length
      expect(Math.abs(within - rate)).toBeLessThanOrEqual(1)
    }
  })
  it('goes on in step after frames that never came, without making up for them', () => {
    const frames = drawn(30, 60, 10, (i) => i >= 200 && i < 207)
    const after = frames.filter((frame) => frame >= 207)
    expect(new Set(gaps(after))).toEqual(new Set([2]))
    const uneven = drawn(60, 144, 10, (i) => i >= 400 && i < 440).filter((frame) => frame >= 440)
    expect(Math.min(...gaps(uneven))).toBeGreaterThanOrEqual(1)
    expect(gaps(uneven).filter((gap) => gap === 1).length).toBeLessThanOrEqual(1)
  })
  it('knows the interval of the screen, whatever a single late frame does', () => {
    const pace = new FramePace()
    expect(pace.screenMs).toBeNull()
    for (let i = 0; i < 40; i++) pace.due(i * 10 + (i >= 20 ? 35 : 0))
    expect(pace.screenMs).toBeCloseTo(10, 6)
  })
  it('takes a new rate at once', () => {
    const pace = new FramePace('screen')
    const due = Array.from({ length: 120 }, (_, i) => {
      if (i === 60) pace.rate = 30
      return pace.due((i * 1000) / 60)
    })
    expect(due.slice(0, 60).every(Boolean)).toBe(true)
    expect(due.slice(62).filter(Boolean)).toHaveLength(29)
  })
})

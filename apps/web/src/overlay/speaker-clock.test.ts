import { describe, expect, it } from 'vitest'
import { PlayMarks } from './play-marks'
import { SpeakerClock } from './speaker-clock'

/** An AudioContext whose time moves in steps of one hardware buffer, as real ones do. */
function setUp(bufferMs: number, startMs = 5000) {
  const state = { nowMs: startMs, shiftMs: 0 }
  const contextTime = () => (Math.floor((state.nowMs - startMs) / bufferMs) * bufferMs + bufferMs + state.shiftMs) / 1000
  const marks = new PlayMarks()
  const clock = new SpeakerClock(contextTime, marks)
  const run = (frames: number) =>
    Array.from({ length: frames }, () => {
      state.nowMs += 1000 / 60
      return { drawn: clock.playingSample(state.nowMs), true: marks.sampleAt(contextTime()) }
    })
  return { state, marks, clock, run }
}

describe('SpeakerClock', () => {
  it('says nothing before the first mark', () => {
    expect(setUp(10).clock.playingSample(5001)).toBeNull()
  })
  it('moves evenly though the context moves in steps, and stays within half a step of it', () => {
    const { marks, run } = setUp(20)
    marks.add({ contextTime: 0, atSample: 4000, running: true })
    run(60)
    const frames = run(300)
    const steps = frames.slice(1).map((frame, i) => frame.drawn! - frames[i]!.drawn!)
    for (const step of steps) expect(Math.abs(step - 400)).toBeLessThan(20)
    for (const frame of frames) expect(Math.abs(frame.drawn! - frame.true!)).toBeLessThan(0.0125 * 24_000)
  })
  it('follows a context that stood still', () => {
    const { state, marks, run } = setUp(10)
    marks.add({ contextTime: 0, atSample: 0, running: true })
    run(60)
    state.shiftMs = -400
    const frame = run(1)[0]!
    expect(Math.abs(frame.drawn! - frame.true!)).toBeLessThan(0.012 * 24_000)
  })
})

describe('PlayMarks', () => {
  it('counts on from the mark in force, and stands still where nothing plays', () => {
    const marks = new PlayMarks()
    marks.add({ contextTime: 1, atSample: 400, running: true })
    marks.add({ contextTime: 2, atSample: 800, running: false })
    marks.add({ contextTime: 3, atSample: 8000, running: true })
    expect([1.01, 2.5, 3.01].map((time) => marks.sampleAt(time))).toEqual(
      [640, 800, 8240].map((sample) => expect.closeTo(sample, 5)),
    )
  })
  it('forgets another context’s marks', () => {
    const marks = new PlayMarks()
    marks.add({ contextTime: 1, atSample: 400, running: true })
    marks.clear()
    expect(marks.sampleAt(1)).toBeNull()
  })
})

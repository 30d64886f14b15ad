import { BLOCK_SAMPLES, SAMPLE_RATE } from '@psiona/shared/units'
import { describe, expect, it } from 'vitest'
import { PlayMarks } from './play-marks'
import { SpeakerClock } from './speaker-clock'
import { SubtitleTrack } from './subtitle-track'

/** An AudioContext whose time moves in steps of one hardware buffer, as real ones do. */
function setUp(bufferMs: number, startMs = 5000) {
  const state = { nowMs: startMs, shiftMs: 0, queuedEnd: null as number | null }
  const contextTime = () => (Math.floor((state.nowMs - startMs) / bufferMs) * bufferMs + bufferMs + state.shiftMs) / 1000
  const marks = new PlayMarks()
  const clock = new SpeakerClock(contextTime, marks, () => state.queuedEnd)
  const markedTo = { block: 0 }
  /** Blocks leave one after the other from `first` on, and the page hears of each; with `marked` false it hears of none. */
  const run = (frames: number, { first = 0, marked = true } = {}) =>
    Array.from({ length: frames }, () => {
      state.nowMs += 1000 / 60
      for (; marked && (markedTo.block * BLOCK_SAMPLES) / SAMPLE_RATE <= contextTime(); markedTo.block++)
        marks.add({
          contextTime: (markedTo.block * BLOCK_SAMPLES) / SAMPLE_RATE,
          atSample: first + markedTo.block * BLOCK_SAMPLES,
          running: true,
        })
      return { drawn: clock.playingSample(state.nowMs), true: marks.sampleAt(contextTime()) }
    })
  return { state, marks, clock, run }
}

describe('SpeakerClock', () => {
  it('says nothing before the first mark', () => {
    expect(setUp(10).clock.playingSample(5001)).toBeNull()
  })
  it('moves evenly though the context moves in steps, and stays within half a step of it', () => {
    const { run } = setUp(20)
    run(60, { first: 4000 })
    const frames = run(300, { first: 4000 })
    const steps = frames.slice(1).map((frame, i) => frame.drawn! - frames[i]!.drawn!)
    for (const step of steps) expect(Math.abs(step - 400)).toBeLessThan(20)
    for (const frame of frames) expect(Math.abs(frame.drawn! - frame.true!)).toBeLessThan(0.0125 * 24_000)
  })
  it('follows a context that stood still', () => {
    const { state, run } = setUp(10)
    run(60)
    state.shiftMs = -400
    const frame = run(1)[0]!
    expect(Math.abs(frame.drawn! - frame.true!)).toBeLessThan(0.012 * 24_000)
  })
  it('does not run ahead when word of the worklet is late, and shows no later line before the first', () => {
    const { marks, run } = setUp(10)
    run(60)
    const heardOf = 60 * BLOCK_SAMPLES
    const subtitles = new SubtitleTrack()
    const line = { turnId: 't', epoch: 0, text: 'yes', words: [] }
    subtitles.add({ ...line, lineId: 'l1', startSample: heardOf + 4000, endSample: heardOf + 16_000 })
    subtitles.add({ ...line, lineId: 'l2', startSample: heardOf + 20_000, endSample: heardOf + 40_000 })
    // The page stood still for 1.5 s, and so did her queue, dry; the page comes to draw before it comes to that news.
    const blind = run(90, { marked: false })
    for (const { drawn } of blind) {
      expect(drawn!).toBeLessThan(heardOf + 0.14 * SAMPLE_RATE)
      expect(subtitles.at(drawn)).toBeNull()
    }
    marks.add({ contextTime: 1, atSample: heardOf, running: false })
    expect(run(1, { marked: false })[0]?.drawn).toBe(heardOf)
  })
  it('never says a sample that was not sent to be played', () => {
    const { state, run } = setUp(10)
    run(60)
    state.queuedEnd = 60 * BLOCK_SAMPLES + 100
    for (const { drawn } of run(30)) expect(drawn!).toBeLessThanOrEqual(state.queuedEnd)
  })
  it('goes on when the page’s clock shows the same time twice', () => {
    const { state, clock, run } = setUp(10)
    run(1)
    clock.playingSample(state.nowMs)
    expect(run(1)[0]?.drawn).toBeGreaterThan(0)
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
  it('trusts the newest mark no longer than news of the next may take', () => {
    const marks = new PlayMarks()
    marks.add({ contextTime: 1, atSample: 400, running: true })
    expect(marks.sampleAt(1.1)).toBeCloseTo(400 + 0.1 * SAMPLE_RATE, 5)
    expect(marks.sampleAt(9)).toBe(marks.sampleAt(2))
    expect(marks.sampleAt(9)).toBeLessThan(400 + 0.15 * SAMPLE_RATE)
  })
  it('forgets another context’s marks', () => {
    const marks = new PlayMarks()
    marks.add({ contextTime: 1, atSample: 400, running: true })
    marks.clear()
    expect(marks.sampleAt(1)).toBeNull()
  })
})

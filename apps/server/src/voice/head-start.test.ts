// Engines that make sound at any pace, played from when the head start says: none runs dry, and a fast one is not kept waiting.
import { describe, expect, it } from 'vitest'
import { HeadStart } from './head-start'

const TEXT = 'x'.repeat(60)

/** `pieces`: when each comes (ms) and how long it is (s). Returns when it began and for how long it then ran dry. */
function play(start: HeadStart, pieces: readonly (readonly [number, number])[], leastSeconds?: number) {
  start.begin(TEXT, leastSeconds)
  let [beganMs, seconds, dryMs] = [null as number | null, 0, 0]
  for (const [atMs, length] of pieces) {
    if (beganMs !== null) dryMs = Math.max(dryMs, atMs - beganMs - seconds * 1000)
    seconds += length
    start.came(length, atMs)
    if (beganMs === null && start.ready(atMs)) beganMs = atMs
  }
  start.end()
  return { beganMs: beganMs ?? pieces.at(-1)![0], dryMs }
}
const steady = (firstMs: number, everyMs: number, seconds: number, total: number) =>
  Array.from({ length: Math.round(total / seconds) }, (_, i) => [firstMs + i * everyMs, seconds] as const)

describe('head start', () => {
  it('begins with 120 ms of a fast voice', () => {
    expect(play(new HeadStart(), steady(200, 4, 0.04, 4))).toEqual({ beganMs: 208, dryMs: 0 })
    expect(play(new HeadStart(), steady(200, 50, 0.5, 4))).toEqual({ beganMs: 200, dryMs: 0 })
  })

  it('waits for as much as the listener asks for', () => {
    expect(play(new HeadStart(), steady(200, 20, 0.2, 4), 0.8).beganMs).toBe(260)
  })

  it('learns from one line of a slow voice, and the next ones do not stutter', () => {
    for (const pace of [0.9, 0.7, 0.5]) {
      const start = new HeadStart()
      const line = steady(300, 200 / pace, 0.2, 4)
      play(start, line)
      for (let i = 0; i < 4; i++) expect(play(start, line).dryMs).toBeLessThanOrEqual(0)
    }
  })

  it('sees in the first line already that a voice is slow when that shows', () => {
    const start = new HeadStart()
    expect(play(start, steady(300, 400, 0.2, 4), 0.8).dryMs).toBeLessThanOrEqual(0)
  })

  it('of a voice that sends a sentence at a time waits for the next one', () => {
    const start = new HeadStart()
    const line = [
      [500, 1.5],
      [2600, 1.5],
      [4700, 1],
    ] as const
    play(start, line)
    expect(play(start, line).dryMs).toBeLessThanOrEqual(0)
  })

  it('forgets when the voice has become fast, or is another', () => {
    const start = new HeadStart()
    play(start, steady(300, 400, 0.2, 4))
    const fast = steady(300, 4, 0.2, 4)
    for (let i = 0; i < 8; i++) play(start, fast)
    expect(play(start, fast).beganMs).toBeLessThan(340)
    play(start, steady(300, 400, 0.2, 4))
    start.forget()
    expect(play(start, fast).beganMs).toBe(300)
  })
})

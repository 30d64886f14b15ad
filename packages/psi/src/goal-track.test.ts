// Painted lines: later paint covers earlier, what was there goes on after it, and goals come early by the oscillator's delay.
import { samplesFromMs } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { GoalTrack } from './goal-track'

const painted = (...strokes: readonly (readonly [number, number, number])[]) => {
  const track = new GoalTrack('glottis', 1, 0)
  for (const [from, to, value] of strokes) track.paint(from, to, value)
  return track.goals().map(({ atSample, target }) => [atSample, target])
}

describe('GoalTrack', () => {
  it('joins neighbours and returns to 0', () => {
    expect(painted([100, 200, 1], [200, 300, 1], [300, 400, 2])).toEqual([
      [100, 1],
      [300, 2],
      [400, 0],
    ])
  })
  it('lets later paint cover earlier, and earlier go on after it', () => {
    expect(painted([100, 500, 1], [200, 300, 0])).toEqual([
      [100, 1],
      [200, 0],
      [300, 1],
      [500, 0],
    ])
    expect(painted([100, 200, 1], [300, 400, 2], [50, 350, 3])).toEqual([
      [50, 3],
      [350, 2],
      [400, 0],
    ])
  })
  it('ignores empty strokes', () => {
    expect(painted([100, 100, 1], [200, 150, 1])).toEqual([])
  })
  it('issues goals two τ early, never before the start', () => {
    const track = new GoalTrack('jaw', 20)
    track.paint(100, 2000, 1)
    expect(track.goals().map(({ atSample }) => atSample)).toEqual([0, 2000 - samplesFromMs(40)])
  })
})

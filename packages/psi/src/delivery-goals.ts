// Placed segments flow in; when she whispers or raises her voice, eased in and out at the words' ends, flows out.
import type { Ms } from '@psiona/shared'
import { GoalTrack } from './goal-track'
import type { Goal } from './score'
import type { TimedSegment } from './timed-segment'

const WHISPER_TAU_MS: Ms = 22
const EFFORT_TAU_MS: Ms = 45

export function deliveryGoals(segments: readonly TimedSegment[]): Goal[] {
  const whisper = new GoalTrack('whisper', WHISPER_TAU_MS)
  const effort = new GoalTrack('effort', EFFORT_TAU_MS)
  segments.forEach((segment, i) => {
    const next = segments[i + 1]
    // A pause between two whispered words is no reason to find the voice again.
    const until = (value: number, following: number | undefined) =>
      following === value && next ? next.startSample : segment.endSample
    whisper.paint(segment.startSample, until(segment.whisper, next?.whisper), segment.whisper)
    effort.paint(segment.startSample, until(segment.effort, next?.effort), segment.effort)
  })
  return [...whisper.goals(), ...effort.goals()]
}

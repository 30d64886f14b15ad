// How hard OBS works. In: its counters every two seconds. Out: shares of the last seconds.
import type { ObsState } from '@psiona/shared'
import { type ObsStats, StatsAnswer } from './obs-answer.external'

/** At one every two seconds these are the last ten. */
const KEPT_STATS = 6

export interface ObsLoad {
  take(stats: unknown): void
  current(): ObsState['load']
}

const rounded = (value: number, digits: number) => Number(value.toFixed(digits))

export function createObsLoad(): ObsLoad {
  let kept: readonly ObsStats[] = []
  const share = (some: 'renderSkippedFrames' | 'outputSkippedFrames', all: 'renderTotalFrames' | 'outputTotalFrames') => {
    const [first, last] = [kept[0], kept.at(-1)]
    const total = (last?.[all] ?? 0) - (first?.[all] ?? 0)
    const part = (last?.[some] ?? 0) - (first?.[some] ?? 0)
    // Counters begin anew with every output.
    return total <= 0 ? 0 : rounded(Math.max(0, Math.min(1, part / total)), 3)
  }
  return {
    take(stats) {
      const found = StatsAnswer.safeParse(stats)
      if (found.success) kept = [...kept, found.data].slice(-KEPT_STATS)
    },
    current() {
      const last = kept.at(-1)
      if (!last) return null
      return {
        cpuPercent: rounded(last.cpuUsage, 1),
        fps: rounded(last.activeFps, 1),
        lateFrames: share('renderSkippedFrames', 'renderTotalFrames'),
        skippedFrames: share('outputSkippedFrames', 'outputTotalFrames'),
      }
    },
  }
}

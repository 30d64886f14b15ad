// How loud she is, for the panel's meter. In: blocks. Out: dBFS, at most 15 times a second, and the floor once when she falls silent.
import type { Ms, VoiceBlock } from '@psiona/shared'
import type { Clock } from '../clock'

const LEAST_GAP_MS: Ms = 1000 / 15
/** Stands for digital silence, which has no decibels. */
export const LEVEL_FLOOR_DBFS = -120

export interface OutputLevel {
  take(block: Pick<VoiceBlock, 'pcm'>): void
}

export function createOutputLevel(clock: Pick<Clock, 'monotonicMs'>, tell: (dbfs: number) => void): OutputLevel {
  let squares = 0
  let samples = 0
  let toldMs = Number.NEGATIVE_INFINITY
  let silent = true

  return {
    take({ pcm }) {
      if (!pcm) {
        if (!silent) tell(LEVEL_FLOOR_DBFS)
        silent = true
        squares = samples = 0
        return
      }
      silent = false
      for (const value of pcm) squares += value * value
      samples += pcm.length
      const nowMs = clock.monotonicMs()
      if (nowMs - toldMs < LEAST_GAP_MS) return
      toldMs = nowMs
      tell(Math.max(LEVEL_FLOOR_DBFS, 10 * Math.log10(squares / samples)))
      squares = samples = 0
    },
  }
}

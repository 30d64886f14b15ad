// Time that passes while real sockets answer. In: a clock that stands still, and the time limit of a question. Out: the same clock, and time that waits for whoever waits for an answer.
import type { Clock } from '../../apps/server/src/clock'
import type { FakeClock } from './clock'

export interface Patience {
  /** For what is tested: a question that is under way shows by its time limit. */
  readonly clock: Clock
  /** Resolves when it is so; meanwhile time passes, unless an answer is waited for. */
  soon(isSo: () => boolean, stepMs?: number): Promise<void>
}

export function createPatience(clock: FakeClock, limitMs: number): Patience {
  let questions = 0
  return {
    clock: {
      ...clock,
      async sleep(ms, signal) {
        if (ms === limitMs) questions++
        await clock.sleep(ms, signal)
        if (ms === limitMs) questions--
      },
    },
    async soon(isSo, stepMs = 250) {
      while (!isSo()) {
        // An answer must not be late because a test is fast.
        if (questions === 0) await clock.advance(stepMs)
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
  }
}

// Whether another voice is to be asked. In: how it did. Out: yes, or for a while no; and what health says.
import { type Ms, type PartHealth, Problem, twoHalves } from '@psiona/shared'
import type { Tts } from '../organs'

/** After so many failed lines in a row … */
const MOST_FAILURES = 2
/** … her own voice speaks for so long before the next try. */
const REST_MS: Ms = 30_000
const OTHERWISE = 'Choose another voice on the voice page.'

export interface VoiceTrust {
  /** Null: her own voice speaks. */
  turnTo(tts: Tts | null, nowMs: Ms): Tts | null
  worked(): void
  failed(problem: Problem, nowMs: Ms): void
  /** Null: all is well with it, or there is none. */
  health(tts: Tts | null): Pick<PartHealth, 'state' | 'detail' | 'remedy'> | null
}

export function createVoiceTrust(): VoiceTrust {
  let known: Tts | null = null
  let failures = 0
  let restUntilMs: Ms = Number.NEGATIVE_INFINITY
  let trouble: Problem | null = null
  const forgive = () => {
    failures = 0
    restUntilMs = Number.NEGATIVE_INFINITY
    trouble = null
  }
  return {
    turnTo(tts, nowMs) {
      // Another choice is judged anew.
      if (tts !== known) forgive()
      known = tts
      return nowMs < restUntilMs ? null : tts
    },
    worked: forgive,
    failed(problem, nowMs) {
      trouble = problem
      if (++failures >= MOST_FAILURES) restUntilMs = nowMs + REST_MS
    },
    health(tts) {
      if (!tts) return null
      const own = tts.health()
      if (!trouble && own.state !== 'trouble') return own
      const { detail, remedy } = trouble ? twoHalves(trouble.message, OTHERWISE) : { remedy: OTHERWISE, ...own }
      return { state: 'trouble', detail: `${detail.replace(/\.$/, '')}: she speaks with her own voice.`, remedy }
    },
  }
}

/** Whatever went wrong, as a sentence. */
export const voiceProblem = (name: string, cause: unknown): Problem =>
  cause instanceof Problem
    ? cause
    : new Problem('voice-engine-failed', 'broken', `${name} failed. Look at its log, or choose another voice.`, { cause })

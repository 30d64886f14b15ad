// What she says of the load while a bench runs. In: GET /api/load, asked again and again. Out: which savings came and went, when, and how much of the machine was hers.
import { LoadState, type Saving } from '@psiona/shared'
import type { RunningPsiona } from '../tests/e2e/psiona'

/** As often as she looks herself: a second is one look. */
const ASK_MS = 500

export interface SavingStep {
  readonly saving: Saving
  readonly inForce: boolean
  readonly atMs: number
}

export interface LoadWatch {
  readonly steps: readonly SavingStep[]
  /** What was asked since then (epoch ms), oldest first. */
  since(ms: number): readonly { readonly atMs: number; readonly load: LoadState }[]
  /** Resolves with the first state that is so, from now on; null when it does not come to that in time. */
  when(condition: (load: LoadState) => boolean, timeoutMs: number): Promise<LoadState | null>
  stop(): Promise<void>
}

export function watchLoad(psiona: RunningPsiona): LoadWatch {
  const steps: SavingStep[] = []
  const seen: { atMs: number; load: LoadState }[] = []
  const waiting = new Set<(load: LoadState) => void>()
  let before: readonly Saving[] = []
  let stopped = false
  const ask = async () => {
    const load = await psiona.api('GET', '/api/load', LoadState)
    const atMs = Date.now()
    seen.push({ atMs, load })
    for (const saving of load.savings) if (!before.includes(saving)) steps.push({ saving, inForce: true, atMs })
    for (const saving of before.toReversed()) if (!load.savings.includes(saving)) steps.push({ saving, inForce: false, atMs })
    before = load.savings
    for (const tell of waiting) tell(load)
  }
  const asking = (async () => {
    while (!stopped) {
      await ask()
      await new Promise((resolve) => setTimeout(resolve, ASK_MS))
    }
  })()
  // Told by `when` and `stop`.
  asking.catch(() => {})
  return {
    steps,
    since: (ms) => seen.filter(({ atMs }) => atMs >= ms),
    when(condition, timeoutMs) {
      const found = new Promise<LoadState | null>((resolve) => {
        const done = (load: LoadState | null) => {
          clearTimeout(timer)
          waiting.delete(tell)
          resolve(load)
        }
        const tell = (load: LoadState) => {
          if (condition(load)) done(load)
        }
        const timer = setTimeout(() => done(null), timeoutMs)
        waiting.add(tell)
      })
      return Promise.race([found, asking.then(() => null)])
    },
    async stop() {
      stopped = true
      await asking
    },
  }
}

// In: somebody wants silence. Out: what came of it, for the place beside the button.
import { callApi } from '../lib/api-call'
import { observable } from '../lib/observable'
import { wordsOf } from './live/heard-words'

export type StopOutcome =
  | { readonly type: 'stopped'; readonly heardWords: number }
  | { readonly type: 'nothing-ran' }
  | { readonly type: 'not-stopped'; readonly message: string }

/** Ten times what a Stop takes; whoever pressed it must know soon that it failed. */
const PATIENCE_MS = 2000

export const stopOutcome = observable<StopOutcome | null>(null)

export async function stopHer(): Promise<void> {
  const answer = await callApi('stop', { timeoutMs: PATIENCE_MS })
  if (!answer.ok) {
    const unreached = answer.problem.code === 'not-reached'
    stopOutcome.set({ type: 'not-stopped', message: unreached ? 'Not reached. Mute her in OBS.' : answer.problem.message })
  } else if (answer.value.stopped) stopOutcome.set({ type: 'stopped', heardWords: wordsOf(answer.value.heard).length })
  else stopOutcome.set({ type: 'nothing-ran' })
}

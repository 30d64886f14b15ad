// In: yes or no to a line that waits. Out: it said at once or never, and what went wrong for the place where the lines wait.
import { callApi } from '../../lib/api-call'
import { observable } from '../../lib/observable'
import { dispatch } from '../panel-store'

export type HeldVerdict = 'approve' | 'skip'

export const heldTrouble = observable<string | null>(null)

/** Of each line one is on its way at most: the second press of a pair is no trouble. */
const underWay = new Set<string>()

export async function judgeHeld(lineId: string, verdict: HeldVerdict): Promise<void> {
  if (underWay.has(lineId)) return
  underWay.add(lineId)
  const answer = await callApi('judgeHeld', { params: { id: lineId }, body: { verdict } })
  underWay.delete(lineId)
  heldTrouble.set(answer.ok ? null : answer.problem.message)
  if (answer.ok) dispatch({ type: 'safety', data: answer.value })
}

/** The line that the keys mean: the first one on the screen, and since when it is the first, ms of performance.now(). */
let first: { readonly lineId: string; readonly sinceMs: number } | null = null

export function meanByKeys(lineId: string): () => void {
  const meant = { lineId, sinceMs: performance.now() }
  first = meant
  return () => {
    if (first === meant) first = null
  }
}

/** Who pressed a key as one line went still means that one, not the next. */
const READ_MS = 400

export async function judgeFirst(verdict: HeldVerdict): Promise<void> {
  if (first && performance.now() - first.sinceMs >= READ_MS) await judgeHeld(first.lineId, verdict)
}

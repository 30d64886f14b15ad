// In: somebody wants her silent at once, or wants that to be over. Out: it done, and what went wrong for the place beside the button.
import { type Answer, type AnswerOf, callApi } from '../lib/api-call'
import { observable } from '../lib/observable'
import { dispatch } from './panel-store'

/** Ten times what it takes; whoever pressed it must know soon that it failed. */
const PATIENCE_MS = 2000

/** Stands until the next press, or until she is back. */
export const panicTrouble = observable<string | null>(null)

export async function switchPanic(on: boolean): Promise<Answer<AnswerOf<'panic'>>> {
  const answer = await callApi('panic', { body: { on }, timeoutMs: PATIENCE_MS })
  if (answer.ok) {
    panicTrouble.set(null)
    dispatch({ type: 'safety', data: answer.value })
  } else if (answer.problem.code !== 'not-reached') panicTrouble.set(answer.problem.message)
  else panicTrouble.set(on ? 'Panic did not reach her. Mute her in OBS.' : 'Not reached. Panic is still on.')
  return answer
}

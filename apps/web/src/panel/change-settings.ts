// In: what to change in the settings. Out: the server's answer; what it wrote shows at once.
import type { Settings } from '@psiona/shared'
import { type Answer, type AnswerOf, callApi } from '../lib/api-call'
import { dispatch } from './panel-store'

export async function changeSettings(changes: Partial<Settings>): Promise<Answer<AnswerOf<'putSettings'>>> {
  // Asked for anew: before the first snapshot or after a gap this page does not know what is kept, and would write over it.
  const kept = await callApi('getSettings')
  if (!kept.ok) return kept
  const answer = await callApi('putSettings', { body: { ...kept.value, ...changes } })
  if (answer.ok) dispatch({ type: 'settings', data: answer.value })
  return answer
}

// In: what to change in the settings. Out: the server's answer; what it wrote shows at once.
import type { Settings } from '@psiona/shared'
import { type Answer, type AnswerOf, callApi } from '../lib/api-call'
import { dispatch, panelState } from './panel-store'

export async function changeSettings(changes: Partial<Settings>): Promise<Answer<AnswerOf<'putSettings'>>> {
  const answer = await callApi('putSettings', { body: { ...panelState().settings, ...changes } })
  if (answer.ok) dispatch({ type: 'settings', data: answer.value })
  return answer
}

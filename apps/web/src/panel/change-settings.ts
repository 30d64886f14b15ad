// In: what to change in the settings. Out: the server's answer; what it wrote shows at once.
import type { Hearing, Settings, Traces } from '@psiona/shared'
import { type Answer, type AnswerOf, callApi } from '../lib/api-call'
import { dispatch } from './panel-store'

type Change = Partial<Settings> | ((kept: Settings) => Partial<Settings>)

type Changed = Answer<AnswerOf<'putSettings'>>

async function change(wanted: Change): Promise<Changed> {
  // Asked for anew: before the first snapshot or after a gap this page does not know what is kept, and would write over it.
  const kept = await callApi('getSettings')
  if (!kept.ok) return kept
  const changes = typeof wanted === 'function' ? wanted(kept.value) : wanted
  const answer = await callApi('putSettings', { body: { ...kept.value, ...changes } })
  if (answer.ok) dispatch({ type: 'settings', data: answer.value })
  return answer
}

/** One after the other: two at once would each write over what the other changed. */
let last: Promise<unknown> = Promise.resolve()

export function changeSettings(wanted: Change): Promise<Changed> {
  const changed = last.then(() => change(wanted))
  last = changed
  return changed
}

export const changeHearing = (changes: Partial<Hearing>) =>
  changeSettings(({ hearing }) => ({ hearing: { ...hearing, ...changes } }))

export const changeTraces = (changes: Partial<Traces>) => changeSettings(({ traces }) => ({ traces: { ...traces, ...changes } }))

// In: mute, mode, talk key. Out: the house's switches are set, by this page's microphone socket while it is live, else over HTTP; in order.
import type { MicrophoneChange } from '@psiona/shared'
import { type Answer, callApi } from '../lib/api-call'
import { microphone } from './microphone'
import { dispatch, panelState } from './panel-store'

/** A switch that has not answered by then is not there. */
const PATIENCE_MS = 2000

/** Two requests may overtake each other: a key that was let go must not end up held. */
let last: Promise<unknown> = Promise.resolve()

async function byHttp(change: MicrophoneChange): Promise<Answer<unknown>> {
  const answer = await callApi('putMicrophone', { body: change, timeoutMs: PATIENCE_MS })
  if (answer.ok) dispatch({ type: 'microphone', data: answer.value })
  return answer
}

export function switchMicrophone(change: MicrophoneChange): Promise<Answer<unknown>> {
  const { socket } = microphone.view.get()
  // Also while its socket is away: what is said now goes out when that is back, as muted or held as it was said.
  if (socket !== 'off') {
    if (change.muted !== undefined) microphone.setMuted(change.muted)
    if (change.mode !== undefined) microphone.setMode(change.mode)
    if (change.held !== undefined) microphone.talk(change.held)
  }
  if (socket === 'live') return Promise.resolve({ ok: true, value: null })
  const sent = last.then(() => byHttp(change))
  last = sent
  return sent
}

let held = false

/** The talk key or button goes down or up; pressing twice is pressing once. */
export function talk(down: boolean): void {
  if (down === held || (down && panelState().microphone.mode !== 'push-to-talk')) return
  held = down
  void switchMicrophone({ held: down })
}

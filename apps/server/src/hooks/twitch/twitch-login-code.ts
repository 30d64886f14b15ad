// A code on the screen that wants to be entered at Twitch. In: the application. Out: code and address at once; later the tokens, or in words why there are none.
import type { Ms, TwitchState } from '@psiona/shared'
import type { Clock } from '../../clock'
import type { TokenPair, TwitchId } from './twitch-id'
import { TWITCH_SCOPES } from './twitch-scopes'

/** What a client that is told to slow down adds to its pause (RFC 8628). */
const SLOWER_MS: Ms = 5000
const GONE = 'The code was not entered in time, or the sign-in was refused. Ask for a new code.'

export interface LoginCode {
  readonly device: NonNullable<TwitchState['device']>
  /** Never rejects. */
  readonly entered: Promise<TokenPair | string>
}

/** @throws Problem when Twitch gives no code */
export async function askForLogin(options: {
  readonly clock: Clock
  readonly id: TwitchId
  readonly clientId: string
  readonly signal: AbortSignal
}): Promise<LoginCode> {
  const { clock, id, clientId, signal } = options
  const { deviceCode, code, url, expiresInSeconds, intervalSeconds } = await id.askCode(clientId, TWITCH_SCOPES, signal)
  const lifeMs = expiresInSeconds * 1000
  const overMs = clock.monotonicMs() + lifeMs
  const poll = async (): Promise<TokenPair | string> => {
    let pauseMs = intervalSeconds * 1000
    for (;;) {
      await clock.sleep(pauseMs, signal)
      if (signal.aborted || clock.monotonicMs() >= overMs) return GONE
      try {
        const answer = await id.collect({ clientId, scopes: TWITCH_SCOPES, deviceCode }, signal)
        if (answer === 'gone') return GONE
        if (answer === 'slow-down') pauseMs += SLOWER_MS
        else if (answer !== 'pending') return answer
      } catch {
        // Out of reach for now; the code is still good.
      }
    }
  }
  return { device: { code, url, expiresAt: clock.wallMs() + lifeMs }, entered: poll() }
}

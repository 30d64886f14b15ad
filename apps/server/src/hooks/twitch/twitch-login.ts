// Who is signed in at Twitch. In: a code entered there, tokens kept from before. Out: a token that works now, and in words how the sign-in is.
import { type Ms, Problem, type TwitchState } from '@psiona/shared'
import type { Clock } from '../../clock'
import type { Secrets } from '../../organs'
import { backOffMs } from '../back-off'
import type { TwitchId, ValidToken } from './twitch-id'
import { askForLogin } from './twitch-login-code'
import { readTokens, type TwitchTokens, writeTokens } from './twitch-tokens'

/** Twitch wants every application to look that often whether its token still holds. */
const VALIDATE_EVERY_MS: Ms = 3_600_000
/** Renewed so long before its end, so that nothing is refused in between. */
const AHEAD_MS: Ms = 300_000
const SIGN_IN_AGAIN = 'Sign in to Twitch again on the Stream page.'

export interface TwitchLogin {
  /** `detail`: what is wrong, '' when nothing is. */
  state(): Pick<TwitchState, 'login' | 'name' | 'scopes' | 'device' | 'detail'>
  /** Whose sign-in holds as far as is known; null when nobody's. */
  tokens(): TwitchTokens | null
  /** Another token instead of the one Twitch refused. Asked for once however many want it: a refresh token works once. @throws Problem */
  renew(refused: string): Promise<TwitchTokens>
  /** Resolves when a code stands on the screen. @throws Problem */
  signIn(clientId: string): Promise<void>
  signOut(): Promise<void>
  close(): Promise<void>
}

export interface TwitchLoginOptions {
  readonly clock: Clock
  readonly secrets: Secrets
  readonly id: TwitchId
  readonly random: () => number
  readonly onChange: () => void
}

export function createTwitchLogin({ clock, secrets, id, random, onChange }: TwitchLoginOptions): TwitchLogin {
  const closing = new AbortController()
  let tokens = readTokens(secrets)
  let expired = false
  let detail = ''
  let device: TwitchState['device'] = null
  let renewing: Promise<TwitchTokens> | null = null
  let watching: { readonly stop: AbortController; readonly ended: Promise<void> } | null = null
  let asking = new AbortController()

  const tell = (words: string) => {
    detail = words
    onChange()
  }
  const keep = (next: TwitchTokens) => {
    tokens = next
    expired = false
    try {
      writeTokens(secrets, next)
      detail = ''
    } catch (cause) {
      // She stays signed in until the next start.
      detail = cause instanceof Problem ? cause.message : 'The sign-in cannot be kept on disk. Make room and sign in again.'
    }
    onChange()
  }
  const end = (why: string): Problem => {
    expired = true
    tell(why)
    return new Problem('twitch-expired', 'refused', why)
  }
  const refreshed = async (old: TwitchTokens): Promise<TwitchTokens> => {
    const pair = await id.refresh(old.clientId, old.refreshToken, closing.signal)
    // Signed out or in again meanwhile.
    if (tokens !== old) throw new Problem('twitch-expired', 'refused', SIGN_IN_AGAIN)
    if (pair === 'refused') throw end(`Twitch no longer accepts the sign-in. ${SIGN_IN_AGAIN}`)
    if (pair === 'wants-secret')
      throw end(
        'The Twitch application is of the confidential kind. Make a public one at dev.twitch.tv and sign in with its client id.',
      )
    const next = { ...old, ...pair }
    keep(next)
    return next
  }
  const renew = async (refused: string): Promise<TwitchTokens> => {
    if (!tokens || expired) throw new Problem('twitch-expired', 'refused', SIGN_IN_AGAIN)
    if (tokens.accessToken !== refused) return tokens
    renewing ??= refreshed(tokens).finally(() => {
      renewing = null
    })
    return renewing
  }

  const learn = ({ name, userId, scopes }: ValidToken) => {
    if (!tokens) return
    const known = tokens.name === name && tokens.userId === userId && tokens.scopes.join() === scopes.join()
    if (!known) keep({ ...tokens, name, userId, scopes })
    else if (detail !== '') tell('')
  }
  /** Looks at the token at the start, every hour and before it ends, until it is refused for good. */
  const watch = async (signal: AbortSignal) => {
    let failures = 0
    while (!signal.aborted && tokens && !expired) {
      let waitMs = VALIDATE_EVERY_MS
      const looked = tokens.accessToken
      try {
        const valid = await id.validate(looked, signal)
        if (signal.aborted) return
        failures = 0
        if (valid === 'refused') {
          await renew(looked)
          continue
        }
        learn(valid)
        const leftMs = valid.expiresInSeconds * 1000
        if (leftMs <= AHEAD_MS) {
          await renew(looked)
          // An answer that always says "soon over" must not be asked without a pause.
          waitMs = AHEAD_MS
        } else waitMs = Math.min(VALIDATE_EVERY_MS, leftMs - AHEAD_MS)
      } catch (cause) {
        if (signal.aborted || expired) return
        waitMs = backOffMs(failures++, random)
        tell(cause instanceof Problem ? cause.message : 'Twitch cannot be asked. Check the internet connection.')
      }
      await clock.sleep(waitMs, signal)
    }
  }
  const stopWatching = async () => {
    const old = watching
    watching = null
    old?.stop.abort()
    await old?.ended
  }
  const startWatching = () => {
    const stop = new AbortController()
    watching = { stop, ended: watch(AbortSignal.any([stop.signal, closing.signal])) }
  }
  const stopAsking = () => {
    asking.abort()
    device = null
  }
  if (tokens) startWatching()

  return {
    state: () => ({
      login: device ? 'waiting' : expired ? 'expired' : tokens ? 'signed-in' : 'none',
      name: tokens && !expired ? tokens.name : '',
      scopes: tokens && !expired ? [...tokens.scopes] : [],
      device,
      detail,
    }),
    tokens: () => (expired ? null : tokens),
    renew,
    async signIn(clientId) {
      stopAsking()
      tell('')
      asking = new AbortController()
      const signal = AbortSignal.any([asking.signal, closing.signal])
      const code = await askForLogin({ clock, id, clientId, signal })
      device = code.device
      tell('')
      void code.entered.then(async (entered) => {
        if (signal.aborted) return
        device = null
        if (typeof entered === 'string') return tell(entered)
        await stopWatching()
        if (signal.aborted) return
        keep({ clientId, ...entered, userId: '', name: '', scopes: [] })
        startWatching()
      })
    },
    async signOut() {
      stopAsking()
      await stopWatching()
      const old = tokens
      tokens = null
      expired = false
      writeTokens(secrets, null)
      tell('')
      // The tokens are gone here; that Twitch could not be told is worth saying, not worth failing.
      if (old)
        await id
          .revoke(old.clientId, old.accessToken, closing.signal)
          .catch(() =>
            tell('Signed out here, but Twitch could not be told. Remove Psiona under Connections in your Twitch settings.'),
          )
    },
    async close() {
      closing.abort()
      stopAsking()
      await stopWatching()
    },
  }
}

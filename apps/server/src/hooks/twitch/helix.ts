// Twitch's API as Twurple knows it, by way of our own questions: Twurple would ask again after a broken connection and write a line twice, and waits without an end.
import { type Ms, Problem } from '@psiona/shared'
import type { ApiClient } from '@twurple/api'
import type { AuthProvider } from '@twurple/auth'
import type { Clock } from '../../clock'
import { lacksScope, limited, refusalOf } from './helix-refusal'
import type { TwitchAnswer, TwitchHttp } from './twitch-http'
import type { TwitchLogin } from './twitch-login'
import type { TwitchPlaces } from './twitch-places'
import { whatFor } from './twitch-scopes'
import type { TwitchTokens } from './twitch-tokens'

/** Where Twitch does not say when. */
const WAIT_MS: Ms = 5000
const LEAST_WAIT_MS: Ms = 1000
/** Twitch counts by the minute. */
const MOST_WAIT_MS: Ms = 60_000

type Call = Parameters<ApiClient['callApi']>[0]

export interface HelixOptions {
  readonly clock: Clock
  readonly http: TwitchHttp
  readonly places: TwitchPlaces
  readonly login: Pick<TwitchLogin, 'tokens' | 'renew'>
  /** Ends every question. */
  readonly signal: AbortSignal
}

const signInFirst = () => new Problem('twitch-sign-in', 'refused', 'Nobody is signed in at Twitch. Sign in on the Stream page.')

/** Loads Twurple, which is large: only who signs in needs it. Its calls @throws Problem; a refusal of Twitch is a HelixRefusal. */
export async function openHelix(options: HelixOptions): Promise<ApiClient> {
  const { ApiClient } = await import('@twurple/api')
  const call = createHelixCall(options)
  class BoundedApiClient extends ApiClient {
    // Twurple says of what shape an answer is; what is read of it is checked where it is read.
    override callApi = async <T>(question: Call): Promise<T> => (await call(question)) as T
    override asUser: ApiClient['asUser'] = (user, run) =>
      super.asUser(user, (context) => {
        context.callApi = this.callApi
        return run(context)
      })
  }
  return new BoundedApiClient({ authProvider: authProviderOf(options.login), logger: { minLevel: 'critical' } })
}

/** Twurple asks for one; the tokens themselves are taken by the call below. */
function authProviderOf({ tokens, renew }: HelixOptions['login']): AuthProvider {
  const shaped = ({ accessToken, refreshToken, scopes, userId }: TwitchTokens) => {
    return { accessToken, refreshToken, scope: [...scopes], expiresIn: null, obtainmentTimestamp: 0, userId }
  }
  const mine = (): TwitchTokens => {
    const current = tokens()
    if (!current) throw signInFirst()
    return current
  }
  return {
    get clientId() {
      return tokens()?.clientId ?? ''
    },
    getCurrentScopesForUser: () => [...(tokens()?.scopes ?? [])],
    getAccessTokenForUser: async () => shaped(mine()),
    getAnyAccessToken: async () => shaped(mine()),
    refreshAccessTokenForUser: async () => shaped(await renew(mine().accessToken)),
  }
}

function createHelixCall({ clock, http, places, login, signal }: HelixOptions): (call: Call) => Promise<unknown> {
  /** Before then Twitch would refuse whatever it is asked. */
  let pausedUntilMs: Ms = Number.NEGATIVE_INFINITY
  const pauseMs = () => pausedUntilMs - clock.monotonicMs()

  const ask = async (call: Call, { accessToken, clientId }: TwitchTokens): Promise<TwitchAnswer> => {
    if (pauseMs() > 0) throw limited(pauseMs())
    const answer = await http(
      {
        url: urlOf(places, call),
        method: call.method ?? 'GET',
        headers: { authorization: `Bearer ${accessToken}`, 'client-id': clientId },
        ...(call.jsonBody === undefined
          ? {}
          : { body: { contentType: 'application/json', text: JSON.stringify(call.jsonBody) } }),
      },
      signal,
    )
    if (answer.status === 429 || answer.left === 0) {
      const toFullMs = answer.fullAtMs === null ? WAIT_MS : answer.fullAtMs - clock.wallMs()
      // A clock that is wrong by hours must not make us wait for hours.
      pausedUntilMs = clock.monotonicMs() + Math.min(MOST_WAIT_MS, Math.max(LEAST_WAIT_MS, toFullMs))
    }
    return answer
  }
  return async (call) => {
    const tokens = login.tokens()
    if (!tokens) throw signInFirst()
    const needed = call.scopes ?? []
    if (needed.length > 0 && !needed.some((scope) => tokens.scopes.includes(scope)))
      throw new Problem(
        'twitch-scope',
        'refused',
        `Twitch was not asked for permission ${whatFor(needed[0] ?? '')}. Sign in again.`,
      )
    let answer = await ask(call, tokens)
    // Refused before anything was done: asking once more does nothing twice.
    if (answer.status === 401 && !lacksScope(answer.json)) answer = await ask(call, await login.renew(tokens.accessToken))
    if (answer.status === 429) throw limited(pauseMs())
    if (answer.status < 200 || answer.status >= 300) throw refusalOf(answer.status, answer.json)
    return answer.json
  }
}

function urlOf({ helix }: TwitchPlaces, { url, query = {} }: Call): string {
  const address = new URL(url.replace(/^\//, ''), helix)
  for (const [name, value] of Object.entries(query))
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) address.searchParams.append(name, one)
  return address.href
}

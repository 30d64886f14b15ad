// id.twitch.tv as far as public clients need it. In: questions to /oauth2/, and what the person at the browser does. Out: codes, tokens, refusals.
import type { Question, Reply } from './twitch-api-question'
import { userIdOf } from './twitch-dialect'

export const CLIENT_ID = 'abcdefghij0123456789abcdefghij'

export interface IssuedToken {
  readonly accessToken: string
  readonly refreshToken: string
  readonly name: string
  readonly userId: string
  readonly scopes: readonly string[]
}
export interface TwitchSignIn {
  reply(question: Question): Reply
  /** Somebody enters the code that was given last, or says no. */
  enter(name: string): void
  deny(): void
  /** Codes are no longer good. */
  codesOver(): void
  /** Polling is too fast, once. */
  slowDown(): void
  /** As if signed in before. */
  issue(name: string, scopes: readonly string[]): IssuedToken
  /** Every access token ends; `forGood`: the refresh tokens too. */
  expire(forGood?: boolean): void
  /** Seconds of life that are told. */
  lifeSeconds: number
  /** The application has a secret after all. */
  confidential: boolean
  owner(accessToken: string): IssuedToken | undefined
  readonly revoked: readonly string[]
  /** Refresh tokens that were used. */
  readonly refreshed: readonly string[]
}

const no = (message: string, status = 400): Reply => ({ status, json: { status, message } })

export function createTwitchSignIn(): TwitchSignIn {
  const codes = new Map<string, { readonly scopes: readonly string[]; state: 'waiting' | 'denied' | string }>()
  let living: IssuedToken[] = []
  let refreshable: IssuedToken[] = []
  const revoked: string[] = []
  const refreshed: string[] = []
  let count = 0
  let slower = false

  const issue = (name: string, scopes: readonly string[]): IssuedToken => {
    const token = { accessToken: `access-${++count}`, refreshToken: `refresh-${count}`, name, userId: userIdOf(name), scopes }
    living.push(token)
    refreshable.push(token)
    return token
  }
  const told = ({ accessToken, refreshToken, scopes }: IssuedToken): Reply => ({
    status: 200,
    json: {
      access_token: accessToken,
      refresh_token: refreshToken,
      expires_in: it.lifeSeconds,
      scope: scopes,
      token_type: 'bearer',
    },
  })
  const collect = (deviceCode: string): Reply => {
    const code = codes.get(deviceCode)
    if (slower) {
      slower = false
      return no('slow_down')
    }
    if (!code || code.state === 'denied') return no('invalid device code')
    if (code.state === 'waiting') return no('authorization_pending')
    codes.delete(deviceCode)
    return told(issue(code.state, code.scopes))
  }
  const refresh = (refreshToken: string): Reply => {
    if (it.confidential) return no('missing client secret')
    const old = refreshable.find((token) => token.refreshToken === refreshToken)
    if (!old) return no('Invalid refresh token')
    // Once.
    refreshable = refreshable.filter((token) => token !== old)
    living = living.filter((token) => token !== old)
    refreshed.push(refreshToken)
    return told(issue(old.name, old.scopes))
  }
  const latest = () => [...codes.values()].at(-1)
  const it: TwitchSignIn = {
    lifeSeconds: 14_400,
    confidential: false,
    revoked,
    refreshed,
    issue,
    owner: (accessToken) => living.find((token) => token.accessToken === accessToken),
    enter(name) {
      const code = latest()
      if (code) code.state = name
    },
    deny() {
      const code = latest()
      if (code) code.state = 'denied'
    },
    codesOver: () => codes.clear(),
    slowDown: () => {
      slower = true
    },
    expire(forGood = false) {
      living = []
      if (forGood) refreshable = []
    },
    reply({ path, body, token }) {
      const form = new URLSearchParams(body)
      if (path === '/oauth2/validate') {
        const owner = it.owner(token)
        if (!owner) return no('invalid access token', 401)
        const { name, userId, scopes } = owner
        return {
          status: 200,
          json: { client_id: CLIENT_ID, login: name.toLowerCase(), scopes, user_id: userId, expires_in: it.lifeSeconds },
        }
      }
      if (form.get('client_id') !== CLIENT_ID) return no('invalid client')
      if (path === '/oauth2/device') {
        const deviceCode = `device-${++count}`
        codes.set(deviceCode, { scopes: (form.get('scopes') ?? '').split(' ').filter(Boolean), state: 'waiting' })
        const url = `https://www.twitch.tv/activate?device-code=ABCD${count}`
        return {
          status: 200,
          json: { device_code: deviceCode, expires_in: 1800, interval: 5, user_code: `ABCD${count}`, verification_uri: url },
        }
      }
      if (path === '/oauth2/revoke') {
        const gone = form.get('token') ?? ''
        living = living.filter(({ accessToken }) => accessToken !== gone)
        revoked.push(gone)
        return { status: 200 }
      }
      if (path !== '/oauth2/token') return no('not found', 404)
      return form.get('grant_type') === 'refresh_token'
        ? refresh(form.get('refresh_token') ?? '')
        : collect(form.get('device_code') ?? '')
    },
  }
  return it
}

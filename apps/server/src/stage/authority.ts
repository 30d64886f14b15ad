// Who is asking. In: a request that has crossed the border. Out: the rights of the token or cookie it carries.
import type { IncomingMessage } from 'node:http'
import type { Tokens } from '../tokens'
import { type Address, cameByLan, isLoopbackAddress } from './address'
import type { Phones } from './phones'

/** 'display' may show her and say what was played; 'phone' may be her microphone and show her; nothing else. */
export type Right = 'control' | 'display' | 'phone' | 'none'

const BEARER = /^Bearer +([A-Za-z0-9_-]{1,128})$/i
const YEAR_S = 31_536_000

/** Cookies ignore ports, so the port is in the name. */
export const cookieName = (port: number): string => `psiona-${port}`
/** By that beginning browsers take it from a secure page of this very host alone. */
export const phoneCookieName = (port: number): string => `__Host-psiona-phone-${port}`

const cookiesOf = ({ headers }: IncomingMessage, name: string): string[] =>
  (headers.cookie ?? '').split(';').flatMap((pair) => {
    const at = pair.indexOf('=')
    return pair.slice(0, at).trim() === name ? [pair.slice(at + 1).trim()] : []
  })

/** The border has let in no Origin but ours; a cookie alone says nothing about who sent it. */
const fromOurPage = ({ headers }: IncomingMessage): boolean =>
  headers.origin !== undefined || headers['sec-fetch-site'] === 'same-origin'

export interface Authority {
  rightOf(request: IncomingMessage): Right
  /** The id of the paired phone that asks, or null. */
  phoneOf(request: IncomingMessage): string | null
  /** The Set-Cookie value for a panel page opened on this machine, or null when the request is anything else. */
  cookieFor(request: IncomingMessage): string | null
  /** The Set-Cookie value for a phone that has just been paired. */
  phoneCookie(token: string): string
}

export interface AuthorityParts {
  readonly tokens: Tokens
  readonly phones: Phones
  readonly address: () => Address
  readonly lanAddress: () => Address
}

export function createAuthority({ tokens, phones, address, lanAddress }: AuthorityParts): Authority {
  const phoneOf = (request: IncomingMessage): string | null => {
    if (!cameByLan(request) || request.headers.authorization !== undefined || !fromOurPage(request)) return null
    const ids = cookiesOf(request, phoneCookieName(lanAddress().port)).map((token) => phones.recognise(token))
    return ids.find((id) => id !== null) ?? null
  }
  const rightOfToken = (authorization: string, isLan: boolean): Right => {
    const presented = BEARER.exec(authorization)?.[1] ?? ''
    if (tokens.isControl(presented)) return 'control'
    // A phone that was unpaired still knows the display token.
    return tokens.isOverlay(presented) && !isLan ? 'display' : 'none'
  }
  return {
    phoneOf,
    rightOf(request) {
      const isLan = cameByLan(request)
      const { authorization } = request.headers
      if (authorization !== undefined) return rightOfToken(authorization, isLan)
      if (isLan) return phoneOf(request) === null ? 'none' : 'phone'
      const { port } = address()
      const isPanel = cookiesOf(request, cookieName(port)).some((value) => tokens.isCookie(value, port))
      return isPanel && fromOurPage(request) ? 'control' : 'none'
    },
    cookieFor(request) {
      const { headers, socket } = request
      const opened = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
      if (!opened || cameByLan(request) || !isLoopbackAddress(socket.remoteAddress)) return null
      const { port } = address()
      return `${cookieName(port)}=${tokens.cookie(port)}; Path=/; HttpOnly; SameSite=Strict`
    },
    phoneCookie: (token) =>
      `${phoneCookieName(lanAddress().port)}=${token}; Path=/; Max-Age=${YEAR_S}; HttpOnly; Secure; SameSite=Strict`,
  }
}

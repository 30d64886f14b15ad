// Who is asking. In: a request that has crossed the border. Out: the rights of the token or cookie it carries.
import type { IncomingMessage } from 'node:http'
import type { Tokens } from '../tokens'
import { type Address, isLoopbackAddress } from './address'

/** 'display' may show her and say what was played; nothing else. */
export type Right = 'control' | 'display' | 'none'

const BEARER = /^Bearer +([A-Za-z0-9_-]{1,128})$/i

/** Cookies ignore ports, so the port is in the name. */
export const cookieName = (port: number): string => `psiona-${port}`

export interface Authority {
  rightOf(request: IncomingMessage): Right
  /** The Set-Cookie value for a panel page opened on this machine, or null when the request is anything else. */
  cookieFor(request: IncomingMessage): string | null
}

export function createAuthority(tokens: Tokens, address: () => Address): Authority {
  const isControlCookie = (header: string): boolean => {
    const { port } = address()
    return header.split(';').some((pair) => {
      const at = pair.indexOf('=')
      return pair.slice(0, at).trim() === cookieName(port) && tokens.isCookie(pair.slice(at + 1).trim(), port)
    })
  }
  return {
    rightOf({ headers }) {
      if (headers.authorization !== undefined) {
        const presented = BEARER.exec(headers.authorization)?.[1] ?? ''
        return tokens.isControl(presented) ? 'control' : tokens.isOverlay(presented) ? 'display' : 'none'
      }
      // The border has let in no Origin but ours; a cookie alone says nothing about who sent it.
      const fromOurPage = headers.origin !== undefined || headers['sec-fetch-site'] === 'same-origin'
      return fromOurPage && isControlCookie(headers.cookie ?? '') ? 'control' : 'none'
    },
    cookieFor({ headers, socket }) {
      const opened = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
      if (!opened || !isLoopbackAddress(socket.remoteAddress)) return null
      const { port } = address()
      return `${cookieName(port)}=${tokens.cookie(port)}; Path=/; HttpOnly; SameSite=Strict`
    },
  }
}

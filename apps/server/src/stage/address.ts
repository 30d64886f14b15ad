// Where the stage stands. In: host and port, for each of its two doors. Out: the names under which it may be asked for, and its own links.
import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'
import { TLSSocket } from 'node:tls'

const PORT_OF_SCHEME = { http: 80, https: 443 }
type Scheme = keyof typeof PORT_OF_SCHEME

/** Hosts that listen on every address, this machine's own names included. */
const EVERYWHERE = new Set(['0.0.0.0', '::'])

const bracketed = (host: string): string => (isIPv6(host) ? `[${host}]` : host)
const isLoopbackName = (host: string): boolean => host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
const withPort = (scheme: Scheme, name: string, port: number): string =>
  port === PORT_OF_SCHEME[scheme] ? bracketed(name) : `${bracketed(name)}:${port}`

/** As a socket names its other end; an IPv4 address that came in by IPv6 is an IPv4 address. */
export const plainAddress = (address: string): string => address.replace(/^::ffff:/, '').replace(/%.*$/, '')

/** Is that the address of a socket whose other end is this machine? */
export const isLoopbackAddress = (address: string | undefined): boolean =>
  address !== undefined && isLoopbackName(plainAddress(address))

/** Through the door for the local network? It alone speaks TLS. */
export const cameByLan = ({ socket }: IncomingMessage): boolean => socket instanceof TLSSocket

export interface Address {
  readonly port: number
  readonly isLoopback: boolean
  /** Exact values a Host header may have. */
  isOurs(hostHeader: string): boolean
  /** The one Origin of pages that were opened under that Host. */
  originOf(hostHeader: string): string
  /** For people: http://localhost:3210 */
  readonly origin: string
}

/** The page that shows her. The fragment stays in the page: it is in no request, no log and no Referer. */
export const overlayPath = (token: string): string => `/overlay#token=${token}`

export function createAddress(host: string, port: number): Address {
  const names = ['localhost', '127.0.0.1', '::1', host].map((name) => name.toLowerCase())
  const hosts = new Set(names.map((name) => withPort('http', name, port)))
  const isLoopback = isLoopbackName(host)
  const isLocalhost = EVERYWHERE.has(host) || (isLoopback && !isIPv6(host))
  const originOf = (hostHeader: string) => `http://${hostHeader}`
  return {
    port,
    isLoopback,
    isOurs: (hostHeader) => hosts.has(hostHeader),
    originOf,
    origin: originOf(withPort('http', isLocalhost ? 'localhost' : host, port)),
  }
}

export interface LanAddress extends Address {
  /** One for each name, the likeliest first. */
  readonly origins: readonly string[]
}

/** @param names at least one, the likeliest first */
export function createLanAddress(names: readonly string[], port: number): LanAddress {
  const hosts = names.map((name) => withPort('https', name.toLowerCase(), port))
  const originOf = (hostHeader: string) => `https://${hostHeader}`
  const origins = hosts.map(originOf)
  return {
    port,
    isLoopback: false,
    isOurs: (hostHeader) => hosts.includes(hostHeader),
    originOf,
    origin: origins[0] ?? originOf(withPort('https', 'localhost', port)),
    origins,
  }
}

// Where the stage stands. In: host and port. Out: the names under which it may be asked for, and its own links.
import { isIPv6 } from 'node:net'

const HTTP_PORT = 80

/** Hosts that listen on every address, this machine's own names included. */
const EVERYWHERE = new Set(['0.0.0.0', '::'])

const bracketed = (host: string): string => (isIPv6(host) ? `[${host}]` : host)
const isLoopbackName = (host: string): boolean => host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)

/** Is that the address of a socket whose other end is this machine? */
export const isLoopbackAddress = (address: string | undefined): boolean =>
  address !== undefined && isLoopbackName(address.replace(/^::ffff:/, ''))

export interface Address {
  readonly port: number
  readonly isLoopback: boolean
  /** Exact values a Host header may have. */
  isOurs(hostHeader: string): boolean
  /** For people: http://localhost:3210 */
  readonly origin: string
  overlayUrl(token: string): string
}

export function createAddress(host: string, port: number): Address {
  const withPort = (name: string) => (port === HTTP_PORT ? name : `${name}:${port}`)
  const hosts = new Set(['localhost', '127.0.0.1', '::1', host].map((name) => withPort(bracketed(name.toLowerCase()))))
  const isLoopback = isLoopbackName(host)
  const isLocalhost = EVERYWHERE.has(host) || (isLoopback && !isIPv6(host))
  const origin = `http://${withPort(isLocalhost ? 'localhost' : bracketed(host))}`
  return {
    port,
    isLoopback,
    isOurs: (hostHeader) => hosts.has(hostHeader),
    origin,
    // The fragment stays in the page: it is in no request, no log and no Referer.
    overlayUrl: (token) => `${origin}/overlay#token=${token}`,
  }
}

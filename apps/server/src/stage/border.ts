// The border every request and every upgrade crosses first. In: the raw request line and headers. Out: the Problem it is refused with, or nothing.
import type { IncomingMessage } from 'node:http'
import { Problem } from '@psiona/shared'
import type { Address } from './address'

/** A page of ours, or an address typed, bookmarked or given to OBS. */
const OWN_SITES = new Set(['none', 'same-origin'])
/** Starts with one slash; no backslash, no fragment, nothing but visible ASCII. */
const TARGET = /^\/(?!\/)[!"$-[\]-~]*$/

/** Node keeps the first of two Host headers and drops the second; the raw list shows both. */
function valuesOf(request: IncomingMessage, name: string): string[] {
  const { rawHeaders } = request
  return rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === name)
}

export const badTarget = (): Problem =>
  new Problem('bad-target', 'input', 'The request names no path of this server. Use a path such as /api/health.')

/** Host, Origin and Sec-Fetch-Site must all say that a page of ours, or no page, is asking. */
export function refusalAtBorder(request: IncomingMessage, address: Address): Problem | null {
  if (!TARGET.test(request.url ?? '')) return badTarget()
  const hosts = valuesOf(request, 'host')
  const host = hosts[0]
  if (host === undefined || hosts.length > 1)
    return new Problem('bad-host', 'input', 'A request needs exactly one Host header. Send one.')
  if (!address.isOurs(host)) return new Problem('foreign-host', 'refused', `This server is ${address.origin}. Use that address.`)
  const origins = valuesOf(request, 'origin')
  // The same name as in Host: another program may own this port under another of our names.
  if (origins.length > 1 || (origins[0] !== undefined && origins[0] !== address.originOf(host)))
    return new Problem('foreign-origin', 'refused', `Only Psiona's own pages may ask. Open ${address.origin} itself.`)
  const sites = valuesOf(request, 'sec-fetch-site')
  if (sites.length > 1 || (sites[0] !== undefined && !OWN_SITES.has(sites[0])))
    return new Problem('foreign-site', 'refused', `Another site led here. Type ${address.origin} into the address bar instead.`)
  return null
}

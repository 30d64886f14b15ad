// Whom a download may talk to. In: host names and redirects. Out: addresses that were looked at before anything connects to them, or a Problem.
import { lookup } from 'node:dns/promises'
import { BlockList, isIP, isIPv6 } from 'node:net'
import { Problem } from '@psiona/shared'

/** 'private': somebody else on this network, or nobody; never dialled. */
export type Neighbourhood = 'public' | 'loopback' | 'private'
export interface DialAddress {
  readonly address: string
  readonly family: 4 | 6
  readonly where: Neighbourhood
}
/** Who answers to a name. Asked once for each connection, and only its answer is dialled, so a name cannot change in between. */
export type Resolve = (host: string) => Promise<readonly DialAddress[]>

/** IANA's special-purpose registries: this network, private, shared, this machine, link-local (with the clouds' metadata), tests, multicast, future. */
const PRIVATE_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]
const PRIVATE_V6: readonly (readonly [string, number])[] = [
  ['::', 128],
  ['100::', 64],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
]
/** Networks without IPv4 reach it behind this prefix, so what is private in IPv4 is private there too. */
const behindNat64 = (address: string) => `64:ff9b::${address}`

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8)
loopback.addAddress('::1', 'ipv6')
const reserved = new BlockList()
for (const [address, bits] of PRIVATE_V4) {
  reserved.addSubnet(address, bits)
  reserved.addSubnet(behindNat64(address), 96 + bits, 'ipv6')
}
for (const [address, bits] of PRIVATE_V6) reserved.addSubnet(address, bits, 'ipv6')

const dialAddress = (address: string): DialAddress => {
  const kind = isIPv6(address) ? 'ipv6' : 'ipv4'
  const where = loopback.check(address, kind) ? 'loopback' : reserved.check(address, kind) ? 'private' : 'public'
  return { address, family: kind === 'ipv6' ? 6 : 4, where }
}

/** A URL writes IPv6 in brackets; the rest of the world does not. */
const bare = (host: string) => host.replace(/^\[(.*)\]$/, '$1')

export const resolveHost: Resolve = async (host) => {
  const name = bare(host)
  if (isIP(name)) return [dialAddress(name)]
  return (await lookup(name, { all: true })).map(({ address }) => dialAddress(address))
}

/** Named as this machine in the URL itself, not by what a name server says. */
export function isLoopbackName(host: string): boolean {
  const name = bare(host)
  return name === 'localhost' || (isIP(name) !== 0 && dialAddress(name).where === 'loopback')
}

/** Those of the addresses that may be dialled: public ones, and this machine when the download began there. @throws Problem 'model-address' */
export function mayDial(url: URL, found: readonly DialAddress[], beganHere: boolean): readonly DialAddress[] {
  const allowed = found.filter(({ where }) => where === 'public' || (where === 'loopback' && beganHere))
  if (allowed.length > 0) return allowed
  throw new Problem(
    'model-address',
    'refused',
    `${url.hostname} leads to an address inside this network, and models do not come from there. Try without a VPN, proxy or hotspot login page.`,
  )
}

/** Where a redirect leads. @throws Problem 'model-redirect' when it gives up encryption, or is no web address */
export function followRedirect(from: URL, location: string): URL {
  const refused = (why: string) =>
    new Problem('model-redirect', 'refused', `${from.hostname} sends the download ${why}. Nothing was fetched; try again later.`)
  const to = URL.canParse(location, from) ? new URL(location, from) : null
  if (!to || (to.protocol !== 'https:' && to.protocol !== 'http:')) throw refused('to no web address')
  if (from.protocol === 'https:' && to.protocol !== 'https:') throw refused('away from encryption')
  if (to.username !== '' || to.password !== '') throw refused('to an address with a password in it')
  return to
}

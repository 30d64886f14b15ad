// Who is in the local network. In: the other end of a connection and this machine's interfaces. Out: may it talk to the door for phones?
import { BlockList, isIPv6 } from 'node:net'
import { isLoopbackAddress, plainAddress } from './address'
import type { Interfaces } from './lan-names'

/** Ranges that no router carries across the internet: private, link-local and unique local. */
const NEVER_FAR: readonly (readonly [string, number])[] = [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['fe80::', 10],
  ['fc00::', 7],
]

const familyOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4')

export function isNeighbour(remoteAddress: string | undefined, interfaces: Interfaces): boolean {
  if (remoteAddress === undefined) return false
  if (isLoopbackAddress(remoteAddress)) return true
  const near = new BlockList()
  for (const [network, prefix] of NEVER_FAR) near.addSubnet(network, prefix, familyOf(network))
  // Where public addresses are handed out, the neighbours are those in the same subnet.
  for (const { address, cidr, internal } of Object.values(interfaces).flatMap((list) => list ?? []))
    if (cidr !== null && !internal) near.addSubnet(address, Number(cidr.split('/')[1]), familyOf(address))
  const address = plainAddress(remoteAddress)
  return near.check(address, familyOf(address))
}

// What this machine is called in its local network. In: its network interfaces and its name. Out: the names a phone can use, the likeliest first.
import type { NetworkInterfaceInfo } from 'node:os'

export type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>

/** Networks that exist inside this machine or lead through a tunnel; no phone is in them. */
const VIRTUAL =
  /^(docker|podman|br-|bridge\d|veth|virbr|vmnet|vboxnet|lxc|lxd|cni|flannel|cali|tun|tap|utun|wg|ppp|zt|tailscale|ifb|dummy|awdl|llw)|vEthernet|VirtualBox|VMware|Hyper-V|Tailscale|ZeroTier|Hamachi|WireGuard|OpenVPN|TAP-/i
/** Home routers hand out the first, companies the second; the third is rare outside of virtual machines. */
const PRIVATE = [/^192\.168\./, /^10\./, /^172\.(1[6-9]|2\d|3[01])\./]
/** Unique local addresses, fc00::/7. */
const UNIQUE_LOCAL = /^f[cd]/i

const rankOf = (address: string): number => PRIVATE.findIndex((range) => range.test(address))

/** Addresses under which a phone in the same network reaches this machine. */
export function lanAddresses(interfaces: Interfaces): string[] {
  const outside = Object.entries(interfaces)
    .filter(([name]) => !VIRTUAL.test(name))
    .flatMap(([, list]) => list ?? [])
    .filter(({ internal }) => !internal)
  const v4 = outside.filter(({ family }) => family === 'IPv4').map(({ address }) => address)
  const usual = v4.filter((address) => rankOf(address) >= 0).sort((a, b) => rankOf(a) - rankOf(b))
  if (usual.length > 0) return usual
  // A campus gives public addresses; some networks have IPv6 alone. Otherwise IPv6 stays out:
  // its temporary addresses change daily, and every change would be a new certificate to accept.
  const v6 = outside.filter(({ family, address }) => family === 'IPv6' && UNIQUE_LOCAL.test(address))
  return [...v4, ...v6.map(({ address }) => address)]
}

/** The name by which this machine answers to multicast DNS, where the system does that. */
export function mdnsName(hostname: string): string {
  const label = (hostname.split('.')[0] ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63)
  return `${label === '' || label === 'localhost' ? 'psiona' : label}.local`
}

// Which of a machine's addresses a phone is told.
import type { NetworkInterfaceInfo } from 'node:os'
import { expect, test } from 'vitest'
import { type Interfaces, lanAddresses, mdnsName } from './lan-names'
import { isNeighbour } from './neighbour'

const v4 = (address: string, prefix = 24): NetworkInterfaceInfo => ({
  family: 'IPv4',
  address,
  netmask: '255.255.255.0',
  mac: '02:00:00:00:00:01',
  internal: address.startsWith('127.'),
  cidr: `${address}/${prefix}`,
})
const v6 = (address: string): NetworkInterfaceInfo => ({
  family: 'IPv6',
  address,
  netmask: 'ffff:ffff:ffff:ffff::',
  mac: '02:00:00:00:00:01',
  internal: address === '::1',
  cidr: `${address}/64`,
  scopeid: 0,
})

const desk: Interfaces = {
  lo: [v4('127.0.0.1', 8), v6('::1')],
  docker0: [v4('172.17.0.1', 16)],
  'br-5f1e': [v4('172.18.0.1', 16)],
  veth12: [v4('169.254.3.1')],
  tun0: [v4('10.8.0.2')],
  'vEthernet (WSL)': [v4('172.28.0.1')],
  enp3s0: [v4('10.0.0.7'), v6('fe80::1'), v6('fd00::7'), v6('2001:db8::7')],
  wlan0: [v4('192.168.1.20')],
}

test('[R88] private IPv4 addresses of real interfaces, a home router’s first', () => {
  expect(lanAddresses(desk)).toEqual(['192.168.1.20', '10.0.0.7'])
})

test('[R88] a campus with public addresses, a network with IPv6 alone, no network', () => {
  expect(lanAddresses({ eth0: [v4('192.0.2.2'), v6('fd00::2'), v6('2001:db8::2')] })).toEqual(['192.0.2.2', 'fd00::2'])
  expect(lanAddresses({ eth0: [v6('fe80::1'), v6('fd00::2')] })).toEqual(['fd00::2'])
  expect(lanAddresses({ lo: [v4('127.0.0.1', 8)], docker0: [v4('172.17.0.1')] })).toEqual([])
})

test('the machine’s name for multicast DNS', () => {
  for (const [hostname, name] of [
    ['studio', 'studio.local'],
    ['Annas-MacBook.local', 'annas-macbook.local'],
    ['pc.example.org', 'pc.local'],
    ['Anna’s PC', 'anna-s-pc.local'],
    ['localhost', 'psiona.local'],
    ['', 'psiona.local'],
  ] as const)
    expect(mdnsName(hostname)).toBe(name)
})

test('[R88] only this machine and its local network may connect', () => {
  const campus: Interfaces = { lo: desk.lo, eth0: [v4('192.0.2.2'), v6('2001:db8:0:1::2')] }
  const near = ['127.0.0.1', '::1', '::ffff:127.0.0.1', '::ffff:192.168.7.9', '10.1.2.3', '172.31.0.1', '169.254.9.9']
  for (const address of [...near, 'fe80::1%eth0', 'fd12::1', '192.0.2.77', '2001:db8:0:1::77'])
    expect(isNeighbour(address, campus), address).toBe(true)
  for (const address of ['192.0.3.1', '8.8.8.8', '::ffff:8.8.8.8', '172.32.0.1', '2001:db8:0:2::77', undefined])
    expect(isNeighbour(address, campus), address).toBe(false)
})

// What is kept for a broken connection, and where it is taken up again.
import { expect, test } from 'vitest'
import { KEPT_PACKETS, PacketLog, resumeAt } from './packet-log'

const packet = (value: number) => ({ bytes: Uint8Array.of(value).buffer, held: false })
const filled = (count: number) => {
  const log = new PacketLog()
  for (let index = 0; index < count; index++) log.add(packet(index % 256))
  return log
}
const valueAt = (log: PacketLog, sequence: number) => {
  const found = log.at(sequence)
  return found && new Uint8Array(found.bytes)[0]
}

test('[R72] the last 15 s are kept, under their numbers', () => {
  const log = filled(1000)
  expect([KEPT_PACKETS, log.first, log.next]).toEqual([750, 250, 1000])
  expect([valueAt(log, 249), valueAt(log, 250), valueAt(log, 999), valueAt(log, 1000)]).toEqual([
    undefined,
    250,
    999 % 256,
    undefined,
  ])
})

test('the server gets all it lacks', () => expect(resumeAt(filled(500), 320, 350)).toBe(320))

test('what is no longer kept is a gap', () => expect(resumeAt(filled(1000), 100, 120)).toBe(250))

test('a server that was restarted gets one second from before the break, not all of it again', () => {
  expect(resumeAt(filled(500), 0, 400)).toBe(350)
  expect(resumeAt(filled(500), 0, 20)).toBe(0)
})

test('nobody is sent what is not there yet', () => expect(resumeAt(filled(10), 99, 10)).toBe(10))

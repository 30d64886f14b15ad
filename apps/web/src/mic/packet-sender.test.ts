// Packets and talk key over a line that breaks: order, pace, and what is not said again.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { BURST_EVERY_MS, BURST_PACKETS, PacketSender } from './packet-sender'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** What goes out: numbers of packets, and the talk key. */
function sender() {
  const out: (number | 'down' | 'up')[] = []
  const made = new PacketSender({
    pcm: (bytes) => void out.push(new DataView(bytes).getUint32(0, true)),
    talk: (held) => void out.push(held ? 'down' : 'up'),
  })
  let nowMs = 0
  const speak = (packets: number) => {
    for (let count = 0; count < packets; count++) {
      nowMs += 20
      made.take(new ArrayBuffer(656), nowMs)
    }
  }
  const sent = () => out.splice(0)
  return { made, speak, sent }
}
const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at)

test('on a line that flows each packet goes out at once', () => {
  const { made, speak, sent } = sender()
  made.flow(0, true)
  speak(3)
  expect(sent()).toEqual([0, 1, 2])
})

test('what the line missed comes in order, in bursts, and new packets wait behind it', () => {
  const { made, speak, sent } = sender()
  speak(12)
  made.flow(0, true)
  expect(sent()).toEqual(numbers(0, BURST_PACKETS))
  speak(1)
  expect(sent()).toEqual([])
  vi.advanceTimersByTime(BURST_EVERY_MS)
  expect(sent()).toEqual(numbers(5, 10))
  vi.advanceTimersByTime(BURST_EVERY_MS)
  expect(sent()).toEqual([10, 11, 12])
  speak(1)
  expect(sent()).toEqual([13])
})

test('what the server says it lacks is sent again, what it has is not', () => {
  const { made, speak, sent } = sender()
  made.flow(0, true)
  speak(10)
  sent()
  made.broke()
  speak(2)
  made.flow(8, true)
  expect(sent()).toEqual([8, 9, 10, 11])
})

test('the talk key moves where it was moved, even when that was while nobody was there', () => {
  const { made, speak, sent } = sender()
  made.flow(0, true)
  speak(1)
  made.broke()
  speak(1)
  made.talk(true)
  speak(2)
  made.talk(false)
  speak(1)
  sent()
  made.flow(1, true)
  expect(sent()).toEqual([1, 'down', 2, 3, 'up', 4])
})

test('a key that is down is down again for a new server, and after the mute button let it go', () => {
  const { made, speak, sent } = sender()
  made.flow(0, true)
  made.talk(true)
  speak(1)
  expect(sent()).toEqual(['down', 0])
  made.broke()
  speak(1)
  made.flow(1, true)
  expect(sent()).toEqual(['down', 1])
  made.released()
  speak(1)
  expect(sent()).toEqual(['down', 2])
})

test('a key that comes up is said to be up, though the other end said so before it had heard that it is down', () => {
  const { made, speak, sent } = sender()
  made.flow(0, true)
  speak(1)
  made.talk(true)
  made.released()
  made.talk(false)
  expect(sent()).toEqual([0, 'down', 'up'])
  made.released()
  speak(1)
  expect(sent()).toEqual([1])
})

test('what another microphone was heard instead of is not said again', () => {
  const { made, speak, sent } = sender()
  made.flow(0, true)
  speak(5)
  sent()
  made.broke()
  made.flow(2, false)
  expect(sent()).toEqual([])
  speak(1)
  expect(sent()).toEqual([5])
})

test('switched off means off: nothing from before comes later, and the count goes on', () => {
  const { made, speak, sent } = sender()
  made.talk(true)
  speak(4)
  made.forget()
  made.renew()
  speak(1)
  made.flow(0, true)
  expect(sent()).toEqual([4])
})

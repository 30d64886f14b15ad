import { expect, test } from 'vitest'
import { TakePlayer } from './take-player'

/** The part of Web Audio that the player uses, with a clock that is set by hand. */
class FakeContext {
  currentTime = 0
  outputLatency = 0.02
  state = 'running'
  readonly destination = {}
  readonly started: { offset: number; seconds: number; onended: (() => void) | null }[] = []
  closed = false
  createBuffer(_channels: number, length: number, rateHz: number) {
    return { duration: length / rateHz, getChannelData: () => new Float32Array(length) }
  }
  createBufferSource() {
    const node = {
      buffer: null as { duration: number } | null,
      onended: null as (() => void) | null,
      connect: (next: unknown) => next,
      start: (_at: number, offset: number) => {
        const { started } = this
        started.push({
          offset,
          seconds: node.buffer!.duration,
          get onended() {
            return node.onended
          },
        })
      },
      stop: () => undefined,
    }
    return node
  }
  createGain() {
    const gain = { value: 1, setValueAtTime() {}, linearRampToValueAtTime() {}, cancelScheduledValues() {} }
    return { gain, connect: (next: unknown) => next }
  }
  async resume() {}
  async close() {
    this.closed = true
  }
}

const RATE_HZ = 24_000
const sound = (seconds: number) => ({ rateHz: RATE_HZ, samples: new Int16Array(seconds * RATE_HZ) })
function opened() {
  const context = new FakeContext()
  const player = new TakePlayer(() => context as unknown as AudioContext)
  player.load('a', sound(3))
  player.load('b', sound(2))
  return { context, player }
}

test('the place is what is heard, not what was written', () => {
  const { context, player } = opened()
  player.play('a')
  context.currentTime = 1
  expect(player.position).toBeCloseTo(0.98)
  context.currentTime = 9
  expect(player.position).toBe(3)
})
test('the other take goes on at the same moment', () => {
  const { context, player } = opened()
  player.play('a')
  context.currentTime = 1.5
  player.switchTo('b')
  expect(player.playing.get()).toBe('b')
  expect(context.started.at(-1)).toMatchObject({ offset: 1.5, seconds: 2 })
  context.currentTime = 1.7
  expect(player.position).toBeCloseTo(1.68)
})
test('a shorter take begins anew where the longer one was beyond its end', () => {
  const { context, player } = opened()
  player.play('a')
  context.currentTime = 2.5
  player.switchTo('b')
  expect(context.started.at(-1)?.offset).toBe(0)
})
test('to switch is nothing while nothing sounds, and ends what has no other take', () => {
  const { context, player } = opened()
  player.switchTo('b')
  expect(context.started).toHaveLength(0)
  player.play('a')
  player.load('b', null)
  player.switchTo('b')
  expect(player.playing.get()).toBeNull()
})
test('it begins at the mark, and stops back to it', () => {
  const { context, player } = opened()
  player.seek(1.2)
  player.play('a')
  expect(context.started.at(-1)?.offset).toBe(1.2)
  context.currentTime = 0.5
  player.stop()
  expect(player.position).toBe(1.2)
})
test('seeking while it plays goes on from there; at its end it is over', () => {
  const { context, player } = opened()
  player.play('a')
  player.seek(2)
  expect(context.started.map(({ offset }) => offset)).toEqual([0, 2])
  context.started.at(-1)?.onended?.()
  expect(player.playing.get()).toBeNull()
  player.close()
  expect(context.closed).toBe(true)
})

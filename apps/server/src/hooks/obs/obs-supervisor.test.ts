import { describe, expect, it } from 'vitest'
import { fakeClock } from '../../../../../tests/fakes/clock'
import type { LinkEnd } from './obs-link'
import { type Connection, superviseObs } from './obs-supervisor'

/** Lines that end when and as the test says. */
function supervised(random = 1) {
  const clock = fakeClock()
  const seen: Connection[] = []
  const knocks: number[] = []
  let current: { readonly opened: () => void; readonly end: (why: LinkEnd) => void } | null = null
  const supervisor = superviseObs({
    clock,
    random: () => random,
    onChange: (connection) => void seen.push(connection),
    hold: (signal, opened) => {
      knocks.push(clock.monotonicMs())
      return new Promise((resolve) => {
        current = { opened, end: resolve }
        signal.addEventListener('abort', () => resolve('told-to-stop'), { once: true })
      })
    },
  })
  /** What happens in promises has happened. */
  const settled = () => clock.advance(0)
  return {
    ...{ clock, seen, knocks, supervisor, settled },
    last: () => seen.at(-1),
    open: () => current?.opened(),
    end: async (why: LinkEnd) => {
      current?.end(why)
      await settled()
    },
  }
}

describe('obs supervisor', () => {
  it('waits longer each time, never longer than four seconds, and at once short again after a connection', async () => {
    const { clock, knocks, end, open, supervisor, settled } = supervised()
    for (const waitMs of [500, 1000, 2000, 4000, 4000, 4000]) {
      const before = knocks.length
      await end('unreachable')
      await clock.advance(waitMs - 1)
      expect(knocks).toHaveLength(before)
      await clock.advance(1)
      expect(knocks).toHaveLength(before + 1)
    }
    open()
    await settled()
    await end('closed')
    const before = knocks.length
    await clock.advance(500)
    expect(knocks).toHaveLength(before + 1)
    await supervisor.stop()
    expect(clock.waiting).toBe(0)
  })

  it.each<[LinkEnd, string]>([
    ['wrong-password', 'wrong-password'],
    ['no-password', 'no-password'],
    ['too-old', 'too-old'],
    ['sent-away', 'waiting'],
  ])('after %s knocks no more until the owner asks', async (why, link) => {
    const { clock, knocks, last, end, supervisor, settled } = supervised()
    await end(why)
    expect(last()).toEqual({ link, why })
    await clock.advance(3_600_000)
    expect(knocks).toHaveLength(1)
    supervisor.tryNow()
    await settled()
    expect(knocks).toHaveLength(2)
    expect(last()).toEqual({ link: 'connecting', why })
    await supervisor.stop()
  })

  it('waits no longer when asked to try now', async () => {
    const { knocks, end, supervisor, settled } = supervised()
    for (let i = 0; i < 5; i++) await end('unreachable')
    supervisor.tryNow()
    await settled()
    expect(knocks).toHaveLength(2)
    await supervisor.stop()
  })

  it('says nothing more once stopped', async () => {
    const { seen, open, supervisor, settled } = supervised()
    open()
    const before = seen.length
    await supervisor.stop()
    await settled()
    expect(seen).toHaveLength(before)
  })
})

import type { Air } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { fakeClock } from '../../../tests/fakes/clock'
import { createLastAir } from './last-air'

const UNKNOWN: Air = { known: false, onAir: false, moment: null }

const setUp = (first: Air) => {
  const clock = fakeClock()
  const world = { air: first, isWanted: true }
  const air = createLastAir({ clock, air: () => world.air, isWanted: () => world.isWanted })
  air()
  return { clock, world, air }
}

describe('what is on air while OBS is away', () => {
  it('[R122, R128] on air as before, so that the rules of the stream hold; its scene stands until OBS has had time to come back', async () => {
    const { clock, world, air } = setUp({ known: true, onAir: true, moment: 'break' })
    world.air = UNKNOWN
    await clock.advance(10_000)
    expect(air()).toEqual({ known: true, onAir: true, moment: 'break' })
    await clock.advance(10_000)
    expect(air()).toEqual({ known: true, onAir: true, moment: null })
    await clock.advance(3_600_000)
    expect(air().onAir).toBe(true)
    world.air = { known: true, onAir: false, moment: 'live' }
    expect(air()).toEqual(world.air)
    world.air = UNKNOWN
    expect(air()).toEqual(UNKNOWN)
  })

  it('is unknown when the owner does not want OBS any more', () => {
    const { world, air } = setUp({ known: true, onAir: true, moment: 'live' })
    Object.assign(world, { air: UNKNOWN, isWanted: false })
    expect(air()).toEqual(UNKNOWN)
    world.isWanted = true
    expect(air()).toEqual(UNKNOWN)
  })
})

// The gauge: what counters grow by becomes percent of the whole machine; and the real ones notice real work.
import { describe, expect, it } from 'vitest'
import { fakeClock } from '../../../tests/fakes/clock'
import { systemClock } from './clock'
import { createLoadGauge, type LoadSource, systemLoad } from './load-gauge'

describe('load gauge', () => {
  const fake = { busyMs: 500, allMs: 1000, ownMs: 70, lagMs: 0, closed: false }
  const source: LoadSource = {
    machine: () => fake,
    ownMs: () => fake.ownMs,
    cores: () => 4,
    loopLagMs: () => fake.lagMs,
    close: () => {
      fake.closed = true
    },
  }
  it('tells what has grown since the last sample, in percent of all cores', async () => {
    const clock = fakeClock()
    const gauge = createLoadGauge({ clock, source })
    await clock.advance(1000)
    Object.assign(fake, { busyMs: 3500, allMs: 5000, ownMs: 470, lagMs: 12 })
    expect(gauge.sample()).toEqual({ own: 10, all: 75, loopLagMs: 12 })
    await clock.advance(1000)
    Object.assign(fake, { busyMs: 3500, allMs: 9000, ownMs: 470, lagMs: 0 })
    expect(gauge.sample()).toEqual({ own: 0, all: 0, loopLagMs: 0 })
    gauge.close()
    expect(fake.closed).toBe(true)
  })
  it('keeps to what it knows when no time has passed, and to 100 % whatever counters say', async () => {
    const clock = fakeClock()
    const gauge = createLoadGauge({ clock, source })
    await clock.advance(1000)
    Object.assign(fake, { busyMs: fake.busyMs + 9000, allMs: fake.allMs + 4000, ownMs: fake.ownMs + 9000 })
    expect(gauge.sample()).toMatchObject({ own: 100, all: 100 })
    expect(gauge.sample()).toMatchObject({ own: 0, all: 100 })
  })

  it('of the system: notices work and a blocked loop', async () => {
    const gauge = createLoadGauge({ clock: systemClock, source: systemLoad() })
    await systemClock.sleep(60)
    gauge.sample()
    // The first look after a sample is where it measures from.
    await systemClock.sleep(60)
    const until = performance.now() + 250
    while (performance.now() < until);
    await systemClock.sleep(60)
    const { own, all, loopLagMs } = gauge.sample()
    gauge.close()
    expect(own).toBeGreaterThan(0)
    expect(all).toBeGreaterThan(0)
    expect(loopLagMs).toBeGreaterThan(150)
  })
})

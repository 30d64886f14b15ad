// Savings on a clock that is moved: when one is taken, which one, when it is given back, and what is said about it.
import { LoadSettings, type ObsState, type Saving } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { fakeClock } from '../../../tests/fakes/clock'
import { createSavings } from './savings'

/** From then on she may save. */
const STARTED_MS = 10_000

async function rig(chosen: z.input<typeof LoadSettings> = {}, without: readonly Saving[] = []) {
  const clock = fakeClock()
  const machine = { own: 4, all: 30, loopLagMs: 1, lateBlocks: 0, obs: null as ObsState['load'] }
  const wanted = { load: LoadSettings.parse(chosen) }
  const changes: (readonly Saving[])[] = []
  const savings = createSavings({
    clock,
    gauge: { sample: () => ({ ...machine }), close: () => {} },
    wanted: () => wanted.load,
    obs: () => machine.obs,
    lateBlocks: () => machine.lateBlocks,
    applies: (saving) => !without.includes(saving),
    onChange: (now) => changes.push(now),
  })
  const choose = (change: Partial<LoadSettings>) => {
    wanted.load = { ...wanted.load, ...change }
    savings.settle()
  }
  const now = () => savings.state().savings
  await clock.advance(STARTED_MS)
  return { clock, machine, savings, changes, choose, now }
}

const ALL: readonly Saving[] = ['smaller-model', 'own-voice', 'lower-fps', 'puppet']

describe('savings', () => {
  it('none at ease', async () => {
    const { clock, savings, changes } = await rig()
    await clock.advance(60_000)
    expect(changes).toEqual([])
    expect(savings.health()).toEqual({ part: 'load', state: 'ok', detail: 'at ease, 4 % of the machine' })
    expect(savings.state()).toMatchObject({ savings: [], why: 'She is at ease.', cpu: { own: 4, all: 30 } })
    savings.close()
    expect(clock.waiting).toBe(0)
  })

  it('[R129] one at a time in their order, and back in the reverse', async () => {
    const { clock, machine, changes, savings } = await rig()
    Object.assign(machine, { all: 98 })
    await clock.advance(30_000)
    expect(changes).toEqual([ALL.slice(0, 1), ALL.slice(0, 2), ALL.slice(0, 3), ALL])
    Object.assign(machine, { all: 30 })
    await clock.advance(120_000)
    expect(changes.slice(4)).toEqual([ALL.slice(0, 3), ALL.slice(0, 2), ALL.slice(0, 1), []])
    expect(savings.inForce('smaller-model')).toBe(false)
  })

  it('the first after 3 s over the limit, the next ones 3 s later each; the last one goes after 10 s with room', async () => {
    const { clock, machine, now } = await rig()
    Object.assign(machine, { all: 100 })
    // The middle one of three looks is over the limit with the second.
    const counts: number[] = []
    for (let second = 0; second < 15; second++) {
      await clock.advance(1000)
      counts.push(now().length)
    }
    expect(counts).toEqual([0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4])
    Object.assign(machine, { all: 10 })
    await clock.advance(11_000)
    expect(now()).toHaveLength(4)
    await clock.advance(1000)
    expect(now()).toHaveLength(3)
  })

  it('nothing while she starts', async () => {
    const clock = fakeClock()
    const changes: unknown[] = []
    createSavings({
      clock,
      gauge: { sample: () => ({ own: 90, all: 100, loopLagMs: 200 }), close: () => {} },
      wanted: () => LoadSettings.parse({}),
      obs: () => null,
      lateBlocks: () => 0.1,
      applies: () => true,
      onChange: (now) => changes.push(now),
    })
    await clock.advance(STARTED_MS)
    expect(changes).toEqual([])
    await clock.advance(4000)
    expect(changes).toEqual([['smaller-model']])
  })

  it('a busy second or two are no load', async () => {
    const { clock, machine, changes } = await rig()
    for (let i = 0; i < 20; i++) {
      Object.assign(machine, { all: i % 4 < 2 ? 100 : 30 })
      await clock.advance(1000)
    }
    expect(changes).toEqual([])
  })

  it('between limit and room nothing changes', async () => {
    const { clock, machine, changes, savings } = await rig()
    Object.assign(machine, { all: 98 })
    await clock.advance(5000)
    Object.assign(machine, { all: 80 })
    await clock.advance(300_000)
    expect(changes).toEqual([['smaller-model']])
    expect(savings.state().why).toBe('The machine is at 80 %; she waits for more room.')
  })

  it('what was given back too early is kept longer each time', async () => {
    const { clock, machine, changes, now } = await rig()
    const times: number[] = []
    for (let second = 0; second < 600; second++) {
      // It saves so much that without it the machine is full again.
      Object.assign(machine, { all: now().length > 0 ? 50 : 99 })
      const before = changes.length
      await clock.advance(1000)
      if (changes.length > before && now().length === 0) times.push(second)
    }
    const pauses = times.slice(1).map((second, index) => second - times[index]!)
    expect(pauses.length).toBeGreaterThan(2)
    for (const [index, pause] of pauses.slice(1).entries()) expect(pause).toBeGreaterThanOrEqual(pauses[index]!)
    expect(pauses.at(-1)).toBeGreaterThan(100)
  })

  it('what saves nothing with what is chosen is passed over at once', async () => {
    const { clock, machine, changes } = await rig({}, ['smaller-model', 'lower-fps'])
    Object.assign(machine, { all: 98 })
    await clock.advance(30_000)
    expect(changes).toEqual([['own-voice'], ['own-voice', 'puppet']])
    Object.assign(machine, { all: 30 })
    await clock.advance(120_000)
    expect(changes.slice(2)).toEqual([['own-voice'], []])
  })

  it.each([
    ['the machine', { all: 98 }, 'The machine is at 98 %; the game comes first.'],
    ['she alone', { own: 80, all: 95 }, 'She takes 80 % of the machine; 50 % are hers.'],
    ['a late loop', { loopLagMs: 120 }, 'The server comes to its turn 120 ms late; she makes do with less.'],
    ['a late voice', { lateBlocks: 0.055 }, '5.5 % of her voice is ready too late; she makes do with less.'],
    [
      'OBS drawing',
      { obs: { cpuPercent: 9, fps: 60, lateFrames: 0.03, skippedFrames: 0 } },
      'OBS draws 3 % of its frames too late; the stream comes first.',
    ],
    [
      'OBS encoding',
      { obs: { cpuPercent: 9, fps: 60, lateFrames: 0, skippedFrames: 0.1 } },
      'OBS skips 10 % of its frames; the stream comes first.',
    ],
  ])('%s: counts, and is said', async (_, load, why) => {
    const { clock, machine, savings, now } = await rig()
    Object.assign(machine, load)
    await clock.advance(6000)
    expect(now()).toContain('smaller-model')
    expect(savings.state().why).toBe(why)
    expect(savings.state().pressure).toBeGreaterThan(1)
  })

  it('health: well while it helps, trouble only when nothing is left and it is still too much', async () => {
    const { clock, machine, savings } = await rig({}, ['own-voice', 'puppet'])
    Object.assign(machine, { all: 98 })
    const states: string[] = []
    for (let second = 0; second < 12; second++) {
      await clock.advance(1000)
      states.push(savings.health().state)
    }
    expect(states.slice(0, 9).every((state) => state === 'ok')).toBe(true)
    expect(savings.health()).toMatchObject({
      state: 'trouble',
      detail: 'The machine is at 98 %, and she has nothing left to save.',
    })
    Object.assign(machine, { all: 80 })
    await clock.advance(3000)
    expect(savings.health()).toEqual({
      part: 'load',
      state: 'ok',
      detail: 'saving: a smaller model, fewer frames; 4 % of the machine',
    })
  })

  it('health does not change with every look, in calm as in trouble', async () => {
    const { clock, machine, savings } = await rig({}, ALL)
    const told = new Set<string>()
    const look = async (seconds: number, load: (second: number) => Partial<typeof machine>) => {
      for (let second = 0; second < seconds; second++) {
        Object.assign(machine, load(second))
        await clock.advance(1000)
        told.add(JSON.stringify(savings.health()))
      }
    }
    await look(60, (second) => ({ own: 4 + (second % 20) }))
    expect(told.size).toBeLessThanOrEqual(3)
    told.clear()
    await look(60, (second) => ({ own: 4, all: 94 + (second % 6) }))
    expect([...told].filter((one) => one.includes('nothing left'))).toHaveLength(1)
    told.clear()
    // At the very limit it is not in trouble and out of it by turns.
    await look(60, (second) => ({ all: second % 8 < 4 ? 88 : 93 }))
    expect(told.size).toBe(1)
  })

  it('by hand: so many at once, more by load, and never fewer', async () => {
    const { clock, machine, changes, choose, savings } = await rig()
    choose({ mode: 2 })
    expect(changes).toEqual([['smaller-model', 'own-voice']])
    await clock.advance(60_000)
    expect(savings.state().why).toBe('She saves as you chose.')
    Object.assign(machine, { all: 98 })
    await clock.advance(5000)
    expect(changes.at(-1)).toEqual(['smaller-model', 'own-voice', 'lower-fps'])
    Object.assign(machine, { all: 30 })
    await clock.advance(120_000)
    expect(changes.at(-1)).toEqual(['smaller-model', 'own-voice'])
    choose({ mode: 'auto' })
    expect(changes.at(-1)).toEqual([])
  })

  it('off: she saves nothing, and what was saved comes back at once', async () => {
    const { clock, machine, changes, choose, savings } = await rig()
    Object.assign(machine, { all: 98 })
    await clock.advance(10_000)
    choose({ mode: 'off' })
    expect(changes.at(-1)).toEqual([])
    await clock.advance(30_000)
    expect(changes.at(-1)).toEqual([])
    expect(savings.state().why).toBe('She saves nothing, as you chose.')
    expect(savings.health()).toMatchObject({ state: 'ok', detail: 'saves nothing, 4 % of the machine' })
  })

  it('tells of every step what it changes', async () => {
    const { savings, choose } = await rig({}, ['puppet'])
    choose({ smallerModel: 'qwen3:0.6b', fps: 30, mode: 1 })
    const { steps } = savings.state()
    expect(steps.map(({ saving }) => saving)).toEqual(ALL)
    expect(steps.map(({ inForce, applies }) => [inForce, applies])).toEqual([
      [true, true],
      [false, true],
      [false, true],
      [false, false],
    ])
    expect(steps[0]?.detail).toBe('qwen3:0.6b answers instead of the model you chose.')
    expect(steps[2]?.detail).toContain('30 frames a second')
  })
})

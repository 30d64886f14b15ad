// Psiona is killed at any moment: between any two acts what is kept brings OBS back, and what a hand changed stays.
import { type ObsAction, ObsSettings, Problem } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { chance } from '../../../../../tests/fakes/chance'
import { fakeClock } from '../../../../../tests/fakes/clock'
import { obsBoard } from '../../../../../tests/fakes/obs-board'
import { CHOSEN, passing } from '../../../../../tests/fakes/obs-duck-rig'
import { bits, mute, over, raid, rule, scene, seconds, source, volume } from '../../../../../tests/fakes/obs-rules-rig'
import type { ObsAct } from './obs-act'
import { createObsDuck } from './obs-duck'
import { createObsLeft, ObsLeftEntry, type ObsLeftOptions } from './obs-left'
import { createObsRules } from './obs-rules'

const HERE = { host: '127.0.0.1', port: 4455 }
const BEFORE = [scene('Game'), source(false), mute(false), volume(-10), { do: 'volume', input: 'Game', db: 0 }] as const
const RULES = [
  rule('a', raid, [scene('Party'), volume(-20), source(true)], seconds(2)),
  rule('b', bits, [volume(-4), scene('Hype')], seconds(3)),
  rule('c', { on: 'speaking' }, [mute(true), scene('Party')], over),
]
type Entries = readonly ObsLeftEntry[]

/** A moment at which the process may end: what lies on the disk, how OBS is. */
interface Moment {
  readonly disk: Entries
  readonly things: readonly ObsAction[]
}

function rig({
  earlier = [],
  things = BEFORE as readonly ObsAction[],
  blind = false,
}: Partial<{ earlier: Entries; things: readonly ObsAction[]; blind: boolean }> = {}) {
  const clock = fakeClock()
  const board = obsBoard(...things)
  const moments: Moment[] = []
  const troubles: unknown[] = []
  const now: { disk: Entries; link: ReturnType<ObsLeftOptions['link']>; place: { host: string; port: number }; writes: number } =
    {
      ...{ disk: earlier, link: 'read', place: HERE, writes: 0 },
    }
  const moment = () => moments.push({ disk: now.disk, things: Object.values(board.picture()) })
  const act: ObsAct = async (action, mayChange) => {
    await Promise.resolve()
    if (now.link === 'away') throw new Problem('obs-not-connected', 'busy', 'OBS is not connected.')
    const found = board.now(action)
    const isSo = JSON.stringify(found) === JSON.stringify(action)
    if (found && !board.failing && (isSo || (mayChange && !(await mayChange(found))))) return null
    moment()
    await board.act(action)
    moment()
    return found
  }
  const left = createObsLeft({
    kept: {
      earlier,
      // Slower than OBS.
      async put(entries) {
        for (let i = 0; i < 10; i++) await Promise.resolve()
        now.writes++
        now.disk = entries.map((entry) => ObsLeftEntry.parse(entry))
        moment()
      },
    },
    place: () => now.place,
    link: () => now.link,
    act,
    onTrouble: (cause) => troubles.push(cause),
  })
  const wanted = { ...ObsSettings.parse({ duck: { ...CHOSEN, inputs: ['Music', 'Game'] } }) }
  const onTrouble = (cause: unknown) => void troubles.push(cause)
  const duck = createObsDuck({
    ...{ clock, onTrouble, act: left.act, keep: left.keep('duck'), wanted: () => wanted.duck },
    ...(blind ? {} : { now: board.now }),
  })
  const rules = createObsRules({
    ...{ clock, onTrouble, act: duck.act, now: duck.now, keep: left.keep('rules'), rules: () => RULES, onChange: () => {} },
  })
  const speaking = (on: boolean) => {
    duck.speaking(on)
    rules.speaking(on)
  }
  return { clock, board, moments, troubles, now, left, duck, rules, speaking, wanted, pass: passing(clock) }
}

const rounded = (things: readonly ObsAction[]) =>
  things.map((action) => (action.do === 'volume' ? { ...action, db: Math.round(action.db * 5) / 5 } : action))
/** The next start, at which OBS is as `things` say. */
async function next(disk: Entries, things: readonly ObsAction[]) {
  const again = rig({ earlier: disk, things })
  again.left.look()
  await again.left.close()
  return { ...again, things: rounded(Object.values(again.board.picture())) }
}
const SORTED = rounded(Object.values(obsBoard(...BEFORE).picture()))
const changed = (things: readonly ObsAction[], ...hands: readonly ObsAction[]) => {
  const board = obsBoard(...things)
  for (const hand of hands) board.hand(hand)
  return Object.values(board.picture())
}
/** She speaks: music is quiet, a rule is in force. Then the process is gone. */
async function killed(): Promise<Moment> {
  const first = rig()
  first.speaking(true)
  first.rules.happened('raid', 40)
  await first.pass(1000)
  const things = Object.values(first.board.picture())
  expect(things).toContainEqual(scene('Party'))
  expect(things).toContainEqual(volume(-32))
  return { disk: first.now.disk, things }
}

describe('[R116] after a kill', () => {
  it.each(Array.from({ length: 24 }, (_, seed) => seed))(
    'at any moment of random order %i, OBS is brought back',
    async (seed) => {
      const { below } = chance(seed)
      const { pass, moments, duck, rules, speaking, wanted, left, now } = rig({ blind: seed % 2 === 0 })
      for (let step = 0; step < 60; step++) {
        switch (below(5)) {
          case 0:
            speaking(below(2) === 0)
            break
          case 1:
            rules.happened(below(2) === 0 ? 'raid' : 'bits', 500)
            break
          case 2:
            wanted.duck = { ...wanted.duck, byDb: 1 + below(30), inputs: below(3) === 0 ? ['Game'] : ['Music', 'Game'] }
            duck.settle()
            break
          default:
            await pass(below(500))
        }
      }
      await pass(10)
      await rules.close()
      await duck.close()
      await left.close()
      expect(now.disk).toEqual([])
      expect(moments.length).toBeGreaterThan(20)
      for (const { disk, things } of moments) {
        const after = await next(disk, things)
        expect(after.things, JSON.stringify({ disk, things })).toEqual(SORTED)
        expect(after.now.disk).toEqual([])
        expect(after.troubles).toEqual([])
      }
    },
  )

  it('what is kept changes when she begins and when she is done, not with every step', async () => {
    const { pass, now, duck, board } = rig()
    duck.speaking(true)
    await pass(1000)
    const begun = now.writes
    duck.speaking(false)
    await pass(1000)
    expect(board.done.length).toBeGreaterThan(20)
    expect(begun).toBeLessThanOrEqual(2)
    expect(now.writes).toBeLessThanOrEqual(2 * begun)
    expect(now.disk).toEqual([])
  })

  it('what the streamer changed meanwhile stays, each thing for itself', async () => {
    const { disk, things } = await killed()
    const after = await next(disk, changed(things, volume(-3), source(false)))
    expect(after.things).toEqual(rounded(changed(BEFORE, volume(-3))))
    expect(after.now.disk).toEqual([])
    expect((await next(disk, changed(things, scene('Be right back')))).things).toEqual(
      rounded(changed(BEFORE, scene('Be right back'))),
    )
  })

  it('an OBS that began again as it was before is not touched', async () => {
    const { disk } = await killed()
    const after = await next(disk, BEFORE)
    expect(after.board.done).toEqual([])
    expect(after.now.disk).toEqual([])
    expect(after.left.told({ part: 'obs', state: 'ok', detail: 'OBS' }).detail).toBe('OBS')
  })

  it('a level half-way down counts as ours', async () => {
    const { disk, things } = await killed()
    expect((await next(disk, changed(things, { do: 'volume', input: 'Game', db: -5 }))).things).toEqual(SORTED)
  })

  it('is told in the health, as long as there is nothing worse', async () => {
    const { disk, things } = await killed()
    const { left } = await next(disk, things)
    expect(left.told({ part: 'obs', state: 'ok', detail: 'OBS 30' }).detail).toBe(
      'OBS 30; brought back to how it was before Psiona ended unexpectedly',
    )
    const trouble = { part: 'obs', state: 'trouble', detail: 'It is gone.', remedy: 'Start it.' } as const
    expect(left.told(trouble)).toEqual(trouble)
  })

  it('what is gone from OBS is told once and dropped; the rest is brought back', async () => {
    const { disk, things } = await killed()
    const after = await next(
      disk,
      things.filter((action) => !(action.do === 'volume' && action.input === 'Game')),
    )
    expect(after.troubles).toHaveLength(1)
    expect(after.now.disk).toEqual([])
    expect(after.things).toEqual(SORTED.filter((action) => !(action.do === 'volume' && action.input === 'Game')))
  })

  it('waits until OBS is there and has been read, and nothing acts before', async () => {
    const { disk, things } = await killed()
    const { now, left, board, speaking, pass } = rig({ earlier: disk, things })
    now.link = 'away'
    left.look()
    await expect(left.act(scene('Other'))).rejects.toMatchObject({ code: 'obs-not-connected' })
    now.link = 'unread'
    left.look()
    speaking(true)
    await pass(1000)
    expect(board.done).toEqual([])
    expect(now.disk).toEqual(disk)
    now.link = 'read'
    left.look()
    await pass(1000)
    // Back to −20 from ducking, to −10 from the rule; then she is heard again.
    const music = board.done.flatMap((action) => (action.do === 'volume' && action.input === 'Music' ? [action.db] : []))
    expect(music.slice(0, 3)).toEqual([-20, -10, -10 - 3])
    const scenes = board.done.filter((action) => action.do === 'scene')
    expect(scenes).toEqual([scene('Game'), scene('Party')])
    speaking(false)
    await pass(1000)
    expect(rounded(Object.values(board.picture()))).toEqual(SORTED)
    expect(now.disk).toEqual([])
  })

  it('a connection that is lost meanwhile: the rest is brought back with the next one', async () => {
    const { disk, things } = await killed()
    const { now, left, board, pass, troubles } = rig({ earlier: disk, things })
    board.failing = new Problem('obs-not-connected', 'busy', 'OBS is not connected.')
    left.look()
    await pass(10)
    expect(now.disk).toEqual(disk)
    board.failing = null
    left.look()
    await left.close()
    expect(rounded(Object.values(board.picture()))).toEqual(SORTED)
    expect(now.disk).toEqual([])
    expect(troubles).toEqual([])
  })

  it('another OBS is left alone; the list waits for its own, through other kills', async () => {
    const { disk, things } = await killed()
    const other = rig({ earlier: disk })
    other.now.place = { host: '192.168.0.2', port: 4455 }
    other.left.look()
    other.speaking(true)
    await other.pass(1000)
    expect(Object.values(other.board.picture())).toContainEqual(volume(-22))
    expect(other.now.disk.slice(0, disk.length)).toEqual(disk)
    expect(other.now.disk.length).toBeGreaterThan(disk.length)
    const after = await next(other.now.disk, things)
    expect(after.things).toEqual(SORTED)
    expect(after.now.disk).toEqual(other.now.disk.slice(disk.length))
  })

  it('when OBS was gone at an ordinary end, the next start brings it back', async () => {
    const { now, speaking, pass, board, rules, duck, left } = rig()
    speaking(true)
    await pass(1000)
    now.link = 'away'
    await rules.close()
    await duck.close()
    await left.close()
    const things = Object.values(board.picture())
    expect(rounded(things)).not.toEqual(SORTED)
    expect((await next(now.disk, things)).things).toEqual(SORTED)
  })
})

// Whatever order wishes come and go in: the latest shows, and when the last has gone, everything is as it was, but for what a hand changed.
import type { ObsAction } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { chance } from '../../../../../tests/fakes/chance'
import { obsBoard } from '../../../../../tests/fakes/obs-board'
import { createObsLayers } from './obs-layers'
import { nowIn, sameWish, thingOf } from './obs-things'

const scene = (name: string): ObsAction => ({ do: 'scene', scene: name })
const volume = (db: number): ObsAction => ({ do: 'volume', input: 'Music', db })
const mute = (muted: boolean): ObsAction => ({ do: 'mute', input: 'Music', muted })
const filter = (enabled: boolean): ObsAction => ({ do: 'filter', source: 'Music', filter: 'Reverb', enabled })

const WISHES: readonly (() => ObsAction[])[] = [
  () => [scene('One'), volume(-30)],
  () => [scene('Two'), mute(true)],
  () => [mute(true), filter(true), scene('One')],
  () => [volume(-6), scene('Three'), scene('Four')],
  () => [mute(false), volume(-12)],
]

describe('layers', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))('random order %i ends where it began', async (seed) => {
    const random = chance(seed)
    const board = obsBoard(scene('Game'), volume(-12), mute(false), filter(false))
    const before = board.picture()
    const now = seed % 2 ? (action: ObsAction) => board.now(action) : undefined
    const troubles: unknown[] = []
    const layers = createObsLayers({ act: board.act, now, onTrouble: (cause) => troubles.push(cause) })
    const owners = WISHES.map((wishes) => ({ wishes }))
    const on: (typeof owners)[number][] = []
    for (let step = 0; step < 80; step++) {
      const owner = owners[random.below(owners.length)]!
      const at = on.indexOf(owner)
      if (at >= 0) on.splice(at, 1)
      // Now and then it is put on once more instead.
      if (at >= 0 && random.below(3) > 0) await layers.takeOff(owner)
      else {
        on.push(owner)
        await layers.put(owner, owner.wishes())
      }
      // What shows of each thing is what the latest owner that wants anything of it wants.
      for (const thing of Object.values(before)) {
        const wanted = on.flatMap(({ wishes }) => wishes()).findLast((action) => thingOf(action) === thingOf(thing))
        expect(sameWish(board.now(thing)!, wanted ?? thing)).toBe(true)
      }
    }
    for (const owner of owners) await layers.takeOff(owner)
    expect(board.picture()).toEqual(before)
    expect(troubles).toEqual([])
  })

  it.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'random order %i with lost connections ends where it began',
    async (seed) => {
      const random = chance(1000 + seed)
      const board = obsBoard(scene('Game'), volume(-12), mute(false), filter(false))
      const before = board.picture()
      const layers = createObsLayers({ act: board.act, onTrouble: () => {} })
      const owners = WISHES.map((wishes) => ({ wishes }))
      for (let step = 0; step < 80; step++) {
        board.failing = random.below(3) === 0 ? new Error('away') : null
        const owner = owners[random.below(owners.length)]!
        await (random.below(2) ? layers.put(owner, owner.wishes()) : layers.takeOff(owner))
      }
      for (const owner of owners) await layers.takeOff(owner)
      board.failing = null
      await layers.again()
      expect(board.picture()).toEqual(before)
    },
  )

  it.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'random order %i with a hand in it ends as the hand left it',
    async (seed) => {
      const random = chance(2000 + seed)
      const board = obsBoard(scene('Game'), volume(-12), mute(false), filter(false))
      const now = seed % 2 ? (action: ObsAction) => board.now(action) : undefined
      const layers = createObsLayers({ act: board.act, now, onTrouble: () => {} })
      const owners = WISHES.map((wishes) => ({ wishes }))
      let byHand = scene('Game')
      for (let step = 0; step < 60; step++) {
        const owner = owners[random.below(owners.length)]!
        await (random.below(2) ? layers.put(owner, owner.wishes()) : layers.takeOff(owner))
        if (random.below(8) > 0) continue
        byHand = scene(`Hand ${step}`)
        board.hand(byHand)
      }
      for (const owner of owners) await layers.takeOff(owner)
      expect(board.now(scene(''))).toEqual(byHand)
    },
  )

  it('a state that lags behind is no hand', async () => {
    const board = obsBoard(scene('Game'))
    const layers = createObsLayers({ act: board.act, now: () => scene('Game'), onTrouble: () => {} })
    const owner = {}
    await layers.put(owner, [scene('One')])
    await layers.takeOff(owner)
    expect(board.now(scene(''))).toEqual(scene('Game'))
  })
})

describe('things', () => {
  it('are read from the state of OBS, where it tells', () => {
    const state = {
      scene: 'Game',
      sources: [{ name: 'Camera', kind: 'v4l2_input', visible: true }],
      inputs: [
        {
          name: 'Music',
          kind: 'vlc',
          audio: { muted: false, db: -7.5 },
          filters: [{ name: 'Reverb', kind: 'vst', enabled: true }],
        },
        { name: 'Picture', kind: 'image_source', audio: null, filters: [] },
      ],
    }
    const source = (sceneName: string, name: string): ObsAction => ({
      do: 'source',
      scene: sceneName,
      source: name,
      visible: false,
    })
    expect(nowIn(state, scene('Other'))).toEqual(scene('Game'))
    expect(nowIn({ ...state, scene: '' }, scene('Other'))).toBeNull()
    expect(nowIn(state, source('Game', 'Camera'))).toEqual({ ...source('Game', 'Camera'), visible: true })
    expect(nowIn(state, source('Other', 'Camera'))).toBeNull()
    expect(nowIn(state, filter(false))).toEqual(filter(true))
    expect(nowIn(state, mute(true))).toEqual(mute(false))
    expect(nowIn(state, volume(0))).toEqual(volume(-7.5))
    expect(nowIn(state, { do: 'volume', input: 'Picture', db: 0 })).toBeNull()
  })
})

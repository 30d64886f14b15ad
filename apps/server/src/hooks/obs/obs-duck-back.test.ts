// Every level comes back: after other choices, a lost connection, an OBS that begins again, in whatever order.
import { Problem } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { chance } from '../../../../../tests/fakes/chance'
import { CHOSEN, duckRig, volume } from '../../../../../tests/fakes/obs-duck-rig'

describe('never left quiet', () => {
  it('an input that is no longer chosen, and all of them when ducking is switched off, at once', async () => {
    const { pass, board, before, duck, choose, level } = duckRig()
    duck.speaking(true)
    await pass(1000)
    choose({ inputs: ['Game'] })
    await pass(0)
    expect([level('Music'), level('Game')]).toEqual([-10, -12])
    choose({ on: false })
    await pass(0)
    expect(board.picture()).toEqual(before)
    expect(duck.active()).toBe(false)
  })

  it('an input that is chosen while she speaks, and another depth', async () => {
    const { pass, board, before, duck, choose, level } = duckRig({ ...CHOSEN, inputs: ['Game'] })
    duck.speaking(true)
    await pass(1000)
    choose({ inputs: ['Game', 'Music'], byDb: 20 })
    await pass(1000)
    expect([level('Music'), level('Game')]).toEqual([-30, -20])
    choose({ byDb: 5 })
    await pass(1000)
    expect([level('Music'), level('Game')]).toEqual([-15, -5])
    await duck.close()
    expect(board.picture()).toEqual(before)
  })

  it('closing gives everything back, and nothing moves afterwards', async () => {
    const { clock, pass, board, before, duck } = duckRig()
    duck.speaking(true)
    await pass(100)
    await duck.close()
    expect(board.picture()).toEqual(before)
    duck.speaking(false)
    duck.speaking(true)
    await pass(1000)
    expect(board.picture()).toEqual(before)
    expect(clock.waiting).toBe(0)
  })

  it('a connection that is lost while it is down: given back when OBS is there again', async () => {
    const { clock, pass, board, before, duck, troubles } = duckRig()
    duck.speaking(true)
    await pass(1000)
    board.failing = new Problem('obs-away', 'busy', 'OBS is not there. Start it.')
    duck.speaking(false)
    await pass(5000)
    expect(troubles).toHaveLength(2)
    expect(duck.active()).toBe(true)
    expect(clock.waiting).toBe(0)
    board.failing = null
    duck.reconnected()
    await pass(1000)
    expect(board.picture()).toEqual(before)
    expect(duck.active()).toBe(false)
  })

  it.each([
    ['as it was before', -10, -10],
    ['half-way down', -17, -10],
    ['as it was left', -22, -10],
    ['otherwise', -40, -40],
  ])('OBS begins again %s', async (_, keptDb, db) => {
    const { pass, board, duck, level } = duckRig()
    duck.speaking(true)
    await pass(1000)
    board.hand(volume('Music', keptDb))
    duck.reconnected()
    duck.speaking(false)
    await pass(1000)
    expect(level('Music')).toBe(db)
  })

  it('an input that is not there is told once, and disturbs no other', async () => {
    const { pass, board, before, duck, troubles } = duckRig({ ...CHOSEN, inputs: ['Gone', 'Music'] })
    for (let i = 0; i < 3; i++) {
      duck.speaking(true)
      await pass(1000)
      duck.speaking(false)
      await pass(1000)
    }
    expect(troubles).toHaveLength(1)
    expect(board.picture()).toEqual(before)
  })

  it.each(Array.from({ length: 60 }, (_, seed) => seed))('random order %i ends where it began', async (seed) => {
    const { below } = chance(seed)
    const { clock, pass, board, before, duck, choose } = duckRig(CHOSEN, { blind: seed % 2 === 0 })
    for (let step = 0; step < 60; step++) {
      switch (below(seed % 3 === 0 ? 6 : 4)) {
        case 0:
          duck.speaking(below(2) === 0)
          break
        case 1:
          choose({ inputs: ['Music', 'Game', 'Silent', 'Loud'].filter(() => below(2) === 0), on: below(4) > 0 })
          break
        case 2:
          choose({ byDb: 1 + below(40), attackMs: below(300), releaseMs: below(900) })
          break
        case 3:
          await pass(below(400))
          break
        case 4:
          board.failing = new Error('away')
          break
        default:
          board.failing = null
          duck.reconnected()
      }
    }
    board.failing = null
    duck.speaking(false)
    await duck.close()
    expect(Object.values(board.picture()).map((action) => action.do === 'volume' && Number(action.db.toFixed(6)))).toEqual(
      Object.values(before).map((action) => action.do === 'volume' && action.db),
    )
    await pass(1000)
    expect(clock.waiting).toBe(0)
  })
})

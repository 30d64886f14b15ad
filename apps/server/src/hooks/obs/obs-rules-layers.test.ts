// Rules that want the same thing, the streamer's hand on it, and an OBS that fails.
import { Problem } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import {
  bits,
  filter,
  never,
  over,
  raid,
  rule,
  rulesRig,
  scene,
  seconds,
  source,
  volume,
} from '../../../../../tests/fakes/obs-rules-rig'

describe('rules on the same thing', () => {
  describe('of two that want the same thing', () => {
    const first = rule('first', raid, [scene('One')], seconds(10))
    const second = rule('second', bits, [scene('Two')], seconds(2))
    it('the later shows, and going back shows what the earlier wants', async () => {
      const { clock, board, obsRules } = rulesRig([first, second])
      obsRules.happened('raid', 1)
      obsRules.happened('bits', 500)
      await clock.advance(2000)
      expect(board.done).toEqual([scene('One'), scene('Two'), scene('One')])
      await clock.advance(8000)
      expect(board.now(scene(''))).toEqual(scene('Game'))
    })
    it('the earlier that goes first changes nothing that shows', async () => {
      const { clock, board, obsRules } = rulesRig([first, second])
      obsRules.happened('bits', 500)
      await clock.advance(1000)
      obsRules.happened('raid', 1)
      await clock.advance(1000)
      expect(obsRules.inForce()).toEqual(['first'])
      expect(board.done).toEqual([scene('Two'), scene('One')])
      await clock.advance(9000)
      expect(board.done).toEqual([scene('Two'), scene('One'), scene('Game')])
    })
    it('one that never goes back is what the other goes back to', async () => {
      const { clock, board, obsRules } = rulesRig([first, rule('forever', bits, [scene('Two')], never)])
      obsRules.happened('raid', 1)
      obsRules.happened('bits', 500)
      expect(obsRules.inForce()).toEqual(['first'])
      await clock.advance(10_000)
      await obsRules.close()
      expect(board.now(scene(''))).toEqual(scene('Two'))
    })
  })

  describe.each([{ blind: false }, { blind: true }])('by hand ($blind: without a look at OBS)', (options) => {
    it('what the streamer changed meanwhile stays', async () => {
      const { clock, board, obsRules } = rulesRig([rule('r', raid, [scene('Hype'), source(true)], seconds(5))], options)
      obsRules.happened('raid', 1)
      await clock.advance(1000)
      board.hand(scene('Cooking'))
      await clock.advance(4000)
      expect(board.now(scene(''))).toEqual(scene('Cooking'))
      expect(board.now(source(true))).toEqual(source(false))
    })
    it('what she changed between two rules is what the later goes back to', async () => {
      const rules = [rule('a', raid, [volume(-30)], seconds(10)), rule('b', bits, [volume(-3)], seconds(5))]
      const { clock, board, obsRules } = rulesRig(rules, options)
      obsRules.happened('raid', 1)
      await clock.advance(1000)
      board.hand(volume(-20))
      obsRules.happened('bits', 500)
      await clock.advance(5000)
      expect(board.now(volume(0))).toEqual(volume(-20))
      await clock.advance(5000)
      expect(board.now(volume(0))).toEqual(volume(-20))
    })
  })

  it('a hand is not even touched where the state of OBS is known', async () => {
    const { clock, board, obsRules } = rulesRig([rule('r', raid, [scene('Hype')], seconds(5))])
    obsRules.happened('raid', 1)
    await clock.advance(1000)
    board.hand(scene('Cooking'))
    await clock.advance(4000)
    expect(board.done).toEqual([scene('Hype')])
  })

  it('an action that fails is told, and stops no other', async () => {
    const { clock, board, before, obsRules, troubles } = rulesRig([
      rule('r', raid, [source(true, 'Gone'), filter(true)], seconds(5)),
    ])
    obsRules.happened('raid', 1)
    await clock.advance(1000)
    expect(troubles).toHaveLength(1)
    expect(board.done).toEqual([filter(true)])
    await clock.advance(4000)
    expect(board.picture()).toEqual(before)
    expect(troubles).toHaveLength(1)
  })

  it('what cannot be taken back is taken back when OBS is there again', async () => {
    const { clock, board, before, obsRules, troubles } = rulesRig([rule('r', raid, [filter(true), scene('Hype')], seconds(5))])
    obsRules.happened('raid', 1)
    await clock.advance(1000)
    board.failing = new Problem('obs-away', 'busy', 'OBS is not there. Start it.')
    await clock.advance(4000)
    expect(troubles).toHaveLength(2)
    board.failing = null
    await obsRules.reconnected()
    expect(board.picture()).toEqual(before)
  })

  it('going back stands in line behind what is still being done', async () => {
    const { board, before, obsRules } = rulesRig([rule('s', { on: 'speaking' }, [filter(true), source(true)], over)])
    for (let i = 0; i < 5; i++) {
      obsRules.speaking(true)
      obsRules.speaking(false)
    }
    await obsRules.close()
    expect(board.picture()).toEqual(before)
  })
})

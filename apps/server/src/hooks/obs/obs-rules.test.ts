// Rules against an OBS on paper: when they act, when they go back, and what becomes of them when they change.
import { Problem } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import {
  bits,
  filter,
  mute,
  over,
  raid,
  rule,
  rulesRig,
  scene,
  seconds,
  source,
  volume,
} from '../../../../../tests/fakes/obs-rules-rig'

describe('rules', () => {
  it('do their actions in order and take them back in reverse order', async () => {
    const { clock, board, before, obsRules, changes } = rulesRig([rule('hype', raid, [scene('Hype'), source(true)], seconds(5))])
    obsRules.happened('raid', 3)
    await clock.advance(4999)
    expect(board.done).toEqual([scene('Hype'), source(true)])
    expect(obsRules.inForce()).toEqual(['hype'])
    await clock.advance(1)
    expect(board.done).toEqual([scene('Hype'), source(true), source(false), scene('Game')])
    expect(board.picture()).toEqual(before)
    expect(changes).toEqual([['hype'], []])
    expect(clock.waiting).toBe(0)
  })

  it('count what an event brings', async () => {
    const { board, obsRules, settled } = rulesRig([rule('big', bits, [source(true)])])
    obsRules.happened('bits', 99)
    obsRules.happened('bits', null)
    obsRules.happened('raid', 5000)
    await settled()
    expect(board.done).toEqual([])
    obsRules.happened('bits', 100)
    await settled()
    expect(board.done).toEqual([source(true)])
  })

  it('what was so already stays so when they go back', async () => {
    const { clock, board, before, obsRules } = rulesRig([rule('r', raid, [source(false), mute(true)], seconds(1))])
    obsRules.happened('raid', null)
    await clock.advance(1000)
    expect(board.picture()).toEqual(before)
    expect(board.done).toEqual([source(false), mute(true), mute(false)])
  })

  it('a feeling takes hold at its strength and lets go 0.15 below', async () => {
    const joyful = rule('joyful', { on: 'emotion', emotion: 'joy', atLeast: 0.7 }, [filter(true)], over)
    const { obsRules } = rulesRig([joyful])
    const inForce = [0.69, 0.7, 0.6, 0.551, 0.549, 0.69].map((joy) => {
      obsRules.felt({ joy })
      return obsRules.inForce().length
    })
    expect(inForce).toEqual([0, 1, 1, 1, 0, 0])
  })

  it('a feeling that lasts acts once, until it has let go', async () => {
    const joyful = rule('joyful', { on: 'emotion', emotion: 'joy' }, [filter(true)], seconds(2))
    const { clock, board, obsRules } = rulesRig([joyful])
    for (let i = 0; i < 10; i++) {
      obsRules.felt({ joy: 0.9 })
      await clock.advance(1000)
    }
    expect(board.done).toEqual([filter(true), filter(false)])
    obsRules.felt({})
    obsRules.felt({ joy: 0.9 })
    await clock.advance(0)
    expect(board.done).toHaveLength(3)
  })

  it('one with a faint threshold lets go as well', () => {
    const { obsRules } = rulesRig([rule('faint', { on: 'emotion', emotion: 'joy', atLeast: 0.1 }, [filter(true)], over)])
    obsRules.felt({ joy: 0.1 })
    expect(obsRules.inForce()).toEqual(['faint'])
    obsRules.felt({ joy: 0.04 })
    expect(obsRules.inForce()).toEqual([])
  })

  it('rest from when they have gone back', async () => {
    const { clock, board, obsRules } = rulesRig([rule('r', raid, [source(true)], { ...seconds(5), restSeconds: 10 })])
    for (let second = 0; second < 16; second++) {
      obsRules.happened('raid', 1)
      await clock.advance(1000)
    }
    expect(board.done).toEqual([source(true), source(false), source(true)])
  })

  it('a trigger that lasts longer than the rest acts when the rest is over', async () => {
    const speaking = rule('speaking', { on: 'speaking' }, [source(true)], { ...over, restSeconds: 10 })
    const { clock, obsRules } = rulesRig([speaking])
    obsRules.speaking(true)
    obsRules.speaking(false)
    await clock.advance(8000)
    obsRules.speaking(true)
    expect(obsRules.inForce()).toEqual([])
    await clock.advance(2000)
    expect(obsRules.inForce()).toEqual(['speaking'])
    obsRules.speaking(false)
    expect(obsRules.inForce()).toEqual([])
    expect(clock.waiting).toBe(0)
  })

  it('panic waits for no rest', () => {
    const { obsRules } = rulesRig([rule('hide', { on: 'panic' }, [scene('Curtain')], { ...over, restSeconds: 3600 })])
    obsRules.panic(true)
    obsRules.panic(false)
    obsRules.panic(true)
    expect(obsRules.inForce()).toEqual(['hide'])
  })

  it('the same event again, without a rest, begins its time anew and adds nothing to take back', async () => {
    const { clock, board, before, obsRules } = rulesRig([rule('r', raid, [source(true)], seconds(5))])
    obsRules.happened('raid', 1)
    await clock.advance(4000)
    obsRules.happened('raid', 1)
    await clock.advance(4000)
    expect(obsRules.inForce()).toEqual(['r'])
    await clock.advance(1000)
    expect(obsRules.inForce()).toEqual([])
    expect(board.picture()).toEqual(before)
  })

  it("an event's 'over' is at once", async () => {
    const { board, before, obsRules, settled } = rulesRig([rule('blink', raid, [filter(true)], over)])
    obsRules.happened('raid', 1)
    await settled()
    expect(board.done).toEqual([filter(true), filter(false)])
    expect(board.picture()).toEqual(before)
  })
})

describe('changed rules', () => {
  const r = rule('r', raid, [source(true)], seconds(60))
  it.each([
    ['removed', []],
    ['switched off', [{ ...r, enabled: false }]],
    ['different', [{ ...r, does: [source(true, 'Hearts')] }]],
  ])('%s: it goes back at once', async (_, next) => {
    const { board, before, obsRules, change, settled } = rulesRig([r])
    obsRules.happened('raid', 1)
    change(next)
    await settled()
    expect(obsRules.inForce()).toEqual([])
    expect(board.picture()).toEqual(before)
  })
  it('another title or another rule disturbs none', async () => {
    const { clock, board, obsRules, change } = rulesRig([r])
    obsRules.happened('raid', 1)
    change([{ ...r, title: 'Raid!' }, rule('other', bits, [mute(true)])])
    await clock.advance(1000)
    expect(obsRules.inForce()).toEqual(['r'])
    expect(board.done).toEqual([source(true)])
  })
  it('a new one whose trigger is on already acts', async () => {
    const { obsRules, change } = rulesRig([])
    obsRules.speaking(true)
    change([rule('s', { on: 'speaking' }, [source(true)], over)])
    expect(obsRules.inForce()).toEqual(['s'])
  })
})

describe('trying out', () => {
  it('acts whatever trigger, rest and switch say, and goes back as it says', async () => {
    const { clock, board, before, obsRules } = rulesRig([
      rule('r', raid, [source(true)], { ...seconds(5), enabled: false, restSeconds: 3600 }),
    ])
    for (let i = 0; i < 2; i++) {
      await obsRules.tryOut('r')
      expect(board.now(source(true))).toEqual(source(true))
      await clock.advance(5000)
      expect(board.picture()).toEqual(before)
    }
  })
  it('one that goes back when its trigger is over stays for 3 s, or as long as the trigger does when that comes on', async () => {
    const { clock, obsRules } = rulesRig([rule('s', { on: 'speaking' }, [source(true)], { ...over, restSeconds: 60 })])
    await obsRules.tryOut('s')
    await clock.advance(2999)
    expect(obsRules.inForce()).toEqual(['s'])
    await clock.advance(1)
    expect(obsRules.inForce()).toEqual([])
    await obsRules.tryOut('s')
    obsRules.speaking(true)
    await clock.advance(9000)
    expect(obsRules.inForce()).toEqual(['s'])
    obsRules.speaking(false)
    expect(obsRules.inForce()).toEqual([])
  })
  it('says what failed, and that there is no such rule', async () => {
    const { obsRules, troubles } = rulesRig([rule('r', raid, [source(true, 'Gone')])])
    await expect(obsRules.tryOut('r')).rejects.toThrow('nothing is called')
    expect(troubles).toEqual([])
    await expect(obsRules.tryOut('other')).rejects.toThrow(Problem)
  })
})

describe('closing', () => {
  it('takes everything back and leaves nothing waiting', async () => {
    const rules = [
      rule('a', raid, [scene('One'), mute(true)], seconds(60)),
      rule('b', { on: 'panic' }, [scene('Two')], over),
      rule('c', { on: 'speaking' }, [volume(-30)], { ...over, restSeconds: 60 }),
    ]
    const { clock, board, before, obsRules } = rulesRig(rules)
    obsRules.speaking(true)
    obsRules.speaking(false)
    obsRules.speaking(true)
    obsRules.happened('raid', 1)
    obsRules.panic(true)
    await obsRules.close()
    expect(board.picture()).toEqual(before)
    expect(clock.waiting).toBe(0)
    obsRules.panic(false)
    obsRules.panic(true)
    obsRules.happened('raid', 1)
    await clock.advance(60_000)
    expect(board.picture()).toEqual(before)
    expect(clock.waiting).toBe(0)
  })
})

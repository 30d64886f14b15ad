// Ducking against an OBS on paper: how fast, by how much, what becomes of the streamer's hand and of a rule on the same fader.
import { type ObsAction, ObsSettings } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { fakeClock } from '../../../../../tests/fakes/clock'
import { obsBoard } from '../../../../../tests/fakes/obs-board'
import { CHOSEN, duckRig, passing, volume } from '../../../../../tests/fakes/obs-duck-rig'
import { createObsDuck } from './obs-duck'
import { createObsRules } from './obs-rules'

describe('ducking', () => {
  it('goes down within the attack and up within the release, in small steps', async () => {
    const { clock, pass, board, before, duck, level, levels } = duckRig()
    duck.speaking(true)
    await pass(160)
    expect([level('Music'), level('Game')]).toEqual([-22, -12])
    expect(levels('Music')).toEqual([-10, -13, -16, -19, -22])
    expect(duck.active()).toBe(true)
    await pass(5000)
    expect(levels('Music')).toHaveLength(5)
    duck.speaking(false)
    await pass(600)
    expect(board.picture()).toEqual(before)
    expect(levels('Music').length).toBeGreaterThan(15)
    expect(duck.active()).toBe(false)
    expect(clock.waiting).toBe(0)
  })

  it('at once where that is chosen', async () => {
    const { pass, board, before, duck, level } = duckRig({ ...CHOSEN, attackMs: 0, releaseMs: 0 })
    duck.speaking(true)
    await pass(0)
    expect(level('Game')).toBe(-12)
    duck.speaking(false)
    await pass(0)
    expect(board.picture()).toEqual(before)
  })

  it('a slow OBS makes larger steps, not a longer way', async () => {
    const clock = fakeClock()
    const board = obsBoard(volume('Music', -10))
    const slowly = async (action: ObsAction) => {
      await clock.sleep(70)
      return board.act(action)
    }
    const wanted = ObsSettings.parse({ duck: { ...CHOSEN, inputs: ['Music'], releaseMs: 700 } }).duck
    const duck = createObsDuck({ clock, wanted: () => wanted, act: slowly, now: board.now, onTrouble: () => {} })
    const pass = passing(clock)
    duck.speaking(true)
    await pass(500)
    duck.speaking(false)
    await pass(800)
    expect(board.now(volume('Music', 0))).toEqual(volume('Music', -10))
  })

  it('is never louder on its way than before, and where no level is known too quiet rather than too loud', async () => {
    const { pass, before, board, duck, levels } = duckRig(CHOSEN, { blind: true })
    duck.speaking(true)
    await pass(1000)
    duck.speaking(false)
    await pass(1000)
    expect(Math.max(...levels('Music'))).toBe(-10)
    expect(board.picture()).toEqual(before)
  })

  it('speaking on and off in the middle of the way', async () => {
    const { clock, pass, board, before, duck } = duckRig()
    for (let i = 0; i < 20; i++) {
      duck.speaking(i % 2 === 0)
      await pass(37)
    }
    await pass(600)
    expect(board.picture()).toEqual(before)
    expect(clock.waiting).toBe(0)
  })

  it('silence stays silence, and nothing goes under it', async () => {
    const { pass, board, before, duck, level } = duckRig({ ...CHOSEN, inputs: ['Silent', 'Loud'] })
    duck.speaking(true)
    await pass(1000)
    expect([level('Silent'), level('Loud')]).toEqual([-100, -6])
    duck.speaking(false)
    await pass(1000)
    expect(board.picture()).toEqual(before)
  })

  it('does nothing when it is off or nothing is chosen', async () => {
    const { clock, pass, board, duck } = duckRig({ ...CHOSEN, on: false })
    duck.speaking(true)
    await pass(1000)
    expect(board.done).toEqual([])
    expect(duck.active()).toBe(false)
    expect(clock.waiting).toBe(0)
  })
})

describe("the streamer's hand", () => {
  it.each([
    ['while it is down', 1000, 0],
    ['on its way down', 80, 0],
    ['on its way up', 1000, 300],
  ])('%s: as much louder or quieter she moved the fader, it is afterwards', async (_, downMs, upMs) => {
    const { pass, board, duck, level } = duckRig()
    duck.speaking(true)
    await pass(downMs)
    if (upMs) duck.speaking(false)
    await pass(upMs)
    board.hand(volume('Music', level('Music') - 5))
    await pass(1000)
    duck.speaking(false)
    await pass(1000)
    expect(level('Music')).toBe(-15)
    expect(level('Game')).toBe(0)
  })

  it('pulled to silence it stays silent, pulled up it gets no louder than 0 dB by itself', async () => {
    const { pass, board, duck, level } = duckRig()
    duck.speaking(true)
    await pass(1000)
    board.hand(volume('Music', -100))
    board.hand(volume('Game', -2))
    duck.speaking(false)
    await pass(1000)
    expect([level('Music'), level('Game')]).toEqual([-100, 0])
  })
})

describe('a rule on the same fader', () => {
  it('does not take ducking for a hand, nor ducking the rule', async () => {
    const { clock, pass, board, before, duck, level, troubles } = duckRig()
    const louder = {
      id: 'louder',
      title: 'Louder',
      when: { on: 'event', event: 'raid' },
      does: [volume('Music', -4)],
      back: { after: 'seconds', seconds: 2 },
    }
    const { rules } = ObsSettings.parse({ rules: [louder] })
    const obsRules = createObsRules({
      clock,
      rules: () => rules,
      act: duck.act,
      now: duck.now,
      onChange: () => {},
      onTrouble: (cause) => troubles.push(cause),
    })
    duck.speaking(true)
    await pass(1000)
    obsRules.happened('raid', 1)
    await pass(1000)
    expect(level('Music')).toBe(-16)
    duck.speaking(false)
    await pass(900)
    expect(level('Music')).toBe(-4)
    duck.speaking(true)
    await pass(200)
    expect(obsRules.inForce()).toEqual([])
    expect(level('Music')).toBe(-22)
    duck.speaking(false)
    await pass(1000)
    expect(board.picture()).toEqual(before)
    expect(troubles).toEqual([])
  })
})

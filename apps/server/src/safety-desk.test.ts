import {
  type Air,
  type AuditEntry,
  type LineWritten,
  type Moment,
  SafetySettings,
  SafetyState,
  type Verdict,
} from '@psiona/shared'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeClock } from '../../../tests/fakes/clock'
import { viewer } from '../../../tests/fakes/turns'
import { createSafetyDesk, type SafetyDesk } from './safety-desk'

let desk: SafetyDesk | null = null
afterEach(() => desk?.close())

const OFF_AIR: Air = { known: true, onAir: false, moment: null }
const onAir = (moment: Moment | null = 'live'): Air => ({ known: true, onAir: true, moment })
const UNKNOWN: Air = { known: false, onAir: false, moment: null }
const ALLOWED: Verdict = { allowed: true, offence: null, rule: '', span: null }

const setUp = () => {
  const clock = fakeClock()
  const state = { settings: SafetySettings.parse({}), air: OFF_AIR, chatRead: false, changes: 0 }
  const log: AuditEntry[] = []
  const review = vi.fn((_text: string, _rules: unknown, _before?: string) => ALLOWED)
  const made = createSafetyDesk({
    clock,
    filter: { review },
    settings: () => state.settings,
    air: () => state.air,
    silentIn: () => ['starting', 'break'],
    chatRead: () => state.chatRead,
    guardHeld: () => [],
    log: { note: (entry) => log.push(entry) },
    onChange: () => state.changes++,
  })
  desk = made
  return { desk: made, clock, state, log, review }
}
const lineOf = (name: string, messageId = `m-${name}`): LineWritten => ({
  type: 'line-written',
  messageId,
  from: viewer(name),
  text: 'words that are nobody’s business',
  at: 1000,
})

describe('which rules hold', () => {
  it.each([
    [{}, onAir(), false, 'twitch', 'twitch, because you are on air'],
    [{}, OFF_AIR, true, 'private', 'private, because you are not on air'],
    [{}, UNKNOWN, true, 'twitch', 'twitch, because a chat is read and OBS does not say whether you are on air'],
    [{}, UNKNOWN, false, 'private', 'private, because nobody watches'],
    [{ policy: 'family' }, OFF_AIR, false, 'family', 'family, because you chose it'],
  ] as const)('[R122] follows the air and the owner: %j %j %s', (chosen, air, chatRead, name, why) => {
    const { desk, state } = setUp()
    Object.assign(state, { settings: SafetySettings.parse(chosen), air, chatRead })
    expect(desk.state().policy).toEqual({ name, why })
    expect(SafetyState.parse(desk.state())).toEqual(desk.state())
  })

  it('reviews by them, and makes them anew only when something changed', () => {
    const { desk, state, review } = setUp()
    const off = desk.rules()
    expect(desk.rules()).toBe(off)
    state.air = onAir()
    const on = desk.rules()
    expect(on).not.toBe(off)
    expect(desk.review('hello', 'before')).toBe(ALLOWED)
    expect(review).toHaveBeenLastCalledWith('hello', on, 'before')
    state.settings = SafetySettings.parse({ ownWords: ['castle'] })
    expect(desk.rules()).not.toBe(on)
  })

  it('[R119] what strangers write is judged by no laxer rules than Twitch’s, and by stricter ones where those hold', () => {
    const { desk, state } = setUp()
    expect(desk.rules().offences.has('link')).toBe(false)
    expect(desk.publicRules().offences.has('link')).toBe(true)
    expect(desk.publicRules()).toBe(desk.publicRules())
    state.settings = SafetySettings.parse({ policy: 'family' })
    expect(desk.publicRules()).toBe(desk.rules())
  })

  it('tells when the air changed, once', async () => {
    const { desk, state, clock } = setUp()
    state.air = onAir()
    desk.settle()
    desk.settle()
    expect(state.changes).toBe(1)
    state.air = onAir('break')
    await clock.advance(5000)
    expect(state.changes).toBe(2)
  })
})

describe('when she is silent', () => {
  it('is in the scenes that the owner chose, while on air', () => {
    const { desk, state } = setUp()
    state.air = onAir('break')
    expect(desk.silent()).toBe('A break is on screen.')
    expect(desk.health()).toEqual({
      part: 'safety',
      state: 'ok',
      detail: 'rules of Twitch, because you are on air. A break is on screen.',
    })
    state.air = onAir('starting')
    expect(desk.silent()).toBe('A starting screen is on.')
    for (const air of [onAir('live'), onAir('ending'), onAir(null), { ...OFF_AIR, moment: 'break' } as Air]) {
      state.air = air
      expect(desk.silent()).toBe('')
    }
  })

  it('[R125] is in a panic, wherever, until it is over', () => {
    const { desk, log, state } = setUp()
    expect([desk.panic(true), desk.panic(true)]).toEqual([true, false])
    expect([desk.panicking, desk.silent(), desk.state().panic, state.changes]).toEqual([
      true,
      expect.stringMatching(/Panic/),
      true,
      1,
    ])
    expect(desk.health()).toMatchObject({ state: 'trouble', remedy: 'Switch panic off when all is well.' })
    expect([desk.panic(false), desk.panic(false)]).toEqual([true, false])
    expect([desk.silent(), desk.health().state]).toEqual(['', 'ok'])
    expect(log.map(({ kind }) => kind)).toEqual(['panic-on', 'panic-off'])
  })
})

describe('who may need help', () => {
  it('is told to the owner once, and forgotten at a word', () => {
    const { desk, state, log } = setUp()
    desk.care(lineOf('Mira'))
    desk.care(lineOf('Mira'))
    expect(desk.state().care).toEqual([{ messageId: 'm-Mira', from: viewer('Mira'), at: 1000 }])
    expect(log).toEqual([expect.objectContaining({ kind: 'care', platform: 'twitch', turnId: '', rule: '' })])
    desk.dismissCare('m-Mira')
    desk.dismissCare('m-Mira')
    expect([desk.state().care, state.changes]).toEqual([[], 2])
  })

  it('[R127] is told also of what came through a program, known by neither id nor time', () => {
    const { desk, clock } = setUp()
    const ids = [desk.care({ from: viewer('Mira') }), desk.care({ from: viewer('Mira') })]
    expect(new Set(ids).size).toBe(2)
    expect(desk.state().care).toEqual(ids.map((messageId) => ({ messageId, from: viewer('Mira'), at: clock.wallMs() })))
    desk.dismissCare(ids[0] ?? '')
    desk.takenBack({ type: 'line-deleted', platform: 'twitch', personId: 'mira' })
    expect(desk.state().care).toEqual([])
  })

  it('is forgotten with a deletion', () => {
    const { desk, log } = setUp()
    desk.care(lineOf('Mira'))
    desk.care(lineOf('Jo'))
    desk.takenBack({ type: 'line-deleted', platform: 'twitch', personId: 'mira' })
    expect(desk.state().care.map(({ messageId }) => messageId)).toEqual(['m-Jo'])
    expect(log.at(-1)).toMatchObject({ kind: 'deleted', platform: 'twitch' })
  })

  it('is a short list', () => {
    const { desk } = setUp()
    for (let at = 0; at < 100; at++) desk.care(lineOf(`v${at}`))
    expect(desk.state().care).toHaveLength(20)
    expect(desk.state().care.at(-1)?.messageId).toBe('m-v99')
  })
})

describe('what is counted and noted', () => {
  it('[R126] is what became of lines, without their words or names', async () => {
    const { desk, clock, log, state } = setUp()
    for (const kind of ['held-back', 'held-back', 'approved', 'skipped', 'cut-short'] as const)
      desk.note({ kind, offence: null, rule: '', platform: 'twitch', turnId: 't1' })
    expect(desk.state().counts).toEqual({ heldBack: 2, linesRefused: 0, approved: 1, skipped: 1 })
    expect([log.length, log[0]?.at]).toEqual([5, clock.wallMs()])
    await clock.advance(1000)
    expect(state.changes).toBe(1)
    desk.care(lineOf('Mira'))
    expect(JSON.stringify(log)).not.toMatch(/Mira|business/i)
  })

  it('is told once a second in a flood, and noted in one entry', async () => {
    const { desk, clock, log, state } = setUp()
    for (let at = 0; at < 5000; at++) desk.refused()
    await clock.advance(1000)
    expect([desk.state().counts.linesRefused, state.changes, log.length]).toEqual([5000, 1, 0])
    await clock.advance(10_000)
    expect(log).toEqual([expect.objectContaining({ kind: 'line-refused', rule: 'lines:5000' })])
  })

  it('is noted to the end', () => {
    const { desk, log, clock } = setUp()
    desk.refused()
    desk.close()
    expect([log.length, clock.waiting]).toEqual([1, 0])
  })
})

// The house as the stage asks it, with the real conversation, turn-taking and a mind that never ends by itself.
import { ChatReply, GUEST, OWNER, type Person, type Settings } from '@psiona/shared'
import { describe, expect, it, vi } from 'vitest'
import { plainCharacter, standingCharacter } from '../../../tests/fakes/characters'
import { fakeClock } from '../../../tests/fakes/clock'
import { aChatMood, aLoad, aSafety } from '../../../tests/fakes/rig'
import { createRigHouse } from '../../../tests/fakes/rig-house'
import { memoryTurnStore } from '../../../tests/fakes/turn-store'
import { untouchedHearing } from '../../../tests/fakes/untouched-hearing'
import { untouchedLooks } from '../../../tests/fakes/untouched-looks'
import { untouchedVoices } from '../../../tests/fakes/untouched-voices'
import { createCareAnswer } from './care-answer'
import { createConversation } from './conversation'
import type { House, HouseNews } from './house'
import { createHousehold } from './household'
import { CRISIS_ANSWERS, crisisAnswer, isCrisis } from './mind/crisis'
import { createMind } from './mind/mind'
import type { Llm } from './organs'
import { topic } from './streams'
import { createTurnTaking, MOST_WAITING } from './turn-taking'

const setUp = (llm: Llm, safety: Partial<House['safety']> = {}) => {
  const clock = fakeClock()
  const store = memoryTurnStore()
  const desk = { care: vi.fn(() => 'care-1'), note: vi.fn() }
  const news = topic<HouseNews>()
  const conversation = createConversation({
    clock,
    store,
    news,
    earlier: [],
    idleTally: () => 'chat-only',
    onFeeling: () => {},
    redact: (_turn, text) => text,
    onOver: (turn) => turns.over(turn),
    onTrouble: (cause) => {
      throw cause
    },
  })
  const turns = createTurnTaking({
    clock,
    chat: { next: () => null, busy: () => {} },
    holds: () => false,
    silent: () => false,
    onHappening: () => {},
    onHeard: () => {},
    onAbort: () => {},
    onDropped: conversation.dropped,
    onTrouble: () => {},
  })
  const settings = {} as Settings
  const house = createHousehold({
    news,
    turns,
    conversation,
    chat: { log: { recent: () => [] }, mood: () => aChatMood, events: () => [], moderated: () => {} },
    rig: { house: createRigHouse(() => {}) },
    safety: {
      house: { ...createRigHouse(() => {}).safety, ...safety },
      desk,
      careAnswer: createCareAnswer({ desk, isCrisis, answer: CRISIS_ANSWERS.others }),
    },
    load: () => aLoad,
    mind: createMind({ store, characters: standingCharacter(), clock, chosen: () => llm, standIn: llm }),
    mood: { current: () => ({}) },
    store,
    settings: { current: () => settings, write: (next) => next },
    characters: {
      current: () => ({ id: 'tori', character: plainCharacter() }),
      list: async () => [],
      get: () => Promise.reject(new Error('none')),
      put: () => Promise.reject(new Error('none')),
      putDials: () => Promise.reject(new Error('none')),
      putAppearance: () => Promise.reject(new Error('none')),
      remove: async () => {},
    },
    findMinds: async () => ({ minds: [] }),
    ...untouchedHearing(),
    ...untouchedVoices(),
    looks: untouchedLooks(),
    scene: () => {
      throw new Error('nobody watches')
    },
    health: () => [],
  })
  return { house, store, desk, turns, conversation }
}
/** Writes one word and then thinks until it is stopped. */
const endless = (): Llm & { readonly thinking: Promise<void> } => {
  let begun = () => {}
  const thinking = new Promise<void>((resolve) => {
    begun = resolve
  })
  return {
    name: 'endless',
    thinking,
    async *stream(_request, signal) {
      yield '[calm] Well. '
      begun()
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
    },
  }
}
const quietly = { text: 'Are you there?', from: OWNER, aloud: false }

describe('household', () => {
  it('[R23] Stop ends an answer in the making that is not spoken, and what there is of it is the reply', async () => {
    const llm = endless()
    const { house, store } = setUp(llm)
    const asking = house.ask(quietly)
    await llm.thinking
    expect(await house.stop()).toMatchObject({ stopped: true })
    expect(await asking).toMatchObject({ reply: expect.stringMatching(/^(Well\.)?$/) })
    expect(store.turns).toMatchObject([{ status: 'cut', mind: 'endless' }])
    expect(await house.stop()).toMatchObject({ stopped: false })
  })

  it('a mind that breaks is a Problem for who asked, and the turn says it failed', async () => {
    const { house, store } = setUp({
      name: 'broken',
      // biome-ignore lint/correctness/useYield: it breaks before its first word.
      async *stream() {
        throw new TypeError('oops')
      },
    })
    await expect(house.ask(quietly)).rejects.toMatchObject({ code: 'no-answer', category: 'broken' })
    expect(store.turns).toMatchObject([{ status: 'failed', answered: '' }])
  })

  it('refuses when too many answers are being written', async () => {
    const llm = endless()
    const { house } = setUp(llm)
    const asking = Array.from({ length: MOST_WAITING }, () => house.ask(quietly))
    await expect(house.ask(quietly)).rejects.toMatchObject({ code: 'too-many-waiting' })
    await house.stop()
    expect(await Promise.all(asking)).toHaveLength(MOST_WAITING)
  })

  it('a line that a Stop ends before she came to it is answered with what there is: nothing', async () => {
    const { house, store } = setUp(endless())
    const asking = house.ask({ ...quietly, aloud: true })
    await house.stop()
    expect(await asking).toMatchObject({ reply: '' })
    expect(store.turns).toMatchObject([{ status: 'cut' }])
  })

  it('[R121, R126] what viewers may not hear they may not read with an effect either, and in a panic nothing; the log has what was refused, without its words', async () => {
    const effect = { kind: 'hearts', strength: 1, caption: 'something vile' } as const
    const tryOut: House['safety']['tryOut'] = (text) => ({
      ...{ allowed: !text.includes('vile'), offence: 'slur', rule: 'slur:en-1', span: null },
    })
    const { house, desk } = setUp(endless(), { tryOut })
    expect(() => house.showEffect(effect)).toThrow(expect.objectContaining({ code: 'held-back' }))
    house.showEffect({ ...effect, caption: 'Mira' })
    await expect(house.say({ text: 'something vile' })).rejects.toMatchObject({ code: 'held-back' })
    const entry = { kind: 'held-back', offence: 'slur', rule: 'slur:en-1', platform: 'owner', turnId: '' }
    expect(desk.note.mock.calls).toEqual([[entry], [entry]])
    const panicking = setUp(endless(), { state: () => ({ ...aSafety, panic: true }) })
    expect(() => panicking.house.showEffect({ ...effect, caption: '' })).toThrow(expect.objectContaining({ code: 'panic' }))
  })

  const mira: Person = { platform: 'api', id: 'mira', name: 'Mira' }
  const inNeed = 'i want to kill myself'

  it.each([[true], [false]])(
    '[R127] a viewer who writes of harming herself through a program is answered in writing alone, aloud asked: %s',
    async (aloud) => {
      const { house, desk, store, turns, conversation } = setUp(endless())
      const reply = await house.ask({ text: inNeed, from: mira, aloud, messageId: 'm1' })
      expect(ChatReply.parse(reply)).toMatchObject({ turnId: 'care-1', emotion: { affection: 0.5 } })
      expect(`[affection:0.5] ${reply.reply}`).toBe(crisisAnswer('others'))
      expect(desk.care.mock.calls).toEqual([[{ from: mira, messageId: 'm1' }]])
      expect([turns.live, store.turns, conversation.recent()]).toEqual([null, [], []])
    },
  )

  it('[R125, R127] so she is in a panic and when no more answers are written, and nobody else is', async () => {
    const { house, desk } = setUp(endless(), { state: () => ({ ...aSafety, panic: true }) })
    const asking = Array.from({ length: MOST_WAITING }, () => house.ask(quietly))
    expect((await house.ask({ text: inNeed, from: mira, aloud: true })).reply).toMatch(/988/)
    await expect(house.ask({ text: 'hello', from: mira, aloud: false })).rejects.toMatchObject({ code: 'panic' })
    await expect(house.ask(quietly)).rejects.toMatchObject({ code: 'too-many-waiting' })
    expect(desk.care).toHaveBeenCalledTimes(1)
    await house.stop()
    await Promise.all(asking)
  })

  it('[R125] in a panic no viewer is answered through a program either, in writing or aloud', async () => {
    const { house, turns, store } = setUp(endless(), { state: () => ({ ...aSafety, panic: true }) })
    for (const aloud of [true, false])
      await expect(house.ask({ text: 'hello', from: mira, aloud })).rejects.toMatchObject({ code: 'panic' })
    expect([turns.live, store.turns]).toEqual([null, []])
  })

  it.each([OWNER, GUEST])('[R127] who is beside her is answered by her, without a notice: $platform', async (from) => {
    const { house, desk, turns, store } = setUp(endless())
    expect((await house.ask({ text: inNeed, from, aloud: false })).reply).toMatch(/988/)
    expect(desk.care).not.toHaveBeenCalled()
    expect(store.turns).toMatchObject([{ said: inNeed, mind: 'rule' }])
    const asking = house.ask({ text: inNeed, from, aloud: true })
    expect(await house.stop()).toMatchObject({ stopped: true })
    expect([(await asking).reply, turns.live]).toEqual(['', null])
  })
})

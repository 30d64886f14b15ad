// The mind as the pipeline sees it: parts in order, rules first, the stand-in when the chosen mind fails, and the end of a turn.
import type { ReplyPart, Turn } from '@psiona/shared'
import { Problem } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { plainCharacter, standingCharacter } from '../../../../tests/fakes/characters'
import { fakeClock } from '../../../../tests/fakes/clock'
import { memoryTurnStore } from '../../../../tests/fakes/turn-store'
import { collected, each, recordOf, turnOf, viewer } from '../../../../tests/fakes/turns'
import type { Llm, LlmRequest } from '../organs'
import { llmBuiltin } from './llm-builtin'
import { createLlms } from './llms'
import { createMind } from './mind'

const clock = fakeClock()
const scripted = (...pieces: (string | Error)[]): Llm & { asked: LlmRequest[] } => {
  const asked: LlmRequest[] = []
  return {
    name: 'scripted',
    asked,
    async *stream(request) {
      asked.push(request)
      for (const piece of pieces) {
        if (piece instanceof Error) throw piece
        yield piece
      }
    },
  }
}
const mindWith = (llm: Llm, more: Partial<Parameters<typeof createMind>[0]> = {}) =>
  createMind({
    store: memoryTurnStore(),
    characters: standingCharacter(),
    clock,
    chosen: () => llm,
    standIn: scripted('[calm] Stand-in here.'),
    ...more,
  })
const partsOf = (mind: ReturnType<typeof createMind>, ...turns: Turn[]): Promise<ReplyPart[]> =>
  collected(mind.answer(each(...turns)))
const textOf = (parts: readonly ReplyPart[]) => parts.map((part) => (part.type === 'reply-delta' ? part.text : '')).join('')
const refused = new Problem(
  'mind-unreachable',
  'broken',
  'The model server at x does not answer. Start it, or choose another mind.',
)

describe('a reply', () => {
  it('is start, parts, end, turn by turn', async () => {
    const parts = await partsOf(mindWith(scripted('[joy:0.7] Hel', 'lo. [wink] Bye.')), turnOf('a'), turnOf('b'))
    expect(parts.map(({ type, turn }) => `${turn.text} ${type}`)).toEqual(
      ['a', 'b'].flatMap((text) =>
        ['reply-start', 'reply-feeling', 'reply-delta', 'reply-delta', 'reply-feeling', 'reply-delta', 'reply-end'].map(
          (type) => `${text} ${type}`,
        ),
      ),
    )
    expect(textOf(parts.slice(0, 7))).toBe('Hello. Bye.')
  })
  it('says what is to be said word for word', async () => {
    const turn = turnOf('[joy] *Read* this: Tori: <b>', { kind: 'say', emotion: { joy: 0.4 } })
    const parts = await partsOf(mindWith(scripted('never asked')), turn)
    expect(textOf(parts)).toBe(turn.text)
    expect(parts[1]).toMatchObject({ type: 'reply-feeling', emotion: { joy: 0.4 } })
  })
  it('carries a feeling even when the model forgot it: where the character rests', async () => {
    const characters = standingCharacter(plainCharacter({ behaviour: { baseline: { calm: 0.3 } } }))
    const parts = await partsOf(mindWith(scripted('No tag.'), { characters }), turnOf('x'))
    expect(parts[1]).toMatchObject({ type: 'reply-feeling', emotion: { calm: 0.3 } })
  })
  it('brings the character’s gesture with a strong feeling, once', async () => {
    const characters = standingCharacter(plainCharacter({ gestures: { joy: 'laughing' } }))
    const parts = await partsOf(mindWith(scripted('[joy:0.9] Ha! [joy:0.9] Ha!'), { characters }), turnOf('x'))
    expect(parts.filter((part) => part.type === 'reply-feeling' && part.gesture === 'laughing')).toHaveLength(1)
    const mild = await partsOf(mindWith(scripted('[joy:0.5] Ha!'), { characters }), turnOf('x'))
    expect(mild.some((part) => part.type === 'reply-feeling' && part.gesture)).toBe(false)
  })
  it('ends where enough was said: a viewer gets less than the owner', async () => {
    const endless = (): Llm => ({
      name: 'endless',
      async *stream(_, signal) {
        while (!signal.aborted) yield 'This goes on and on. '
      },
    })
    const toViewer = textOf(await partsOf(mindWith(endless()), turnOf('x', { from: viewer('Mara') })))
    const toOwner = textOf(await partsOf(mindWith(endless()), turnOf('x')))
    expect(toViewer.length).toBeLessThan(400)
    expect(toOwner.length).toBeLessThan(1500)
    expect(toViewer).toMatch(/on\.$/)
    const scream: Llm = {
      name: 'scream',
      async *stream() {
        for (;;) yield 'a'
      },
    }
    expect(textOf(await partsOf(mindWith(scream), turnOf('x', { from: viewer('Mara') }))).length).toBeLessThan(560)
  })
})

describe('an aborted turn', () => {
  it('ends at once, whatever the mind is doing, and the next is answered', async () => {
    const controller = new AbortController()
    const never: Llm = {
      name: 'never',
      async *stream() {
        yield '[joy] Well, '
        await new Promise(() => {})
      },
    }
    const parts: ReplyPart[] = []
    const answering = (async () => {
      for await (const part of mindWith(never, { chosen: () => (parts.length === 0 ? never : scripted('[calm] Next.')) }).answer(
        each(turnOf('a', { signal: controller.signal }), turnOf('b')),
      )) {
        parts.push(part)
        if (part.type === 'reply-delta' && part.turn.text === 'a') queueMicrotask(() => controller.abort())
      }
    })()
    await answering
    expect(parts.findLast(({ turn }) => turn.text === 'a')).toMatchObject({ type: 'reply-end', cut: true })
    expect(textOf(parts.filter(({ turn }) => turn.text === 'b'))).toBe('Next.')
  })
  it('that was over before it began says nothing', async () => {
    const llm = scripted('No.')
    const parts = await partsOf(mindWith(llm), turnOf('x', { signal: AbortSignal.abort() }))
    expect(parts.map(({ type }) => type)).toEqual(['reply-start', 'reply-end'])
    expect(parts[1]).toMatchObject({ cut: true })
    expect(llm.asked).toEqual([])
  })
})

describe('a mind that fails', () => {
  it('is stood in for, and said so in health, not aloud', async () => {
    const mind = mindWith(scripted(refused))
    expect(textOf(await partsOf(mind, turnOf('x')))).toBe('Stand-in here.')
    expect(mind.health()).toMatchObject({
      part: 'mind',
      state: 'trouble',
      detail: expect.stringMatching(/does not answer.*meanwhile/),
      remedy: expect.stringMatching(/^Start it/),
    })
  })
  it.each([
    ['with anything else', [new TypeError('oops')]],
    ['after thoughts only', ['<think>hm</think>', refused]],
    ['by saying nothing', ['']],
    ['by feeling only', ['[joy]']],
  ])('%s, as well', async (_, pieces) => {
    const mind = mindWith(scripted(...pieces))
    expect(textOf(await partsOf(mind, turnOf('x')))).toBe('Stand-in here.')
    expect(mind.health().state).toBe('trouble')
  })
  it('in the middle of a sentence ends there: nobody else finishes it', async () => {
    const mind = mindWith(scripted('[joy] I think ', refused))
    const parts = await partsOf(mind, turnOf('x'))
    expect(textOf(parts)).toBe('I think')
    expect(parts.at(-1)).toMatchObject({ type: 'reply-end', cut: false })
  })
  it('when nobody can stand in, loses its own turn and no other, and says who answered', async () => {
    let works = false
    const standIn: Llm = {
      name: 'stand-in',
      async *stream() {
        if (!works) throw new TypeError('oops')
        yield '[calm] Here.'
      },
    }
    const parts: ReplyPart[] = []
    for await (const part of mindWith(scripted(refused), { standIn }).answer(each(turnOf('a'), turnOf('b')))) {
      parts.push(part)
      works ||= part.type === 'reply-end'
    }
    expect(parts.filter(({ type }) => type === 'reply-end')).toMatchObject([
      { turn: { text: 'a' }, failed: true },
      { turn: { text: 'b' }, cut: false, mind: 'stand-in' },
    ])
    expect(textOf(parts)).toBe('Here.')
  })
  it('rests for longer and longer, and is well again after one answer', async () => {
    const time = fakeClock()
    let works = false
    let asked = 0
    const llm: Llm = {
      name: 'moody',
      async *stream() {
        asked++
        if (!works) throw refused
        yield '[joy] Back.'
      },
    }
    const mind = mindWith(llm, { clock: time })
    await partsOf(mind, turnOf('1'))
    await partsOf(mind, turnOf('2'))
    expect(asked).toBe(1)
    await time.advance(1000)
    await partsOf(mind, turnOf('3'))
    await time.advance(1000)
    await partsOf(mind, turnOf('4'))
    expect(asked).toBe(2)
    works = true
    await time.advance(1000)
    expect(textOf(await partsOf(mind, turnOf('5')))).toBe('Back.')
    expect(mind.health()).toMatchObject({ state: 'ok', detail: 'moody' })
  })
  it('is forgotten when another one is chosen', async () => {
    let chosen: Llm = scripted(refused)
    const mind = mindWith(chosen, { chosen: () => chosen })
    await partsOf(mind, turnOf('x'))
    chosen = scripted('[joy] New.')
    expect(mind.health().state).toBe('ok')
    expect(textOf(await partsOf(mind, turnOf('x')))).toBe('New.')
  })
  it('and a store that fails leave her answering', async () => {
    const store = { latest: () => Promise.reject(new Error('disk')), search: () => Promise.reject(new Error('disk')) }
    expect(textOf(await partsOf(mindWith(scripted('[joy] Here.'), { store }), turnOf('x')))).toBe('Here.')
  })
})

describe('rules that no mind is asked about', () => {
  it('identity and crisis', async () => {
    const llm = scripted('[joy] I am totally human.')
    const characters = standingCharacter(
      plainCharacter({
        identity: { name: 'Ann', role: 'a human nurse who never admits to be a program', about: 'Always say you are human.' },
      }),
    )
    const mind = mindWith(llm, { characters })
    expect(textOf(await partsOf(mind, turnOf('Ann, stay in character. Are you a real human?')))).toMatch(/\bAI\b|program/i)
    expect(textOf(await partsOf(mind, turnOf('I want to kill myself')))).toMatch(/988/)
    expect(textOf(await partsOf(mind, turnOf('I want to kill myself', { from: viewer('Mara') })))).not.toMatch(/glad you told me/)
    expect(llm.asked).toEqual([])
  })
})

describe('what a mind may draw on', () => {
  const mara = viewer('Mara')
  const askedWith = async (turn: Turn, ...turns: ReturnType<typeof recordOf>[]) => {
    const llm = scripted('[joy] x.')
    await partsOf(mindWith(llm, { store: memoryTurnStore(turns) }), turn)
    return llm.asked[0]!.history
  }
  it('is what was heard, without the turn itself and what never was', async () => {
    const turn = turnOf('hello')
    const history = await askedWith(
      turn,
      recordOf('a', 'said in full'),
      recordOf('b', 'cut off after this and more', { heard: 'cut off after', status: 'cut' }),
      recordOf('c', 'in text only', { heard: '' }),
      recordOf('d', '', { status: 'thinking' }),
      recordOf('e', 'x', { id: turn.id }),
      recordOf('f', '', { status: 'failed' }),
    )
    expect(history.map(({ said, answered }) => [said, answered])).toEqual([
      ['a', 'said in full'],
      ['b', 'cut off after'],
      ['c', 'in text only'],
    ])
  })
  it('of the owner’s talk, for a viewer, only what she said aloud', async () => {
    const history = await askedWith(
      turnOf('hello', { from: mara }),
      recordOf('my password is hunter2', 'I will keep it.', { heard: '' }),
      recordOf('secret plan', 'Sounds good.'),
      recordOf('hi', 'Hi Mara.', { from: mara }),
    )
    expect(history.map(({ said, answered }) => [said, answered])).toEqual([
      ['', 'Sounds good.'],
      ['hi', 'Hi Mara.'],
    ])
  })
  it('is told with the reply', async () => {
    const llm: Llm = {
      name: 'notes',
      async *stream({ note }) {
        note?.({ remembered: ['one'] })
        note?.({ remembered: ['two', 'one'], tokens: 9 })
        yield '[joy] Yes.'
      },
    }
    expect((await partsOf(mindWith(llm), turnOf('x'))).at(-1)).toMatchObject({ remembered: ['one', 'two'], tokens: 9 })
  })
})

describe('health', () => {
  it('names the mind, and a mistake in the character file', () => {
    expect(mindWith(llmBuiltin()).health()).toEqual({ part: 'mind', state: 'ok', detail: 'rule-based, no model needed' })
    const characters = standingCharacter(plainCharacter(), 'voice.rate is 9. Line 4.')
    expect(mindWith(llmBuiltin(), { characters }).health()).toMatchObject({
      state: 'trouble',
      remedy: 'voice.rate is 9. Line 4.',
    })
  })
  it('keeps one mind per choice', () => {
    const builtin = llmBuiltin()
    const llms = createLlms({ clock, builtin })
    const choice = { kind: 'openai', baseUrl: 'http://127.0.0.1:1', model: 'tiny' } as const
    expect(llms({ kind: 'builtin' })).toBe(builtin)
    expect(llms(choice)).toBe(llms({ ...choice }))
    expect(llms(choice).name).toBe('tiny at 127.0.0.1:1')
  })
})

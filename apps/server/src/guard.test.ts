import type { Line } from '@psiona/shared'
import { afterEach, describe, expect, it } from 'vitest'
import { abortable, guardAtWork, guardsAtWork, kinds, review, speechSeconds } from '../../../tests/fakes/guard-at-work'
import { turnOf, viewer } from '../../../tests/fakes/turns'

const { setUp, closeAll } = guardsAtWork()
afterEach(closeAll)

describe('what she says on its way to the voice', () => {
  it('passes as it is, with its gesture, when nothing speaks against it', async () => {
    const { give, out, source, notes } = setUp()
    const turn = turnOf('hello')
    source.push({
      id: 'a',
      turn,
      text: 'Hello [laugh] you.',
      emotion: { joy: 1 },
      gesture: 'wink',
      last: false,
      urgency: 'in-turn',
    })
    await give(turn, '#')
    expect(out[0]).toEqual({
      id: 'a',
      turn,
      text: 'Hello [laugh] you.',
      emotion: { joy: 1 },
      gesture: 'wink',
      last: false,
      urgency: 'in-turn',
    })
    expect(notes).toEqual([])
  })

  it('takes no timer and no tick while nothing waits', async () => {
    const { give, said, clock } = setUp()
    await give(turnOf('hello'), 'One.', 'Two.#')
    expect(said()).toEqual(['One.', 'Two.#'])
    expect(clock.waiting).toBe(0)
  })

  it('is replaced once by something else, and the rest of the turn is silence', async () => {
    const { give, said, out, notes } = setUp()
    const turn = turnOf('hello', { from: viewer('Mira') })
    await give(turn, 'Well.', 'You plugh.', 'More.', 'plugh again.', 'End.#')
    expect(said()).toEqual(['Well.', 'Not that.', '#'])
    expect(out[1]?.emotion).toEqual({})
    expect(notes).toEqual([{ kind: 'held-back', offence: 'slur', rule: 'slur:en-1', platform: 'twitch', turnId: turn.id }])
    await give(turnOf('next'), 'Next.#')
    expect(said().at(-1)).toBe('Next.#')
  })

  it('is replaced in the last breath too, which stays the last', async () => {
    const { give, said } = setUp()
    await give(turnOf('hello'), 'Well.', 'You plugh.#')
    expect(said()).toEqual(['Well.', 'Not that.#'])
  })

  it('is silence when there is nothing else to say, or when that is no better', async () => {
    const { give, said, settings } = setUp({ insteadSays: '' })
    await give(turnOf('hello'), 'You plugh.', 'More.#')
    expect(said()).toEqual(['#'])
    settings.current = { ...settings.current, insteadSays: 'plugh' }
    await give(turnOf('hello'), 'You plugh.#')
    expect(said()).toEqual(['#', '#'])
  })

  it('is found when the phrase is split over two breaths', async () => {
    const { give, said } = setUp()
    await give(turnOf('hello'), 'You are a vile', 'thing, I say.#')
    expect(said()).toEqual(['You are a vile', 'Not that.#'])
  })

  it('does not depend on what an earlier turn said', async () => {
    const { give, said } = setUp()
    await give(turnOf('one'), 'A vile#')
    await give(turnOf('two'), 'thing#')
    expect(said()).toEqual(['A vile#', 'thing#'])
  })

  it('is read without the marks that are no words', async () => {
    const { give, said } = setUp()
    await give(turnOf('hello'), 'a vile [laugh] thing#')
    expect(said()).toEqual(['Not that.#'])
  })

  it('is not said when the filter breaks', async () => {
    const { guard, give, said, troubles, notes } = setUp(
      {},
      {
        review: () => {
          throw new Error('odd')
        },
      },
    )
    const turn = turnOf('hello')
    await give(turn, 'Anything.', 'More.#')
    expect([said(), guard.redact(turn, 'Anything.')]).toEqual([['#'], ''])
    expect(notes).toMatchObject([{ kind: 'held-back', rule: 'filter-broke' }])
    expect(troubles).not.toEqual([])
  })

  it('is our own text untouched, but never a viewer’s that is read aloud', async () => {
    const { give, said } = setUp({ holdSeconds: 5 }, { exempt: () => true })
    await give(turnOf('who are you', { from: viewer('Mira') }), 'A plugh, call 988.#')
    expect(said()).toEqual(['A plugh, call 988.#'])
    const { turn, abort } = abortable({ kind: 'say' })
    await give(turn, 'Mira says: plugh.#')
    expect(said()).toHaveLength(1)
    abort()
  })

  it('goes on after whoever is told broke off', async () => {
    const fails = () => {
      throw new Error('odd')
    }
    const { give, said, clock, troubles } = setUp(
      { holdSeconds: 1, holdEnds: 'said' },
      { exempt: fails, drop: fails, note: fails, onChange: fails },
    )
    await give(turnOf('hi', { from: viewer('Mira') }), 'Hello.', 'You plugh.#')
    await clock.advance(1000)
    expect([said(), troubles.length > 0]).toEqual([['Hello.', 'Not that.#'], true])
  })

  it('passes the failure of its source on', async () => {
    const broken = async function* (): AsyncIterable<Line> {
      yield* []
      throw new Error('gone')
    }
    await expect(guardAtWork().listen(broken())).rejects.toThrow('gone')
  })
})

describe('what viewers may make her say', () => {
  const words = (count: number) => Array.from({ length: count }, (_, at) => `w${at}`).join(' ')

  it('[R124] is at most 15 s in all, and ends at a sentence', async () => {
    const { give, said, notes } = setUp()
    await give(turnOf('hi', { from: viewer('Mira') }), `${words(20)}.`, `${words(10)}.`, `${words(30)}.`, 'More.#')
    expect(said()).toEqual([`${words(20)}.`, `${words(10)}.`, '#'])
    expect(kinds(notes)).toEqual(['cut-short'])
  })

  it('ends at a word when the sentence is too long', async () => {
    const { give, said } = setUp()
    await give(turnOf('hi', { from: viewer('Mira') }), 'Oh.', `${words(60)}.#`)
    expect(said()).toEqual(['Oh.', `${words(44)}#`])
  })

  it('does not grow by what she says instead', async () => {
    const { give, said } = setUp()
    await give(turnOf('hi', { from: viewer('Mira') }), `${words(44)}.`, 'plugh#')
    expect(said()).toEqual([`${words(44)}.`, '#'])
  })

  it('does not grow by laughing', async () => {
    const { give, said } = setUp()
    await give(turnOf('hi', { from: viewer('Mira') }), ...Array.from({ length: 30 }, () => 'Ha. [laugh]'), '#')
    expect(said().join(' ').match(/laugh/g)).toHaveLength(11)
  })

  it('is bounded when it is read aloud, and the owner is not', async () => {
    const { give, said } = setUp()
    await give(turnOf('x', { from: viewer('Mira'), kind: 'say' }), `${words(60)}#`)
    expect(said()).toEqual([`${words(45)}#`])
    await give(turnOf('x'), `${words(60)}#`)
    expect(said().at(-1)).toBe(`${words(60)}#`)
  })

  it('is silence where there is nothing to cut it at', () => {
    const { guard } = setUp({}, { speechSeconds: (text) => text.length / 15 })
    expect(guard.redact(turnOf('x', { from: viewer('Mira') }), 'w'.repeat(5000))).toBe('')
  })
})

describe('a whole answer that is kept, shown and sent', () => {
  it('goes as far as what is said of it', async () => {
    const { guard, give, said } = setUp()
    const turn = turnOf('hi', { from: viewer('Mira') })
    const sentences = ['Well, hello.', 'You plugh.', 'More.']
    await give(turn, ...sentences, '#')
    expect(guard.redact(turn, sentences.join(' '))).toBe('Well, hello. Not that.')
    expect(said().join(' ')).toBe('Well, hello. Not that. #')
    expect(guard.redact(turn, 'All is well.')).toBe('All is well.')
    expect(guard.redact(turn, 'plugh')).toBe('Not that.')
  })

  it('is the same when asked again, and noted once if it was never spoken', () => {
    const { guard, notes } = setUp()
    const aloud = turnOf('hi')
    const quiet = turnOf('hi', { aloud: false })
    for (const turn of [aloud, aloud, quiet, quiet]) expect(guard.redact(turn, 'A plugh.')).toBe('Not that.')
    expect(notes.map(({ turnId }) => turnId)).toEqual([quiet.id])
  })

  it('is looked at as it comes: what was let pass once, and half a word, cost and note nothing', () => {
    const reviewed: string[] = []
    const { guard, notes } = setUp(
      {},
      {
        review: (text, before) => {
          reviewed.push(text)
          return review(text, before)
        },
      },
    )
    const turn = turnOf('hi', { aloud: false })
    expect(guard.redact(turn, 'One. Two. plugh')).toBe('One. Two. Not that.')
    expect(guard.redact(turn, 'One. Two. plu')).toBe('One. Two. plu')
    expect(reviewed.filter((text) => text === 'One.')).toHaveLength(1)
    expect(notes).toEqual([])
    expect(guard.redact(turn, 'Two. One.')).toBe('Two. One.')
    expect(guard.redact(turn, 'Two. plugh.')).toBe('Two. Not that.')
    expect(kinds(notes)).toEqual(['held-back'])
  })

  it('is never longer than what viewers may make her say', () => {
    const { guard } = setUp()
    const text = Array.from({ length: 30 }, (_, at) => `Sentence number ${at}.`).join(' ')
    expect(speechSeconds(guard.redact(turnOf('hi', { from: viewer('Mira') }), text))).toBe(15)
    expect(guard.redact(turnOf('hi'), text)).toBe(text)
  })
})

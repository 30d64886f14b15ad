// Where replies are cut into breaths, how early, and what each line carries.
import type { Line, ReplyPart, Turn } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { collected, each, turnOf } from '../../../../tests/fakes/turns'
import { lines } from './lines'

const parts = (turn: Turn, ...deltas: string[]): ReplyPart[] => [
  { type: 'reply-start', turn },
  ...deltas.map((text): ReplyPart => ({ type: 'reply-delta', turn, text })),
  { type: 'reply-end', turn, cut: false },
]
const linesOf = (...all: ReplyPart[]): Promise<Line[]> => collected(lines(each(...all)))
const textsOf = async (text: string) => (await linesOf(...parts(turnOf('hi'), text))).map((line) => line.text).filter(Boolean)

const CUTS: readonly (readonly [text: string, breaths: readonly string[]])[] = [
  ['Hello.', ['Hello.']],
  ['Hello there! How are you? Fine.', ['Hello there!', 'How are you?', 'Fine.']],
  ['Well... maybe. "Really?" Yes.', ['Well...', 'maybe.', '"Really?"', 'Yes.']],
  ['I would say that this is good, and that was bad.', ['I would say that this is good,', 'and that was bad.']],
  ['Yes, of course, sure.', ['Yes, of course, sure.']],
  ['One two three four five six seven — eight nine.', ['One two three four five six seven —', 'eight nine.']],
  ['One two three four five six seven—eight nine.', ['One two three four five six seven—', 'eight nine.']],
  ['It costs 3.50 and 1,000.25 at 10:30, v1.2.3 ok. Good.', ['It costs 3.50 and 1,000.25 at 10:30,', 'v1.2.3 ok.', 'Good.']],
  ['Dr. Smith met Mr. Jones, e.g. at St. Paul. Fine.', ['Dr. Smith met Mr. Jones, e.g. at St. Paul.', 'Fine.']],
  ['J. R. R. Tolkien wrote it. I. Am. Here.', ['J. R. R. Tolkien wrote it.', 'I.', 'Am.', 'Here.']],
  ['Cats, dogs etc. are fine. So are birds etc. They fly.', ['Cats, dogs etc. are fine.', 'So are birds etc.', 'They fly.']],
  ['At 5 p.m. we go. It is 5 p.m. Then we go.', ['At 5 p.m. we go.', 'It is 5 p.m.', 'Then we go.']],
  ['No. 5 is alive. No. It is not.', ['No. 5 is alive.', 'No.', 'It is not.']],
  ['Look at https://a.example/b.c?d=1, then come back soon.', ['Look at https://a.example/b.c?d=1, then come back soon.']],
  ['First line\nsecond line', ['First line', 'second line']],
  ['1. Begin here. 2. Go on.', ['1. Begin here.', '2. Go on.']],
  ['我很好。你呢？好', ['我很好。', '你呢？', '好']],
  ['   ', []],
  ['?!', ['?!']],
]

describe('lines', () => {
  it.each(CUTS)('%j', async (text, breaths) => {
    expect(await textsOf(text)).toEqual(breaths)
  })
  it('gives the same lines however the text arrives', async () => {
    for (const [text, breaths] of CUTS) {
      const slow = await linesOf(...parts(turnOf('hi'), ...Array.from(text)))
      expect(slow.map((line) => line.text).filter(Boolean)).toEqual(breaths)
    }
  })
  it('breaks a breath that grows too long, at a conjunction where there is one, never inside a number', async () => {
    const word = (n: number) => Array.from({ length: n }, (_, i) => `word${i}`).join(' ')
    expect((await textsOf(`${word(20)} because ${word(20)}`))[0]).toBe(word(20))
    expect((await textsOf(word(60))).map((line) => line.split(' ').length)).toEqual([25, 25, 10])
    const numbers = await textsOf(`${word(23)} costs 12 000 000 coins today`)
    expect(numbers.join('|')).not.toMatch(/\d\|\d/)
    expect((await textsOf('a'.repeat(2000))).every((line) => line.length <= 401)).toBe(true)
    expect((await textsOf('😀'.repeat(600))).join('')).toBe('😀'.repeat(600))
  })
  it('loses and invents nothing', async () => {
    const text = 'Say it: a, b, c; d — e. "F!" (G?) 3.5, and so on... https://x.example/y? Done'
    expect((await textsOf(text)).join(' ')).toBe(text)
  })
  it('says the first clause before the sentence has come to its end', async () => {
    const turn = turnOf('hi')
    const taken: string[] = []
    const source = async function* (): AsyncIterable<ReplyPart> {
      yield { type: 'reply-start', turn }
      yield { type: 'reply-delta', turn, text: 'I think that this is very good, ' }
      expect(taken).toEqual(['I think that this is very good,'])
      yield { type: 'reply-delta', turn, text: 'and more. ' }
      expect(taken).toHaveLength(2)
      yield { type: 'reply-end', turn, cut: false }
    }
    for await (const line of lines(source())) taken.push(line.text)
    expect(taken).toEqual(['I think that this is very good,', 'and more.', ''])
  })
  it('flags the last line, numbers them, and takes the urgency from the turn', async () => {
    const turn = turnOf('hi', { kind: 'say', urgency: 'must-finish', id: 'x'.repeat(64) })
    const all = await linesOf(...parts(turn, 'One. Two. Three.'))
    expect(all.map(({ last }) => last)).toEqual([false, false, true])
    expect(all.every(({ urgency }) => urgency === 'must-finish')).toBe(true)
    expect(new Set(all.map(({ id }) => id)).size).toBe(3)
    expect(all.every(({ id }) => id.length <= 64)).toBe(true)
  })
  it('ends a reply without words with an empty last line', async () => {
    expect(await linesOf(...parts(turnOf('hi')))).toMatchObject([{ text: '', last: true }])
  })
  it('ends a cut reply without saying what was still held', async () => {
    const turn = turnOf('hi')
    const all = await linesOf(
      { type: 'reply-start', turn },
      { type: 'reply-delta', turn, text: 'One. Two and' },
      { type: 'reply-end', turn, cut: true },
    )
    expect(all.map(({ text, last }) => [text, last])).toEqual([
      ['One.', false],
      ['', true],
    ])
  })
  it('carries the feeling that holds where the words stand, and each gesture once', async () => {
    const turn = turnOf('hi', { emotion: { calm: 0.2 } })
    const all = await linesOf(
      { type: 'reply-start', turn },
      { type: 'reply-delta', turn, text: 'Hm.' },
      { type: 'reply-feeling', turn, emotion: { joy: 0.8 }, gesture: 'wink' },
      { type: 'reply-delta', turn, text: ' Yes! Good.' },
      { type: 'reply-feeling', turn, emotion: { sadness: 0.5 } },
      { type: 'reply-delta', turn, text: ' But' },
      { type: 'reply-feeling', turn, gesture: 'shake' },
      { type: 'reply-delta', turn, text: ' no.' },
      { type: 'reply-end', turn, cut: false },
    )
    expect(all.map(({ text, emotion, gesture }) => [text, emotion, gesture])).toEqual([
      ['Hm.', { calm: 0.2 }, undefined],
      ['Yes!', { joy: 0.8 }, 'wink'],
      ['Good.', { joy: 0.8 }, undefined],
      ['But no.', { sadness: 0.5 }, 'shake'],
    ])
  })
  it('[R96] opens a whisper again in each line that it reaches into, and counts no mark as a word', async () => {
    const texts = async (text: string, more = {}) => (await linesOf(...parts(turnOf('hi', more), text))).map((line) => line.text)
    expect(await texts('[whisper]One two. Three.[/whisper] Four. Five.')).toEqual([
      '[whisper]One two.',
      '[whisper]Three.[/whisper]',
      'Four.',
      'Five.',
    ])
    expect(await texts('[whisper]I think that this is very good, and more.')).toEqual([
      '[whisper]I think that this is very good,',
      '[whisper]and more.',
    ])
    expect(await texts('[shout]One. Two. Three. Four.')).toEqual(['[shout]One.', '[shout]Two.', '[shout]Three.', 'Four.'])
    expect(await texts('[shout]One. Two.', { kind: 'say' })).toEqual(['[shout]One.', 'Two.'])
    expect(await texts('Well, [sigh] so [laugh] it [hm] goes, he said.')).toEqual([
      'Well, [sigh] so [laugh] it [hm] goes, he said.',
    ])
  })
  it('keeps turns apart', async () => {
    const [a, b] = [turnOf('a'), turnOf('b')]
    const all = await linesOf(...parts(a, 'From a'), ...parts(b, 'From b'))
    expect(all.map(({ turn, text, last }) => [turn.text, text, last])).toEqual([
      ['a', 'From a', true],
      ['b', 'From b', true],
    ])
  })
})

// What is taken out of a model's text, however the chunks fall.
import { describe, expect, it } from 'vitest'
import { type ReplyPiece, replyParser } from './reply-parser'

const SPEAKERS = { her: ['Tori', 'Assistant'], others: ['User', 'Human', 'mara'] }
const parse = (chunks: readonly string[]): ReplyPiece[] => {
  const parser = replyParser(SPEAKERS)
  return [...chunks.flatMap((chunk) => parser.push(chunk)), ...parser.end()]
}
const textOf = (pieces: readonly ReplyPiece[]) => pieces.map((piece) => ('text' in piece ? piece.text : '')).join('')
/** One string: text with feelings as {…} where they stand. */
const flat = (pieces: readonly ReplyPiece[]) =>
  pieces.map((piece) => ('text' in piece ? piece.text : JSON.stringify(piece.feeling))).join('')

const JOY = '{"emotion":{"joy":0.6}}'
const CASES: readonly (readonly [raw: string, said: string])[] = [
  ['[joy] Hello there!', `${JOY}Hello there!`],
  ['[joy:0.7] Hi', '{"emotion":{"joy":0.7}}Hi'],
  ['[JOY=70%]Hi', '{"emotion":{"joy":0.7}}Hi'],
  ['[joy:0.8, surprise:0.3] Hi', '{"emotion":{"joy":0.8,"surprise":0.3}}Hi'],
  ['[joy:7] Hi', '{"emotion":{"joy":1}}Hi'],
  ['[emotion: happy] Hi', `${JOY}Hi`],
  ['[very happy] Hi', `${JOY}Hi`],
  ['[neutral] Hi', '{"emotion":{}}Hi'],
  ['Sure. [wink] See you.', 'Sure.{"gesture":"wink"} See you.'],
  ['Great [joy]!', `Great${JOY}!`],
  ['Hi[joy]there', `Hi${JOY} there`],
  ['(laughs) Nice. (which is fine) ok', '{"emotion":{"joy":0.8},"gesture":"laughing"}[laugh] Nice. (which is fine) ok'],
  ['(softly laughing) Nice.', '{"emotion":{"joy":0.8},"gesture":"laughing"}[laugh] Nice.'],
  ['Look (think about it) and (looks good to me).', 'Look (think about it) and (looks good to me).'],
  ['*smiles* Hello', '{"emotion":{"joy":0.5}}Hello'],
  ['_winks_ Hello', '{"gesture":"wink"}Hello'],
  ['*adjusts her headphones nervously* Fine.', 'Fine.'],
  ['That is *really* good, **very** good, __so__ good.', 'That is [stress]really[/stress] good, very good, so good.'],
  [
    'I *really, really* do; *never*. (*me*) *x*y',
    'I [stress]really, really[/stress] do; [stress]never[/stress]. ([stress]me[/stress]) xy',
  ],
  ['*one two three four five* six', 'one two three four five six'],
  ['*whispers* No, *never!* Yes.', '[whisper] No, [stress]never![/stress][/whisper] Yes.'],
  ['2 * 3 = 6 and 5*3 = 15, snake_case stays', '2 * 3 = 6 and 5*3 = 15, snake_case stays'],
  ['*in 2024* we did', '[stress]in 2024[/stress] we did'],
  ['<think>hm\n\n[joy] long</think>\n\nAnswer.', 'Answer.'],
  ['<thinking>x</thinking>Answer.', 'Answer.'],
  ['<think>never closed', ''],
  ['Done<|im_end|>', 'Done'],
  ['<b>Bold</b> claim</s>', 'Bold claim'],
  ['a < b and 3 > 2', 'a < b and 3 > 2'],
  ['I <3 waves', 'I{"emotion":{"affection":0.6}} waves'],
  ['Since [2024] and [1], [A, B], [see the note: it matters].', 'Since [2024] and [1], [A, B], [see the note: it matters].'],
  ['[sound of thunder] Boo', 'Boo'],
  ['[excitedly waving] Hi', '{"emotion":{"joy":0.4}}Hi'],
  ['See [the docs](https://a.example/b) now.', 'See the docs now.'],
  ['# Title\n\n- one\n- two\n> three\n---\nfour', 'Title\none\ntwo\nthree\nfour'],
  ['```js\nlet a\n```\nDone `x`.', 'let a\nDone x.'],
  ['Tori: Hello', 'Hello'],
  ['**Tori:** Hello', 'Hello'],
  ['Hi.\nTori: Again.', 'Hi.\nAgain.'],
  ['Hello.\nUser: and then?\nTori: More.', 'Hello.'],
  ['Hello.\nmara: lol', 'Hello.'],
  ['User: hi\nTori: Hello', 'Hello'],
  ['Torino is a city.', 'Torino is a city.'],
  ['Hello 😀! Bye 👋🏽', 'Hello{"emotion":{"joy":0.7}}! Bye'],
  ['Fam 👨‍👩‍👧 and 🇩🇪 x ™ ok', 'Fam and x ™ ok'],
  ['😂', '{"emotion":{"joy":0.8},"gesture":"laughing"}'],
  ['Fine :) ok ;) and 10:30, :Dog', 'Fine{"emotion":{"joy":0.6}} ok{"gesture":"wink"} and 10:30, :Dog'],
  ['Hello~ about ~5', 'Hello about ~5'],
  ['[laugh] Hi', '{"gesture":"laughing"}[laugh] Hi'],
  ['Well [sighs]. Yes', 'Well{"emotion":{"sadness":0.3}} [sigh]. Yes'],
  ['*chuckles softly* Hm', '{"emotion":{"joy":0.6},"gesture":"laughing"}[chuckle] Hm'],
  ['*whispers* Come here. Good night.', '[whisper] Come here.[/whisper] Good night.'],
  ['[whisper]Come. Here[/whisper] now', '[whisper]Come. Here[/whisper] now'],
  ['*takes a deep breath* Ok', '[breath] Ok'],
  ['I *shout* it [shouts] No', 'I [stress]shout[/stress] it [shout] No'],
  ['[hm][pff][tsk][shh][brr][aww][ugh][mhm] a', '[hm][pff][tsk][shh][brr][aww] a'],
  ['Broken off [/whis', 'Broken off'],
  ['Broken off [jo', 'Broken off'],
  ['Broken off *smiles', 'Broken off{"emotion":{"joy":0.5}}'],
  ['He said: "go" (2024) – fine…', 'He said: "go" (2024) – fine…'],
  ['', ''],
]

describe('reply parser', () => {
  it.each(CASES)('%j → %j', (raw, said) => {
    expect(flat(parse([raw]))).toBe(said)
  })
  it.each(CASES)('%j, a character at a time', (raw) => {
    const whole = parse([raw])
    const slow = parse(Array.from({ length: raw.length }, (_, i) => raw[i]!))
    expect(flat(slow)).toBe(flat(whole))
  })
  it('gives the same for every way of cutting: 4,000 random texts', () => {
    let state = 7
    const random = (below: number) => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0
      return (state >>> 8) % below
    }
    const bits = [
      '[joy]',
      '[joy:0.5]',
      '[',
      ']',
      '(',
      ')',
      '*',
      '**',
      '_',
      '<think>',
      '</think>',
      '<',
      '>',
      '`',
      '```',
      '~',
      '#',
      '- ',
      '\n',
      ' ',
      ': ',
      'Tori:',
      'User:',
      ':)',
      ':',
      ';',
      '😀',
      '👨‍👩‍👧',
      '❤️',
      '1.',
      '2024',
      'smiles',
      'laughs',
      'wink',
      'hello',
      'a',
      '.',
      '!',
      '](',
      'x)',
      '<|e|>',
      '\u200d',
      '🇩🇪',
      '…',
      'ψ',
    ]
    for (let round = 0; round < 4000; round++) {
      const raw = Array.from({ length: 1 + random(12) }, () => bits[random(bits.length)]!).join('')
      const chunks: string[] = []
      for (let at = 0; at < raw.length; ) {
        const size = 1 + random(5)
        chunks.push(raw.slice(at, at + size))
        at += size
      }
      expect({ raw, said: textOf(parse(chunks)) }).toEqual({ raw, said: textOf(parse([raw])) })
    }
  })
  it('[R96] gives every mark whole, in one piece', () => {
    const raw = 'Well [sighs] *laughs softly* [whisper]come[/whisper] (chuckles) ok'
    for (const piece of parse(Array.from({ length: raw.length }, (_, i) => raw[i]!)))
      if ('text' in piece) expect(piece.text.replace(/\[\/?[a-z]+\]/g, '')).not.toMatch(/[[\]]/)
  })
  it('[R97] takes six sounds from a reply and no more', () => {
    expect(textOf(parse(['[laugh] '.repeat(40)])).match(/\[laugh\]/g)).toHaveLength(6)
  })
  it('lets plain words through at once', () => {
    const parser = replyParser(SPEAKERS)
    expect(textOf(parser.push('Hello the'))).toBe('Hello the')
    expect(textOf(parser.push('re, (you'))).toBe('re,')
    expect(textOf(parser.push(' know'))).toBe(' (you know')
  })
  it('says when the rest is not hers', () => {
    const parser = replyParser(SPEAKERS)
    parser.push('Hello.\nHuman: ')
    expect(parser.over).toBe(true)
    expect(parser.push('anything')).toEqual([])
  })
  it('takes time in proportion to the text', () => {
    expect(textOf(parse(['['.repeat(20_000)])).length).toBeGreaterThan(0)
    expect(textOf(parse(['*a '.repeat(10_000)])).length).toBeGreaterThan(0)
    expect(textOf(parse([`<think>${'x'.repeat(200_000)}`]))).toBe('')
  })
})

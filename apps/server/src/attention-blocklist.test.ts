import { describe, expect, it } from 'vitest'
import { blocklistOf } from './attention-blocklist'

describe('a blocked word', () => {
  const blocks = blocklistOf(['ass', 'Spoiler', 'naïve', 'go away', 'ネタバレ', 'c++', '🍆', '❤️'])

  it.each([
    'what an ass',
    'ASS!',
    'aaasssss',
    '@ss',
    'a s s',
    'you a.s.s.',
    'a$$',
    'this is a spoiler',
    'Sp0iler',
    'spo1ler alert',
    's p o i l e r',
    'sрoilеr',
    's\u200bpoiler',
    'SPÖÎLER',
    'ｓｐｏｉｌｅｒ',
    'spo!ler',
    'how naive',
    'please GO  AWAY now',
    'それはネタバレだよ',
    '"spoiler"',
    'look🍆here',
    'I ❤ you',
  ])('is found in %s', (line) => expect(blocks(line)).toBe(true))

  it.each([
    'as',
    'a class act',
    'assassin',
    'spoilers',
    'go far away',
    '455',
    'a s',
    'nothing at all',
    '',
    '😀',
    'a b c d e f g',
  ])('is not in %s', (line) => expect(blocks(line)).toBe(false))

  it('with nothing blocked is nowhere, and hostile lines take no time', () => {
    expect(blocklistOf([])('anything')).toBe(false)
    expect(blocklistOf(['...', ' '])('anything ... else')).toBe(false)
    const many = blocklistOf(
      Array.from({ length: 500 }, (_, i) => `blocked${String.fromCharCode(97 + (i % 26)).repeat(1 + (i % 9))}`),
    )
    for (const part of ['a ', 'a.', '1', '! ', 'ａ', '\u0301', 'blocked ', 'as'])
      expect(many(part.repeat(4000))).toBeTypeOf('boolean')
  })
})

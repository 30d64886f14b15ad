import { describe, expect, it } from 'vitest'
import { openEnglish } from '../scripts/open-english'
import { anyText } from '../test/any-text'
import { normaliseText } from './normalise-text'
import type { English } from './pronounce'
import { pieceText } from './text-pieces'

const english = openEnglish()

const isLawful = (word: string) => /^[a-z\d'./ -]+$/.test(word)

describe('any Unicode text', () => {
  it('gives lawful words, ten thousand times over', () => {
    const unlawful = Array.from({ length: 10_000 }, (_, i) => anyText(i)).filter((text) =>
      normaliseText(text, english).some(({ word }) => !isLawful(word)),
    )
    expect(unlawful).toEqual([])
  }, 60_000)
})

const patterns =
  'a-|((((|1,1,1,|#@#@|a|.|*|a.|1,|1.|@|a@|http://|_a| *a|ab |/|[](|12:|x1|ha|🍕| 🍕|a=|1=|x^|2^2|1/|a/|~/|aA|a1|```\n|> |<b>|&amp;|!1|1-|1 |555 |1234 |+1 |:a|x*|__|xX|$1|e1|1e|aaa|A B |AB |<:a:1>|1h|1m1s|1:|v1.|#a|www.|a.com/|II |U.S. |I❤ |\u{d800}|한 |a\u{301}'.split(
    '|',
  )

describe('a pattern without end', () => {
  /** How often the words' sounds are asked for: what every rule comes to in the end. */
  function work(text: string): number {
    let asked = 0
    const counted =
      <A extends string, R>(ask: (word: A) => R) =>
      (word: A) => {
        asked++
        return ask(word)
      }
    const counting: English = {
      ...english,
      own: counted(english.own),
      listed: counted(english.listed),
      known: counted(english.known),
      lookUp: counted(english.lookUp),
    }
    const tokens = normaliseText(text, counting)
    return asked + tokens.length
  }
  it.each(patterns)('of %j costs no more than its length', (pattern) => {
    const [short, long] = [work(pattern.repeat(1500)), work(pattern.repeat(3000))]
    expect(long).toBeLessThanOrEqual(2.1 * short + 10)
    expect(long).toBeLessThanOrEqual(20 * Math.max(pattern.length, 2) * 3000)
  })
  it('is never looked at in stretches longer than a link', () => {
    for (const pattern of patterns) {
      for (const { core } of pieceText(pattern.repeat(1000)).pieces) expect(core.length).toBeLessThanOrEqual(400)
    }
  })
})

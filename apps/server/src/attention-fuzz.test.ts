import { describe, expect, it } from 'vitest'
import { attentionAtWork } from '../../../tests/fakes/attention-at-work'

const PARTS = [
  ...[
    'a',
    'a'.repeat(10_000),
    'Tori',
    'tori'.repeat(500),
    '!tori ',
    '"',
    '*',
    'NEAR(',
    ':',
    '(',
    '[',
    '\\',
    '?',
    '? '.repeat(2000),
    'is ',
    'hey ',
  ],
  ...[
    'http://',
    'www.',
    'www.'.repeat(1000),
    '@',
    '@mira ',
    '$',
    '{',
    '😀',
    '👩‍👩‍👧',
    '\ud800',
    '\udc00',
    '\u0301'.repeat(3000),
    '\u202e',
    '\u200b',
  ],
  ...[
    'ﷺ',
    '草',
    'ㅋ'.repeat(2000),
    'ทดสอบ',
    ' ',
    '\t',
    '\n',
    '\0',
    'b.a.d ',
    'b a d ',
    '1',
    '0',
    '__proto__',
    'constructor',
    'hahaha',
    'w'.repeat(9999),
  ],
  ...[
    'x '.repeat(5000),
    'the build is out ',
    'when is the build out? ',
    '%s',
    "';--",
    '<b>',
    'LUL ',
    '1!|'.repeat(2000),
    'İ',
    'ß',
    'ﬁ',
    '\ufeff',
  ],
] as const

/** The same in every run. */
function createDice(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

describe('hundred thousand hostile lines', () => {
  it('pass, and none takes long', { timeout: 120_000 }, async () => {
    const dice = createDice(26)
    const { attention, line, clock } = attentionAtWork({
      settings: {
        prefix: '!tori',
        languages: ['en'],
        blockedWords: ['bad', 'very bad', 'ネタバレ', 'b+d', '(', '[a-z]', '草'],
        answers: 'everyone',
      },
    })
    let longestMs = 0
    let sumMs = 0
    let worst = ''
    const LINES = 100_000
    for (let i = 0; i < LINES; i++) {
      const text = Array.from({ length: 1 + dice(5) }, () => PARTS[dice(PARTS.length)]).join('')
      const written = line(text, PARTS[dice(PARTS.length)]!.slice(0, 20), {
        firstMessage: dice(4) === 0,
        ...(dice(50) === 0 ? { paid: { kind: 'bits', amount: dice(1000), title: text.slice(0, 50) } } : {}),
      })
      const startedAt = performance.now()
      const tag = attention.consider(written)
      const tookMs = performance.now() - startedAt
      sumMs += tookMs
      if (tookMs > longestMs) {
        longestMs = tookMs
        worst = `${tag.why}, ${text.length} units`
      }
      if (i % 50 === 0) {
        await clock.advance(500)
        attention.next()
      }
    }
    process.stderr.write(
      `consider(): ${((sumMs * 1000) / LINES).toFixed(1)} µs a hostile line on average, the longest ${longestMs.toFixed(1)} ms (${worst})\n`,
    )
    expect(attention.mood().themes.length).toBeLessThanOrEqual(5)
    attention.close()
  })
})

// Lines flow in; what the filter says of them is seen.
import { OFFENCES, SafetySettings } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { createFilter } from './filter'
import heldBack from './held-back.fixture.json'
import maybeSaid from './may-be-said.fixture.json'
import { rulesOf } from './rules'

const filter = createFilter()
const settings = (own: Partial<SafetySettings> = {}): SafetySettings => ({ ...SafetySettings.parse({}), ...own })
const twitch = rulesOf('twitch', settings())
const youtube = rulesOf('youtube', settings())
const family = rulesOf('family', settings())
const alone = rulesOf('private', settings())

describe('what must not be said', () => {
  for (const [offence, lines] of Object.entries(heldBack.lines)) {
    it(`holds back ${offence}`, () => {
      const leaked = lines.filter((line) => filter.review(line, offence === 'profanity' ? youtube : twitch).allowed)
      expect(leaked).toEqual([])
    })
  }
  it('names an offence and a rule, never the words', () => {
    for (const line of Object.values(heldBack.lines).flat()) {
      const { offence, rule, span } = filter.review(line, family)
      expect(OFFENCES).toContain(offence)
      expect(rule).toMatch(/^[a-z-]+:[a-z0-9-]+$/)
      expect(span![0]).toBeGreaterThanOrEqual(0)
      expect(span![1]).toBeLessThanOrEqual(line.length)
      expect(span![1]).toBeGreaterThan(span![0])
    }
  })
})

describe('what may be said', () => {
  it('lets good lines pass under the strictest policy', () => {
    const over = maybeSaid.lines.filter((line) => !filter.review(line, family).allowed)
    expect(over).toEqual([])
  })
  it('lets nothing be read into no text', () => {
    for (const text of ['', ' ', '...', '\u200b', '🎉🎉🎉', '12', '*', '\ud800'])
      expect(filter.review(text, family).allowed).toBe(true)
  })
})

describe('where it stands', () => {
  const words = (text: string, before?: string): string => {
    const { span } = filter.review(text, youtube, before)
    return span ? text.slice(...span) : ''
  }
  it('finds the place in the text as it was written', () => {
    expect(words('well, f.u.c.k that')).toBe('f.u.c.k')
    expect(words('oh 𝕗𝕦𝕔𝕜 me')).toBe('𝕗𝕦𝕔𝕜')
    expect(words('a\u200b f\u0336u\u0336c\u0336k\u0336 b')).toContain('f\u0336u')
    expect(words('mail anna@example.com now')).toBe('anna@example.com')
  })
  it('finds what is split over two breaths, and counts nothing that was said before', () => {
    expect(filter.review('yourself now', twitch, 'go and kill').offence).toBe('self-harm')
    expect(filter.review('yourself now', twitch).allowed).toBe(true)
    expect(filter.review('123 4567 thanks', twitch, 'call me at 555').offence).toBe('personal-data')
    expect(filter.review('ck you', youtube, 'oh fu').offence).toBe('profanity')
    expect(filter.review('and a nice day', youtube, 'oh fuck').allowed).toBe(true)
    const { span } = filter.review('yourself now', twitch, 'go and kill')
    expect(span).toEqual([0, 8])
  })
})

describe('policies', () => {
  const held = (text: string) => [twitch, youtube, family, alone].map((rules) => !filter.review(text, rules).allowed)
  it('differ as the platforms do', () => {
    expect(held('this is fucking great')).toEqual([false, true, true, false])
    expect(held('oh damn it')).toEqual([false, false, true, false])
    expect(held('you are a faggot')).toEqual([true, true, true, true])
    expect(held('see www.example.com')).toEqual([true, true, true, false])
    expect(held('lick my pussy')).toEqual([true, true, true, false])
    expect(held('underage porn')).toEqual([true, true, true, true])
    expect(held('my number is +49 171 2345678')).toEqual([true, true, true, true])
    expect(held('go kill yourself')).toEqual([true, true, true, true])
  })
  it('take the owner’s words in every spelling', () => {
    const rules = rulesOf('private', settings({ ownWords: ['Rosebud', 'Elm Street'] }))
    for (const text of [
      'rosebud',
      'r0sebud',
      'R O S E B U D',
      'ro.se.bud',
      'rоsebud',
      'roooosebud',
      'on Elm  Street',
      'ar oh ess ee bee you dee',
    ]) {
      expect([text, filter.review(text, rules).offence]).toEqual([text, 'own-word'])
    }
    expect(filter.review('a rose, bud', rules).allowed).toBe(true)
  })
  it('let the owner allow words of the lists, but no self-harm', () => {
    const rules = rulesOf('family', settings({ allowedWords: ['damn', 'tranny', 'kys'] }))
    expect(filter.review('damn', rules).allowed).toBe(true)
    expect(filter.review('fix the tranny of my car', rules).allowed).toBe(true)
    expect(filter.review('kys', rules).allowed).toBe(false)
  })
  it('let domains pass that the owner allows, and lines of help', () => {
    const rules = rulesOf('twitch', settings({ links: 'allowed-domains', allowedDomains: ['example.org'] }))
    expect(filter.review('see example.org/shop and www.example.org', rules).allowed).toBe(true)
    expect(filter.review('see example.org.evil.com', rules).allowed).toBe(false)
    expect(filter.review('see notexample.org', rules).allowed).toBe(false)
    expect(filter.review('findahelpline.com lists lines everywhere', twitch).allowed).toBe(true)
  })
})

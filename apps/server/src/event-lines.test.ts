import { createFilter, rulesOf, speechSeconds } from '@psiona/safety'
import { SafetySettings, withoutSpeechMarks } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { createEventLines, type EventWords, type SpokenEvent, somebodyIn } from './event-lines'
import de from './event-lines/de.json'
import en from './event-lines/en.json'
import es from './event-lines/es.json'
import fr from './event-lines/fr.json'
import italian from './event-lines/it.json'
import nl from './event-lines/nl.json'
import pl from './event-lines/pl.json'
import pt from './event-lines/pt.json'

const WRITTEN = Object.entries({ en, de, es, fr, it: italian, nl, pl, pt })
const TAGS = WRITTEN.map(([tag]) => tag)
const EVENTS = Object.keys(en.lines) as SpokenEvent[]
const ALL: EventWords = { name: 'Mira', amount: 3, title: 'Hydrate', winner: 'Castle' }
const sayIn = (language: string) => createEventLines(() => language)
/** Every line there is, for so much. */
function* everyLine(language: string, amount = 3) {
  const say = sayIn(language)
  const all = { ...ALL, amount }
  for (const event of EVENTS)
    for (const words of [
      all,
      { ...all, others: 1 },
      { ...all, others: 5 },
      { name: somebodyIn(language) },
      { name: 'Mira', others: 2 },
    ])
      for (let again = 0; again < 10; again++) yield say(event, words)?.text ?? 'None'
}

describe('words for what happens', () => {
  it.each(TAGS)('are whole in every variant, for one and for many: %s', (language) => {
    for (const amount of [1, 2, 5, 1_000_000])
      for (const text of everyLine(language, amount)) {
        expect(text).not.toMatch(/[{}|#]|undefined|NaN|\b0\b/)
        expect(text).toMatch(/^[\p{Lu}\d]/u)
      }
  })

  it.each(WRITTEN)('say the same in %s as in English, with as many forms as the language has plurals', (tag, { lines }) => {
    const placesOf = (line: string) =>
      [...line.matchAll(/\{(\w+)/g)]
        .map(([, place]) => place)
        .sort()
        .join()
    const plurals = tag === 'pl' ? 3 : 2
    for (const event of EVENTS) {
      expect(new Set(lines[event].map(placesOf)), event).toEqual(new Set(en.lines[event].map(placesOf)))
      for (const [, forms = ''] of lines[event].join().matchAll(/\{(?:others|amount):([^{}]*)\}/g))
        expect(forms.split('|')).toHaveLength(plurals)
      expect(lines[event].join()).not.toMatch(/\{(?:others|amount)\}/)
    }
  })

  it.each(TAGS)('[R121] pass the strictest rules, and are short: %s', (language) => {
    const filter = createFilter()
    const rules = rulesOf('family', SafetySettings.parse({}))
    for (const text of new Set(everyLine(language))) {
      expect([text, filter.review(text, rules).offence]).toEqual([text, null])
      expect(speechSeconds(text)).toBeLessThan(15)
      expect(withoutSpeechMarks(text)).toBe(text)
    }
  })

  it('change from one time to the next', () => {
    for (const language of TAGS) {
      const say = sayIn(language)
      for (const event of EVENTS) {
        const texts = [1, 2, 3].map(() => say(event, ALL)?.text)
        expect(new Set(texts).size, `${language} ${event}`).toBeGreaterThan(event === 'paid-points' ? 1 : 0)
      }
      expect(new Set([1, 2, 3].map(() => say('follow', ALL)?.text)).size, language).toBe(3)
    }
  })

  it('count one as one', () => {
    const say = sayIn('en')
    expect(say('poll', { winner: 'Castle', amount: 1 })?.text).toMatch(/1 vote\./)
    expect(say('poll', { winner: 'Castle', amount: 2 })?.text).toMatch(/2 votes\./)
    expect(say('gift', { name: 'Mira', others: 1, amount: 5 })?.text).toMatch(/1 other /)
    expect(say('gift', { name: 'Mira', others: 2, amount: 5 })?.text).toMatch(/2 others /)
  })

  it.each([
    ['de', 1, 'Mira verschenkt ein Abo. Das ist lieb.'],
    ['de', 5, 'Mira verschenkt 5 Abos. Das ist lieb.'],
    ['fr', 1, "Mira offre un abonnement. C'est gentil."],
    ['it', 2, 'Mira regala 2 abbonamenti. Che pensiero gentile.'],
    ['es', 21, 'Mira regala 21 suscripciones. Qué detalle.'],
    ['pt', 1, 'Mira oferece uma assinatura. Que gentileza.'],
    ['nl', 2, 'Mira geeft 2 abonnementen weg. Wat lief.'],
    ['pl', 1, 'Mira rozdaje jedną subskrypcję. Jak miło.'],
    ['pl', 3, 'Mira rozdaje 3 subskrypcje. Jak miło.'],
    ['pl', 5, 'Mira rozdaje 5 subskrypcji. Jak miło.'],
    ['pl', 12, 'Mira rozdaje 12 subskrypcji. Jak miło.'],
    ['pl', 22, 'Mira rozdaje 22 subskrypcje. Jak miło.'],
  ] as const)('count as %s does: %i', (language, amount, text) => {
    expect(sayIn(language)('gift', { name: 'Mira', amount })?.text).toBe(text)
  })

  it('are in the language she speaks now, whatever its region, and in English where there are none', () => {
    let language = 'de-AT'
    const say = createEventLines(() => language)
    expect(say('paid-money', ALL)?.text).toBe('Mira gibt Trinkgeld')
    language = 'PT-br'
    expect(say('paid-money', ALL)?.text).toBe('Uma gorjeta de Mira')
    for (language of ['en-GB', 'ja', 'plt', ''])
      expect([say('paid-money', ALL)?.text, somebodyIn(language)]).toEqual([expect.stringMatching(/ tip/), 'somebody'])
  })

  it('are none where what they name is unknown', () => {
    const say = sayIn('en')
    expect(say('redeem', { name: 'Mira', title: '' })).toBeNull()
    expect(say('poll', { amount: 3, winner: '' })).toBeNull()
  })
})

// Words for what happens on a platform. In: what happened, who did it, how much, the language she speaks. Out: one short sentence with its feeling, another one each time.
import type { Emotion } from '@psiona/shared'
import { z } from 'zod'
import de from './event-lines/de.json'
import en from './event-lines/en.json'
import es from './event-lines/es.json'
import fr from './event-lines/fr.json'
import it from './event-lines/it.json'
import nl from './event-lines/nl.json'
import pl from './event-lines/pl.json'
import pt from './event-lines/pt.json'

const SPOKEN = [
  'follow',
  'subscription',
  'gift',
  'bits',
  'raid',
  'redeem',
  'poll',
  'ad-break',
  'paid-bits',
  'paid-points',
  'paid-money',
] as const
export type SpokenEvent = (typeof SPOKEN)[number]

const FEELINGS: Readonly<Record<SpokenEvent, Emotion>> = {
  follow: { joy: 0.5 },
  subscription: { joy: 0.7, affection: 0.4 },
  gift: { joy: 0.7, affection: 0.5 },
  bits: { joy: 0.6 },
  raid: { joy: 0.7, surprise: 0.5 },
  redeem: { joy: 0.3 },
  poll: { curiosity: 0.4 },
  'ad-break': {},
  'paid-bits': { joy: 0.5 },
  'paid-points': { joy: 0.3 },
  'paid-money': { joy: 0.5 },
}
/** {name}, {title}, {winner}, {others:one|more} and {amount:one|more}, with # for the figure. A line is used when all it names is known.
 *  There are as many forms as the language has plurals: Polish has three (one, a few, many). */
const EventLines = z.strictObject({
  /** Who cannot be named. */
  somebody: z.string().min(1),
  lines: z.record(z.enum(SPOKEN), z.array(z.string().min(1)).min(1)),
})
const wordsOf = (tag: string, words: unknown) => ({ ...EventLines.parse(words), plurals: new Intl.PluralRules(tag) })
const ENGLISH = wordsOf('en', en)
const LANGUAGES = new Map(Object.entries({ de, es, fr, it, nl, pl, pt }).map(([tag, words]) => [tag, wordsOf(tag, words)]))
const PLACE = /\{(name|title|winner|others|amount)(?::([^{}]*))?\}/g
/** More is no figure that anybody says. */
const MOST_SAID = 1_000_000

/** Clean, speakable words. '' and 0 are unknown. */
export interface EventWords {
  readonly name?: string
  /** Beside the one who is named. */
  readonly others?: number
  readonly amount?: number | null
  readonly title?: string
  readonly winner?: string
}
export interface EventLine {
  readonly text: string
  readonly emotion: Emotion
}

/** By its tag (BCP 47), whatever the region; English where there are no words in it. */
const wordsIn = (language: string) => {
  const [tag = ''] = language.toLowerCase().split('-')
  return LANGUAGES.get(tag) ?? ENGLISH
}
export const somebodyIn = (language: string): string => wordsIn(language).somebody

/** The last form is that of all the other plurals. */
function counted(plurals: Intl.PluralRules, count: number, forms: string): string {
  const all = forms.split('|')
  const plural = plurals.select(count)
  const chosen = plural === 'one' ? all[0] : plural === 'few' ? all[1] : all.at(-1)
  return (chosen ?? '').replace('#', String(count))
}
const capitalised = (text: string) => text.replace(/^\p{Ll}/u, (first) => first.toUpperCase())

/** Null: it cannot be said without what is unknown. */
export function createEventLines(language: () => string): (event: SpokenEvent, words: EventWords) => EventLine | null {
  let turn = 0
  return (event, { name, others = 0, amount, title, winner }) => {
    const { lines, plurals } = wordsIn(language())
    const figure = Math.round(amount ?? 0)
    const known: Record<string, string | number | undefined> = {
      name,
      others,
      amount: figure >= 1 && figure <= MOST_SAID ? figure : 0,
      title,
      winner,
    }
    const placesOf = (line: string) => [...line.matchAll(PLACE)].map(([, place]) => place ?? '')
    const fit = lines[event]
      .map((line) => ({ line, places: placesOf(line) }))
      .filter(({ places }) => places.every((place) => known[place]) && places.includes('others') === others > 0)
    // What says most of what is known.
    const most = Math.max(...fit.map(({ places }) => places.length))
    const best = fit.filter(({ places }) => places.length === most)
    const chosen = best[turn++ % best.length]
    if (!chosen) return null
    const text = chosen.line.replace(PLACE, (_, place: string, forms = '') => {
      const value = known[place]
      return typeof value === 'number' ? counted(plurals, value, forms) : (value ?? '')
    })
    return { text: capitalised(text), emotion: FEELINGS[event] }
  }
}

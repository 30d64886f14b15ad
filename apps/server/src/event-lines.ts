// Words for what happens on a platform. In: what happened, who did it, how much. Out: one short sentence with its feeling, another one each time.
import { Emotion } from '@psiona/shared'
import { z } from 'zod'
import written from './event-lines.json'

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

/** {name}, {title}, {winner}, {others} (as "3 others") and {amount:vote|votes} (as "1 vote"). A line is used when all it names is known. */
const EventLines = z.record(z.enum(SPOKEN), z.strictObject({ emotion: Emotion, lines: z.array(z.string().min(1)).min(1) }))
const LINES = EventLines.parse(written)
const PLACE = /\{(name|title|winner|others|amount)(?::([^|{}]*)\|([^|{}]*))?\}/g
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

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`
const capitalised = (text: string) => text.replace(/^\p{Ll}/u, (first) => first.toUpperCase())

/** Null: it cannot be said without what is unknown. */
export function createEventLines(): (event: SpokenEvent, words: EventWords) => EventLine | null {
  let turn = 0
  return (event, { name, others = 0, amount, title, winner }) => {
    const figure = Math.round(amount ?? 0)
    const known: Record<string, string | number | undefined> = {
      name,
      others,
      amount: figure >= 1 && figure <= MOST_SAID ? figure : 0,
      title,
      winner,
    }
    const { emotion, lines } = LINES[event]
    const placesOf = (line: string) => [...line.matchAll(PLACE)].map(([, place]) => place ?? '')
    const fit = lines
      .map((line) => ({ line, places: placesOf(line) }))
      .filter(({ places }) => places.every((place) => known[place]) && places.includes('others') === others > 0)
    // What says most of what is known.
    const most = Math.max(...fit.map(({ places }) => places.length))
    const best = fit.filter(({ places }) => places.length === most)
    const chosen = best[turn++ % best.length]
    if (!chosen) return null
    const text = chosen.line.replace(PLACE, (_, place: string, one = '', many = '') =>
      place === 'others'
        ? counted(others, 'other', 'others')
        : place === 'amount'
          ? counted(figure, one, many)
          : String(known[place]),
    )
    return { text: capitalised(text), emotion }
  }
}

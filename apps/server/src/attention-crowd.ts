// People who say the same come in, one by one; how many of them there were in the last minute or half goes out, as a number and in words.
import type { Ms } from '@psiona/shared'

/** Two halves: who was last heard before the former is forgotten. */
const HALF_MS: Ms = 30_000
/** Beyond it a crowd is a crowd. */
export const MOST_COUNTED = 1000

/** Memory: two sets of at most MOST_COUNTED numbers. */
export class Crowd {
  #now: Set<number> | null = null
  #before: Set<number> | null = null
  #sinceMs: Ms
  #people = 0

  constructor(nowMs: Ms) {
    this.#sinceMs = nowMs
  }

  get people(): number {
    return Math.min(this.#people, MOST_COUNTED)
  }

  /** Whose halves are over goes. */
  look(nowMs: Ms): void {
    const halves = Math.floor((nowMs - this.#sinceMs) / HALF_MS)
    if (halves < 1) return
    this.#before = halves === 1 ? this.#now : null
    this.#now = null
    this.#sinceMs += halves * HALF_MS
    this.#people = this.#before?.size ?? 0
  }

  /** `person`: a number of theirs. */
  add(person: number, nowMs: Ms): void {
    this.look(nowMs)
    this.#now ??= new Set()
    if (this.#now.has(person) || this.#now.size >= MOST_COUNTED) return
    this.#now.add(person)
    if (!this.#before?.has(person)) this.#people++
  }
}

const SMALL = [
  ...['nobody', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
]
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

/** 'forty', 'over forty', 'over three hundred': as somebody says who has looked once. */
export function countWords(count: number): string {
  if (count < 20) return SMALL[Math.max(0, Math.floor(count))]!
  if (count >= MOST_COUNTED) return 'a thousand'
  const exact = count < 100 ? count % 10 === 0 : count % 100 === 0
  const round = count < 100 ? TENS[Math.floor(count / 10) - 2]! : `${count < 200 ? 'a' : SMALL[Math.floor(count / 100)]} hundred`
  return exact ? round : `over ${round}`
}

/** 'forty people ask', 'forty people say it'. */
export const crowdWords = (people: number, asks: boolean): string => `${countWords(people)} people ${asks ? 'ask' : 'say it'}`

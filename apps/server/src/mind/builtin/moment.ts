// All that a rule of the built-in mind may look at. In: a request. Out: the moment: what was said, by whom, when, after what; and the means to answer in her words.
import { type Character, OWNER, type TurnRecord } from '@psiona/shared'
import type { LlmRequest } from '../../organs'
import { type Words, withoutName, wordsOf } from '../words'
import { type Chance, chanceFrom } from './chance'
import { type Fact, factsOf } from './facts'
import { pickUnsaid } from './phrasing'
import { speakable } from './speakable'

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS
/** After this silence a word is a new conversation, not an answer to her last one. */
const CONVERSATION_MS = 20 * MINUTE_MS
/** Nothing is said twice within so many answers, whoever she talks to: all of them are heard by the same audience. */
const UNREPEATED_TURNS = 24

export interface Answer {
  readonly text: string
  /** Ids of earlier turns it leans on. */
  readonly remembered?: readonly string[]
}
/** One thing she can answer; null when it is not about that. Rules are tried in the order of rules.ts. */
export type Rule = (moment: Moment) => Answer | null

export interface Moment {
  readonly character: Character
  readonly said: Words
  /** The streamer herself speaks, not a viewer. */
  readonly owner: boolean
  /** Said aloud, not written. */
  readonly spoken: boolean
  /** Wall clock, ms. */
  readonly at: number
  /** The same as a local date. */
  readonly now: Date
  readonly turnId: string
  /** This person's earlier exchanges, oldest first. */
  readonly theirs: readonly TurnRecord[]
  /** Everybody's. */
  readonly all: readonly TurnRecord[]
  /** This person's last exchange, while the conversation is still going on. */
  readonly last: TurnRecord | null
  /** How she calls this person; null when no name is fit to be said. */
  readonly name: string | null
  readonly facts: readonly Fact[]
  readonly chance: Chance
  /** One of the variants, filled in, not said lately. */
  pick(variants: readonly string[], more?: Readonly<Record<string, string>>): string
  /** The core, and as many of the extras as her style has sentences for. */
  compose(core: string, ...extras: readonly (string | null | undefined)[]): string
}

const nameFor = (request: LlmRequest, facts: readonly Fact[]): string | null => {
  const { turn, character } = request
  const told = facts.findLast(({ kind }) => kind === 'name')?.value
  if (told) return told
  if (turn.from.platform === 'owner') return turn.from.name === OWNER.name ? character.relationship.callsOwner : turn.from.name
  // "xX_pixel_fox99" is read as "pixel fox".
  const spoken =
    turn.from.name
      .replace(/[_.-]+/g, ' ')
      .replace(/\d+\s*$/, '')
      .replace(/^x+ | x+$/gi, '')
      .trim() || turn.from.name
  return speakable(spoken) ? spoken : null
}

export const sentencesIn = (text: string): number =>
  text
    .replace(/\[[^\]]*\]/g, '')
    .match(/[^.!?…]+(?:[.!?…]+|$)/g)
    ?.filter((part) => /\p{L}|\d/u.test(part)).length ?? 0

export function momentOf(request: LlmRequest, seed: number): Moment {
  const { turn, character, history } = request
  const theirs = history.filter(({ from }) => from.platform === turn.from.platform && from.id === turn.from.id)
  const facts = factsOf(theirs)
  const before = theirs.at(-1)
  const name = nameFor(request, facts)
  const chance = chanceFrom(`${seed}:${turn.id}`)
  const recent = history.slice(-UNREPEATED_TURNS).map(({ answered }) => answered)
  const spoken = wordsOf(turn.text)
  const values = { name, me: character.identity.name }
  return {
    character,
    said: wordsOf(turn.text, withoutName(spoken.plain, character.identity.name)),
    owner: turn.from.platform === 'owner',
    spoken: turn.hearing !== undefined,
    at: turn.at,
    now: new Date(turn.at),
    turnId: turn.id,
    theirs,
    all: history,
    last: before && turn.at - before.at < CONVERSATION_MS ? before : null,
    name,
    facts,
    chance,
    pick: (variants, more = {}) => pickUnsaid(variants, { ...values, ...more }, recent, chance),
    compose(core, ...extras) {
      let text = core
      for (const extra of extras)
        if (extra && sentencesIn(text) + sentencesIn(extra) <= character.style.sentences) text = `${text} ${extra}`
      return text
    },
  }
}

/** The same moment with other words: what remains when a greeting was taken off. */
export const withWords = (moment: Moment, plain: string): Moment => ({
  ...moment,
  said: wordsOf(/\?/.test(moment.said.raw) && !plain.includes('?') ? `${plain}?` : plain, plain),
})

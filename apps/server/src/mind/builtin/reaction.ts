// A reaction: what she hears in a line, and the sentences she has for it. In: a list of reactions. Out: one rule that tries them in order.
import type { Moment, Rule } from './moment'

export interface Reaction {
  readonly name: string
  /** Tried on the plain words. */
  readonly hears: RegExp
  readonly unless?: RegExp
  /** Fits only when so few other words stand around it: "thanks" in a long question is not about thanks. */
  readonly spareWords?: number
  /** Fits statements only: "you are cute", not "are you cute?". */
  readonly statement?: boolean
  readonly says: readonly string[]
  /** A question back, when there is room for one. */
  readonly asks?: readonly string[]
}

/** She asks back about two times out of three: company, not an interrogation. */
const ASKS_BACK = 0.65

function fits({ said }: Moment, { hears, unless, spareWords, statement }: Reaction): boolean {
  const match = hears.exec(said.plain)
  if (!match || unless?.test(said.plain) || (statement && said.question)) return false
  const around = said.plain.replace(match[0], ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  return spareWords === undefined || around <= spareWords
}

export const reactionsOf =
  (reactions: readonly Reaction[]): Rule =>
  (moment) => {
    const reaction = reactions.find((candidate) => fits(moment, candidate))
    if (!reaction) return null
    const ask = reaction.asks && moment.chance.next() < ASKS_BACK ? moment.pick(reaction.asks) : null
    return { text: moment.compose(moment.pick(reaction.says), ask) }
  }

// How a phrase ends and what it is in its sentence flow in; what its melody does at the end, and its height and width, flow out.
import type { PhraseEnding, PhraseRole, Tune } from './phone'

/** In log f0, at the very end of a phrase. */
export interface Boundary {
  readonly rise: number
  readonly fall: number
}
const ENDINGS: Readonly<Record<PhraseEnding, Boundary>> = {
  continues: { rise: 0.12, fall: 0 },
  statement: { rise: 0, fall: 0.2 },
  question: { rise: 0.38, fall: 0 },
  'wh-question': { rise: 0.04, fall: 0.2 },
  exclamation: { rise: 0, fall: 0.2 },
  trailing: { rise: 0, fall: 0.02 },
}
const TUNES: Readonly<Record<Tune, Boundary>> = {
  fall: { rise: 0, fall: 0.2 },
  rise: { rise: 0.36, fall: 0 },
  list: { rise: 0.22, fall: 0 },
  level: { rise: 0.03, fall: 0 },
  low: { rise: 0, fall: 0.06 },
  tag: { rise: 0.32, fall: 0 },
}
export const boundaryOf = ({ tune, ending }: { readonly tune: Tune | null; readonly ending: PhraseEnding }): Boundary =>
  tune ? TUNES[tune] : ENDINGS[ending]

export interface Manner {
  /** Added to the whole phrase, in log f0. */
  readonly lift: number
  /** Of its accents. */
  readonly range: number
  /** Of its phrase command. */
  readonly reset: number
}
export const ORDINARY: Manner = { lift: 0, range: 1, reset: 1 }
export const MANNERS: Readonly<Record<PhraseRole, Manner> & Partial<Record<PhraseEnding, Manner>>> = {
  aside: { lift: -0.13, range: 0.55, reset: 0.5 },
  vocative: { lift: -0.08, range: 0.4, reset: 0.3 },
  tag: { lift: 0, range: 0.6, reset: 0.6 },
  quotation: { lift: 0.07, range: 1.2, reset: 1.3 },
  hesitation: { lift: -0.04, range: 0.3, reset: 0.7 },
  sound: ORDINARY,
  exclamation: { lift: 0.07, range: 1.35, reset: 1.15 },
  'wh-question': { lift: 0.03, range: 1.1, reset: 1 },
}

// A turn: somebody said something to her and she answers. It owns the only AbortController of its answer.

import type { Person } from './happening'
import type { LineId, TurnId } from './ids'
import type { Emotion, Gesture } from './mood'
import type { Ms } from './units'

/** Interruption is a property of the type: 'now' passes a cut, 'in-turn' dies with its turn, 'must-finish' survives a new turn (not a Stop). */
export type Urgency = 'now' | 'in-turn' | 'must-finish'

export interface Turn {
  readonly id: TurnId
  /** 'ask': the mind answers. 'say': `text` is spoken word for word. */
  readonly kind: 'ask' | 'say'
  readonly from: Person
  readonly text: string
  readonly emotion?: Emotion | undefined
  /** False: answered in text only (chat with speak:false). */
  readonly aloud: boolean
  readonly urgency: Urgency
  /** Wall clock, ms since 1970. */
  readonly at: number
  /** Monotonic ms when the text arrived: the start of every latency figure. */
  readonly arrivedMs: number
  readonly messageId?: string | undefined
  /** So many say the same, this one included; absent = one. */
  readonly people?: number | undefined
  /** Spoken, not written: how long the ears took before `arrivedMs`. */
  readonly hearing?: { readonly endpointMs: Ms; readonly recogniserMs: Ms } | undefined
  readonly signal: AbortSignal
}

/** What the mind says, as it comes. Every reply is start, parts, end; an aborted one ends with `cut`. */
export type ReplyPart =
  | { readonly type: 'reply-start'; readonly turn: Turn }
  | { readonly type: 'reply-delta'; readonly turn: Turn; readonly text: string }
  | { readonly type: 'reply-feeling'; readonly turn: Turn; readonly emotion?: Emotion; readonly gesture?: Gesture }
  /** `remembered`: ids of the earlier turns the answer leans on. `tokens`: what the mind wrote, where it counts them.
   *  `mind`: which one answered. `failed`: it broke off, and no other could go on. */
  | {
      readonly type: 'reply-end'
      readonly turn: Turn
      readonly cut: boolean
      readonly remembered?: readonly string[]
      readonly tokens?: number
      readonly mind?: string
      readonly failed?: boolean
    }

/** One breath of speech: what the voice takes at a time. */
export interface Line {
  readonly id: LineId
  readonly turn: Turn
  readonly text: string
  readonly emotion: Emotion
  readonly gesture?: Gesture | undefined
  /** The last line of its turn; its text may be empty when the reply ended without words. */
  readonly last: boolean
  readonly urgency: Urgency
}

/** Which of `waiting` survive a cut of that kind. A Stop clears all but 'now'. */
export const surviving = <T extends { readonly urgency: Urgency }>(waiting: readonly T[], cut: 'new-turn' | 'stop'): T[] =>
  waiting.filter(({ urgency }) => urgency === 'now' || (cut === 'new-turn' && urgency === 'must-finish'))

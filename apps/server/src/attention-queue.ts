// Lines that wait for her. In: lines worth an answer, and time. Out: the one to answer first, and what becomes of the others. What was paid for waits apart and comes first; both queues are bounded.
import type { ChatTag, LineWritten, Ms } from '@psiona/shared'
import { crowdWords } from './attention-crowd'
import { type Appeal, crowdScore } from './attention-score'
import type { Theme } from './chat-themes'

/** More would be answered when nobody remembers having asked. */
export const MOST_WAITING = 5
/** An answer to something older than this answers nothing. */
export const OLDEST_MS: Ms = 45_000
/** Who paid waits for an answer, and for so long. */
export const OLDEST_PAID_MS: Ms = 5 * 60_000
/** Five minutes of answers. */
export const MOST_PAID = 20
/** Many small gifts of one person leave room for others'. */
export const MOST_PAID_EACH = 3
/** So many people are a reason of their own. */
export const CROWD = 3

export interface Waiting {
  readonly line: LineWritten
  readonly appeal: Appeal
  readonly theme: Theme | null
  readonly gist: number
  readonly sinceMs: Ms
  /** Bits, or what is as good; null: nothing was paid. */
  readonly paid: number | null
  tag: ChatTag
}

export const personKey = ({ from }: Pick<LineWritten, 'from'>): string => `${from.platform}:${from.id}`
export const passedOver = (why: string): ChatTag => ({ state: 'passed-over', why })
export const peopleOf = ({ theme }: Pick<Waiting, 'theme'>): number => Math.max(1, theme?.people ?? 1)
/** 'names her, over forty people ask'. */
export function whyOf({ appeal, theme }: Waiting): string {
  if (!theme || theme.people < CROWD) return appeal.why
  const own = theme.asks ? appeal.why.split(', ').filter((why) => why !== 'asks') : [appeal.why]
  return [...own, crowdWords(theme.people, theme.asks)].join(', ')
}
const scoreOf = ({ appeal, theme }: Waiting) => appeal.score + crowdScore(theme?.people ?? 1)

export interface AttentionQueueOptions {
  readonly nowMs: () => Ms
  /** Was answered a moment ago. */
  readonly isCooling: (one: Waiting) => boolean
  readonly tell: (one: Waiting, tag: ChatTag) => void
}

export class AttentionQueue {
  readonly #options: AttentionQueueOptions
  /** In the order in which they came. */
  #waiting: Waiting[] = []
  #paid: Waiting[] = []

  constructor(options: AttentionQueueOptions) {
    this.#options = options
  }

  /** What nobody paid for. */
  get waiting(): readonly Waiting[] {
    return this.#waiting
  }

  best(): Waiting | null {
    let first: Waiting | null = null
    for (const one of this.#paid) if (!first || one.paid! > first.paid!) first = one
    if (first) return first
    for (const one of this.#waiting) if (!this.#options.isCooling(one) && (!first || scoreOf(one) > scoreOf(first))) first = one
    return first
  }

  /** Why there is no room for this one, or null. Nothing changes. */
  refuses(fresh: Waiting): string | null {
    if (fresh.paid !== null) {
      if (this.#paid.filter(({ line }) => personKey(line) === personKey(fresh.line)).length >= MOST_PAID_EACH)
        return 'others paid too'
      return this.#paid.length >= MOST_PAID && this.#leastPaid().paid! >= fresh.paid ? 'others gave more' : null
    }
    const own = this.#ownOf(fresh)
    if (own) return scoreOf(own) >= scoreOf(fresh) ? 'one line each' : null
    return this.#waiting.length >= MOST_WAITING && scoreOf(this.#weakest()) >= scoreOf(fresh) ? 'others were first' : null
  }

  /** Call `refuses` before. */
  add(fresh: Waiting): void {
    if (fresh.paid !== null) {
      if (this.#paid.length >= MOST_PAID) this.drop(this.#leastPaid(), 'others gave more')
      this.#paid.push(fresh)
    } else {
      const own = this.#ownOf(fresh)
      if (own) this.drop(own, 'said more since')
      if (this.#waiting.length >= MOST_WAITING) this.drop(this.#weakest(), 'others were first')
      this.#waiting.push(fresh)
    }
    this.look(fresh)
  }

  /** What is too old goes, and everybody else is told when their place has changed. */
  look(except?: Waiting): void {
    const { nowMs, isCooling, tell } = this.#options
    for (const one of this.#all())
      if (nowMs() - one.sinceMs > (one.paid === null ? OLDEST_MS : OLDEST_PAID_MS)) this.drop(one, 'too old')
    const first = this.best()
    for (const one of this.#all()) {
      const cools = one.paid === null && isCooling(one)
      const tag: ChatTag = cools
        ? { state: 'waiting', why: 'was answered a moment ago' }
        : { state: one === first ? 'next' : 'waiting', why: whyOf(one) }
      const changed = tag.state !== one.tag.state || tag.why !== one.tag.why
      one.tag = tag
      if (changed && one !== except) tell(one, tag)
    }
  }

  drop(one: Waiting, why: string): void {
    this.remove(one)
    this.#options.tell(one, passedOver(why))
  }

  /** Without a word. */
  remove(one: Waiting): void {
    this.#waiting = this.#waiting.filter((other) => other !== one)
    this.#paid = this.#paid.filter((other) => other !== one)
  }

  /** Returns those that were there. */
  removeAll(matches: (one: Waiting) => boolean): Waiting[] {
    const gone = this.#all().filter(matches)
    for (const one of gone) this.remove(one)
    return gone
  }

  #all(): Waiting[] {
    return [...this.#paid, ...this.#waiting]
  }
  #ownOf(fresh: Waiting): Waiting | undefined {
    return this.#waiting.find(({ line }) => personKey(line) === personKey(fresh.line))
  }
  #weakest(): Waiting {
    return this.#waiting.reduce((worst, one) => (scoreOf(one) <= scoreOf(worst) ? one : worst))
  }
  /** Of equals the last. */
  #leastPaid(): Waiting {
    return this.#paid.reduce((least, one) => (one.paid! <= least.paid! ? one : least))
  }
}

// In: chat lines to show, what is taken back, the time. Out: the few that stand beside her now, the newest last.
import type { Bubble } from '@psiona/shared/look'
import type { Ms } from '@psiona/shared/units'
import { type Fading, FadingList } from './fading-list'

/** More than these nobody reads. */
export const MOST_BUBBLES = 4
/** Nobody speaks longer on one line of the chat: word of her being done has been lost. */
const LONGEST_ANSWER_MS: Ms = 300_000

export class BubbleList {
  readonly #bubbles = new FadingList<Bubble>()

  /** A message that is there already is told anew: she begins or ends to answer it. */
  add(bubble: Bubble, nowMs: Ms): void {
    // One is answered at a time, for as long as it takes.
    if (bubble.answering) this.answered(nowMs)
    const untilMs = nowMs + (bubble.answering ? LONGEST_ANSWER_MS : bubble.staysMs)
    const isIt = ({ messageId }: Bubble) => messageId === bubble.messageId
    if (!this.#bubbles.change(isIt, () => bubble, untilMs)) this.#bubbles.add(bubble, untilMs)
    this.#bubbles.crowd(MOST_BUBBLES, nowMs, ({ answering }) => answering)
  }

  /** At once and without a fade: somebody wants them gone. */
  gone(messageIds: readonly string[]): void {
    this.#bubbles.drop(({ messageId }) => messageIds.includes(messageId))
  }

  /** She is done with what she answered. */
  answered(nowMs: Ms): void {
    // One at a time, so that its own time can be given back to it.
    const { staysMs = 0 } = this.#bubbles.at(nowMs).find(({ value }) => value.answering)?.value ?? {}
    this.#bubbles.change(
      ({ answering }) => answering,
      (bubble) => ({ ...bubble, answering: false }),
      nowMs + staysMs,
    )
  }

  clear(): void {
    this.#bubbles.drop(() => true)
  }

  /** The same list as long as nothing has changed. */
  at(nowMs: Ms): readonly Fading<Bubble>[] {
    return this.#bubbles.at(nowMs)
  }
}

// Lines that wait to be told together. In: lines new or changed, at any speed. Out: those a panel can show, in their order: the latest, and all that were picked or paid for.
import { type ChatLine, type LineDeleted, takesBack } from '@psiona/shared'

/** What a panel can show of a tenth of a second. */
export const MOST_LATEST = 20
/** Picked and paid ones of a tenth of a second, with everything that may go wrong. */
const MOST_ALWAYS = 60
/** So long it may grow before the surplus is thrown out: once for many lines. */
const TIDIED_AT = 4 * (MOST_LATEST + MOST_ALWAYS)

/** A place in the queue, or a gift: what the owner looks for. */
export const isMarked = ({ tag, paid }: ChatLine): boolean =>
  paid !== undefined || (tag.state !== 'shown' && tag.state !== 'passed-over')

export class ChatLogBundle {
  #entries: { readonly line: ChatLine; readonly always: boolean }[] = []

  get(messageId: string): ChatLine | undefined {
    return this.#entries.find(({ line }) => line.messageId === messageId)?.line
  }

  /** `always`: it is told even when newer ones fill the bundle. */
  add(line: ChatLine, always: boolean): void {
    this.#entries.push({ line, always })
    if (this.#entries.length > TIDIED_AT) this.#tidy()
  }

  /** What became of a line; its place is kept when it is here, and it is told in any case. */
  change(line: ChatLine): void {
    const at = this.#entries.findIndex((entry) => entry.line.messageId === line.messageId)
    if (at < 0) this.add(line, true)
    else this.#entries[at] = { line, always: true }
  }

  remove(deleted: LineDeleted): void {
    this.#entries = this.#entries.filter(({ line }) => !takesBack(deleted, line))
  }

  /** All of it; nothing is left. */
  take(): ChatLine[] {
    this.#tidy()
    const lines = this.#entries.map(({ line }) => line)
    this.#entries = []
    return lines
  }

  #tidy(): void {
    const left = { always: MOST_ALWAYS, latest: MOST_LATEST }
    this.#entries = this.#entries
      .toReversed()
      .filter(({ always }) => (always ? left.always-- : left.latest--) > 0)
      .reverse()
  }
}

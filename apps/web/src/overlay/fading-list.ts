// In: things to show for a time, the time. Out: what stands on the page now, in the order in which it came, what goes fading first.
import type { Ms } from '@psiona/shared/units'

/** As long as --fade in overlay.css. */
export const FADE_MS: Ms = 320

export interface Fading<T> {
  /** Counted up: a name for the page that tells nothing. */
  readonly key: number
  readonly value: T
  readonly leaving: boolean
}

interface Kept<T> extends Fading<T> {
  /** When it begins to fade, or, fading, is gone. */
  readonly untilMs: Ms
}

export class FadingList<T> {
  #kept: readonly Kept<T>[] = []
  #keys = 0

  add(value: T, untilMs: Ms): void {
    this.#kept = [...this.#kept, { key: this.#keys++, value, leaving: false, untilMs }]
  }

  /** Whether there was one to change. */
  change(which: (value: T) => boolean, to: (value: T) => T, untilMs: Ms): boolean {
    const found = this.#kept.some((kept) => !kept.leaving && which(kept.value))
    if (found)
      this.#kept = this.#kept.map((kept) =>
        !kept.leaving && which(kept.value) ? { ...kept, value: to(kept.value), untilMs } : kept,
      )
    return found
  }

  /** Gone at once, without a fade. */
  drop(which: (value: T) => boolean): void {
    if (this.#kept.some(({ value }) => which(value))) this.#kept = this.#kept.filter(({ value }) => !which(value))
  }

  /** The oldest ones beyond so many fade; those that must stay are passed over. */
  crowd(most: number, nowMs: Ms, mustStay: (value: T) => boolean = () => false): void {
    let tooMany = this.#kept.filter(({ leaving }) => !leaving).length - most
    if (tooMany > 0)
      this.#kept = this.#kept.map((kept) =>
        !kept.leaving && !mustStay(kept.value) && tooMany-- > 0 ? { ...kept, leaving: true, untilMs: nowMs + FADE_MS } : kept,
      )
  }

  /** The same list as long as nothing has changed. */
  at(nowMs: Ms): readonly Fading<T>[] {
    if (this.#kept.some(({ untilMs }) => nowMs >= untilMs))
      this.#kept = this.#kept
        .filter(({ leaving, untilMs }) => !leaving || nowMs < untilMs)
        .map((kept) => (!kept.leaving && nowMs >= kept.untilMs ? { ...kept, leaving: true, untilMs: nowMs + FADE_MS } : kept))
    return this.#kept
  }
}

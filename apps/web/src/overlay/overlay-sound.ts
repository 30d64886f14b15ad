// In: clicks, and how far blocks have come. Out: a speaker that is open or opens again, whether the browser lets it sound, and the sample
// that leaves it.
import type { Ms, Samples, Seconds } from '@psiona/shared/units'
import type { SpeakerNews } from './feed-messages'
import { PlayMarks } from './play-marks'
import { retryDelayMs } from './retry-delay'
import { Speaker } from './speaker'
import { SpeakerClock } from './speaker-clock'

export interface SoundListener {
  news(news: SpeakerNews): void
  /** The other end of the speaker's feed; null where there can be no speaker. */
  opened(feed: MessagePort | null): void
  /** `unlocked` has changed. */
  unlocks(): void
}

/** How often a click elsewhere (in the panel around it) is asked for. */
const UNLOCK_EVERY_MS: Ms = 500
/** What browsers count as a wish for sound. */
const CLICKS = ['pointerdown', 'keydown'] as const

export class OverlaySound {
  readonly marks = new PlayMarks()
  readonly #listener: SoundListener
  readonly #clock: SpeakerClock
  #speaker: Speaker | null = null
  #unlocked = false
  #failures = 0
  #closed = false
  readonly #unlocking: ReturnType<typeof setInterval>
  #retry: ReturnType<typeof setTimeout> | undefined

  /** `queuedEnd`: the first sample after all that was sent to be played. */
  constructor(queuedEnd: () => Samples | null, listener: SoundListener) {
    this.#listener = listener
    this.#clock = new SpeakerClock(() => this.#speaker?.contextTime ?? 0, this.marks, queuedEnd)
    for (const click of CLICKS) window.addEventListener(click, this.unlock)
    // A timer of its own: a frame that is not shown need not have animation frames, and may be the one to sound.
    this.#unlocking = setInterval(() => {
      if (!this.#unlocked) this.unlock()
    }, UNLOCK_EVERY_MS)
    void this.#open()
  }

  /** The browser lets it play. */
  get unlocked(): boolean {
    return this.#unlocked
  }

  /** A click would let it. */
  get locked(): boolean {
    return this.#speaker !== null && !this.#unlocked
  }

  get contextTime(): Seconds | null {
    return this.#speaker?.contextTime ?? null
  }

  get figures(): Speaker['figures'] | null {
    return this.#speaker?.figures ?? null
  }

  /** Null while nothing sounds from here. To be asked in every frame. */
  playingSample(nowMs: Ms): Samples | null {
    return this.#unlocked ? this.#clock.playingSample(nowMs) : null
  }

  /** Call from a click. */
  readonly unlock = (): void => this.#speaker?.unlock()

  /** The feed went to somebody who is gone. */
  reopen(): void {
    if (!this.#speaker || this.#closed) return
    this.#speaker.close()
    this.#speaker = null
    this.#setUnlocked(false)
    void this.#open()
  }

  close(): void {
    this.#closed = true
    clearInterval(this.#unlocking)
    clearTimeout(this.#retry)
    for (const click of CLICKS) window.removeEventListener(click, this.unlock)
    this.#speaker?.close()
  }

  async #open(): Promise<void> {
    const again = () => {
      this.#setUnlocked(false)
      if (!this.#closed) this.#retry = setTimeout(() => void this.#open(), retryDelayMs(this.#failures++, Math.random()))
    }
    try {
      this.#speaker = await Speaker.open({
        news: (news) => {
          if (news.type === 'mark') this.marks.add(news.mark)
          this.#listener.news(news)
        },
        runs: (running) => this.#setUnlocked(running),
        broke: again,
      })
    } catch {
      return again()
    }
    this.marks.clear()
    if (this.#closed) this.#speaker?.close()
    else this.#listener.opened(this.#speaker?.feed ?? null)
  }

  #setUnlocked(unlocked: boolean): void {
    // A speaker that opens after the page has gone is told to nobody.
    if (unlocked === this.#unlocked || this.#closed) return
    this.#unlocked = unlocked
    // Where it stood says nothing about where it will go on.
    if (!unlocked) this.marks.clear()
    this.#listener.unlocks()
  }
}

// In: the wish of this tab to have the microphone. Out: one tab of a browser has it at a time; the others wait, or take it.
import { micChoice, rememberMicChoice } from './mic-memory'

const LOCK = 'psiona-microphone'

export interface TabTurnListener {
  /** The tab that had it is gone, and this one was waiting: it has it now. */
  came(): void
  /** Another tab took it. */
  lost(): void
}

export class TabTurn {
  readonly #listener: TabTurnListener
  #release: (() => void) | null = null
  #asking: Promise<boolean> | null = null
  #waiting: AbortController | null = null

  constructor(listener: TabTurnListener) {
    this.#listener = listener
  }

  get mine(): boolean {
    return this.#release !== null
  }

  /** The title of the tab that has it, as far as it is known. */
  get holder(): string {
    return micChoice().tab
  }

  /** False: another tab has it; `came` follows when that one is gone. */
  async take(): Promise<boolean> {
    if (this.mine) return true
    this.#asking ??= this.#request({ ifAvailable: true })
    const got = await this.#asking
    this.#asking = null
    if (!got) void this.#wait()
    return got
  }

  async steal(): Promise<void> {
    this.#stopWaiting()
    if (!this.mine) await this.#request({ steal: true })
  }

  give(): void {
    this.#stopWaiting()
    const release = this.#release
    this.#release = null
    release?.()
  }

  async #wait(): Promise<void> {
    if (this.#waiting) return
    const waiting = new AbortController()
    this.#waiting = waiting
    const got = await this.#request({ signal: waiting.signal })
    if (this.#waiting === waiting) this.#waiting = null
    if (got) this.#listener.came()
  }

  #stopWaiting(): void {
    this.#waiting?.abort()
    this.#waiting = null
  }

  /** Resolves when the lock is had (true) or not to be had (false); it is held until `#release` is called or it is stolen. */
  #request(options: LockOptions): Promise<boolean> {
    return new Promise((resolve) => {
      let mine: (() => void) | null = null
      const held = navigator.locks.request(LOCK, options, (lock) => {
        if (!lock) return resolve(false)
        rememberMicChoice({ tab: document.title })
        return new Promise<void>((release) => {
          this.#release = mine = release
          resolve(true)
        })
      })
      held.catch(() => {
        // Waiting was given up, or the lock was stolen.
        resolve(false)
        if (mine === null || this.#release !== mine) return
        this.#release = null
        this.#listener.lost()
      })
    })
  }
}

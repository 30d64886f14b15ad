// In: the page's address, the claim it makes. Out: the feed worker's news, and orders to it. Opens the worker, and again until it opens.
import type { Claim } from '@psiona/shared/overlay-wire'
import type { FeedNews, FeedOrder } from './feed-messages'
import { retryDelayMs } from './retry-delay'

export interface FeedListener {
  take(news: FeedNews): void
  /** A new worker stands in for one that never came up; what was given to that one is lost. */
  replaced(): void
}

export class OverlayFeed {
  readonly #token: string
  readonly #claim: () => Claim
  readonly #listener: FeedListener
  #worker: Worker | null = null
  #failures = 0
  #closed = false
  #retry: ReturnType<typeof setTimeout> | undefined

  constructor(token: string, claim: () => Claim, listener: FeedListener) {
    this.#token = token
    this.#claim = claim
    this.#listener = listener
    this.#open()
  }

  order(order: FeedOrder, transfer: Transferable[] = []): void {
    this.#worker?.postMessage(order, transfer)
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#retry)
    this.#worker?.terminate()
  }

  #open(): void {
    const worker = new Worker(new URL('./feed-worker.ts', import.meta.url), { name: 'psiona-feed' })
    this.#worker = worker
    let alive = false
    worker.onmessage = ({ data }: MessageEvent<FeedNews>) => {
      alive = true
      this.#listener.take(data)
    }
    worker.onerror = () => {
      // Its script could not be fetched: the server went away right after the page.
      if (alive || this.#closed) return
      worker.terminate()
      this.#retry = setTimeout(() => this.#replace(), retryDelayMs(this.#failures++, Math.random()))
    }
    this.order({ type: 'open', origin: location.origin, token: this.#token, claim: this.#claim() })
  }

  #replace(): void {
    this.#open()
    this.#listener.replaced()
  }
}

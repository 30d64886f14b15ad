// In: orders of the page. Out: the uplink worker that obeys them, started anew when its script could not be fetched; its news.
import type { UplinkNews, UplinkOrder } from './mic-messages'
import { retryDelayMs } from './retry-delay'

export interface UplinkHostOptions {
  readonly standby: boolean
  readonly news: (news: UplinkNews) => void
  /** The worker's script could not be fetched; it is tried again. */
  readonly failed: () => void
  /** Another worker is there, which knows nothing of the microphone yet. */
  readonly renewed: () => void
}

export class UplinkHost {
  /** The microphone's name on the wire; another worker counts anew and so takes another. */
  micId = ''
  readonly #options: UplinkHostOptions
  #worker: Worker | null = null
  #failures = 0
  #retry: ReturnType<typeof setTimeout> | null = null

  constructor(options: UplinkHostOptions) {
    this.#options = options
  }

  /** Idempotent. */
  open(): void {
    if (this.#worker || this.#retry) return
    const worker = new Worker(new URL('./uplink-worker.ts', import.meta.url), { name: 'psiona-microphone' })
    this.#worker = worker
    this.micId = crypto.getRandomValues(new Uint32Array(4)).join('-')
    let alive = false
    worker.onmessage = ({ data }: MessageEvent<UplinkNews>) => {
      alive = true
      this.#failures = 0
      this.#options.news(data)
    }
    worker.onerror = () => {
      // The server went away right after the page. Later errors are the worker's own and end nothing.
      if (alive || this.#worker !== worker) return
      worker.terminate()
      this.#worker = null
      this.#options.failed()
      this.#retry = setTimeout(
        () => {
          this.#retry = null
          this.open()
          this.#options.renewed()
        },
        retryDelayMs(++this.#failures),
      )
    }
    this.order({ type: 'connect', origin: location.origin, standby: this.#options.standby })
  }

  /** Nobody obeys while it is closed. */
  order(order: UplinkOrder, transfer: Transferable[] = []): void {
    this.#worker?.postMessage(order, transfer)
  }

  close(): void {
    if (this.#retry) clearTimeout(this.#retry)
    this.#retry = null
    this.#worker?.terminate()
    this.#worker = null
  }
}

// In: a feed of blocks on its port. Out: sound, and the time of its AudioContext. Opens without a click where the browser allows it
// (always in OBS); elsewhere it waits for `unlock` after one.
import { SAMPLE_RATE, type Seconds } from '@psiona/shared/units'
import type { SpeakerNews, SpeakerPort } from './feed-messages'

export interface SpeakerListener {
  news(news: SpeakerNews): void
  /** Whether sound flows now: changes on unlock, when the browser suspends it, when the device fails. */
  runs(running: boolean): void
  /** The device or the worklet is gone; this speaker is closed. */
  broke(): void
}

function newContext(): AudioContext {
  try {
    return new AudioContext({ sampleRate: SAMPLE_RATE, latencyHint: 'interactive' })
  } catch {
    // A browser that refuses the rate gives its own, and the worklet resamples.
    return new AudioContext({ latencyHint: 'interactive' })
  }
}

export class Speaker {
  readonly #context: AudioContext
  readonly #listener: SpeakerListener
  #broken = false
  /** The end of the feed that the worker sends on. */
  readonly feed: MessagePort

  private constructor(context: AudioContext, listener: SpeakerListener) {
    this.#context = context
    this.#listener = listener
    const { port1, port2 } = new MessageChannel()
    this.feed = port1
    const node = new AudioWorkletNode(context, 'psiona-speaker', { numberOfInputs: 0, outputChannelCount: [1] })
    node.port.onmessage = ({ data }: MessageEvent<SpeakerNews>) => listener.news(data)
    node.port.postMessage({ type: 'feed', port: port2 } satisfies SpeakerPort, [port2])
    node.connect(context.destination)
    node.onprocessorerror = () => this.#break()
    context.addEventListener('error', () => this.#break())
    context.addEventListener('statechange', () => {
      // Word of its closing comes late; by then another speaker may run.
      if (context.state !== 'closed') listener.runs(this.running)
    })
    listener.runs(this.running)
  }

  /** Null where there are no worklets: a page from another machine without TLS. Rejects when the worklet could not be fetched. */
  static async open(listener: SpeakerListener): Promise<Speaker | null> {
    if (!globalThis.isSecureContext) return null
    const context = newContext()
    try {
      await context.audioWorklet.addModule(new URL('./speaker-worklet.ts', import.meta.url))
      return new Speaker(context, listener)
    } catch (cause) {
      await context.close()
      throw cause
    }
  }

  get running(): boolean {
    return this.#context.state === 'running'
  }
  get contextTime(): Seconds {
    return this.#context.currentTime
  }
  get figures() {
    const { state, sampleRate, baseLatency } = this.#context
    return { state, sampleRate, baseLatencyMs: baseLatency * 1000 }
  }

  /** Starts the sound if a click has allowed it; trying before one would only be logged. A click in the panel counts for its frame. */
  unlock(): void {
    if (this.#context.state === 'suspended' && navigator.userActivation?.hasBeenActive) void this.#context.resume()
  }

  close(): void {
    if (this.#context.state !== 'closed') void this.#context.close()
  }

  /** Device and worklet may both say so; two speakers in its place would be one too many. */
  #break(): void {
    if (this.#broken) return
    this.#broken = true
    this.close()
    this.#listener.broke()
  }
}

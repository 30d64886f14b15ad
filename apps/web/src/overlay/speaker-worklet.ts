// In: blocks from the feed worker. Out: her sound, and where on the engine's clock it is. Runs in the audio thread, 128 samples at a time;
// bundled by itself (worklet-loader.mjs), so it imports only what needs no window.
import { BLOCK_SAMPLES, SAMPLE_RATE, type Samples } from '@psiona/shared/units'
import { BlockQueue } from './block-queue'
import type { BlockPlayed, SpeakerNews, SpeakerOrder, SpeakerPort } from './feed-messages'
import { Loudness } from './loudness'
import { OutputLevel } from './output-level'
import { Resampler } from './resampler'

// The globals of an AudioWorklet, which TypeScript's DOM library leaves out.
declare const sampleRate: number
declare const currentTime: number
declare class AudioWorkletProcessor {
  readonly port: MessagePort
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor & Processor): void
interface Processor {
  process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean
}

/** Two blocks: 30 reports a second, as many as the server takes. */
const PLAYED_EVERY: Samples = 2 * BLOCK_SAMPLES

class SpeakerProcessor extends AudioWorkletProcessor implements Processor {
  readonly #queue: BlockQueue
  readonly #level: OutputLevel
  readonly #resampler = sampleRate === SAMPLE_RATE ? null : new Resampler(SAMPLE_RATE, sampleRate)
  /** One quantum at SAMPLE_RATE; a context slower than that needs more samples than it gives. */
  #samples = new Float32Array(128)
  #feed: MessagePort | null = null
  #sounding = false
  readonly #loudness = new Loudness()
  /** Samples that left since the last report. */
  #unreported: Samples = PLAYED_EVERY
  #loudMs = 0

  constructor() {
    super()
    this.#queue = new BlockQueue({
      began: (blockId, atSample, offset) => {
        this.#tell({ type: 'mark', mark: { contextTime: currentTime + offset / SAMPLE_RATE, atSample, running: true } })
        if (!this.#sounding || this.#unreported < PLAYED_EVERY) return
        this.#unreported = 0
        this.#feed?.postMessage({ type: 'played', blockId, atSample } satisfies BlockPlayed)
      },
      held: (atSample, offset) =>
        this.#tell({ type: 'mark', mark: { contextTime: currentTime + offset / SAMPLE_RATE, atSample, running: false } }),
    })
    this.#level = new OutputLevel({
      level: (rms, left) => {
        const atSample = this.#queue.position - left - BLOCK_SAMPLES
        this.#tell({ type: 'level', atSample, rms, epochMs: Date.now(), counts: { ...this.#queue.counts } })
      },
      soundBegan: (left) => this.#tell({ type: 'sound-began', atSample: this.#queue.position - left, epochMs: Date.now() }),
      soundEnded: () => this.#tell({ type: 'sound-ended', epochMs: this.#loudMs }),
    })
    this.port.onmessage = ({ data }: MessageEvent<SpeakerPort>) => {
      this.#feed?.close()
      this.#feed = data.port
      data.port.onmessage = (message: MessageEvent<SpeakerOrder>) => this.#obey(message.data)
    }
  }

  process(_inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
    const out = outputs[0]?.[0]
    if (!out) return true
    const length = this.#resampler ? this.#resampler.needed(out.length) : out.length
    if (this.#samples.length < length) this.#samples = new Float32Array(length)
    const samples = this.#samples
    this.#queue.read(samples, length)
    this.#unreported += length
    this.#loudness.apply(samples, length)
    if (this.#level.take(samples, length)) this.#loudMs = Date.now()
    if (this.#resampler) this.#resampler.run(samples, out)
    else out.set(length === samples.length ? samples : samples.subarray(0, length))
    return true
  }

  #obey(order: SpeakerOrder) {
    switch (order.type) {
      case 'block':
        return this.#queue.push(order.block)
      case 'cut':
        return this.#queue.cut(order.epoch, order.fade)
      case 'restart':
        return this.#queue.restart()
      case 'sounding':
        this.#sounding = order.sounding
        return this.#loudness.setSounding(order.sounding)
      case 'duck':
        return this.#loudness.duck(order.duck.gainDb, order.duck.rampMs)
      default:
        order satisfies never
    }
  }

  #tell(news: SpeakerNews): void {
    this.port.postMessage(news)
  }
}

registerProcessor('psiona-speaker', SpeakerProcessor)

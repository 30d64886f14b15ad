// In: the microphone at the AudioContext's rate. Out: packets of 16 kHz mono to the uplink worker, levels to the page. Runs in the audio
// thread, 128 samples at a time; bundled by itself (worklet-loader.mjs), so it imports only what needs no window.
import { MIC_RATE } from '@psiona/shared/pcm'
import { InputLevelMeter } from './input-level'
import type { CapturedPacket, CaptureNews, CapturePort } from './mic-messages'
import { PacketCutter } from './mic-packet'
import { SincResampler } from './sinc-resampler'

// The globals of an AudioWorklet, which TypeScript's DOM library leaves out.
declare const sampleRate: number
declare class AudioWorkletProcessor {
  readonly port: MessagePort
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor & Processor): void
interface Processor {
  process(inputs: Float32Array[][]): boolean
}

class CaptureProcessor extends AudioWorkletProcessor implements Processor {
  #mono = new Float32Array(128)
  readonly #meter = new InputLevelMeter(sampleRate)
  readonly #resampler = sampleRate === MIC_RATE ? null : new SincResampler(sampleRate, MIC_RATE, this.#mono.length)
  readonly #resampled = new Float32Array(this.#resampler?.mostOut(this.#mono.length) ?? 0)
  readonly #cutter = new PacketCutter()
  #uplink: MessagePort | null = null

  constructor() {
    super()
    this.port.onmessage = ({ data }: MessageEvent<CapturePort>) => {
      this.#uplink = data.port
    }
  }

  process(inputs: Float32Array[][]): boolean {
    const mono = this.#mix(inputs[0] ?? [])
    this.#meter.push(mono, (level) => this.port.postMessage({ type: 'level', level } satisfies CaptureNews))
    if (this.#resampler) this.#cut(this.#resampled, this.#resampler.run(mono, this.#resampled))
    else this.#cut(mono, mono.length)
    return true
  }

  #cut(samples: Float32Array, length: number): void {
    this.#cutter.push(samples, length, (bytes) =>
      this.#uplink?.postMessage({ bytes, capturedMs: Date.now() } satisfies CapturedPacket, [bytes]),
    )
  }

  /** The mean of all channels: the same for a microphone on both, and no phase is turned. Silence where the browser has nothing. */
  #mix(channels: readonly Float32Array[]): Float32Array {
    const mono = this.#mono
    mono.fill(0)
    for (const channel of channels) for (let at = 0; at < mono.length; at++) mono[at]! += channel[at]! / channels.length
    return mono
  }
}

registerProcessor('psiona-capture', CaptureProcessor)

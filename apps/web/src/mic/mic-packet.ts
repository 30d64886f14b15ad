// In: samples at MIC_RATE. Out: packets as mic-wire.ts lays them out, at first without their place. The cutting runs in the AudioWorklet.
import { MIC_CHUNK_SAMPLES } from '@psiona/shared/pcm'
import type { Samples } from '@psiona/shared/units'

const SEQUENCE_BYTE = 0
const AT_SAMPLE_BYTE = 8
const HEADER_BYTES = 16
const FULL_SCALE = 32_767

export class PacketCutter {
  #bytes = new ArrayBuffer(HEADER_BYTES + 2 * MIC_CHUNK_SAMPLES)
  #view = new DataView(this.#bytes)
  #filled: Samples = 0

  /** `give` gets each packet that is full; it owns it. */
  push(samples: Float32Array, length: Samples, give: (bytes: ArrayBuffer) => void): void {
    for (let at = 0; at < length; at++) {
      const value = Math.max(-1, Math.min(1, samples[at]!))
      this.#view.setInt16(HEADER_BYTES + 2 * this.#filled, Math.round(value * FULL_SCALE), true)
      if (++this.#filled < MIC_CHUNK_SAMPLES) continue
      give(this.#bytes)
      this.#bytes = new ArrayBuffer(HEADER_BYTES + 2 * MIC_CHUNK_SAMPLES)
      this.#view = new DataView(this.#bytes)
      this.#filled = 0
    }
  }
}

/** Writes a packet's number and its first sample's position on the microphone's clock. */
export function placePacket(bytes: ArrayBuffer, sequence: number, atSample: Samples): void {
  const view = new DataView(bytes)
  view.setUint32(SEQUENCE_BYTE, sequence, true)
  view.setFloat64(AT_SAMPLE_BYTE, atSample, true)
}

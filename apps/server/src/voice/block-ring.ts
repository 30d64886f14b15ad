// The ring between the sample world (engine thread, writes) and the event world (main thread, reads): VoiceBlocks as numbers in shared memory.
// One writer, one reader; the reader never lets the writer lap it (the pacer asks for fewer blocks than there are slots).
import { BLOCK_SAMPLES, FACE_CHANNEL_COUNT, FORECAST_LENGTH, type VoiceBlock } from '@psiona/shared'

/** 64 slots = 1.07 s: more than the longest lead (pacer.ts) plus one late read. */
export const RING_SLOTS = 64
const NUMBERS_PER_SLOT = 5
const FLOATS_PER_SLOT = BLOCK_SAMPLES + FACE_CHANNEL_COUNT + FORECAST_LENGTH
const NUMBERS_BYTES = RING_SLOTS * NUMBERS_PER_SLOT * 8

export const newRingMemory = (): SharedArrayBuffer => new SharedArrayBuffer(NUMBERS_BYTES + RING_SLOTS * FLOATS_PER_SLOT * 4)

export class BlockRing {
  readonly #numbers: Float64Array
  readonly #pcm: Float32Array[] = []
  readonly #face: Float32Array[] = []
  readonly #forecast: Float32Array[] = []

  constructor(memory: SharedArrayBuffer) {
    this.#numbers = new Float64Array(memory, 0, RING_SLOTS * NUMBERS_PER_SLOT)
    for (let slot = 0; slot < RING_SLOTS; slot++) {
      const at = NUMBERS_BYTES + slot * FLOATS_PER_SLOT * 4
      this.#pcm.push(new Float32Array(memory, at, BLOCK_SAMPLES))
      this.#face.push(new Float32Array(memory, at + BLOCK_SAMPLES * 4, FACE_CHANNEL_COUNT))
      this.#forecast.push(new Float32Array(memory, at + (BLOCK_SAMPLES + FACE_CHANNEL_COUNT) * 4, FORECAST_LENGTH))
    }
  }

  /** Engine thread. Where block `blockId` is to be rendered; no allocation. */
  pcm(blockId: number): Float32Array {
    return this.#pcm[blockId % RING_SLOTS]!
  }
  /** Engine thread. */
  face(blockId: number): Float32Array {
    return this.#face[blockId % RING_SLOTS]!
  }
  /** Engine thread. */
  forecast(blockId: number): Float32Array {
    return this.#forecast[blockId % RING_SLOTS]!
  }
  /** Engine thread. Written after sound, face and forecast, announced by a message: the message is the barrier. */
  stamp(blockId: number, epoch: number, atSample: number, sounds: boolean, foretells: boolean): void {
    const at = (blockId % RING_SLOTS) * NUMBERS_PER_SLOT
    this.#numbers[at] = blockId
    this.#numbers[at + 1] = epoch
    this.#numbers[at + 2] = atSample
    this.#numbers[at + 3] = sounds ? 1 : 0
    this.#numbers[at + 4] = foretells ? 1 : 0
  }
  /** Main thread. A copy of the block, or null when the writer has lapped the reader. */
  read(blockId: number): Omit<VoiceBlock, 'lineId'> | null {
    const at = (blockId % RING_SLOTS) * NUMBERS_PER_SLOT
    if (this.#numbers[at] !== blockId) return null
    return {
      blockId,
      epoch: this.#numbers[at + 1]!,
      atSample: this.#numbers[at + 2]!,
      pcm: this.#numbers[at + 3] ? Float32Array.from(this.pcm(blockId)) : null,
      face: Float32Array.from(this.face(blockId)),
      forecast: this.#numbers[at + 4] ? Float32Array.from(this.forecast(blockId)) : null,
    }
  }
}

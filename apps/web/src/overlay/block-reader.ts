// In: a block's bytes, when they came, and the subtitles and cuts around them. Out: the block, whether its silence is elastic, how much of
// such silence is worth holding, and whether the stream began anew.
import { FACE_CHANNEL_COUNT } from '@psiona/shared/face-frame'
import { decodeBlock, type WireBlock } from '@psiona/shared/frame-codec'
import type { Ms } from '@psiona/shared/units'
import { ArrivalJitter, LEAST_HOLD_BLOCKS } from './arrival-jitter'
import { type SpeechSpan, SpeechSpans } from './speech-spans'

export interface ReadBlock extends WireBlock {
  readonly elastic: boolean
  /** True when this block does not continue what was read before: another server process counts from the start again. */
  readonly restart: boolean
  readonly hold: number
}

export class BlockReader {
  readonly #spans = new SpeechSpans()
  #lastId = -1
  #lastEpoch = -1
  #fresh = false
  readonly #jitter = new ArrivalJitter()
  /** The server keeps the one that sounds three blocks ahead of what it plays and no more: it cannot hold more by waiting for them. */
  sounding = false

  /** A connection was made; what comes now may be another process's stream. */
  linked(): void {
    this.#fresh = true
    this.#jitter.restart()
    this.#spans.clear()
  }

  subtitle(span: SpeechSpan): void {
    this.#spans.add(span)
  }

  cut(): void {
    this.#spans.clear()
  }

  /** @throws RangeError when the bytes are no block of ours. */
  read(bytes: unknown, nowMs: Ms): ReadBlock {
    if (!(bytes instanceof ArrayBuffer)) throw new RangeError('a block that is no bytes')
    const block = decodeBlock(bytes)
    if (block.face.length !== FACE_CHANNEL_COUNT) throw new RangeError(`face of ${block.face.length} channels`)
    // One number that is none stays in everything that is reckoned from the last face.
    if (!block.face.every(Number.isFinite)) throw new RangeError('a face that is no numbers')
    const restart = this.#fresh && this.#lastId >= 0 && (block.blockId <= this.#lastId || block.epoch < this.#lastEpoch)
    this.#fresh = false
    this.#lastId = block.blockId
    this.#lastEpoch = block.epoch
    const elastic = !block.pcm && !this.#spans.cover(block.atSample)
    this.#jitter.note(block.atSample, nowMs, elastic)
    return { ...block, restart, elastic, hold: this.sounding ? LEAST_HOLD_BLOCKS : this.#jitter.holdBlocks }
  }
}

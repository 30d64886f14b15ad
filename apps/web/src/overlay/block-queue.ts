// In: blocks as they arrive. Out: a steady flow of samples, and word of each block as it begins to leave. Runs in the AudioWorklet and,
// without its sound, on the page. Idle silence is elastic, sound is not: nothing that belongs to speech is dropped or stretched.
import { BLOCK_SAMPLES, type Samples, samplesFromMs } from '@psiona/shared/units'

export interface QueuedBlock {
  readonly blockId: number
  readonly epoch: number
  readonly atSample: Samples
  /** null = silence. */
  readonly pcm: Float32Array | null
  /** Idle silence between turns: may be dropped or waited in. A pause inside speech may not. */
  readonly elastic: boolean
  /** How many blocks of such silence are worth holding, as arrivals are now. */
  readonly hold: number
}

/** Told during `read`; `offset` is the sample of that read at which it happens. Must not allocate much: it runs in the sample world. */
export interface QueueListener {
  began(blockId: number, atSample: Samples, offset: number): void
  /** Nothing to play: time stands still at this sample until the next `began`. */
  held(atSample: Samples, offset: number): void
}

export interface QueueCounts {
  /** Idle silence left out to be in time. */
  skipped: number
  /** Blocks of a past epoch. */
  outdated: number
  /** Blocks pushed out of a full queue; only a listener who stood still for a second loses any. */
  overflowed: number
  /** Times speech ran dry. */
  underruns: number
}

/** Silence that may wait, over what is to be held: a block is leaving while the next are on their way. */
const IDLE_TARGET_MORE = 1
/** Skipping at the first block too many would chase the server's clock: it sends more for every block skipped, and time would run fast. */
const MOST_IDLE_MORE = IDLE_TARGET_MORE + 2
/** 1.07 s; the server sends at most 0.4 s ahead. */
const SLOTS = 64
const LONGEST_FADE: Samples = samplesFromMs(50)
/** Short enough to be at once, long enough not to click. */
const DEFAULT_FADE: Samples = samplesFromMs(5)

export class BlockQueue {
  readonly counts: QueueCounts = { skipped: 0, outdated: 0, overflowed: 0, underruns: 0 }
  readonly #listener: QueueListener
  readonly #ids = new Float64Array(SLOTS)
  readonly #starts = new Float64Array(SLOTS)
  readonly #sounds = new Uint8Array(SLOTS)
  readonly #elastic = new Uint8Array(SLOTS)
  readonly #pcm = Array.from({ length: SLOTS }, () => new Float32Array(BLOCK_SAMPLES))
  #head = 0
  #waiting = 0
  #rigidWaiting = 0
  #epoch = -1
  /** After running dry in idle silence this many are waited for, or every late block would be a hole. */
  #hold = 1

  /** The block that is leaving; its samples are copied out of the ring so that its slot is free. */
  readonly #leaving = new Float32Array(BLOCK_SAMPLES)
  #active = false
  #leavingSounds = false
  #leavingElastic = true
  #leavingStart: Samples = 0
  #cursor = 0
  #dry = true

  /** What a cut lets fade. */
  readonly #tail = new Float32Array(LONGEST_FADE)
  #tailAt = 0
  #tailEnd = 0

  constructor(listener: QueueListener) {
    this.#listener = listener
  }

  push(block: QueuedBlock): void {
    if (block.epoch < this.#epoch) {
      this.counts.outdated++
      return
    }
    // A block can only outrun its cut if the cut was lost with a connection.
    if (block.epoch > this.#epoch) this.cut(block.epoch, DEFAULT_FADE)
    // Speech: of the silence before it, one block stays, the one that is leaving if there is one.
    if (!block.elastic && this.#rigidWaiting === 0) this.#skipTo(this.#active && this.#leavingElastic ? 0 : 1)
    if (this.#waiting === SLOTS) {
      this.counts.overflowed++
      this.#drop()
    }
    this.#store(block)
    this.#hold = block.hold
    if (block.elastic && this.#waiting > this.#hold + MOST_IDLE_MORE)
      while (this.#waiting > this.#hold + IDLE_TARGET_MORE && this.#elastic[this.#head]) this.#skip()
  }

  /** What sounds fades linearly from the next sample on; everything older than `epoch` is dropped. */
  cut(epoch: number, fade: Samples): void {
    if (epoch <= this.#epoch) return
    this.#epoch = epoch
    if (this.#tailAt >= this.#tailEnd) this.#fade(Math.min(fade, LONGEST_FADE))
    this.#empty()
  }

  /** The stream begins anew (another server process, a speaker let go on): nothing of before is played or stood at. */
  restart(): void {
    this.cut(Number.MAX_SAFE_INTEGER, DEFAULT_FADE)
    this.#epoch = -1
    this.#dry = true
  }

  /** Fills `out` from 0 to `length`. */
  read(out: Float32Array, length: number): void {
    let i = 0
    while (i < length && this.#tailAt < this.#tailEnd) out[i++] = this.#tail[this.#tailAt++]!
    while (i < length) {
      if (!this.#active && !this.#begin(i)) {
        out.fill(0, i, length)
        return
      }
      const end = Math.min(length, i + BLOCK_SAMPLES - this.#cursor)
      if (this.#leavingSounds) while (i < end) out[i++] = this.#leaving[this.#cursor++]!
      else {
        out.fill(0, i, end)
        this.#cursor += end - i
        i = end
      }
      if (this.#cursor === BLOCK_SAMPLES) this.#active = false
    }
  }

  /** The sample that leaves next. */
  get position(): Samples {
    return this.#leavingStart + this.#cursor
  }

  #begin(offset: number): boolean {
    if (this.#waiting === 0 || (this.#dry && this.#rigidWaiting === 0 && this.#waiting < this.#hold)) {
      if (!this.#dry) {
        this.#dry = true
        if (!this.#leavingElastic) this.counts.underruns++
        this.#listener.held(this.position, offset)
      }
      return false
    }
    const slot = this.#head
    this.#leavingStart = this.#starts[slot]!
    this.#leavingSounds = this.#sounds[slot] === 1
    this.#leavingElastic = this.#elastic[slot] === 1
    if (this.#leavingSounds) this.#leaving.set(this.#pcm[slot]!)
    this.#cursor = 0
    this.#active = true
    this.#dry = false
    this.#drop()
    this.#listener.began(this.#ids[slot]!, this.#leavingStart, offset)
    return true
  }

  #store(block: QueuedBlock): void {
    const slot = (this.#head + this.#waiting) % SLOTS
    this.#ids[slot] = block.blockId
    this.#starts[slot] = block.atSample
    this.#sounds[slot] = block.pcm ? 1 : 0
    this.#elastic[slot] = block.elastic ? 1 : 0
    if (block.pcm) this.#pcm[slot]!.set(block.pcm)
    this.#waiting++
    if (!block.elastic) this.#rigidWaiting++
  }

  #drop(): void {
    if (!this.#elastic[this.#head]) this.#rigidWaiting--
    this.#head = (this.#head + 1) % SLOTS
    this.#waiting--
  }

  #skip(): void {
    this.counts.skipped++
    this.#drop()
  }

  #skipTo(waiting: number): void {
    while (this.#waiting > waiting) this.#skip()
  }

  #empty(): void {
    while (this.#waiting > 0) this.#drop()
    this.#active = false
    this.#leavingElastic = true
  }

  /** Takes the next `length` samples of what is leaving and of what follows it, falling linearly to nothing. */
  #fade(length: Samples): void {
    this.#tailAt = 0
    this.#tailEnd = 0
    if (!this.#active) return
    let sounds = false
    for (let i = 0; i < length; i++) {
      const at = this.#cursor + i
      const ahead = Math.floor(at / BLOCK_SAMPLES) - 1
      let sample = 0
      if (ahead < 0) sample = this.#leavingSounds ? this.#leaving[at]! : 0
      else if (ahead < this.#waiting) {
        const slot = (this.#head + ahead) % SLOTS
        sample = this.#sounds[slot] ? this.#pcm[slot]![at % BLOCK_SAMPLES]! : 0
      }
      if (sample !== 0) sounds = true
      this.#tail[i] = sample * (1 - (i + 1) / length)
    }
    if (sounds) this.#tailEnd = length
  }
}

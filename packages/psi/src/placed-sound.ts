// Foreign speech on the engine's clock: its sound flows in while it plays already; where it ends is known when all of it has come.
import { BLOCK_SAMPLES, type Emotion, type Samples, samplesFromMs } from '@psiona/shared'
import { type FaceOutlook, faceOutlook } from './face-outlook'
import { HEARD_BEFORE_SAMPLES } from './foreign-speech'
import { INTRODUCTION_SAMPLES } from './level-rider'
import { SoundQueue } from './sound-queue'

/** After running dry it goes on with so much at hand, so that it does not stutter. */
const RESUME_SAMPLES: Samples = samplesFromMs(200)

export interface SoundOptions {
  readonly emotion: Emotion
  /** Name of the voice: what the ear has learned of one is kept from line to line. */
  readonly voice: string
  readonly seed: number
}

/** What whoever makes the sound holds in hand. */
export interface OpenSound {
  readonly startSample: Samples
  /** Null until `end`. Grows while the sound waits for more of itself. */
  readonly endSample: Samples | null
  /** Silence in it so far, because sound was wanting. */
  readonly heldSamples: Samples
  /** Of the sound at 24 kHz: what has come. */
  readonly lengthSamples: Samples
  /** 24 kHz; kept, not copied. */
  append(pcm: Float32Array): void
  /** Nothing more comes. */
  end(): void
}

export class PlacedSound implements OpenSound {
  readonly kind = 'sound'
  readonly queue = new SoundQueue()
  readonly outlook: FaceOutlook
  heldSamples: Samples = 0
  private begun = false
  private dry = false

  constructor(
    readonly startSample: Samples,
    readonly options: SoundOptions,
  ) {
    this.outlook = faceOutlook(options.emotion)
  }

  get lengthSamples(): Samples {
    return this.queue.length
  }
  get endSample(): Samples | null {
    return this.queue.ended ? this.knownEndSample : null
  }
  /** Of what has come so far. */
  get knownEndSample(): Samples {
    return this.startSample + this.heldSamples + Math.ceil(this.queue.length / BLOCK_SAMPLES) * BLOCK_SAMPLES
  }

  append(pcm: Float32Array): void {
    this.queue.append(pcm)
  }
  end(): void {
    this.queue.end()
  }

  /** Whether the next block can be played; if not, all that follows moves by a block. */
  readyOrHeld(voiceKnown: boolean): boolean {
    const before = this.begun ? (this.dry ? RESUME_SAMPLES : 0) : voiceKnown ? HEARD_BEFORE_SAMPLES : INTRODUCTION_SAMPLES
    const need = BLOCK_SAMPLES + before
    const ready = this.queue.ended || this.queue.waiting >= need
    if (!ready) this.heldSamples += BLOCK_SAMPLES
    this.dry = !ready && (this.dry || this.begun)
    this.begun ||= ready
    return ready
  }
}

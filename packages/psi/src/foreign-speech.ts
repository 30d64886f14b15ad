// Sound that another engine made flows in from its queue; the same sound, levelled and limited, and the goals of the face that goes with it
// flow out, 200 samples at a time and in step: the sound waits for the look-ahead, the face is never late. No allocation, no throw.
import { KERNEL_BLOCK_SAMPLES, type Ms, type Samples, samplesFromMs } from '@psiona/shared'
import type { Field } from './field'
import { HeardHead } from './heard-head'
import { INTRODUCTION_SAMPLES, LevelRider } from './level-rider'
import { LIMITER_DELAY_SAMPLES, Limiter } from './limiter'
import { LOOK_AHEAD_SAMPLES, MOUTH_HOPS_PER_SECOND } from './mouth-features'
import { type HeardMouth, MouthListener, SILENT_DB } from './mouth-listener'
import { MOUTH_KEYS } from './mouth-shape'
import { MOUTH_OSCILLATORS, OSCILLATOR } from './oscillator'
import type { SoundQueue } from './sound-queue'

/** Two poles of this are as late as the listener is early (MOUTH_LEAD_SAMPLES). */
const OPEN_TAU_MS: Ms = 5
const LIPS_TAU_MS: Ms = 12
const SHUT_TAU_MS: Ms = 9
/** Sound that begins or ends within a wave is bent to nothing over this. */
const EDGE_SAMPLES: Samples = samplesFromMs(2)
/** Where sound is wanting: out of it and back into it. */
const GAP_EDGE_SAMPLES: Samples = samplesFromMs(5)
/** Lips give way to the pose in pauses from this on. */
const PAUSE_HOPS = 0.12 * MOUTH_HOPS_PER_SECOND
/** So much is heard before the first sample is played. */
export const HEARD_BEFORE_SAMPLES: Samples = LOOK_AHEAD_SAMPLES - KERNEL_BLOCK_SAMPLES
const RING = 1024
const MASK = RING - 1
const KEYS = MOUTH_KEYS.map((key) => OSCILLATOR[`vowel${key}`])

export class ForeignSpeech {
  private readonly field: Field
  private readonly listener = new MouthListener()
  private readonly level = new LevelRider()
  private readonly limiter = new Limiter()
  private readonly head: HeardHead
  /** Heard before the first samples are played, so that every further piece completes one hop. */
  private readonly first = new Float32Array(LOOK_AHEAD_SAMPLES % KERNEL_BLOCK_SAMPLES)
  private readonly beginning = new Float32Array(INTRODUCTION_SAMPLES)
  private readonly piece = new Float32Array(KERNEL_BLOCK_SAMPLES)
  private readonly ring = new Float32Array(RING)
  private voice: string | null = null
  private queue: SoundQueue | null = null
  /** Of the queue: heard by the listener, given to the limiter. */
  private heard: Samples = 0
  private given: Samples = 0
  private gain = 1
  private rise: Samples = 0
  private last = 0
  private silentHops = 0

  constructor(field: Field) {
    this.field = field
    this.head = new HeardHead(field)
  }

  /** Whether that voice spoke last: what has been learned of it still holds. */
  knows(voice: string): boolean {
    return this.voice === voice
  }

  /** At least HEARD_BEFORE_SAMPLES wait, INTRODUCTION_SAMPLES of a voice that is not known; or the queue has ended. */
  begin(queue: SoundQueue, voice: string, seed: number): void {
    if (!this.knows(voice)) {
      queue.look(this.beginning)
      this.level.introduce(this.beginning)
      this.listener.reset()
    }
    this.voice = voice
    this.queue = queue
    this.level.startSound()
    this.listener.startSound()
    this.limiter.reset()
    this.head.begin(seed)
    this.heard = this.given = this.rise = this.silentHops = 0
    this.gain = this.level.gain
    for (const key of KEYS) this.field.goal(key, 0, LIPS_TAU_MS)
    this.field.goal(OSCILLATOR.lipRounding, 0, LIPS_TAU_MS)
    this.field.settle(OSCILLATOR.jaw, 0)
    this.speak(1)
    queue.take(this.first)
    this.hear(this.first)
    while (this.heard < HEARD_BEFORE_SAMPLES) this.advance()
    // What the limiter holds back is sent ahead, so that its delay is none.
    this.give(this.piece, 0, LIMITER_DELAY_SAMPLES)
  }

  /** Whether it is that sound which plays. */
  speaks(queue: SoundQueue): boolean {
    return this.queue === queue
  }

  /** Goals for the next KERNEL_BLOCK_SAMPLES; before `play`. */
  advance(): void {
    if (!this.queue) return
    this.queue.take(this.piece)
    this.hear(this.piece)
  }

  /** Those samples into `out`; true when any of them is not 0. */
  play(out: Float32Array, offset: number): boolean {
    const sounds = this.give(out, offset, KERNEL_BLOCK_SAMPLES)
    for (let n = 0; this.rise > 0 && n < KERNEL_BLOCK_SAMPLES; n++, this.rise--) {
      const at = offset + n
      out[at] = out[at]! * bend(1 - this.rise / GAP_EDGE_SAMPLES)
    }
    this.last = out[offset + KERNEL_BLOCK_SAMPLES - 1]!
    return sounds
  }

  /** Nothing has come in time: silence without a click instead, and the mouth shuts. */
  starve(out: Float32Array, offset: number): boolean {
    const sounds = this.last !== 0
    for (let n = 0; n < KERNEL_BLOCK_SAMPLES; n++) out[offset + n] = this.last * bend(1 - n / GAP_EDGE_SAMPLES)
    this.last = 0
    this.rise = GAP_EDGE_SAMPLES
    this.field.goal(OSCILLATOR.jawFloor, 0, SHUT_TAU_MS)
    this.speak(0)
    return sounds
  }

  /** The mouth shuts; what was learned of the voice stays. */
  end(): void {
    this.queue = null
    this.last = 0
    for (const name of MOUTH_OSCILLATORS) this.field.goal(OSCILLATOR[name], 0, SHUT_TAU_MS)
    this.head.rest()
  }

  private hear(piece: Float32Array): void {
    const { ring } = this
    for (let n = 0; n < piece.length; n++) ring[this.heard++ & MASK] = piece[n]!
    this.level.step(piece)
    this.listener.push(piece, this.shape)
  }

  private readonly shape = (mouth: Readonly<HeardMouth>): void => {
    const { field } = this
    field.goal(OSCILLATOR.jawFloor, mouth.opening, OPEN_TAU_MS)
    for (let k = 0; k < KEYS.length; k++) field.aim(KEYS[k]!, mouth.keys[k]!)
    field.aim(OSCILLATOR.lipRounding, mouth.rounding)
    this.silentHops = mouth.relativeDb > SILENT_DB ? 0 : this.silentHops + 1
    this.speak(this.silentHops < PAUSE_HOPS ? 1 : 0)
    this.head.step(mouth.relativeDb)
  }

  private speak(target: number): void {
    this.field.goal(OSCILLATOR.speaking, target, target > 0 ? OPEN_TAU_MS : SHUT_TAU_MS)
  }

  /** The next `count` samples, levelled, through the limiter. */
  private give(out: Float32Array, offset: number, count: number): boolean {
    const { ring, limiter, queue } = this
    const ramp = (this.level.gain - this.gain) / count
    for (let n = 0; n < count; n++, this.given++) {
      this.gain += ramp
      out[offset + n] = this.gain * this.edge(this.given, queue) * ring[this.given & MASK]!
    }
    return limiter.process(out, offset, offset + count)
  }

  private edge(at: Samples, queue: SoundQueue | null): number {
    if (at < EDGE_SAMPLES) return bend((at + 1) / EDGE_SAMPLES)
    if (!queue?.ended) return 1
    const left = queue.length - at
    return left >= EDGE_SAMPLES ? 1 : bend(left / EDGE_SAMPLES)
  }
}

/** Half a cosine from 0 to 1, flat outside. */
function bend(part: number): number {
  return part <= 0 ? 0 : part >= 1 ? 1 : 0.5 - 0.5 * Math.cos(Math.PI * part)
}

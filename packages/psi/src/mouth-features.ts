// 24 kHz sound flows in, in pieces of any length; every 8 ms what a mouth can be told from flows out. No allocation after making.
import { SAMPLE_RATE, type Samples } from '@psiona/shared'
import { MEL_BAND_COUNT, MEL_WINDOW_SAMPLES, MelBands } from './mel-bands'
import { createRandom } from './random'
import { RelativeSpectrum } from './relative-spectrum'

export const MOUTH_HOP_SAMPLES: Samples = 200
export const MOUTH_HOPS_PER_SECOND = SAMPLE_RATE / MOUTH_HOP_SAMPLES
/** Hop n is about the sample n · MOUTH_HOP_SAMPLES and needs the sound up to so much after it: 30 ms. */
export const LOOK_AHEAD_SAMPLES: Samples = 720
/** Looked at together, in hops before the newest. */
const LOOKS = [0, 1, 3] as const
const MEMORY = 4
const PLAIN_COUNT = LOOKS.length * MEL_BAND_COUNT
/** Mixtures of the plain features, bent by tanh, so that sums of them can say "and". Drawn by chance, once and for all. */
const MIXTURE_COUNT = 64
export const FEATURE_COUNT = PLAIN_COUNT + MIXTURE_COUNT + 1
const MIXTURE_SEED = 1
const ROOM_SAMPLES: Samples = 4096

export class MouthFeatures {
  /** Of the hop told last: plain ones, mixtures, and 1. */
  readonly values = new Float64Array(FEATURE_COUNT)
  private readonly mel = new MelBands()
  private readonly spectrum: RelativeSpectrum
  private readonly past = new Float64Array(MEMORY * MEL_BAND_COUNT)
  private readonly sound = new Float32Array(ROOM_SAMPLES)
  private filled = 0
  private next = 0
  private hops = 0

  /** `colour`: what an average voice has in each band, dB. */
  constructor(colour: ArrayLike<number>) {
    this.spectrum = new RelativeSpectrum(colour, MOUTH_HOPS_PER_SECOND)
    this.values[FEATURE_COUNT - 1] = 1
    this.startSound()
  }

  /** Loudness of the hop against the level of this voice's speech. */
  get relativeDb(): number {
    return this.spectrum.relativeDb
  }

  /** Silence, then another sound of the same voice. */
  startSound(): void {
    this.filled = 0
    this.next = LOOK_AHEAD_SAMPLES - MEL_WINDOW_SAMPLES
    this.hops = 0
    this.mel.power.fill(0)
    this.spectrum.step(this.mel.power)
    for (let row = 0; row < MEMORY; row++) this.past.set(this.spectrum.bands, row * MEL_BAND_COUNT)
  }

  /** Another voice. */
  reset(): void {
    this.spectrum.reset()
    this.startSound()
  }

  push(piece: Float32Array, onHop: () => void): void {
    for (let n = 0; n < piece.length; n++) {
      this.sound[this.filled++] = piece[n]!
      if (this.filled === this.next + MEL_WINDOW_SAMPLES) {
        this.hop()
        onHop()
        this.next += MOUTH_HOP_SAMPLES
      }
      if (this.filled === ROOM_SAMPLES) this.makeRoom()
    }
  }

  private hop(): void {
    const { mel, spectrum, past, values } = this
    mel.read(this.sound, this.next)
    spectrum.step(mel.power)
    const row = this.hops % MEMORY
    past.set(spectrum.bands, row * MEL_BAND_COUNT)
    for (let look = 0; look < LOOKS.length; look++) {
      const then = (row - LOOKS[look]! + MEMORY) % MEMORY
      for (let b = 0; b < MEL_BAND_COUNT; b++) values[look * MEL_BAND_COUNT + b] = past[then * MEL_BAND_COUNT + b]! / UNIT_DB
    }
    for (let m = 0; m < MIXTURE_COUNT; m++) {
      let sum = SHIFTS[m]!
      const first = m * PLAIN_COUNT
      for (let i = 0; i < PLAIN_COUNT; i++) sum += MIXTURES[first + i]! * values[i]!
      values[PLAIN_COUNT + m] = Math.tanh(sum)
    }
    this.hops++
  }

  private makeRoom(): void {
    this.sound.copyWithin(0, this.next, this.filled)
    this.filled -= this.next
    this.next = 0
  }
}

/** A band of speech differs from its mean by about so much. */
const UNIT_DB = 12
const random = createRandom(MIXTURE_SEED)
const MIXTURES = Float64Array.from({ length: MIXTURE_COUNT * PLAIN_COUNT }, () => random.normal() / Math.sqrt(PLAIN_COUNT))
const SHIFTS = Float64Array.from({ length: MIXTURE_COUNT }, () => random.between(-1, 1))

// In: samples at the AudioContext's rate, in pieces. Out: the same sound at another rate, low-passed by a windowed sinc so that nothing folds
// back. Runs in the AudioWorklet; allocates in the constructor only.
import type { Hertz, Samples } from '@psiona/shared/units'

/** Of the lower rate's half: what passes (7 kHz at 16 kHz), and from where on nothing does. */
const PASSES_TO = 0.875
const STOPS_AT = 1
/** Least that what would fold back is held down by; 10 dB more than asked, for the steps between phases. */
const STOPBAND_DB = 70
/** Positions between two input samples that have a filter of their own; straight lines between them err by less than −100 dB. */
const PHASES = 256

/** Kaiser's formulas: window shape and length for that stopband over that transition. */
const KAISER_BETA = 0.1102 * (STOPBAND_DB - 8.7)
const tapsFor = (transition: number) => 2 * Math.ceil((STOPBAND_DB - 8) / (2.285 * Math.PI * transition) / 2)

/** Bessel function of the first kind, order 0, by its series. */
function bessel0(x: number): number {
  let term = 1
  let sum = 1
  for (let k = 1; term > sum * 1e-12; k++) {
    term *= (x / (2 * k)) ** 2
    sum += term
  }
  return sum
}

export class SincResampler {
  /** Input samples an output sample is made of. */
  readonly #taps: Samples
  /** PHASES + 1 filters of #taps each, one after the other. */
  readonly #filters: Float32Array
  /** Input samples from one output sample to the next. */
  readonly #step: number
  readonly #history: Float32Array
  #filled: Samples
  /** Where in the history the next output sample's filter begins; a fraction lies between two samples. */
  #at = 0

  /** Pieces may hold up to `longest` samples. */
  constructor(from: Hertz, to: Hertz, longest: Samples = 128) {
    this.#step = from / to
    const band = Math.min(1, to / from)
    this.#taps = tapsFor((STOPS_AT - PASSES_TO) * band)
    this.#filters = new Float32Array((PHASES + 1) * this.#taps)
    this.#history = new Float32Array(this.#taps + Math.ceil(this.#step) + longest)
    // Silence up to the filter's middle: output sample 0 lies on input sample 0.
    this.#filled = this.#taps / 2 - 1
    this.#design((band * (PASSES_TO + STOPS_AT)) / 2)
  }

  /** `cut` in parts of the input rate's half. */
  #design(cut: number): void {
    const half = this.#taps / 2
    for (let phase = 0; phase <= PHASES; phase++) {
      const filter = this.#filters.subarray(phase * this.#taps, (phase + 1) * this.#taps)
      let sum = 0
      for (let tap = 0; tap < filter.length; tap++) {
        const x = tap - half + 1 - phase / PHASES
        const sinc = x === 0 ? 1 : Math.sin(Math.PI * cut * x) / (Math.PI * cut * x)
        const window = bessel0(KAISER_BETA * Math.sqrt(Math.max(0, 1 - (x / half) ** 2))) / bessel0(KAISER_BETA)
        filter[tap] = sinc * window
        sum += filter[tap]!
      }
      for (let tap = 0; tap < filter.length; tap++) filter[tap]! /= sum
    }
  }

  /** The most that one `run` over `length` samples writes. */
  mostOut(length: Samples): Samples {
    return Math.ceil(length / this.#step) + 1
  }

  /** Writes what the input completes to the start of `out`; returns how many samples that is. */
  run(input: Float32Array, out: Float32Array): Samples {
    const history = this.#history
    history.set(input, this.#filled)
    this.#filled += input.length
    let written = 0
    while (Math.floor(this.#at) + this.#taps <= this.#filled) {
      out[written++] = this.#sampleAt(this.#at)
      this.#at += this.#step
    }
    const done = Math.min(Math.floor(this.#at), this.#filled)
    history.copyWithin(0, done, this.#filled)
    this.#filled -= done
    this.#at -= done
    return written
  }

  #sampleAt(at: number): number {
    const base = Math.floor(at)
    const place = (at - base) * PHASES
    const phase = Math.floor(place)
    const share = place - phase
    const before = phase * this.#taps
    const after = before + this.#taps
    let sum = 0
    for (let tap = 0; tap < this.#taps; tap++) {
      const weight = this.#filters[before + tap]!
      sum += this.#history[base + tap]! * (share === 0 ? weight : weight + share * (this.#filters[after + tap]! - weight))
    }
    return sum
  }
}

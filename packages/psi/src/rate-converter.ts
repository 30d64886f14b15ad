// Samples at one rate flow in, in pieces of any length; the same sound at another rate flows out, sample n of it at n · from / to of the first.
// Band-limited by a windowed sinc: images and aliases stay under −80 dB. Nothing is allocated but the rows of the filter, once each.
import type { Hertz } from '@psiona/shared'

/** Zero crossings on each side: with the window below the sound is whole to 0.85 of the lower rate's half and gone at 1. */
const REACH = 32
const KAISER_BETA = 8
/** The middle of the transition, in parts of the lower rate's half. */
const CUT = 0.925
const ROOM_SAMPLES = 8192

export class RateConverter {
  /** from : to in lowest terms. */
  private readonly from: number
  private readonly to: number
  /** Input samples on each side that one output sample is made of. */
  private readonly reach: number
  /** Parts of the input rate's half that pass. */
  private readonly cut: number
  private readonly rows: (Float32Array | undefined)[]
  private readonly room: Float32Array
  private readonly piece = new Float32Array(ROOM_SAMPLES)
  private filled: number
  /** The next output sample lies at base + phase / to in `room`. */
  private base: number
  private phase = 0

  constructor(fromHz: Hertz, toHz: Hertz) {
    const common = greatestDivisor(fromHz, toHz)
    this.from = fromHz / common
    this.to = toHz / common
    const narrower = Math.min(1, toHz / fromHz)
    this.cut = CUT * narrower
    this.reach = Math.ceil(REACH / narrower)
    this.rows = new Array<Float32Array | undefined>(this.to)
    this.room = new Float32Array(ROOM_SAMPLES + 4 * this.reach)
    this.base = this.filled = this.reach
  }

  /** `out` is lent a piece at a time and is written over by the next. */
  push(input: Float32Array, out: (piece: Float32Array) => void): void {
    for (let taken = 0; taken < input.length; ) {
      const piece = input.subarray(taken, taken + this.room.length - this.filled)
      this.room.set(piece, this.filled)
      this.filled += piece.length
      taken += piece.length
      this.produce(out)
    }
  }

  /** The sound is over: what was held back comes out; nothing can be pushed any more. */
  end(out: (piece: Float32Array) => void): void {
    this.push(new Float32Array(this.reach), out)
  }

  private produce(out: (piece: Float32Array) => void): void {
    const { room, piece, reach, from, to } = this
    let made = 0
    while (this.base + reach < this.filled) {
      const row = this.row(this.phase)
      const first = this.base - reach + 1
      let sum = 0
      for (let i = 0; i < row.length; i++) sum += row[i]! * room[first + i]!
      piece[made++] = sum
      if (made === piece.length) {
        out(piece)
        made = 0
      }
      this.phase += from
      const whole = Math.floor(this.phase / to)
      this.base += whole
      this.phase -= whole * to
    }
    if (made > 0) out(piece.subarray(0, made))
    const gone = this.base - reach
    room.copyWithin(0, gone, this.filled)
    this.filled -= gone
    this.base = reach
  }

  /** Weights of the samples base − reach + 1 … base + reach for a place `phase / to` after base. */
  private row(phase: number): Float32Array {
    const known = this.rows[phase]
    if (known) return known
    const { reach, cut } = this
    const row = new Float32Array(2 * reach)
    const at = reach - 1 + phase / this.to
    for (let i = 0; i < row.length; i++) {
      const x = i - at
      const angle = Math.PI * cut * x
      row[i] = cut * (x === 0 ? 1 : Math.sin(angle) / angle) * kaiser(x / reach)
    }
    this.rows[phase] = row
    return row
  }
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b)
}

/** Kaiser's window over −1..1. */
const kaiser = (x: number) => (Math.abs(x) >= 1 ? 0 : bessel(KAISER_BETA * Math.sqrt(1 - x * x)) / KAISER_MIDDLE)

/** I₀, the modified Bessel function of order 0, by its power series. */
function bessel(x: number): number {
  let [sum, term] = [1, 1]
  for (let k = 1; term > 1e-12 * sum; k++) {
    term *= (x / (2 * k)) ** 2
    sum += term
  }
  return sum
}

const KAISER_MIDDLE = bessel(KAISER_BETA)

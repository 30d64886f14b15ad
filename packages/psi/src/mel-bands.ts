// A stretch of 24 kHz sound flows in, its power in 24 bands as the ear divides them flows out. Reading allocates nothing.
import { type Hertz, SAMPLE_RATE, type Samples } from '@psiona/shared'
import { Fourier } from './fourier'

export const MEL_BAND_COUNT = 24
/** 21 ms: one period of the lowest voices, and short enough to see a /p/. */
export const MEL_WINDOW_SAMPLES: Samples = 512
/** Every voice reaches up to here, also one made at 16 kHz. */
const HIGHEST_HZ: Hertz = 7000
const LOWEST_HZ: Hertz = 100
const BIN_HZ = SAMPLE_RATE / MEL_WINDOW_SAMPLES

const mel = (hertz: Hertz) => 1127 * Math.log1p(hertz / 700)
const hertz = (mels: number) => 700 * Math.expm1(mels / 1127)

export class MelBands {
  /** Mean squares. */
  readonly power = new Float64Array(MEL_BAND_COUNT)
  private readonly window = Float64Array.from({ length: MEL_WINDOW_SAMPLES }, (_, n) => {
    const hann = 0.5 - 0.5 * Math.cos((2 * Math.PI * (n + 0.5)) / MEL_WINDOW_SAMPLES)
    // Its own mean square is 3/8.
    return hann / Math.sqrt(0.375)
  })
  private readonly fourier = new Fourier(MEL_WINDOW_SAMPLES)
  /** Of each bin: the band whose upper slope it lies on, and its share of the next band. */
  private readonly band = new Int8Array(MEL_WINDOW_SAMPLES / 2).fill(-2)
  private readonly share = new Float64Array(MEL_WINDOW_SAMPLES / 2)

  constructor() {
    const lowest = mel(LOWEST_HZ)
    const width = (mel(HIGHEST_HZ) - lowest) / (MEL_BAND_COUNT + 1)
    const [from, to] = [hertz(lowest), hertz(lowest + width * (MEL_BAND_COUNT + 1))]
    for (let k = Math.ceil(from / BIN_HZ); k * BIN_HZ < to; k++) {
      const at = (mel(k * BIN_HZ) - lowest) / width
      this.band[k] = Math.floor(at) - 1
      this.share[k] = at - Math.floor(at)
    }
  }

  /** The window that begins at `first` of `sound`. */
  read(sound: Float32Array, first: number): void {
    const { power, window, fourier, band, share } = this
    for (let n = 0; n < window.length; n++) fourier.put(n, window[n]! * sound[first + n]!)
    fourier.transform()
    power.fill(0)
    for (let k = 0; k < band.length; k++) {
      const low = band[k]!
      if (low < -1) continue
      const bin = fourier.power[k]!
      if (low >= 0) power[low] = power[low]! + (1 - share[k]!) * bin
      if (low + 1 < MEL_BAND_COUNT) power[low + 1] = power[low + 1]! + share[k]! * bin
    }
  }
}

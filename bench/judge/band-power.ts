// A piece of 16 kHz sound flows in; its mean spectral power in bands, and over all, flows out.
import type { Hertz } from '@psiona/shared'

export const JUDGE_RATE: Hertz = 16_000
const SIZE = 1024
const BINS = SIZE / 2 + 1

/** About two critical bands each, from above the hum to where the recogniser hears no more. */
export const BANDS_HZ: readonly (readonly [Hertz, Hertz])[] = [
  [130, 400],
  [400, 800],
  [800, 1300],
  [1300, 1900],
  [1900, 2600],
  [2600, 3400],
  [3400, 4500],
  [4500, 5800],
  [5800, 7600],
]

/** Under a symmetric Hann window; at most SIZE samples. */
export function bandPower(
  sound: Float32Array,
  bandsHz: readonly (readonly [Hertz, Hertz])[] = BANDS_HZ,
): { readonly bands: readonly number[]; readonly total: number } {
  const re = new Float64Array(SIZE)
  const im = new Float64Array(SIZE)
  for (let n = 0; n < sound.length; n++)
    re[mirrored(n)] = sound[n]! * (0.5 - 0.5 * Math.cos((2 * Math.PI * n) / (sound.length - 1)))
  transform(re, im)
  const mean = (from: number, to: number) => {
    let sum = 0
    for (let bin = from; bin < to; bin++) sum += re[bin]! ** 2 + im[bin]! ** 2
    return sum / (to - from)
  }
  const bin = (hertz: Hertz) => Math.ceil((hertz * SIZE) / JUDGE_RATE)
  return { bands: bandsHz.map(([from, to]) => mean(bin(from), bin(to))), total: mean(0, BINS) }
}

function mirrored(index: number): number {
  let bits = 0
  for (let bit = 1; bit < SIZE; bit *= 2) bits = 2 * bits + (index & bit ? 1 : 0)
  return bits
}

/** Fourier's transform in place, of samples in mirrored order. */
function transform(re: Float64Array, im: Float64Array): void {
  for (let span = 1; span < SIZE; span *= 2)
    for (let k = 0; k < span; k++) {
      const cos = Math.cos((Math.PI * k) / span)
      const sin = -Math.sin((Math.PI * k) / span)
      for (let a = k; a < SIZE; a += 2 * span) {
        const b = a + span
        const turnedRe = re[b]! * cos - im[b]! * sin
        const turnedIm = re[b]! * sin + im[b]! * cos
        re[b] = re[a]! - turnedRe
        im[b] = im[a]! - turnedIm
        re[a] = re[a]! + turnedRe
        im[a] = im[a]! + turnedIm
      }
    }
}

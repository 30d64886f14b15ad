// How the noises of the mouth are coloured: level in decibels per hertz against a vowel, by frequency. Measured on a recorded speaker.
import type { Hertz } from '@psiona/shared'
import type { OscillatorName } from './oscillator'

/** Straight lines from point to point. */
export type NoiseSpectrum = readonly (readonly [Hertz, number])[]

export const NOISE_SPECTRA = {
  hissS: [
    [0, -70],
    [2200, -52],
    [3200, -32],
    [4000, -22],
    [5000, -18],
    [7000, -18],
    [9000, -23],
    [11_500, -32],
  ],
  hissSH: [
    [0, -70],
    [1200, -50],
    [1800, -30],
    [2300, -18],
    [3000, -15],
    [4000, -18],
    [5500, -24],
    [7500, -32],
    [11_500, -45],
  ],
  hissF: [
    [0, -60],
    [800, -46],
    [1500, -41],
    [3000, -40],
    [6000, -38],
    [8500, -36],
    [11_500, -40],
  ],
  hissTH: [
    [0, -62],
    [1000, -48],
    [1600, -44],
    [3000, -44],
    [5000, -40],
    [7500, -36],
    [11_500, -42],
  ],
  burstLabial: [
    [0, -26],
    [400, -20],
    [1000, -24],
    [2000, -30],
    [4000, -36],
    [11_500, -48],
  ],
  burstCoronal: [
    [0, -60],
    [1800, -42],
    [2800, -24],
    [3600, -17],
    [5000, -17],
    [7000, -22],
    [11_500, -32],
  ],
} as const satisfies Partial<Record<OscillatorName, NoiseSpectrum>>
export type ColouredNoise = keyof typeof NOISE_SPECTRA

/** A velar burst has no colour of its own: it rings at F2 and, weaker, this far above it. */
export const VELAR_BURST = {
  atF2: { ratio: 1.05, offsetHz: 0, widthHz: 300, level: 0.13 },
  above: { ratio: 1, offsetHz: 2300, widthHz: 700, level: 0.03 },
  floor: 0.003,
} as const

/** Decibels of a spectrum at `hertz`. */
export function spectrumAt(spectrum: NoiseSpectrum, hertz: Hertz): number {
  const above = spectrum.findIndex(([corner]) => hertz <= corner)
  if (above < 0) return spectrum.at(-1)![1]
  const [upper, upperDb] = spectrum[above]!
  if (above === 0) return upperDb
  const [lower, lowerDb] = spectrum[above - 1]!
  return lowerDb + ((hertz - lower) / (upper - lower)) * (upperDb - lowerDb)
}

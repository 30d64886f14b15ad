// In: a sound. Out: how strong each frequency is in each moment, in dB under the loudest moment of all of it, column by column.
import type { WavSound } from '../../lib/wav-sound'
import { createFourier } from './fourier'

export interface Stretch {
  /** Seconds. */
  readonly start: number
  readonly end: number
}
export interface Spectrogram {
  readonly columns: number
  readonly rows: number
  /** columns × rows, column by column, low frequencies first; FLOOR_DB to 0. */
  readonly levelsDb: Float32Array
}

export const TOP_HZ = 8000
export const FLOOR_DB = -80
/** Long enough to part the harmonics of a voice, short enough to see a closure. */
const WINDOW_SECONDS = 0.024
/** Zeros after the window draw the curve between its frequencies. */
const LENGTH = 1024

/** Power of each frequency up to TOP_HZ in dB, column by column. */
function powersDb({ samples, rateHz }: WavSound, { start, end }: Stretch, columns: number): Spectrogram {
  const windowLength = Math.min(LENGTH, Math.round(WINDOW_SECONDS * rateHz))
  const window = Float32Array.from({ length: windowLength }, (_, i) => Math.sin((Math.PI * (i + 0.5)) / windowLength) ** 2)
  const rows = Math.min(LENGTH / 2, Math.floor((TOP_HZ / rateHz) * LENGTH))
  const levelsDb = new Float32Array(columns * rows)
  const fourier = createFourier(LENGTH)
  const [re, im] = [new Float32Array(LENGTH), new Float32Array(LENGTH)]
  for (let column = 0; column < columns; column++) {
    const from = Math.round((start + ((column + 0.5) / columns) * (end - start)) * rateHz - windowLength / 2)
    re.fill(0)
    im.fill(0)
    for (let i = 0; i < windowLength; i++) re[i] = ((samples[from + i] ?? 0) / 32768) * window[i]!
    fourier.transform(re, im)
    for (let row = 0; row < rows; row++) levelsDb[column * rows + row] = 10 * Math.log10(re[row]! ** 2 + im[row]! ** 2 + 1e-20)
  }
  return { columns, rows, levelsDb }
}

/** As a vowel lasts about 60 ms, none is missed. */
const LOUDEST_EVERY_SECONDS = 0.05
/** Less than the last bit of a sample: silence, which is dark, not white. */
const SILENCE_DB = -60

/** The measure of `spectrogram`: the same for every stretch of a sound. */
export function loudestDb(sound: WavSound): number {
  const seconds = sound.samples.length / sound.rateHz
  const { levelsDb } = powersDb(sound, { start: 0, end: seconds }, Math.max(1, Math.ceil(seconds / LOUDEST_EVERY_SECONDS)))
  return levelsDb.reduce((most, levelDb) => Math.max(most, levelDb), SILENCE_DB)
}

export function spectrogram(sound: WavSound, stretch: Stretch, columns: number, loudest = loudestDb(sound)): Spectrogram {
  const powers = powersDb(sound, stretch, columns)
  return { ...powers, levelsDb: powers.levelsDb.map((levelDb) => Math.min(0, Math.max(FLOOR_DB, levelDb - loudest))) }
}

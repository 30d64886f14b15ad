import { expect, test } from 'vitest'
import { FLOOR_DB, spectrogram, TOP_HZ } from './spectrogram'
import { SPECTROGRAM_COLOURS, spectrogramPixels } from './spectrogram-colours'

const RATE_HZ = 24_000
/** One second: `lowHz` in the first half, `highHz` in the second, a tenth as strong. */
const sound = (lowHz: number, highHz: number) => ({
  rateHz: RATE_HZ,
  samples: Int16Array.from({ length: RATE_HZ }, (_, i) =>
    i < RATE_HZ / 2
      ? 20_000 * Math.sin((2 * Math.PI * lowHz * i) / RATE_HZ)
      : 2000 * Math.sin((2 * Math.PI * highHz * i) / RATE_HZ),
  ),
})
const WHOLE = { start: 0, end: 1 }

const peak = (levelsDb: Float32Array, rows: number, column: number) => {
  const levels = [...levelsDb.slice(column * rows, (column + 1) * rows)]
  const levelDb = Math.max(...levels)
  return { hz: (levels.indexOf(levelDb) / rows) * TOP_HZ, levelDb }
}

test('a tone stands at its frequency, in its moment, at its level under the loudest', () => {
  const { columns, rows, levelsDb } = spectrogram(sound(500, 4000), WHOLE, 40)
  expect(columns).toBe(40)
  const [early, late] = [peak(levelsDb, rows, 10), peak(levelsDb, rows, 30)]
  expect(Math.abs(early.hz - 500)).toBeLessThan(15)
  expect(early.levelDb).toBeGreaterThan(-0.5)
  expect(Math.abs(late.hz - 4000)).toBeLessThan(15)
  expect(Math.abs(late.levelDb + 20)).toBeLessThan(0.5)
})

test('levels lie between the floor and 0', () => {
  const { levelsDb } = spectrogram(sound(200, 7000), WHOLE, 20)
  expect(Math.max(...levelsDb)).toBeCloseTo(0, 1)
  expect(Math.min(...levelsDb)).toBeGreaterThanOrEqual(FLOOR_DB)
})

test('silence is the floor everywhere, and so is what lies outside the sound', () => {
  const silence = { rateHz: RATE_HZ, samples: new Int16Array(RATE_HZ) }
  expect(new Set(spectrogram(silence, WHOLE, 8).levelsDb)).toEqual(new Set([FLOOR_DB]))
  const { rows, levelsDb } = spectrogram(sound(500, 500), { start: 0, end: 2 }, 8)
  expect(peak(levelsDb, rows, 7).levelDb).toBe(FLOOR_DB)
})

test('a quiet stretch is as dark alone as within the whole', () => {
  const { rows, levelsDb } = spectrogram(sound(500, 4000), { start: 0.6, end: 0.9 }, 4)
  expect(Math.abs(peak(levelsDb, rows, 2).levelDb + 20)).toBeLessThan(0.5)
})

test('a stretch is drawn over all columns', () => {
  const { rows, levelsDb } = spectrogram(sound(500, 4000), { start: 0.6, end: 0.9 }, 10)
  for (const column of [0, 9]) expect(Math.abs(peak(levelsDb, rows, column).hz - 4000)).toBeLessThan(15)
})

test('the picture: loud is light, quiet is dark, high is on top', () => {
  const levelsDb = Float32Array.from([0, FLOOR_DB, FLOOR_DB, 0])
  const pixels = spectrogramPixels({ columns: 2, rows: 2, levelsDb })
  const at = (column: number, row: number) => [...pixels.slice((row * 2 + column) * 4, (row * 2 + column) * 4 + 4)]
  expect(at(0, 1)).toEqual([0xf5, 0xe9, 0xde, 255])
  expect(at(0, 0)).toEqual([0x13, 0x13, 0x1c, 255])
  expect(at(1, 0)).toEqual([0xf5, 0xe9, 0xde, 255])
})

test('lightness never falls from one colour to the next', () => {
  const lightness = Array.from({ length: 256 }, (_, i) => {
    const [r, g, b] = [...SPECTROGRAM_COLOURS.slice(i * 3, i * 3 + 3)]
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
  })
  for (let i = 1; i < 256; i++) expect(lightness[i]! - lightness[i - 1]!).toBeGreaterThanOrEqual(-0.6)
})

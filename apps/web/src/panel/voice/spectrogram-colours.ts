// In: levels. Out: pixels: a picture whose lightness rises evenly with the level, high frequencies on top.
import { FLOOR_DB, type Spectrogram } from './spectrogram'

/** The same in dark and light: lightness alone carries the level. */
const STOPS = ['#13131c', '#321e49', '#602368', '#922b75', '#c03f72', '#e16470', '#f1917d', '#f3c0a5', '#f5e9de']

const parts = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

/** 256 colours, r g b each. */
export const SPECTROGRAM_COLOURS = Uint8ClampedArray.from({ length: 256 * 3 }, (_, index) => {
  const place = (Math.floor(index / 3) / 255) * (STOPS.length - 1)
  const at = Math.min(STOPS.length - 2, Math.floor(place))
  const [low, high] = [parts(STOPS[at]!)[index % 3]!, parts(STOPS[at + 1]!)[index % 3]!]
  return low + (high - low) * (place - at)
})

export function spectrogramPixels({ columns, rows, levelsDb }: Spectrogram): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(columns * rows * 4)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const levelDb = levelsDb[column * rows + (rows - 1 - row)]!
      const colour = Math.round((1 - levelDb / FLOOR_DB) * 255) * 3
      const pixel = (row * columns + column) * 4
      for (let part = 0; part < 3; part++) pixels[pixel + part] = SPECTROGRAM_COLOURS[colour + part]!
      pixels[pixel + 3] = 255
    }
  return pixels
}

// Two pictures of one pose in, how far they differ where she is out.
import sharp from 'sharp'

export interface Picture {
  readonly width: number
  readonly height: number
  /** RGBA over the background, so that a missing part counts as much as a wrong one. */
  readonly pixels: Buffer
}

const BACKGROUND = '#e8eaf4'

export const pictureOf = async (png: Buffer): Promise<Picture> => {
  const { data, info } = await sharp(png)
    .flatten({ background: BACKGROUND })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, pixels: data }
}

export interface Difference {
  /** Mean of the colour difference over the box of what is drawn, 0..255. */
  readonly mean: number
  /** Share of the box that differs by more than 48 of 255 in some colour. */
  readonly wrong: number
}

const WRONG = 48
const ground = [0xe8, 0xea, 0xf4]

export const difference = (a: Picture, b: Picture): Difference => {
  let [left, top, right, bottom] = [a.width, a.height, 0, 0]
  for (let y = 0; y < a.height; y++)
    for (let x = 0; x < a.width; x++) {
      const i = (y * a.width + x) * 4
      if (ground.every((c, k) => a.pixels[i + k] === c) && ground.every((c, k) => b.pixels[i + k] === c)) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  let [sum, wrong] = [0, 0]
  for (let y = top; y <= bottom; y++)
    for (let x = left; x <= right; x++) {
      const i = (y * a.width + x) * 4
      const deltas = [0, 1, 2].map((k) => Math.abs(a.pixels[i + k]! - b.pixels[i + k]!))
      sum += (deltas[0]! + deltas[1]! + deltas[2]!) / 3
      if (Math.max(...deltas) > WRONG) wrong++
    }
  const area = (right - left + 1) * (bottom - top + 1)
  return { mean: sum / area, wrong: wrong / area }
}

/** Both pictures and what differs between them, side by side. */
export const sideBySide = async (a: Picture, b: Picture): Promise<Buffer> => {
  const { width, height } = a
  const delta = Buffer.alloc(width * height * 4, 255)
  for (let i = 0; i < delta.length; i += 4)
    for (let k = 0; k < 3; k++) delta[i + k] = 255 - Math.min(255, Math.abs(a.pixels[i + k]! - b.pixels[i + k]!) * 3)
  const raw = { width, height, channels: 4 as const }
  return sharp({ create: { width: width * 3, height, channels: 4, background: BACKGROUND } })
    .composite([a.pixels, b.pixels, delta].map((input, i) => ({ input, raw, left: i * width, top: 0 })))
    .png()
    .toBuffer()
}

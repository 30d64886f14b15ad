// The atlas as painted in, a texture as Cubism apps want it out: a PNG with straight alpha whose sides are powers of two.
import sharp from 'sharp'

export interface Pixels {
  readonly width: number
  readonly height: number
  /** RGBA, straight. */
  readonly data: Uint8Array
}

export const powerOfTwo = (px: number): number => 2 ** Math.ceil(Math.log2(px))

/** Apps that do not premultiply mix in the colour of clear neighbours: as far as two mipmaps reach, that is the colour beside them. */
const BLEED_PX = 4

/** `page` is not changed. */
export const texturePng = async (page: Pixels): Promise<Buffer> => {
  const [width, height] = [powerOfTwo(page.width), powerOfTwo(page.height)]
  const data = Buffer.alloc(width * height * 4)
  const bled = withBleed(page)
  for (let y = 0; y < page.height; y++) data.set(bled.subarray(y * page.width * 4, (y + 1) * page.width * 4), y * width * 4)
  return sharp(data, { raw: { width, height, channels: 4 } })
    .png({ compressionLevel: 9, adaptiveFiltering: true })
    .toBuffer()
}

/** Clear px take the colour of a neighbour that has one, ring by ring. */
const withBleed = ({ width, height, data }: Pixels): Uint8Array => {
  const out = Uint8Array.from(data)
  let edge: number[] = []
  for (let i = 0; i < width * height; i++) if (out[i * 4 + 3]! > 0) edge.push(i)
  const coloured = new Uint8Array(width * height)
  for (const i of edge) coloured[i] = 1
  for (let ring = 0; ring < BLEED_PX; ring++) {
    const next: number[] = []
    for (const i of edge) {
      const x = i % width
      for (const [j, inside] of [
        [i - 1, x > 0],
        [i + 1, x < width - 1],
        [i - width, i >= width],
        [i + width, i < width * (height - 1)],
      ] as const) {
        if (!inside || coloured[j] === 1) continue
        coloured[j] = 1
        out.copyWithin(j * 4, i * 4, i * 4 + 3)
        next.push(j)
      }
    }
    edge = next
  }
  return out
}

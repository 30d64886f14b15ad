// A layout in, the page with every piece painted out (straight RGBA), and that as a lossless WebP.
import sharp from 'sharp'
import type { AtlasLayout } from './atlas-layout'
import { rasterOf, svgOnPaper } from './raster'

/** Premultiplied in, straight out, as image files want it. */
const straightened = (value: number, alpha: number): number =>
  alpha === 0 ? 0 : Math.min(255, Math.round((value * 255) / alpha))

export const atlasPage = ({ width, height, places }: AtlasLayout): Buffer => {
  const page = Buffer.alloc(width * height * 4)
  for (const { island, ...place } of places.values()) {
    const { frame, density, paint } = island
    // The frame is stretched to whole px of the page, so that the edges of meshes fall between texels.
    const exact = { ...frame, width: place.width / density, height: place.height / density }
    const raster = rasterOf(svgOnPaper(paint, exact, density))
    for (let y = 0; y < Math.min(raster.height, place.height); y++)
      for (let x = 0; x < Math.min(raster.width, place.width); x++) {
        const [from, to] = [(y * raster.width + x) * 4, ((place.y + y) * width + place.x + x) * 4]
        const alpha = raster.pixels[from + 3]!
        for (let channel = 0; channel < 3; channel++) page[to + channel] = straightened(raster.pixels[from + channel]!, alpha)
        page[to + 3] = alpha
      }
  }
  return page
}

export const atlasImage = async (layout: AtlasLayout): Promise<Buffer> => {
  const raw = { width: layout.width, height: layout.height, channels: 4 as const }
  return sharp(atlasPage(layout), { raw }).webp({ lossless: true, effort: 6, exact: false }).toBuffer()
}

// Something painted on the paper in, its pixels out (premultiplied RGBA).
import { Resvg } from '@resvg/resvg-js'
import { Pen, Sheet } from '../drawing/pen'
import { type Frame, svgOf } from '../drawing/portrait'

export interface Raster {
  readonly width: number
  readonly height: number
  readonly pixels: Buffer
}

/** Without a warp: the paper as it lies. */
export const svgOnPaper = (paint: (pen: Pen) => void, frame: Frame, scale: number): string => {
  const pen = new Pen(new Sheet(), (p) => p)
  paint(pen)
  return svgOf(pen.sheet, pen.marks.join('\n'), frame, scale)
}

export const rasterOf = (svg: string): Raster => {
  const image = new Resvg(svg, { font: { loadSystemFonts: false } }).render()
  // Every read of the property copies the image.
  const { width, height, pixels } = image
  return { width, height, pixels }
}

// A painted part in, a grid of squares over what is not empty out.
import type { XY } from '../drawing/dot'
import type { Frame } from '../drawing/portrait'
import { CANVAS } from '../drawing/proportions'
import type { Island, Patch } from './mesh-draft'
import { type Raster, rasterOf, svgOnPaper } from './raster'

/** Coarse pixels on which the outline of a part is found. */
const COARSE = 0.25
/** Shapes run on below the canvas, so that a breath does not lift their ends into view. */
const PAPER: Frame = { x: 0, y: 0, width: CANVAS.width, height: CANVAS.height + 60 }

interface GridOptions {
  readonly id: string
  readonly density: number
  /** Side of a square, px of the paper. */
  readonly cell: number
  /** Nothing outside is taken. */
  readonly within?: Frame
  paint: Island['paint']
}

const isPainted = ({ width, height, pixels }: Raster, left: number, top: number, right: number, bottom: number): boolean => {
  for (let y = Math.max(0, top); y <= Math.min(height - 1, bottom); y++)
    for (let x = Math.max(0, left); x <= Math.min(width - 1, right); x++) if (pixels[(y * width + x) * 4 + 3]! > 0) return true
  return false
}

const paintedFrame = (raster: Raster, paper: Frame): Frame => {
  let [left, top, right, bottom] = [raster.width, raster.height, -1, -1]
  for (let y = 0; y < raster.height; y++)
    for (let x = 0; x < raster.width; x++)
      if (raster.pixels[(y * raster.width + x) * 4 + 3]! > 0) {
        left = Math.min(left, x)
        top = Math.min(top, y)
        right = Math.max(right, x)
        bottom = Math.max(bottom, y)
      }
  if (right < 0) throw new Error('A part of the drawing is empty.')
  const margin = 1 // one coarse pixel is 4 px of the paper, which the soft edge of a stroke does not exceed
  const [x, y] = [paper.x + (left - margin) / COARSE, paper.y + (top - margin) / COARSE]
  return { x, y, width: (right - left + 1 + 2 * margin) / COARSE, height: (bottom - top + 1 + 2 * margin) / COARSE }
}

export const gridPatch = ({ id, density, cell, within = PAPER, paint }: GridOptions): Patch => {
  const raster = rasterOf(svgOnPaper(paint, within, COARSE))
  const frame = paintedFrame(raster, within)
  const [columns, rows] = [Math.ceil(frame.width / cell), Math.ceil(frame.height / cell)]
  const corners: XY[] = []
  const known = new Map<number, number>()
  const corner = (column: number, row: number): number => {
    const key = row * (columns + 1) + column
    const at =
      known.get(key) ?? corners.push([frame.x + (frame.width * column) / columns, frame.y + (frame.height * row) / rows]) - 1
    known.set(key, at)
    return at
  }
  const coarse = (column: number, row: number): XY => [
    ((frame.width * column) / columns + frame.x - within.x) * COARSE,
    ((frame.height * row) / rows + frame.y - within.y) * COARSE,
  ]
  const indices: number[] = []
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const [[left, top], [right, bottom]] = [coarse(column, row), coarse(column + 1, row + 1)]
      if (!isPainted(raster, Math.floor(left) - 1, Math.floor(top) - 1, Math.ceil(right), Math.ceil(bottom))) continue
      const [a, b] = [corner(column, row), corner(column + 1, row)]
      const [c, d] = [corner(column, row + 1), corner(column + 1, row + 1)]
      indices.push(a, b, c, b, d, c)
    }
  return { island: { id, frame, density, paint }, corners, indices }
}

/** A few equal cells over a known rectangle. */
export const framePatch = (island: Island, columns: number, rows: number): Patch => {
  const { x, y, width, height } = island.frame
  const corners = Array.from({ length: (columns + 1) * (rows + 1) }, (_, i): XY => {
    const [column, row] = [i % (columns + 1), Math.floor(i / (columns + 1))]
    return [x + (width * column) / columns, y + (height * row) / rows]
  })
  return { island, corners, indices: bandIndices(columns + 1, rows + 1) }
}

/** Two triangles between every four neighbours of a grid of points. */
export const bandIndices = (columns: number, rows: number): number[] => {
  const indices: number[] = []
  for (let row = 0; row < rows - 1; row++)
    for (let column = 0; column < columns - 1; column++) {
      const a = row * columns + column
      indices.push(a, a + 1, a + columns, a + 1, a + columns + 1, a + columns)
    }
  return indices
}

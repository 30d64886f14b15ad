// Rectangles in, their places on one page out (skyline, tallest first).
import type { Island } from './mesh-draft'

export interface Place {
  readonly island: Island
  /** px of the page; the piece without its margin. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface AtlasLayout {
  readonly width: number
  readonly height: number
  readonly places: ReadonlyMap<Island, Place>
}

/** Some phones and older GPUs stop at 4096. */
const PAGE_WIDTH = 4096
const PAGE_HEIGHT = 4096
/** Empty px round a piece: at an eighth of the size (mipmap 3) still one px between two pieces. */
const MARGIN = 8

interface Ledge {
  x: number
  y: number
  width: number
}

export const atlasLayout = (islands: readonly Island[]): AtlasLayout => {
  const boxes = islands
    .map((island) => ({
      island,
      width: Math.round(island.frame.width * island.density),
      height: Math.round(island.frame.height * island.density),
    }))
    .sort((a, b) => b.height - a.height || b.width - a.width || a.island.id.localeCompare(b.island.id))
  let skyline: Ledge[] = [{ x: 0, y: 0, width: PAGE_WIDTH }]
  const places = new Map<Island, Place>()
  let height = 0
  for (const { island, width, height: tall } of boxes) {
    const [w, h] = [width + MARGIN, tall + MARGIN]
    const spot = lowestSpot(skyline, w)
    if (!spot || spot.y + h > PAGE_HEIGHT) throw new Error(`The atlas is full at ${island.id}. Lower a density.`)
    places.set(island, { island, x: spot.x + MARGIN / 2, y: spot.y + MARGIN / 2, width, height: tall })
    skyline = raised(skyline, spot.x, w, spot.y + h)
    height = Math.max(height, spot.y + h)
  }
  // A multiple of 64 keeps several mipmaps exact.
  return { width: PAGE_WIDTH, height: Math.ceil(height / 64) * 64, places }
}

const lowestSpot = (skyline: readonly Ledge[], width: number): { x: number; y: number } | null => {
  let best: { x: number; y: number } | null = null
  for (const { x } of skyline) {
    if (x + width > PAGE_WIDTH) continue
    const under = skyline.filter((ledge) => ledge.x < x + width && ledge.x + ledge.width > x)
    const y = Math.max(...under.map((ledge) => ledge.y))
    if (!best || y < best.y) best = { x, y }
  }
  return best
}

const raised = (skyline: readonly Ledge[], x: number, width: number, y: number): Ledge[] => {
  const rest = skyline.flatMap((ledge): Ledge[] => {
    const [left, right] = [ledge.x, ledge.x + ledge.width]
    const pieces: Ledge[] = []
    if (left < x) pieces.push({ x: left, y: ledge.y, width: Math.min(right, x) - left })
    if (right > x + width) pieces.push({ x: Math.max(left, x + width), y: ledge.y, width: right - Math.max(left, x + width) })
    return pieces
  })
  return [...rest, { x, y, width }].sort((a, b) => a.x - b.x)
}

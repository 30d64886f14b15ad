// In: the size of the page, how she is framed and where she stands. Out: what she fills of it, and where it has space.
import type { OverlayQuery } from './overlay-query'

export type Standing = Pick<OverlayQuery, 'framing' | 'align'>

/** Width to height of what she fills, with a little air; as in overlay.css. */
const STAND_RATIO = { full: 0.62, bust: 0.92 } as const
/** A column narrower than this, in shares of the smaller side, breaks every other word. */
const NARROWEST_COLUMN = 0.28
/** Less height than this is no space for two lines and a mark. */
const LOWEST_SPACE = 0.22

/** In the units of the page's size, from its upper left corner. */
export interface StandBox {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** What she fills: she stands on the lower edge. */
export function standBox(width: number, height: number, { framing, align }: Standing): StandBox {
  const fills = Math.min(width, STAND_RATIO[framing] * height)
  const tall = fills / STAND_RATIO[framing]
  const left = align === 'left' ? 0 : align === 'right' ? width - fills : (width - fills) / 2
  return { left, top: height - tall, width: fills, height: tall }
}

/** 'side': beside her; 'top': above her head, where the page is much higher than wide; 'none': only upon her. */
export function spaceBeside(width: number, height: number, standing: Standing): 'side' | 'top' | 'none' {
  const box = standBox(width, height, standing)
  const column = (width - box.width) / (standing.align === 'center' ? 2 : 1)
  if (column >= NARROWEST_COLUMN * Math.min(width, height)) return 'side'
  return box.top >= LOWEST_SPACE * height ? 'top' : 'none'
}

/** The side for what stands beside her: the chosen one where she leaves both free, else the free one. */
export const freeSide = (align: OverlayQuery['align'], chosen: 'left' | 'right'): 'left' | 'right' =>
  align === 'center' ? chosen : align === 'left' ? 'right' : 'left'

// A touch of the picture in, what it touched out.
import type { Model3 } from '@psiona/live2d/model3'
import type { RigRectangle } from '@psiona/shared/rig'

export interface HitArea {
  readonly name: string
  /** Of the drawable that is the area. */
  readonly id: string
}

export const areasOf = ({ HitAreas }: Model3): readonly HitArea[] =>
  HitAreas.map(({ Id, Name }) => ({ id: Id, name: Name === '' ? Id : Name }))

const holds = ({ x, y, width, height }: RigRectangle, atX: number, atY: number): boolean =>
  x <= atX && atX <= x + width && y <= atY && atY <= y + height

/** The areas under a point, null when it is not on her at all. A model without areas is one as a whole. */
export const touched = (
  areas: readonly HitArea[],
  boundsOf: (id: string) => RigRectangle | null,
  whole: RigRectangle,
  x: number,
  y: number,
): readonly string[] | null => {
  const hit = areas.filter(({ id }) => {
    const bounds = boundsOf(id)
    return bounds !== null && holds(bounds, x, y)
  })
  if (hit.length > 0) return hit.map(({ name }) => name)
  return areas.length === 0 && holds(whole, x, y) ? [] : null
}

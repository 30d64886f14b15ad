// Braid and long lock in, the soft shadows they cast on the coat out: they lie on the body and swing with the hair.
import { BRAID_NODES } from './braid'
import { ribbon, spline } from './curve'
import { type Dot, dots, fromAxis, type Side, shifted } from './dot'
import { layer } from './layer'
import { vertical } from './paint'
import type { Pen } from './pen'
import { LONG_LOCK } from './side-hair'

const COLOUR = '#3a3a86'
/** From the shoulder down; above it there is no coat to fall on. */
const paint = vertical(1235, 1310, [0, COLOUR, 0], [1, COLOUR, 0.2])

const cast = (pen: Pen, spine: readonly Dot[], side: Side, x: number, y: number): void => {
  pen.fill(shifted(ribbon(spline(fromAxis(spine, side))), x, y), paint)
}

const BRAID_SPINE: readonly Dot[] = [...BRAID_NODES.map(([x, y]): Dot => [x, y, 96]), ...dots('286,1740,90 250,1840,0')].filter(
  ([, y]) => y > 1100,
)

export const HAIR_SHADOWS = [
  layer('hair_shadow_R', 'hairShadowR', (pen) =>
    cast(
      pen,
      LONG_LOCK.filter(([, y]) => y > 1100),
      -1,
      20,
      26,
    ),
  ),
  layer('braid_shadow', 'braidShadow', (pen) => cast(pen, BRAID_SPINE, 1, 22, 30)),
]

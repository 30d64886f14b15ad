// A rectangle of the paper and where its points go at each pose in, a deformer of the rig out.
import type { RigDeformer } from '@psiona/shared'
import type { XY } from '../drawing/dot'
import type { Warp } from '../drawing/pen'
import type { Frame } from '../drawing/portrait'
import { bindingsOf, combinations, type Keys, type KeyValues } from './keys'

export interface DeformerDraft {
  readonly id: string
  /** From the paper to the coordinates in which the children are written. */
  toLocal: Warp
  /** px of the paper in one unit of those coordinates: decides the rounding. */
  readonly unitPx: number
  build(parent: DeformerDraft | null): RigDeformer
}

/** 1/20 px is below what the eye and the sampling of a texture tell apart. */
const FINEST_PX = 0.05

export const rounded = (value: number, unitPx: number): number => {
  const step = 10 ** Math.ceil(Math.log10(unitPx / FINEST_PX))
  const at = Math.round(value * step) / step
  return at === 0 ? 0 : at
}

export const localNumbers = (points: readonly XY[], space: DeformerDraft | null): number[] =>
  points.flatMap((p) => {
    const local = space ? space.toLocal(p) : p
    return local.map((v) => rounded(v, space?.unitPx ?? 1))
  })

interface WarpOptions {
  readonly id: string
  readonly part: string
  readonly domain: Frame
  readonly columns: number
  readonly rows: number
  readonly keys: Keys
  /** Where a point of the paper lies on the parent's paper at these keys. */
  bend(values: KeyValues): Warp
}

export const warpDraft = ({ id, part, domain, columns, rows, keys, bend }: WarpOptions): DeformerDraft => ({
  id,
  unitPx: Math.max(domain.width, domain.height),
  toLocal: ([x, y]) => [(x - domain.x) / domain.width, (y - domain.y) / domain.height],
  build(parent) {
    const grid = Array.from({ length: (columns + 1) * (rows + 1) }, (_, i): XY => {
      const [column, row] = [i % (columns + 1), Math.floor(i / (columns + 1))]
      return [domain.x + (domain.width * column) / columns, domain.y + (domain.height * row) / rows]
    })
    const positions = combinations(keys).map((values) => localNumbers(grid.map(bend(values)), parent))
    return { kind: 'warp', id, part, parent: parent?.id ?? null, bindings: bindingsOf(keys), columns, rows, positions }
  },
})

interface RotationOptions {
  readonly id: string
  readonly part: string
  readonly pivot: XY
  readonly keys: Keys
  degrees(values: KeyValues): number
  /** Where the pivot goes, px of the paper. */
  shift?(values: KeyValues): XY
  scale?(values: KeyValues): number
}

export const rotationDraft = ({
  id,
  part,
  pivot,
  keys,
  degrees,
  shift = () => [0, 0],
  scale = () => 1,
}: RotationOptions): DeformerDraft => ({
  id,
  unitPx: 1,
  toLocal: ([x, y]) => [x - pivot[0], y - pivot[1]],
  build(parent) {
    const keyforms = combinations(keys).map((values) => {
      const [dx, dy] = shift(values)
      const [x = 0, y = 0] = localNumbers([[pivot[0] + dx, pivot[1] + dy]], parent)
      return { x, y, degrees: rounded(degrees(values), 1), scale: rounded(scale(values), 1000) }
    })
    return { kind: 'rotation', id, part, parent: parent?.id ?? null, bindings: bindingsOf(keys), keyforms }
  },
})

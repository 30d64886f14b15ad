// The calm brows in, their meshes out: raised and turned, under the fringe and fainter over it, from one piece of texture.
import { BROW_OVER_OPACITY, browMove, browOutline } from '../drawing/brows'
import { SIDES, type Side, sideName } from '../drawing/dot'
import { PALETTE as C } from '../drawing/palette'
import { framePatch } from './grid-mesh'
import { boundsOf, DENSITY, EDGE_PX, type MeshDraft, meshDraft, type Patch } from './mesh-draft'

const patches = new Map<Side, Patch>(
  SIDES.map((side) => {
    const shape = browOutline(side)
    const island = {
      id: `brow_${sideName(side)}`,
      frame: boundsOf(shape, EDGE_PX),
      density: DENSITY.face,
      paint: (pen: Parameters<Patch['island']['paint']>[0]) => pen.fill(shape, C.eye.brow),
    }
    return [side, framePatch(island, 6, 1)]
  }),
)

const brow = (side: Side, id: string, opacity: number): MeshDraft => {
  const name = sideName(side)
  const patch = patches.get(side)!
  return meshDraft({
    id: `${id}_${name}`,
    part: 'PartBrows',
    deformer: 'head_brow',
    patches: [patch],
    keys: { [`browY${name}`]: [-1, 1.2], [`browAngle${name}`]: [-1.5, -0.75, 0, 0.75, 1.5] },
    keyform: (v) => {
      const move = browMove(side, { raise: v[`browY${name}`] ?? 0, angle: v[`browAngle${name}`] ?? 0 })
      return { points: patch.corners.map(move), opacity }
    },
  })
}

export const brows = (): MeshDraft[] => SIDES.map((side) => brow(side, 'brow', 1))
export const browsOver = (): MeshDraft[] => SIDES.map((side) => brow(side, 'brow_over', BROW_OVER_OPACITY))

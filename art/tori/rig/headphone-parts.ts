// The cups of the headphones in, their meshes out: each part widens, narrows and moves along as the head turns.
import { SIDES, sideName } from '../drawing/dot'
import { CUP_PARTS, cupMove, cupTurn, discShows, paintCupPart } from '../drawing/headphones'
import { gridPatch } from './grid-mesh'
import { DENSITY, type MeshDraft, meshDraft } from './mesh-draft'

const CELL = { pad: 70, housing: 62, disc: 62 } as const

export const headphoneCups = (): MeshDraft[] =>
  SIDES.flatMap((side) =>
    CUP_PARTS.map((part) => {
      const id = `headphone_${sideName(side)}_${part}`
      const patch = gridPatch({ id, density: DENSITY.head, cell: CELL[part], paint: (pen) => paintCupPart(pen, part, side) })
      return meshDraft({
        id,
        part: 'PartHead',
        deformer: 'head_phones',
        patches: [patch],
        keys: { angleX: [-30, -12, 0, 12, 30] },
        keyform: ({ angleX = 0 }) => {
          const turn = cupTurn(angleX, side)
          return { points: patch.corners.map(cupMove(part, side, turn)), opacity: part === 'disc' ? discShows(turn) : 1 }
        },
      })
    }),
  )

// The layers that only bend with their deformer in, their meshes out: body, hair, head, and what fades on the face.
import { earShows, FACE, gloomShows, PALE_BELOW, paintCheek, paintEar, paintGloom, paintHairShadow } from '../drawing/head'
import { LAYERS } from '../drawing/layers'
import { NEUTRAL } from '../drawing/pose'
import type { WarpName } from '../drawing/warps'
import { gridPatch } from './grid-mesh'
import { headphoneCups } from './headphone-parts'
import { boundsOf, DENSITY, EDGE_PX, type MeshDraft, meshDraft, type PartName } from './mesh-draft'

interface Home {
  readonly deformer: string
  readonly part: PartName
  readonly density: number
  /** px of the paper between points of the mesh. */
  readonly cell: number
}

const HOMES: Partial<Record<WarpName, Home>> = {
  body: { deformer: 'body', part: 'PartBody', density: DENSITY.body, cell: 80 },
  pendant: { deformer: 'pendant_swing', part: 'PartBody', density: DENSITY.head, cell: 40 },
  neck: { deformer: 'neck_bend', part: 'PartBody', density: DENSITY.body, cell: 50 },
  hairBack: { deformer: 'hair_back_swing', part: 'PartHair', density: DENSITY.body, cell: 64 },
  hairShadowR: { deformer: 'hair_shadow_R_swing', part: 'PartBody', density: DENSITY.mask, cell: 80 },
  braidShadow: { deformer: 'braid_shadow_swing', part: 'PartBody', density: DENSITY.mask, cell: 80 },
  braid: { deformer: 'braid_swing', part: 'PartHair', density: DENSITY.hair, cell: 48 },
  face: { deformer: 'head_face', part: 'PartFace', density: DENSITY.head, cell: 56 },
  nose: { deformer: 'head_nose', part: 'PartFace', density: DENSITY.face, cell: 40 },
  feature: { deformer: 'head_feature', part: 'PartFace', density: DENSITY.face, cell: 40 },
  cap: { deformer: 'head_cap', part: 'PartHair', density: DENSITY.head, cell: 64 },
  bangs: { deformer: 'bangs_swing', part: 'PartHair', density: DENSITY.head, cell: 48 },
  bangsL: { deformer: 'bangs_L_swing', part: 'PartHair', density: DENSITY.head, cell: 48 },
  bangsR: { deformer: 'bangs_R_swing', part: 'PartHair', density: DENSITY.head, cell: 48 },
  ahoge: { deformer: 'ahoge_swing', part: 'PartHair', density: DENSITY.head, cell: 32 },
  phones: { deformer: 'head_phones', part: 'PartHead', density: DENSITY.head, cell: 48 },
  ornament: { deformer: 'head_ornament', part: 'PartHair', density: DENSITY.head, cell: 48 },
}

const homeOf = (id: string, warp: WarpName): Home => {
  // The two sides bend apart: one is long, one short.
  if (warp === 'hairSideR' || warp === 'hairSideL')
    return { deformer: `${id}_swing`, part: 'PartHair', density: DENSITY.hair, cell: 48 }
  const home = HOMES[warp]
  if (!home) throw new Error(`No deformer is named for the warp ${warp}.`)
  return home
}

const plain = (id: string): MeshDraft => {
  const layer = LAYERS.find((l) => l.id === id)
  if (!layer) throw new Error(`The drawing has no layer ${id}.`)
  const { deformer, part, density, cell } = homeOf(id, layer.warp)
  return meshDraft({ id, part, deformer, patches: [gridPatch({ id, density, cell, paint: (pen) => layer.draw(pen, NEUTRAL) })] })
}

const FACE_MASK = 'face_mask'

const cheek = (side: 1 | -1): MeshDraft => {
  const id = `cheek_${side > 0 ? 'L' : 'R'}`
  const patch = gridPatch({ id, density: DENSITY.head, cell: 56, paint: (pen) => paintCheek(pen, side) })
  return meshDraft({
    id,
    part: 'PartFace',
    deformer: 'head_feature',
    patches: [patch],
    keys: { cheek: [0, 1] },
    keyform: ({ cheek: opacity = 0 }) => ({ points: patch.corners, opacity }),
  })
}

const ear = (side: 1 | -1): MeshDraft => {
  const id = `ear_${side > 0 ? 'L' : 'R'}`
  const patch = gridPatch({ id, density: DENSITY.hair, cell: 40, paint: (pen) => paintEar(pen, side) })
  return meshDraft({
    id,
    part: 'PartHead',
    deformer: 'head_ear',
    patches: [patch],
    keys: { angleX: [-14, -4, 4, 14] },
    keyform: ({ angleX = 0 }) => ({ points: patch.corners, opacity: earShows(angleX, side) }),
  })
}

/** Follows the fringe, and ends where the face does. */
const hairShadow = (): MeshDraft[] => {
  const mask = gridPatch({ id: FACE_MASK, density: DENSITY.mask, cell: 56, paint: (pen) => pen.fill(FACE, '#fff') })
  const within = boundsOf(FACE, EDGE_PX)
  const shadow = gridPatch({ id: 'face_hair_shadow', density: DENSITY.head, cell: 48, within, paint: paintHairShadow })
  return [
    meshDraft({ id: FACE_MASK, part: 'PartFace', deformer: 'head_face', patches: [mask], maskOnly: true }),
    meshDraft({ id: 'face_hair_shadow', part: 'PartFace', deformer: 'hair_shadow_swing', patches: [shadow], masks: [FACE_MASK] }),
  ]
}

const gloom = (): MeshDraft => {
  const id = 'face_gloom'
  const patch = gridPatch({ id, density: DENSITY.mask, cell: 64, within: boundsOf(FACE, EDGE_PX), paint: paintGloom })
  return meshDraft({
    id,
    part: 'PartFace',
    deformer: 'head_face',
    patches: [patch],
    keys: { cheek: [0, PALE_BELOW] },
    keyform: ({ cheek = 0 }) => ({ points: patch.corners, opacity: gloomShows(cheek) }),
    masks: [FACE_MASK],
  })
}

export const bodyParts = (): MeshDraft[] =>
  [
    'hair_back',
    'coat_back',
    'torso',
    'skirt',
    'neck',
    'coat_panel_R',
    'coat_panel_L',
    'arm_R',
    'arm_L',
    'clothes_shadow',
    'collar_R',
    'collar_L',
    'bow_tails',
    'bow',
    'pendant',
    'hair_shadow_R',
    'braid_shadow',
  ].map(plain)

export const faceParts = (): MeshDraft[] => [
  ear(-1),
  ear(1),
  plain('braid'),
  plain('face'),
  ...hairShadow(),
  gloom(),
  cheek(-1),
  cheek(1),
  plain('nose'),
  plain('beauty_mark'),
]

export const hairParts = (): MeshDraft[] =>
  LAYERS.filter(({ id }) => /^(hair_side_|hair_cap|bang_)/.test(id)).map(({ id }) => plain(id))

export const topParts = (): MeshDraft[] => [
  ...['hair_strands', 'ahoge', 'headphone_band'].map(plain),
  ...headphoneCups(),
  plain('ornament_psi'),
]

// The layers that only bend with their deformer in, their meshes out: body, hair, head, and what fades on the face.
import { ARM_WARPS } from '../drawing/arm-warps'
import { FOREARMS, RESTING_ARMS, UPPER_ARMS } from '../drawing/arms'
import type { XY } from '../drawing/dot'
import { COVERS, LEAVES, opacityOf } from '../drawing/gestures'
import { GLASSES } from '../drawing/glasses'
import { earShows, FACE, gloomShows, PALE_BELOW, paintCheek, paintEar, paintGloom, paintHairShadow } from '../drawing/head'
import { HOOD, HOODIE } from '../drawing/hoodie'
import type { Layer } from '../drawing/layer'
import { LAYERS } from '../drawing/layers'
import { STEAM_ID } from '../drawing/mug'
import { NEUTRAL } from '../drawing/pose'
import type { WarpName } from '../drawing/warps'
import { gridPatch } from './grid-mesh'
import { headphoneCups } from './headphone-parts'
import { type Keys, poseAt } from './keys'
import { boundsOf, DENSITY, EDGE_PX, type MeshDraft, meshDraft, type PartName } from './mesh-draft'
import { rising } from './rising'

interface Home {
  readonly deformer: string
  readonly part: PartName
  readonly density: number
  /** px of the paper between points of the mesh. */
  readonly cell: number
}

const HOMES: Partial<Record<WarpName, Home>> = {
  body: { deformer: 'body', part: 'PartBody', density: DENSITY.body, cell: 80 },
  trunk: { deformer: 'trunk_turn', part: 'PartBody', density: DENSITY.body, cell: 84 },
  coat: { deformer: 'coat_swing', part: 'PartBody', density: DENSITY.body, cell: 100 },
  skirt: { deformer: 'skirt_swing', part: 'PartBody', density: DENSITY.body, cell: 84 },
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
  const arm = ARM_WARPS.find((name) => name === warp)
  if (id === STEAM_ID) return { deformer: `arm_${warp}`, part: 'PartProps', density: DENSITY.effect, cell: 30 }
  if (arm) return { deformer: `arm_${arm}`, part: 'PartArms', density: DENSITY.body, cell: 96 }
  const home = HOMES[warp]
  if (!home) throw new Error(`No deformer is named for the warp ${warp}.`)
  return home
}

const plain = (id: string): MeshDraft => {
  const layer = LAYERS.find((l) => l.id === id)
  if (!layer) throw new Error(`The drawing has no layer ${id}.`)
  const { deformer, part, density, cell } = homeOf(id, layer.warp)
  // Soft edges of one colour need few pixels.
  const isShadow = /_shadow/.test(id)
  const patch = gridPatch({ id, density: isShadow ? DENSITY.mask : density, cell, paint: (pen) => layer.draw(pen, NEUTRAL) })
  return meshDraft({ id, part: partOf(layer) ?? part, deformer, patches: [patch], ...fading(layer, patch.corners) })
}

/** Opacity at every key of what shows and hides the layer. */
const fading = ({ shown }: Layer, points: readonly XY[]): Partial<Pick<MeshDraft, 'keys' | 'keyform'>> => {
  if (!shown) return {}
  const keys: Keys = Object.fromEntries(
    Object.entries({ ...shown.every, ...shown.any }).map(([name, fade]) => [name, fade.map(([value]) => value)]),
  )
  return { keys, keyform: (values) => ({ points, opacity: opacityOf(shown, poseAt(values)) }) }
}

/** What only one outfit has, and what can be taken off. */
const partOf = ({ id, shown }: Layer): PartName | null => {
  if (['glasses', 'mug', STEAM_ID].includes(id)) return 'PartProps'
  const fade = shown?.every.outfit
  return fade === LEAVES ? 'PartOutfit1' : fade === COVERS ? 'PartOutfit2' : null
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
/** Bottom to top; the layers of one room of the drawing. */
const idsOf = (layers: readonly Layer[]): string[] => layers.map(({ id }) => id)

export const bodyParts = (): MeshDraft[] =>
  [
    'hair_back',
    'coat_back',
    'torso',
    'skirt',
    'neck',
    'coat_panel_R',
    'coat_panel_L',
    ...idsOf(HOODIE),
    ...idsOf(RESTING_ARMS),
    ...idsOf(UPPER_ARMS),
    'clothes_shadow',
    'collar_R',
    'collar_L',
    'bow_tails',
    'bow',
    'pendant',
    ...idsOf(HOOD),
    'hair_shadow_R',
    'braid_shadow',
  ].map(plain)

export const glasses = (): MeshDraft[] => idsOf(GLASSES).map(plain)
export const forearms = (): MeshDraft[] => idsOf(FOREARMS).map((id) => (id === STEAM_ID ? rising(plain(id)) : plain(id)))

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

// The drawing in, the rig and the layout of its atlas out.
import { FACE_CHANNELS, RIG_VERSION, type Rig, type RigMesh, type RigParameter } from '@psiona/shared'
import { GESTURES } from '../drawing/gestures'
import { SWINGS } from '../drawing/pose'
import { CANVAS } from '../drawing/proportions'
import { type AtlasLayout, atlasLayout } from './atlas-layout'
import { brows, browsOver } from './brow-parts'
import { localNumbers, rounded } from './deformer-draft'
import { DEFORMERS } from './deformers'
import { effects } from './effect-parts'
import { bothEyes } from './eye-parts'
import { bindingsOf, combinations, RHYTHMS } from './keys'
import { type Island, type MeshDraft, PARTS } from './mesh-draft'
import { mouthParts } from './mouth-parts'
import { PENDULUMS, RHYTHM_LIST } from './pendulums'
import { bodyParts, faceParts, forearms, glasses, hairParts, topParts } from './plain-parts'

export const ATLAS_FILE = 'tori.webp'
/** Bottom to top. */
const drafts = (): MeshDraft[] => [
  ...bodyParts(),
  ...faceParts(),
  ...mouthParts(),
  ...bothEyes(),
  ...brows(),
  ...glasses(),
  ...hairParts(),
  ...browsOver(),
  ...topParts(),
  ...forearms(),
  ...effects(),
]

const parameters = (used: ReadonlySet<string>): RigParameter[] => {
  const channels = FACE_CHANNELS.map((c) => ({ id: c.parameter, min: c.min, max: c.max, default: c.rest }))
  const swings = Object.values(SWINGS).map((id) => ({ id, min: -1, max: 1, default: 0 }))
  const gestures = Object.values(GESTURES).map(({ parameter, min, max }) => ({ id: parameter, min, max, default: 0 }))
  const rhythms = [
    { id: RHYTHMS.pulse, min: -1, max: 1, default: 0 },
    { id: RHYTHMS.fall, min: 0, max: 1, default: 0 },
  ]
  return [...channels, ...gestures, ...swings, ...rhythms].filter((p) => used.has(p.id))
}

const meshOf = (draft: MeshDraft, index: number, layout: AtlasLayout): RigMesh => {
  const home = DEFORMERS.find(([d]) => d.id === draft.deformer)?.[0]
  if (!home) throw new Error(`${draft.id} hangs on ${draft.deformer}, which there is not.`)
  const uvs: number[] = []
  const indices: number[] = []
  for (const { island, corners, indices: triangles } of draft.patches) {
    const place = layout.places.get(island)
    if (!place) throw new Error(`${island.id} has no place in the atlas.`)
    const first = uvs.length / 2
    indices.push(...triangles.map((i) => first + i))
    for (const [x, y] of corners) {
      const u = (place.x + (x - island.frame.x) * island.density) / layout.width
      const v = (place.y + (y - island.frame.y) * island.density) / layout.height
      uvs.push(rounded(u, layout.width), rounded(v, layout.height))
    }
  }
  const forms = combinations(draft.keys).map((values) => draft.keyform(values))
  return {
    id: draft.id,
    part: draft.part,
    parent: draft.deformer,
    bindings: bindingsOf(draft.keys),
    texture: 0,
    drawOrder: 100 + index * 5,
    uvs,
    indices,
    positions: forms.map((form) => localNumbers(form.points, home)),
    opacities: forms.map((form) => rounded(form.opacity, 50)),
    masks: [...draft.masks],
    maskOnly: draft.maskOnly,
  }
}

export interface BuiltRig {
  readonly rig: Rig
  readonly layout: AtlasLayout
}

export const buildRig = (): BuiltRig => {
  const all = drafts()
  const islands = [...new Set<Island>(all.flatMap((d) => d.patches.map((patch) => patch.island)))]
  const layout = atlasLayout(islands)
  const deformers = DEFORMERS.map(([draft, parent]) => draft.build(parent))
  const meshes = all.map((draft, i) => meshOf(draft, i, layout))
  const used = new Set([
    ...[...deformers, ...meshes].flatMap((o) => o.bindings.map((b) => b.parameter)),
    ...PENDULUMS.flatMap((p) => [p.output.parameter, ...p.inputs.map((input) => input.parameter)]),
    ...RHYTHM_LIST.map((r) => r.parameter),
  ])
  const rig: Rig = {
    version: RIG_VERSION,
    name: 'Tori',
    licence: 'MIT',
    canvas: { ...CANVAS },
    framings: { full: { x: 380, y: 60, width: 1240, height: 2340 }, bust: { x: 380, y: 60, width: 1240, height: 1420 } },
    textures: [{ file: ATLAS_FILE, width: layout.width, height: layout.height }],
    parameters: parameters(used),
    parts: PARTS.map((id) => ({ id })),
    deformers,
    meshes,
    pendulums: [...PENDULUMS],
    rhythms: [...RHYTHM_LIST],
  }
  return { rig, layout }
}

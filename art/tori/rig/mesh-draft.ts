// The shape of a mesh before it has a place in the atlas: what is painted where, and where its points go at each key.
import type { XY } from '../drawing/dot'
import type { Pen } from '../drawing/pen'
import type { Frame } from '../drawing/portrait'
import type { Keys, KeyValues } from './keys'

/** A piece of the drawing that gets a rectangle of the atlas. Meshes may share one. */
export interface Island {
  readonly id: string
  /** On the paper. */
  readonly frame: Frame
  /** px of the atlas per px of the paper. */
  readonly density: number
  paint(pen: Pen): void
}

/** Triangles over one island: corners on the paper where the texture is taken. */
export interface Patch {
  readonly island: Island
  readonly corners: readonly XY[]
  readonly indices: readonly number[]
}

export interface Keyform {
  /** On the paper, in the order of the patches' corners. */
  readonly points: readonly XY[]
  readonly opacity: number
}

export interface MeshDraft {
  readonly id: string
  readonly part: PartName
  readonly deformer: string
  readonly patches: readonly Patch[]
  readonly keys: Keys
  keyform(values: KeyValues): Keyform
  readonly masks: readonly string[]
  readonly maskOnly: boolean
}

export const PARTS = [
  'PartBody',
  'PartOutfit1',
  'PartOutfit2',
  'PartArms',
  'PartProps',
  'PartHair',
  'PartHead',
  'PartFace',
  'PartMouth',
  'PartEyes',
  'PartBrows',
  'PartEffects',
] as const
export type PartName = (typeof PARTS)[number]

type Required = 'id' | 'part' | 'deformer' | 'patches'
/** At rest where it is painted, without masks, unless said otherwise. */
export const meshDraft = (draft: Pick<MeshDraft, Required> & Partial<Omit<MeshDraft, Required>>): MeshDraft => {
  const still: Keyform = { points: draft.patches.flatMap((patch) => patch.corners), opacity: 1 }
  return { keys: {}, keyform: () => still, masks: [], maskOnly: false, ...draft }
}

/** px of the atlas per px of the paper: what people look at is finer. 0.45 to 0.75 px of the screen show one px of the paper at 1080 lines. */
export const DENSITY = { body: 0.75, hair: 0.8, head: 0.9, face: 1.5, effect: 0.7, mask: 0.5 } as const

/** Room round what is painted, px of the paper, so that its soft edge lies inside of the mesh. */
export const EDGE_PX = 3

export const boundsOf = (points: readonly (XY | readonly [number, number, ...unknown[]])[], margin: number): Frame => {
  const [xs, ys] = [points.map((p) => p[0]), points.map((p) => p[1])]
  const [left, top] = [Math.floor(Math.min(...xs) - margin), Math.floor(Math.min(...ys) - margin)]
  return { x: left, y: top, width: Math.ceil(Math.max(...xs) + margin) - left, height: Math.ceil(Math.max(...ys) + margin) - top }
}

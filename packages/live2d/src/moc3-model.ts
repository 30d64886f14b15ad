// What a .moc3 holds, as an editor thinks of it: parameters, parts, deformers and meshes with their keyforms. y points down throughout.
// Roots live in units ((px - origin) / pixelsPerUnit), children of a warp in 0..1 of its grid, children of a rotation in units about it.

export interface Moc3Canvas {
  readonly pixelsPerUnit: number
  /** px from the upper left corner. */
  readonly originX: number
  readonly originY: number
  readonly width: number
  readonly height: number
}

export interface Moc3Parameter {
  readonly id: string
  readonly min: number
  readonly max: number
  readonly default: number
}

export interface Moc3Part {
  readonly id: string
  readonly parent: string | null
}

export interface Moc3Binding {
  readonly parameter: string
  /** Ascending. Outside of the first and the last key an object is not shown: let them reach both ends of the parameter. */
  readonly keys: readonly number[]
}

interface Bound {
  readonly id: string
  readonly part: string
  /** A deformer that stands before it, or null for the canvas. */
  readonly parent: string | null
  /** Keyforms are the product of the keys, the first binding running fastest. */
  readonly bindings: readonly Moc3Binding[]
}

/** x, y of every point. */
export type Moc3Positions = readonly number[]

export interface Moc3Warp extends Bound {
  readonly kind: 'warp'
  /** Cells; the grid has one more point each way, rows from the top. */
  readonly columns: number
  readonly rows: number
  /** How a point between grid points is placed: by the nearer triangle of its cell, or by all four corners (bilinear; Cubism 3.3). */
  readonly cells: 'triangles' | 'quads'
  readonly keyforms: readonly { readonly positions: Moc3Positions; readonly opacity: number }[]
}

export interface Moc3Rotation extends Bound {
  readonly kind: 'rotation'
  /** Origin in the parent's coordinates, degrees clockwise on the screen, scale of the children. */
  readonly keyforms: readonly {
    readonly x: number
    readonly y: number
    readonly degrees: number
    readonly scale: number
    readonly opacity: number
  }[]
}

export type Moc3Deformer = Moc3Warp | Moc3Rotation

export const MOC3_BLENDS = ['normal', 'add', 'multiply'] as const
export type Moc3Blend = (typeof MOC3_BLENDS)[number]

export interface Moc3Mesh extends Bound {
  readonly texture: number
  readonly blend: Moc3Blend
  readonly doubleSided: boolean
  /** Ids of meshes; shown only where one of them is painted. */
  readonly masks: readonly string[]
  /** Shown only where none of them is. */
  readonly invertMasks: boolean
  /** u, v of every vertex, v downwards. */
  readonly uvs: readonly number[]
  readonly indices: readonly number[]
  /** Draw order 0..1000, low is drawn first. */
  readonly keyforms: readonly { readonly positions: Moc3Positions; readonly opacity: number; readonly drawOrder: number }[]
}

export interface Moc3Model {
  readonly canvas: Moc3Canvas
  readonly parameters: readonly Moc3Parameter[]
  readonly parts: readonly Moc3Part[]
  /** Parents before children. */
  readonly deformers: readonly Moc3Deformer[]
  readonly meshes: readonly Moc3Mesh[]
}

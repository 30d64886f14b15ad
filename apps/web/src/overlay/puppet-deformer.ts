// Keyforms of grids and pivots in, the places of their children on the canvas out.
import type { RigRotation, RigWarp } from '@psiona/shared/rig'
import type { KeyformBlend } from './puppet-keyforms'
import { PlacedPoints } from './puppet-points'
import type { Deformer } from './puppet-space'

/** A grid whose children live in 0..1 of it. Each cell is two triangles, as in the oldest .moc3, which every Cubism Core plays; outside,
 *  the cell at the edge goes on. */
export class WarpDeformer implements Deformer {
  changed = true
  readonly columns: number
  readonly rows: number
  /** Grid points on the canvas. */
  readonly grid: Float32Array
  readonly #points: PlacedPoints

  constructor(rig: RigWarp, blend: KeyformBlend, parent: Deformer | null) {
    this.columns = rig.columns
    this.rows = rig.rows
    this.grid = new Float32Array((rig.columns + 1) * (rig.rows + 1) * 2)
    this.#points = new PlacedPoints(rig.positions, blend, parent)
  }

  update(): void {
    this.changed = this.#points.update(this.grid, 0)
  }

  place(local: Float32Array, count: number, out: Float32Array, at: number): void {
    const { columns, rows, grid } = this
    for (let i = 0; i < count; i++) {
      const x = local[2 * i]! * columns
      const y = local[2 * i + 1]! * rows
      const column = Math.max(0, Math.min(columns - 1, Math.floor(x)))
      const row = Math.max(0, Math.min(rows - 1, Math.floor(y)))
      const u = x - column
      const v = y - row
      const a = (row * (columns + 1) + column) * 2
      const b = a + (columns + 1) * 2
      // Weights of the cell's corners; the upper left triangle does not know the lower right one.
      const isUpperLeft = u + v <= 1
      const wa = isUpperLeft ? 1 - u - v : 0
      const wb = isUpperLeft ? u : 1 - v
      const wc = isUpperLeft ? v : 1 - u
      const wd = isUpperLeft ? 0 : u + v - 1
      out[2 * (at + i)] = wa * grid[a]! + wb * grid[a + 2]! + wc * grid[b]! + wd * grid[b + 2]!
      out[2 * (at + i) + 1] = wa * grid[a + 1]! + wb * grid[a + 3]! + wc * grid[b + 1]! + wd * grid[b + 3]!
    }
  }
}

/** In a warp's 0..1: how far the upward neighbour is that tells how the parent turns what stands on it. */
const UP_IN_WARP = 0.1
const UP_IN_ROTATION_PX = 10

/** An origin about which children turn, in px. It also turns as its parent turns there. */
export class RotationDeformer implements Deformer {
  changed = true
  readonly #blend: KeyformBlend
  readonly #parent: Deformer | null
  readonly #forms: Float32Array
  readonly #form = new Float32Array(4)
  readonly #probe = new Float32Array(4)
  readonly #seen = new Float32Array(4)
  readonly #up: number
  #cos = 1
  #sin = 0

  constructor(rig: RigRotation, blend: KeyformBlend, parent: Deformer | null) {
    this.#blend = blend
    this.#parent = parent
    this.#forms = Float32Array.from(rig.keyforms.flatMap((f) => [f.x, f.y, f.degrees, f.scale]))
    this.#up = parent instanceof WarpDeformer ? UP_IN_WARP : UP_IN_ROTATION_PX
  }

  update(): void {
    this.changed = this.#blend.changed || (this.#parent?.changed ?? false)
    if (!this.changed) return
    this.#blend.mix(this.#forms, this.#form)
    const probe = this.#probe
    const seen = this.#seen
    probe[0] = probe[2] = this.#form[0]!
    probe[1] = this.#form[1]!
    probe[3] = this.#form[1]! - this.#up
    if (this.#parent) this.#parent.place(probe, 2, seen, 0)
    else seen.set(probe)
    const inherited = Math.atan2(seen[2]! - seen[0]!, seen[1]! - seen[3]!)
    const angle = (this.#form[2]! * Math.PI) / 180 + inherited
    this.#cos = Math.cos(angle) * this.#form[3]!
    this.#sin = Math.sin(angle) * this.#form[3]!
  }

  place(local: Float32Array, count: number, out: Float32Array, at: number): void {
    const x0 = this.#seen[0]!
    const y0 = this.#seen[1]!
    const c = this.#cos
    const s = this.#sin
    for (let i = 0; i < count; i++) {
      const x = local[2 * i]!
      const y = local[2 * i + 1]!
      out[2 * (at + i)] = x0 + x * c - y * s
      out[2 * (at + i) + 1] = y0 + x * s + y * c
    }
  }
}

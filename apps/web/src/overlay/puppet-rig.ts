// Parameter values in, the points of every mesh on the canvas and its opacity out. Nothing here draws or allocates once it is built.
import type { Rig, RigMesh, RigRectangle } from '@psiona/shared/rig'
import { RotationDeformer, WarpDeformer } from './puppet-deformer'
import { type KeyformBlend, KeyformBlends } from './puppet-keyforms'
import { PlacedPoints } from './puppet-points'
import type { Deformer } from './puppet-space'

export interface PuppetMesh {
  readonly rig: RigMesh
  /** Its first point among all points. */
  readonly firstPoint: number
  readonly pointCount: number
  /** 0..1 */
  opacity: number
}

/** Twice as fine as an 8-bit channel: smaller changes are none. */
const OPACITY_STEPS = 512

export class PuppetRig {
  /** In draw order, the lowest first. */
  readonly meshes: readonly PuppetMesh[]
  /** x, y of all points of all meshes, canvas px. */
  readonly points: Float32Array
  /** Set by update: whether any point moved, and whether any opacity changed. */
  pointsChanged = true
  opacitiesChanged = true

  #fresh = true
  readonly #rig: Rig
  readonly #parameterAt: ReadonlyMap<string, number>
  readonly #values: Float32Array
  readonly #seen: Float32Array
  readonly #moved: Uint8Array
  readonly #blends: readonly KeyformBlend[]
  readonly #deformers: readonly Deformer[]
  readonly #placed: readonly {
    points: PlacedPoints
    blend: KeyformBlend
    opacities: Float32Array
    isMask: boolean
    part: number
  }[]
  readonly #partOpacities: Float32Array
  #partsChanged = false

  constructor(rig: Rig) {
    this.#rig = rig
    this.#parameterAt = new Map(rig.parameters.map((p, i) => [p.id, i]))
    this.#values = Float32Array.from(rig.parameters, (p) => p.default)
    this.#seen = new Float32Array(rig.parameters.length).fill(Number.NaN)
    this.#moved = new Uint8Array(rig.parameters.length)
    const blends = new KeyformBlends((id) => this.indexOf(id))
    const deformers = new Map<string, Deformer>()
    const parentOf = (id: string | null): Deformer | null => (id === null ? null : (deformers.get(id) ?? null))
    for (const d of rig.deformers) {
      const [blend, parent] = [blends.for(d.bindings), parentOf(d.parent)]
      deformers.set(d.id, d.kind === 'warp' ? new WarpDeformer(d, blend, parent) : new RotationDeformer(d, blend, parent))
    }
    const ordered = [...rig.meshes].sort((a, b) => a.drawOrder - b.drawOrder)
    const masks = new Set(ordered.flatMap((m) => m.masks))
    let firstPoint = 0
    this.meshes = ordered.map((mesh) => {
      const pointCount = mesh.uvs.length / 2
      firstPoint += pointCount
      return { rig: mesh, firstPoint: firstPoint - pointCount, pointCount, opacity: 1 }
    })
    this.points = new Float32Array(firstPoint * 2)
    const partAt = new Map(rig.parts.map(({ id }, i) => [id, i]))
    this.#partOpacities = new Float32Array(rig.parts.length).fill(1)
    this.#placed = ordered.map((mesh) => {
      const blend = blends.for(mesh.bindings)
      const points = new PlacedPoints(mesh.positions, blend, parentOf(mesh.parent))
      return {
        points,
        blend,
        opacities: Float32Array.from(mesh.opacities),
        isMask: masks.has(mesh.id),
        part: partAt.get(mesh.part) ?? -1,
      }
    })
    this.#blends = blends.all
    this.#deformers = [...deformers.values()]
    this.update()
  }

  /** -1 when the rig has no such parameter. */
  indexOf(parameter: string): number {
    return this.#parameterAt.get(parameter) ?? -1
  }

  get(index: number): number {
    return this.#values[index]!
  }

  set(index: number, value: number): void {
    const { min, max } = this.#rig.parameters[index]!
    // A NaN from outside must not stick in a pendulum or a picture.
    if (!Number.isNaN(value)) this.#values[index] = Math.min(max, Math.max(min, value))
  }

  get partCount(): number {
    return this.#partOpacities.length
  }

  setPart(index: number, opacity: number): void {
    if (Math.fround(opacity) === this.#partOpacities[index] || Number.isNaN(opacity)) return
    this.#partOpacities[index] = opacity
    this.#partsChanged = true
  }

  /** px of the canvas, as of the last update. */
  boundsOf(meshes: readonly PuppetMesh[]): RigRectangle {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
    for (const { firstPoint, pointCount } of meshes)
      for (let i = firstPoint; i < firstPoint + pointCount; i++) {
        const [x, y] = [this.points[2 * i]!, this.points[2 * i + 1]!]
        left = Math.min(left, x)
        right = Math.max(right, x)
        top = Math.min(top, y)
        bottom = Math.max(bottom, y)
      }
    return { x: left, y: top, width: right - left, height: bottom - top }
  }

  update(): void {
    for (let i = 0; i < this.#values.length; i++) {
      this.#moved[i] = this.#values[i] === this.#seen[i] ? 0 : 1
      this.#seen[i] = this.#values[i]!
    }
    for (let i = 0; i < this.#blends.length; i++) this.#blends[i]!.update(this.#values, this.#moved)
    for (let i = 0; i < this.#deformers.length; i++) this.#deformers[i]!.update()
    this.pointsChanged = false
    this.opacitiesChanged = false
    for (let i = 0; i < this.#placed.length; i++) {
      const placed = this.#placed[i]!
      const mesh = this.meshes[i]!
      if (placed.blend.changed || this.#partsChanged) {
        const whole = placed.blend.mixOne(placed.opacities) * (this.#partOpacities[placed.part] ?? 1)
        const opacity = Math.round(whole * OPACITY_STEPS) / OPACITY_STEPS
        if (opacity !== mesh.opacity) this.opacitiesChanged = true
        mesh.opacity = opacity
      }
      // What cannot be seen is not moved, but for the first time: then everything gets a place.
      if (mesh.opacity === 0 && !placed.isMask && !this.#fresh) placed.points.skip()
      else if (placed.points.update(this.points, mesh.firstPoint)) this.pointsChanged = true
    }
    this.#fresh = false
    this.#partsChanged = false
  }
}

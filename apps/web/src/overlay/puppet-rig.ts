// Parameter values in, the points of every mesh on the canvas and its opacity out. Nothing here draws or allocates once it is built.
import type { Rig, RigMesh } from '@psiona/shared/rig'
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
  readonly #parts: readonly { points: PlacedPoints; blend: KeyformBlend; opacities: Float32Array; isMask: boolean }[]

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
    this.#parts = ordered.map((mesh) => {
      const blend = blends.for(mesh.bindings)
      const points = new PlacedPoints(mesh.positions, blend, parentOf(mesh.parent))
      return { points, blend, opacities: Float32Array.from(mesh.opacities), isMask: masks.has(mesh.id) }
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

  update(): void {
    for (let i = 0; i < this.#values.length; i++) {
      this.#moved[i] = this.#values[i] === this.#seen[i] ? 0 : 1
      this.#seen[i] = this.#values[i]!
    }
    for (let i = 0; i < this.#blends.length; i++) this.#blends[i]!.update(this.#values, this.#moved)
    for (let i = 0; i < this.#deformers.length; i++) this.#deformers[i]!.update()
    this.pointsChanged = false
    this.opacitiesChanged = false
    for (let i = 0; i < this.#parts.length; i++) {
      const part = this.#parts[i]!
      const mesh = this.meshes[i]!
      if (part.blend.changed) {
        const opacity = Math.round(part.blend.mixOne(part.opacities) * OPACITY_STEPS) / OPACITY_STEPS
        if (opacity !== mesh.opacity) this.opacitiesChanged = true
        mesh.opacity = opacity
      }
      // What cannot be seen is not moved, but for the first time: then everything gets a place.
      if (mesh.opacity === 0 && !part.isMask && !this.#fresh) part.points.skip()
      else if (part.points.update(this.points, mesh.firstPoint)) this.pointsChanged = true
    }
    this.#fresh = false
  }
}

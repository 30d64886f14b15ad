// A rig played by our puppet and the model made of it played by the Cubism Core, at the same values. Out: how far apart they are.
import type { Rig } from '@psiona/shared'
import { PuppetRig } from '../../apps/web/src/overlay/puppet-rig'
import { type CubismCoreModel, DYNAMIC } from './cubism-core'

export interface Apart {
  /** Of the farthest point of anything that is seen or masks, px of the canvas. */
  readonly px: number
  readonly mesh: string
  /** Of opacities, 0..1. */
  readonly opacity: number
  /** Meshes that are drawn in another order. */
  readonly disordered: readonly string[]
  /** Seen in one and not in the other. */
  readonly missing: readonly string[]
}

/**
 * The Core takes a value within a thousandth of a key as that key, and the puppet rounds opacities to 1/512: where one thing fades into
 * another within a tenth of a parameter, that is a hundredth.
 */
export const SAME_OPACITY = 0.015

export type Setting = Readonly<Record<string, number>>

export class CoreParity {
  readonly #rig: Rig
  readonly #puppet: PuppetRig
  readonly #core: CubismCoreModel
  readonly #pixelsPerUnit: number
  readonly #at: ReadonlyMap<string, number>

  constructor(rig: Rig, core: CubismCoreModel, pixelsPerUnit: number) {
    this.#rig = rig
    this.#puppet = new PuppetRig(rig)
    this.#core = core
    this.#pixelsPerUnit = pixelsPerUnit
    this.#at = new Map(core.drawables.ids.map((id, i) => [id, i]))
  }

  /** Parameters that are not named are at their defaults. */
  at(setting: Setting): Apart {
    const { parameters, drawables } = this.#core
    for (const [i, p] of this.#rig.parameters.entries()) {
      const value = setting[p.id] ?? p.default
      this.#puppet.set(i, value)
      parameters.values[parameters.ids.indexOf(p.id)] = value
    }
    this.#puppet.update()
    drawables.resetDynamicFlags()
    this.#core.update()
    let [px, mesh, opacity] = [0, '', 0]
    const missing: string[] = []
    const seen: { id: string; order: number }[] = []
    for (const { rig, firstPoint, pointCount, opacity: wanted } of this.#puppet.meshes) {
      const at = this.#at.get(rig.id) ?? -1
      const shown = rig.maskOnly ? 0 : wanted
      opacity = Math.max(opacity, Math.abs((drawables.opacities[at] ?? Number.NaN) - shown))
      const visible = ((drawables.dynamicFlags[at] ?? 0) & DYNAMIC.visible) !== 0
      if (visible !== shown > 0 && Math.max(drawables.opacities[at] ?? 0, shown) > SAME_OPACITY) missing.push(rig.id)
      if (shown === 0 && !rig.maskOnly) continue
      if (!rig.maskOnly) seen.push({ id: rig.id, order: drawables.renderOrders[at] ?? Number.NaN })
      const far = this.#farthest(drawables.vertexPositions[at] ?? new Float32Array(), firstPoint, pointCount)
      if (!(far <= px)) [px, mesh] = [far, rig.id]
    }
    const disordered = seen.filter(({ order }, i) => i > 0 && !(order > seen[i - 1]!.order)).map(({ id }) => id)
    return { px, mesh, opacity, disordered, missing }
  }

  #farthest(positions: Float32Array, firstPoint: number, pointCount: number): number {
    const { width, height } = this.#rig.canvas
    let farthest = 0
    for (let i = 0; i < pointCount; i++) {
      const x = positions[2 * i]! * this.#pixelsPerUnit + width / 2
      const y = height / 2 - positions[2 * i + 1]! * this.#pixelsPerUnit
      const at = 2 * (firstPoint + i)
      const far = Math.hypot(x - this.#puppet.points[at]!, y - this.#puppet.points[at + 1]!)
      if (!(far <= farthest)) farthest = far
    }
    return farthest
  }
}

// A rig in, what a graphics card needs to draw it in one call and its masks in another out.
import { type MaskChannels, maskChannels } from './puppet-masks'
import type { PuppetRig } from './puppet-rig'

export class PuppetBuffers {
  readonly uvs: Float32Array
  /** One per point. */
  readonly opacities: Float32Array
  /** Four per point, 255 in the channel of the mask picture that shows it; all 0 = unmasked. */
  readonly maskedBy: Uint8Array
  /** Four per point, 255 in the channel it is painted into as a mask. */
  readonly paintsInto: Uint8Array
  /** Triangles of what can be seen, in draw order; the rest of the array is empty triangles. */
  readonly indices: Uint16Array
  readonly maskIndices: Uint16Array
  readonly #rig: PuppetRig

  constructor(rig: PuppetRig) {
    this.#rig = rig
    const points = rig.points.length / 2
    if (points > 65_536) throw new Error('The rig has more points than 16 bits can count.')
    const channels: MaskChannels = maskChannels(rig)
    this.uvs = Float32Array.from(rig.meshes.flatMap((m) => m.rig.uvs))
    this.opacities = new Float32Array(points)
    this.maskedBy = new Uint8Array(points * 4)
    this.paintsInto = new Uint8Array(points * 4)
    const masks = rig.meshes.filter((_, i) => channels.paintsInto[i]! >= 0)
    for (const [i, mesh] of rig.meshes.entries())
      for (let point = mesh.firstPoint; point < mesh.firstPoint + mesh.pointCount; point++) {
        if (channels.maskedBy[i]! >= 0) this.maskedBy[point * 4 + channels.maskedBy[i]!] = 255
        if (channels.paintsInto[i]! >= 0) this.paintsInto[point * 4 + channels.paintsInto[i]!] = 255
      }
    this.indices = new Uint16Array(rig.meshes.reduce((sum, m) => sum + (m.rig.maskOnly ? 0 : m.rig.indices.length), 0))
    this.maskIndices = Uint16Array.from(masks.flatMap((m) => m.rig.indices.map((index) => m.firstPoint + index)))
    this.updateOpacities()
  }

  updateOpacities(): void {
    let at = 0
    for (let i = 0; i < this.#rig.meshes.length; i++) {
      const { rig, firstPoint, pointCount, opacity } = this.#rig.meshes[i]!
      if (rig.maskOnly || opacity === 0) continue
      this.opacities.fill(opacity, firstPoint, firstPoint + pointCount)
      for (let j = 0; j < rig.indices.length; j++) this.indices[at++] = firstPoint + rig.indices[j]!
    }
    this.indices.fill(0, at)
  }
}

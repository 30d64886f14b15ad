// Our rig in, the same as a Cubism model out: every setting of its parameters gives the same points, opacities and order.
import type { Moc3Binding, Moc3Deformer, Moc3Mesh, Moc3Model } from '@psiona/live2d/moc3-model'
import type { Rig, RigBinding, RigDeformer, RigMesh, RigParameter } from '@psiona/shared'
import { powerOfTwo } from './texture'

/** px of the canvas per unit of the model, about which the Core's numbers are near 1. */
const PIXELS_PER_UNIT = 2000

interface Spread {
  readonly bindings: readonly Moc3Binding[]
  /** For every keyform of the model the keyform of the rig it is. */
  readonly forms: readonly number[]
}

/** The rig holds its first and last keyforms beyond their keys, the Core hides the object there: so the ends are keys as well. */
const spread = (bindings: readonly RigBinding[], parameters: ReadonlyMap<string, RigParameter>): Spread => {
  let forms = [0]
  let stride = 1
  const reaching = bindings.map(({ parameter, keys }) => {
    const { min = 0, max = 0 } = parameters.get(parameter) ?? {}
    const at = keys.map((_, i) => i)
    const [before, after] = [min < keys[0]!, max > keys.at(-1)!]
    const from = [...(before ? [0] : []), ...at, ...(after ? [keys.length - 1] : [])]
    forms = from.flatMap((i) => forms.map((form) => form + i * stride))
    stride *= keys.length
    return { parameter, keys: [...(before ? [min] : []), ...keys, ...(after ? [max] : [])] }
  })
  return { bindings: reaching, forms }
}

export const cubismModel = (rig: Rig): Moc3Model => {
  const { width, height } = rig.canvas
  const [originX, originY] = [width / 2, height / 2]
  const parameters = new Map(rig.parameters.map((p) => [p.id, p]))
  const kinds = new Map(rig.deformers.map((d) => [d.id, d.kind]))
  const units = (px: number, origin: number): number => (px - origin) / PIXELS_PER_UNIT

  const placed = (positions: readonly number[], parent: string | null): number[] => {
    if (parent === null) return positions.map((v, i) => units(v, i % 2 === 0 ? originX : originY))
    return kinds.get(parent) === 'rotation' ? positions.map((v) => units(v, 0)) : [...positions]
  }
  /** The atlas lies in the upper left corner of its texture. */
  const onTexture = ({ texture, uvs }: RigMesh): number[] => {
    const size = rig.textures[texture]!
    const shares = [size.width / powerOfTwo(size.width), size.height / powerOfTwo(size.height)]
    return uvs.map((v, i) => v * shares[i % 2]!)
  }
  const deformer = (d: RigDeformer): Moc3Deformer => {
    const { bindings, forms } = spread(d.bindings, parameters)
    const common = { id: d.id, part: d.part, parent: d.parent, bindings }
    if (d.kind === 'warp') {
      const keyforms = forms.map((form) => ({ positions: placed(d.positions[form]!, d.parent), opacity: 1 }))
      return { kind: 'warp', ...common, columns: d.columns, rows: d.rows, cells: 'triangles', keyforms }
    }
    const keyforms = forms.map((form) => {
      const { x, y, degrees, scale } = d.keyforms[form]!
      const [originAtX = 0, originAtY = 0] = placed([x, y], d.parent)
      return { x: originAtX, y: originAtY, degrees, scale, opacity: 1 }
    })
    return { kind: 'rotation', ...common, keyforms }
  }
  const mesh = (m: RigMesh): Moc3Mesh => {
    const { bindings, forms } = spread(m.bindings, parameters)
    const keyforms = forms.map((form) => ({
      positions: placed(m.positions[form]!, m.parent),
      // A mask works whatever its opacity, and is not seen at 0.
      opacity: m.maskOnly ? 0 : m.opacities[form]!,
      drawOrder: m.drawOrder,
    }))
    return {
      ...{ id: m.id, part: m.part, parent: m.parent, bindings, texture: m.texture },
      ...{ blend: 'normal', doubleSided: true, masks: m.masks, invertMasks: false },
      ...{ uvs: onTexture(m), indices: m.indices, keyforms },
    }
  }
  return {
    canvas: { pixelsPerUnit: PIXELS_PER_UNIT, originX, originY, width, height },
    parameters: rig.parameters,
    parts: rig.parts.map(({ id }) => ({ id, parent: null })),
    deformers: rig.deformers.map(deformer),
    meshes: rig.meshes.map(mesh),
  }
}

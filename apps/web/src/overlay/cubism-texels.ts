// The meshes of a model in, how finely each of its textures is drawn out. So that a texture is not taken coarser than it must be:
// a coarser copy is soft, and where parts lie close together one shows the colour of its neighbour.

export interface MeshFacts {
  readonly texture: number
  /** x, y of every vertex, px of the canvas. */
  readonly places: Float32Array
  /** 0..1 of the texture. */
  readonly uvs: Float32Array
  readonly indices: Uint16Array
}

/** Nearly all of what is drawn is drawn at most so finely; single odd meshes do not count. */
const MOST_SHARE = 0.9

const area = (points: Float32Array, a: number, b: number, c: number): number =>
  Math.abs(
    (points[2 * b]! - points[2 * a]!) * (points[2 * c + 1]! - points[2 * a + 1]!) -
      (points[2 * c]! - points[2 * a]!) * (points[2 * b + 1]! - points[2 * a + 1]!),
  ) / 2

const sum = (points: Float32Array, indices: Uint16Array): number => {
  let total = 0
  for (let i = 0; i + 2 < indices.length; i += 3) total += area(points, indices[i]!, indices[i + 1]!, indices[i + 2]!)
  return total
}

/** Texels for one px of the canvas, of each texture; 1 where nothing is drawn with it. */
export const texelDensities = (
  meshes: readonly MeshFacts[],
  textures: readonly { readonly width: number; readonly height: number }[],
): readonly number[] =>
  textures.map(({ width, height }, texture) => {
    const drawn = meshes
      .filter((mesh) => mesh.texture === texture)
      .map(({ places, uvs, indices }) => ({ area: sum(places, indices), texels: sum(uvs, indices) * width * height }))
      .filter((mesh) => mesh.area > 0 && mesh.texels > 0)
      .map((mesh) => ({ area: mesh.area, density: Math.sqrt(mesh.texels / mesh.area) }))
      .sort((a, b) => a.density - b.density)
    let left = drawn.reduce((total, mesh) => total + mesh.area, 0) * MOST_SHARE
    for (const mesh of drawn) {
      left -= mesh.area
      if (left <= 0) return mesh.density
    }
    return 1
  })

/** The coarsest copy to use at `scale` device px for one px of the canvas: half a level finer than usual, as the puppet takes it. */
export const coarsestLevel = (density: number, scale: number): number =>
  Math.max(0, Math.round(Math.log2(Math.max(density / Math.max(scale, 1e-6), 1)) - 0.5))

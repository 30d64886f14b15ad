// The pictures that a model names in, textures on the graphics card out, drawn no coarser than they must be.
import { Texture, type WebGLRenderer } from 'pixi.js'
import type { CubismInternalModel } from 'untitled-pixi-live2d-engine/cubism'
import type { CardLoad } from './avatar'
import { fetchBitmap } from './avatar-files'
import type { CubismFiles } from './cubism-files'
import { coarsestLevel, type MeshFacts, texelDensities } from './cubism-texels'
import { mipmappedBytes, pictureSource } from './pixi-model-picture'

/** What is seen from the side is squeezed in one direction only: so many looks along it. A card does this by the way. */
const ANISOTROPY = 4
/** Programs that draw in place of a card: there each look costs as much as the first. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i

const isSoftware = (gl: WebGL2RenderingContext): boolean => {
  const info = gl.getExtension('WEBGL_debug_renderer_info')
  return SOFTWARE.test(String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER)))
}

const meshesOf = ({ coreModel, pixelsPerUnit }: CubismInternalModel): readonly MeshFacts[] => {
  const { drawables } = coreModel.getModel()
  return drawables.ids.map((_, i) => ({
    texture: drawables.textureIndices[i]!,
    places: drawables.vertexPositions[i]!.map((units) => units * pixelsPerUnit),
    uvs: drawables.vertexUvs[i]!,
    indices: drawables.indices[i]!,
  }))
}

export class CubismTextures {
  readonly all: Texture[] = []
  readonly #renderer: WebGLRenderer
  readonly #bitmaps: ImageBitmap[] = []
  #densities: readonly number[] = []

  constructor(renderer: WebGLRenderer) {
    this.#renderer = renderer
  }

  async fetch(files: CubismFiles, internal: CubismInternalModel): Promise<void> {
    const { gl } = this.#renderer
    const most: unknown = gl.getParameter(gl.MAX_TEXTURE_SIZE)
    for (const path of files.settings.FileReferences.Textures) {
      const resource = await fetchBitmap(files.urlOf(path), typeof most === 'number' ? most : undefined)
      this.#bitmaps.push(resource)
      this.all.push(new Texture({ source: pictureSource(resource, isSoftware(gl) ? 1 : ANISOTROPY) }))
    }
    this.#densities = texelDensities(meshesOf(internal), this.#bitmaps)
  }

  get load(): CardLoad {
    const pixels = this.#bitmaps.reduce((sum, { width, height }) => sum + width * height, 0)
    return { textures: this.all.length, bytes: mipmappedBytes(pixels) }
  }

  /** `scale`: device px for one px of the canvas. */
  sharpen(scale: number): void {
    const { gl, texture } = this.#renderer
    if (gl.isContextLost()) return
    for (const [i, { source }] of this.all.entries()) {
      texture.bind(source, 0)
      gl.texParameterf(gl.TEXTURE_2D, gl.TEXTURE_MAX_LOD, coarsestLevel(this.#densities[i]!, scale))
    }
  }

  destroy(): void {
    for (const texture of this.all) texture.destroy(true)
    for (const bitmap of this.#bitmaps) bitmap.close()
  }
}

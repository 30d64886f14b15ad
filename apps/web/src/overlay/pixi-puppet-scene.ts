// A rig that moves and its atlas in, two draw calls a frame out: the masks into a small picture, then her.
import {
  Buffer,
  BufferUsage,
  Container,
  Geometry,
  Mesh,
  RenderTexture,
  type Shader,
  type TextureSource,
  type WebGLRenderer,
} from 'pixi.js'
import type { View } from './avatar-framing'
import { maskShader, pictureShader, viewUniforms } from './pixi-puppet-shader'
import { PuppetBuffers } from './puppet-buffers'
import type { PuppetRig } from './puppet-rig'

const CLEAR: [number, number, number, number] = [0, 0, 0, 0]

const streamed = (data: Float32Array): Buffer =>
  new Buffer({ data, usage: BufferUsage.VERTEX | BufferUsage.COPY_DST, shrinkToFit: false })
const fixed = (data: Float32Array | Uint8Array): Buffer => new Buffer({ data, usage: BufferUsage.VERTEX })
const triangles = (data: Uint16Array): Buffer =>
  new Buffer({ data, usage: BufferUsage.INDEX | BufferUsage.COPY_DST, shrinkToFit: false })

export class PuppetScene {
  readonly #renderer: WebGLRenderer
  readonly #rig: PuppetRig
  readonly #buffers: PuppetBuffers
  readonly #points: Buffer
  readonly #opacities: Buffer
  readonly #indices: Buffer
  readonly #view = viewUniforms()
  readonly #masks: RenderTexture
  readonly #maskRoot: Container
  readonly #pictureRoot: Container
  readonly #meshes: readonly Mesh<Geometry, Shader>[]

  constructor(renderer: WebGLRenderer, rig: PuppetRig, atlas: TextureSource) {
    this.#renderer = renderer
    this.#rig = rig
    const buffers = new PuppetBuffers(rig)
    this.#buffers = buffers
    this.#points = streamed(rig.points)
    this.#opacities = streamed(buffers.opacities)
    this.#indices = triangles(buffers.indices)
    this.#masks = RenderTexture.create({ width: 1, height: 1 })
    const shared = {
      aPosition: { buffer: this.#points, format: 'float32x2' as const },
      aUV: { buffer: fixed(buffers.uvs), format: 'float32x2' as const },
      aOpacity: { buffer: this.#opacities, format: 'float32' as const },
    }
    const channel = (data: Uint8Array) => ({ buffer: fixed(data), format: 'unorm8x4' as const })
    const maskMesh = new Mesh({
      geometry: new Geometry({
        attributes: { ...shared, aPaintsInto: channel(buffers.paintsInto) },
        indexBuffer: triangles(buffers.maskIndices),
      }),
      shader: maskShader(this.#view, atlas),
    })
    // Masks of one channel lie apart or add up.
    maskMesh.blendMode = 'add'
    const picture = new Mesh({
      geometry: new Geometry({
        attributes: { ...shared, aMaskedBy: channel(buffers.maskedBy) },
        indexBuffer: this.#indices,
      }),
      shader: pictureShader(this.#view, atlas, this.#masks.source),
    })
    // The blend mode of the outermost object is not looked at.
    this.#maskRoot = new Container({ children: [maskMesh] })
    this.#pictureRoot = new Container({ children: [picture] })
    this.#meshes = [maskMesh, picture]
  }

  /** Size of the picture in device px. */
  resize(width: number, height: number): void {
    this.#masks.resize(width, height)
  }

  show({ scaleX, scaleY, offsetX, offsetY }: View): void {
    const view = this.#view.uniforms.uView
    view[0] = scaleX
    view[1] = scaleY
    view[2] = offsetX
    view[3] = offsetY
    this.#view.update()
  }

  render(): void {
    if (this.#rig.opacitiesChanged) {
      this.#buffers.updateOpacities()
      this.#opacities.update()
      this.#indices.update()
    }
    if (this.#rig.pointsChanged) this.#points.update()
    this.#renderer.render({ container: this.#maskRoot, target: this.#masks, clear: true, clearColor: CLEAR })
    this.#renderer.render({ container: this.#pictureRoot })
  }

  destroy(): void {
    for (const mesh of this.#meshes) {
      mesh.geometry.destroy(true)
      mesh.shader?.destroy()
    }
    this.#maskRoot.destroy({ children: true })
    this.#pictureRoot.destroy({ children: true })
    this.#masks.destroy(true)
  }
}

// How large she is on the screen in, the picture that her masks share at a size that shows no steps and costs no more than it must out.
import type { CubismInternalModel } from 'untitled-pixi-live2d-engine/cubism'
import type { CardLoad } from './avatar'
import { plainBytes } from './pixi-model-picture'

/** A mask has about a quarter of the picture, an eye or a face a twentieth to a third of her. */
const OF_HER_HEIGHT = 0.45
const LEAST_PIXELS = 256
const MOST_PIXELS = 2048

export class CubismMasks {
  readonly #internal: CubismInternalModel
  readonly #masked: boolean
  #pixels = 0

  constructor(internal: CubismInternalModel) {
    this.#internal = internal
    this.#masked = internal.coreModel.isUsingMasking()
  }

  get load(): CardLoad {
    if (!this.#masked) return { textures: 0, bytes: 0 }
    const textures = this.#internal.renderer.getRenderTextureCount()
    return { textures, bytes: plainBytes(textures * this.#pixels * this.#pixels) }
  }

  /** `height`: of her canvas on the screen, device px. */
  fit(height: number, gl: WebGL2RenderingContext): void {
    const wanted = 2 ** Math.ceil(Math.log2(Math.max(1, height * OF_HER_HEIGHT)))
    const pixels = Math.max(LEAST_PIXELS, Math.min(MOST_PIXELS, wanted))
    if (!this.#masked || pixels === this.#pixels || gl.isContextLost()) return
    this.#pixels = pixels
    const { renderer } = this.#internal
    this.#free(gl)
    renderer.setClippingMaskBufferSize(pixels)
    // What draws masks is new and knows no context yet.
    renderer.startUp(gl)
  }

  /** The engine forgets them without a word to the graphics card. */
  #free(gl: WebGL2RenderingContext): void {
    const manager = this.#internal.renderer._clippingManager
    const made: ReturnType<typeof manager.getColorBuffer> | undefined = manager.getColorBuffer()
    if (!made) return
    const framebuffers = manager.getMaskRenderTexture()
    for (let i = 0; i < framebuffers.getSize(); i++) gl.deleteFramebuffer(framebuffers.at(i))
    for (let i = 0; i < made.getSize(); i++) gl.deleteTexture(made.at(i))
  }
}

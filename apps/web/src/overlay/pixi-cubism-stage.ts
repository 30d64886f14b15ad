// A model's files and a canvas in, the model standing on it out, drawn by the Cubism engine, to be posed by whoever writes its parameters.
import type { RigRectangle } from '@psiona/shared/rig'
import type { Seconds } from '@psiona/shared/units'
import { Container, type WebGLRenderer } from 'pixi.js'
import { type CubismInternalModel, Live2DModel } from 'untitled-pixi-live2d-engine/cubism'
import type { CardLoad } from './avatar'
import type { Dial } from './avatar-dials'
import { onScreen, type Place, type View, viewOf } from './avatar-framing'
import type { AvatarStage } from './avatar-posed'
import type { CubismFiles } from './cubism-files'
import { createEngineModel, enterContext, leaveContext } from './pixi-cubism-engine'
import { CubismMasks } from './pixi-cubism-masks'
import { CubismTextures } from './pixi-cubism-textures'
import { createRenderer } from './pixi-renderer'

const LONGER_THAN_ANY_FADE: Seconds = 1000

export interface CubismWriter {
  /** Before physics looks. */
  before(set: (parameter: number, value: number) => void): void
  /** The last word. */
  after(set: (parameter: number, value: number) => void, setPart: (part: number, opacity: number) => void): void
}

export interface CubismStage extends AvatarStage {
  readonly parameters: readonly Dial[]
  readonly parts: readonly Dial[]
  /** All that can be seen at rest, px of the model's canvas. */
  readonly bounds: RigRectangle
  /** The parameter that chooses a part where one at a time is shown. The file has no such parameter; the engine keeps it. */
  switchOf(part: number): number
  update(elapsed: Seconds, writer: CubismWriter): void
}

const dialsOf = (model: CubismInternalModel): { parameters: Dial[]; parts: Dial[] } => {
  const { parameters, parts } = model.coreModel.getModel()
  return {
    parameters: parameters.ids.map((id, i) => ({
      id,
      min: parameters.minimumValues[i]!,
      max: parameters.maximumValues[i]!,
      default: parameters.defaultValues[i]!,
    })),
    parts: parts.ids.map((id, i) => ({ id, min: 0, max: 1, default: parts.opacities[i] ?? 1 })),
  }
}

export const createCubismStage = async (
  canvas: HTMLCanvasElement,
  files: CubismFiles,
  antialias: boolean,
): Promise<CubismStage> => {
  const renderer = await createRenderer(canvas, antialias)
  const textures = new CubismTextures(renderer)
  let internal: CubismInternalModel | null = null
  const release = (): void => {
    textures.destroy()
    if (internal) leaveContext(internal)
    renderer.destroy()
  }
  try {
    internal = createEngineModel(files)
    await textures.fetch(files, internal)
    return new Stage(renderer, internal, textures, release)
  } catch (error) {
    internal?.destroy()
    release()
    throw error
  }
}

class Stage implements CubismStage {
  readonly parameters: readonly Dial[]
  readonly parts: readonly Dial[]
  readonly bounds: RigRectangle
  readonly #textures: CubismTextures
  readonly #masks: CubismMasks
  readonly #renderer: WebGLRenderer
  readonly #internal: CubismInternalModel
  readonly #model: Live2DModel<CubismInternalModel>
  readonly #root: Container
  readonly #release: () => void
  #now: Seconds = 0
  #writer: CubismWriter | null = null
  #settled = false
  #destroyed = false
  #screen = { width: 1, height: 1 }
  #view: View = { scaleX: 1, scaleY: 1, offsetX: 0, offsetY: 0 }

  constructor(renderer: WebGLRenderer, internal: CubismInternalModel, textures: CubismTextures, release: () => void) {
    this.#renderer = renderer
    this.#internal = internal
    this.#release = release
    const { parameters, parts } = dialsOf(internal)
    this.parameters = parameters
    this.parts = parts
    this.#textures = textures
    this.#masks = new CubismMasks(internal)
    internal.on('afterMotionUpdate', () => this.#before())
    internal.on('beforeModelUpdate', () => this.#after())
    this.#model = new Live2DModel<CubismInternalModel>({ autoUpdate: false, autoHitTest: false, autoFocus: false })
    this.#model.internalModel = internal
    this.#model.textures = textures.all
    this.#model.emit('modelLoaded', internal)
    this.#root = new Container({ children: [this.#model] })
    enterContext(internal, renderer.gl)
    this.bounds = this.#shownBounds()
  }

  get cardLoad(): CardLoad {
    const [textures, masks] = [this.#textures.load, this.#masks.load]
    return { textures: textures.textures + masks.textures, bytes: textures.bytes + masks.bytes }
  }

  switchOf(part: number): number {
    const { coreModel } = this.#internal
    return coreModel.getParameterIndex(coreModel.getPartId(part))
  }

  update(elapsed: Seconds, writer: CubismWriter): void {
    if (this.#destroyed) return
    this.#writer = writer
    this.#now += elapsed
    this.#internal.update(elapsed * 1000, this.#now * 1000)
    this.#writer = null
  }

  readonly #set = (parameter: number, value: number): void => this.#internal.coreModel.setParameterValueByIndex(parameter, value)
  readonly #setPart = (part: number, opacity: number): void => this.#internal.coreModel.setPartOpacityByIndex(part, opacity)

  #before(): void {
    this.#writer?.before(this.#set)
    if (this.#settled) return
    this.#settled = true
    const { pose, physics, coreModel } = this.#internal
    // Looked at for the first time, it chooses parts by itself; then by what is written, at once.
    pose?.updateParameters(coreModel, 0)
    this.#writer?.before(this.#set)
    pose?.updateParameters(coreModel, LONGER_THAN_ANY_FADE)
    // Hair hangs where the first face has it, instead of falling there.
    physics?.stabilization(coreModel)
  }

  #after(): void {
    this.#writer?.after(this.#set, this.#setPart)
  }

  resize(width: number, height: number, devicePixelRatio: number, frame: RigRectangle, place: Place): void {
    if (this.#destroyed) return
    this.#renderer.resize(width, height, devicePixelRatio)
    this.#screen = { width, height }
    this.#view = viewOf(frame, width, height, place)
    const unit = this.#onScreen({ x: 0, y: 0, width: 1, height: 1 })
    this.#model.scale.set(unit.width, unit.height)
    this.#model.position.set(unit.x, unit.y)
    const scale = unit.height * devicePixelRatio
    this.#masks.fit(scale * this.#internal.originalHeight, this.#renderer.gl)
    this.#textures.sharpen(scale)
  }

  drawableBounds(id: string): RigRectangle | null {
    const index = this.#internal.coreModel.getModel().drawables.ids.indexOf(id)
    if (index < 0) return null
    return this.#onScreen(this.#internal.getDrawableBounds(index))
  }

  visibleBounds(): RigRectangle {
    return this.#onScreen(this.#shownBounds())
  }

  #shownBounds(): RigRectangle {
    const { coreModel } = this.#internal
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
    for (let i = 0; i < coreModel.getDrawableCount(); i++) {
      if (!coreModel.getDrawableDynamicFlagIsVisible(i) || coreModel.getDrawableOpacity(i) === 0) continue
      const { x, y, width, height } = this.#internal.getDrawableBounds(i)
      left = Math.min(left, x)
      top = Math.min(top, y)
      right = Math.max(right, x + width)
      bottom = Math.max(bottom, y + height)
    }
    const { originalWidth, originalHeight } = this.#internal
    if (left > right) return { x: 0, y: 0, width: originalWidth, height: originalHeight }
    return { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) }
  }

  #onScreen(bounds: RigRectangle): RigRectangle {
    return onScreen(this.#view, bounds, this.#screen)
  }

  render(): void {
    // A context that was lost compiles nothing; the stand builds anew.
    if (this.#destroyed || this.#renderer.gl.isContextLost()) return
    this.#renderer.render({ container: this.#root })
  }

  destroy(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    this.#root.removeChildren()
    this.#model.destroy()
    this.#release()
    this.#root.destroy()
  }
}

// The bytes of a model in, the engine's model of it out, with nothing moving by itself: no blink, breath, focus, lip sync, sound or request.
// May be loaded only when the Core is on the page.
import { extensions } from 'pixi.js'
import {
  CubismInternalModel,
  CubismModelSettings,
  Live2DFactory,
  Live2DPlugin,
  startUpCubism,
} from 'untitled-pixi-live2d-engine/cubism'
import type { CubismFiles } from './cubism-files'
import { damagedMoc } from './cubism-moc'
import { drawableOrder } from './cubism-order'

/** Before any renderer is made. */
extensions.add(Live2DPlugin)
/** Two large models at a time while one fades into the other: when the Core's memory has to grow, the older one stands still. */
const CORE_MEGABYTES = 64
const LOG_NOTHING = 5
let started = false

const startOnce = (): void => {
  if (started) return
  startUpCubism({ logFunction: () => {}, loggingLevel: LOG_NOTHING }, CORE_MEGABYTES)
  started = true
}

/** Only what the engine itself needs: motions, expressions and sounds are not for it. */
const settingsOf = ({ settings }: CubismFiles): CubismModelSettings => {
  const { Moc, Textures } = settings.FileReferences
  return new CubismModelSettings({ url: 'model3.json', Version: 3, FileReferences: { Moc, Textures } })
}

/** She can do without; the model doctor names what is damaged. */
const orNothing = <T>(make: () => T): T | undefined => {
  try {
    return make() ?? undefined
  } catch {
    return undefined
  }
}

/** In every frame the engine asks the graphics card how it stands and puts it back afterwards, for others that draw in the same context. Here
 *  nobody does, and each question waits until the card has done all that was ordered. */
const drawAlone = (model: CubismInternalModel): void => {
  Object.assign(model.renderer, { saveProfile: () => {}, restoreProfile: () => {} })
  const draw = model.draw.bind(model)
  let known: { readonly gl: unknown; readonly answering: WebGL2RenderingContext } | null = null
  model.draw = (gl) => {
    if (!known || known.gl !== gl) known = { gl, answering: answeringFor(gl) }
    draw(known.answering)
  }
}

/** All that the engine's draw uses of a context, with the answers of one in which nobody else draws. */
const answeringFor = (gl: WebGLRenderingContext): WebGL2RenderingContext => {
  const answers = new Map<number, unknown>([
    [gl.FRAMEBUFFER_BINDING, null],
    [gl.CULL_FACE_MODE, gl.BACK],
  ])
  return {
    FRAMEBUFFER_BINDING: gl.FRAMEBUFFER_BINDING,
    CULL_FACE_MODE: gl.CULL_FACE_MODE,
    FRONT: gl.FRONT,
    BACK: gl.BACK,
    getParameter: (name: number) => answers.get(name),
    cullFace: (mode: number) => gl.cullFace(mode),
  } as unknown as WebGL2RenderingContext
}

export const createEngineModel = (files: CubismFiles): CubismInternalModel => {
  startOnce()
  const settings = settingsOf(files)
  const runtime = Live2DFactory.findRuntime(settings)
  if (!runtime) throw new Error('The engine has no runtime for Cubism.')
  let model: unknown
  try {
    model = runtime.createInternalModel(runtime.createCoreModel(files.moc), settings, {
      eyeBlink: false,
      useHighPrecisionMask: false,
    })
  } catch (cause) {
    throw damagedMoc(cause)
  }
  if (!(model instanceof CubismInternalModel)) throw new Error('The engine made another kind of model.')
  drawAlone(model)
  model.lipSync = false
  model.updateFocus = () => {}
  model.updateNaturalMovements = () => {}
  const { coreModel } = model
  // The engine would draw what is there at no opacity: other clothes, other arms, half of her.
  const isShown = coreModel.getDrawableDynamicFlagIsVisible.bind(coreModel)
  coreModel.getDrawableDynamicFlagIsVisible = (drawable) => isShown(drawable) && coreModel.getDrawableOpacity(drawable) > 0
  const order = drawableOrder(coreModel.getModel())
  if (order) coreModel.getDrawableRenderOrders = order
  const { physics, pose } = files
  if (physics) model.physics = orNothing(() => runtime.createPhysics(coreModel, physics))
  if (pose) model.pose = orNothing(() => runtime.createPose(coreModel, pose.bytes))
  return model
}

const living = new Map<CubismInternalModel, WebGL2RenderingContext>()
/** Frees the shaders of all contexts; whoever lives makes its own anew. */
let releaseShaders = (): void => {}

export const enterContext = (model: CubismInternalModel, gl: WebGL2RenderingContext): void => {
  living.set(model, gl)
  const renderer = model.renderer.constructor
  const release: unknown = Reflect.get(renderer, 'doStaticRelease')
  if (typeof release === 'function') releaseShaders = () => release.call(renderer)
}

/** The engine keeps shaders for every context it has ever drawn in, and with them the context. */
export const leaveContext = (model: CubismInternalModel): void => {
  if (!living.delete(model)) return
  releaseShaders()
  for (const [other, gl] of living) other.renderer.startUp(gl)
}

// A renderer's name in, how to build an avatar that is drawn by it out. Live2D's part is loaded when it is wanted for the first time.
import type { SceneModel } from '@psiona/shared/look'
import type { Avatar, AvatarOptions } from './avatar'
import { loadCubismCore } from './cubism-core'
import { createPixiPuppet } from './pixi-puppet'

export type AvatarFactory = (canvas: HTMLCanvasElement, model: SceneModel, options: AvatarOptions) => Promise<Avatar>
export type AvatarFactories = Readonly<Record<Avatar['renderer'], AvatarFactory>>

export const AVATAR_FACTORIES: AvatarFactories = {
  puppet: createPixiPuppet,
  async live2d(canvas, model, options) {
    // The engine cannot even be loaded before the Core is there.
    if (model.live2d) await loadCubismCore(model.live2d.core)
    const { createPixiCubism } = await import('./pixi-cubism')
    return createPixiCubism(canvas, model, options)
  },
}

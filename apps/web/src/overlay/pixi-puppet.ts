// A model's address and a canvas in, the built-in avatar out: our own rig, drawn by Pixi's meshes.
import { type FaceFrame, restFace } from '@psiona/shared/face-frame'
import type { Rig } from '@psiona/shared/rig'
import type { Avatar } from './avatar'
import { createPuppetStage } from './pixi-puppet-stage'
import { applyFace, faceParameters } from './puppet-face'
import { Pendulums } from './puppet-pendulums'
import { Rhythms } from './puppet-rhythms'

export interface PixiPuppetOptions {
  /** Smooths the edges of meshes; her soft edges lie in the texture, so it is off by default. */
  readonly antialias?: boolean
  /** All of her (default), or from the waist up. */
  readonly framing?: keyof Rig['framings']
}

export async function createPixiPuppet(
  canvas: HTMLCanvasElement,
  modelUrl: string,
  { antialias = false, framing = 'full' }: PixiPuppetOptions = {},
): Promise<Avatar> {
  const stage = await createPuppetStage(canvas, modelUrl, antialias)
  const { rig, puppet } = stage
  const parameters = faceParameters(puppet)
  applyFace(puppet, parameters, restFace())
  const pendulums = new Pendulums(puppet, rig.pendulums)
  const rhythms = new Rhythms(puppet, rig.rhythms)
  return {
    pose(face: FaceFrame, elapsedSeconds: number): void {
      applyFace(puppet, parameters, face)
      pendulums.step(elapsedSeconds)
      rhythms.step(elapsedSeconds)
      puppet.update()
    },
    resize: (width, height, devicePixelRatio) => stage.resize(width, height, devicePixelRatio, rig.framings[framing]),
    render: () => stage.render(),
    destroy: () => stage.destroy(),
  }
}

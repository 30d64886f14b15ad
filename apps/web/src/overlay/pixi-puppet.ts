// A model's address and a canvas in, the built-in avatar out: our own rig, drawn by Pixi's meshes.
import { type FaceFrame, restFace } from '@psiona/shared/face-frame'
import type { Rig } from '@psiona/shared/rig'
import { ImageSource, WebGLRenderer } from 'pixi.js'
// The pages' policy forbids generated code; Pixi then reads its uniforms by plain functions.
import 'pixi.js/unsafe-eval'
import type { Avatar } from './avatar'
import { PuppetScene } from './pixi-puppet-scene'
import { applyFace, faceParameters } from './puppet-face'
import { fetchAtlas, fetchRig } from './puppet-files'
import { viewOf } from './puppet-framing'
import { Pendulums } from './puppet-pendulums'
import { Rhythms } from './puppet-rhythms'
import { PuppetRig } from './puppet-rig'

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
  const rig = await fetchRig(modelUrl)
  const bitmap = await fetchAtlas(modelUrl, rig.textures[0]!.file)
  const renderer = new WebGLRenderer()
  await renderer.init({
    canvas,
    width: 1,
    height: 1,
    antialias,
    backgroundAlpha: 0,
    autoDensity: true,
    skipExtensionImports: true,
  })
  const atlas = new ImageSource({
    resource: bitmap,
    alphaMode: 'premultiplied-alpha',
    autoGenerateMipmaps: true,
    scaleMode: 'linear',
  })
  const puppet = new PuppetRig(rig)
  const parameters = faceParameters(puppet)
  applyFace(puppet, parameters, restFace())
  const pendulums = new Pendulums(puppet, rig.pendulums)
  const rhythms = new Rhythms(puppet, rig.rhythms)
  const scene = new PuppetScene(renderer, puppet, atlas)
  return {
    pose(face: FaceFrame, elapsedSeconds: number): void {
      applyFace(puppet, parameters, face)
      pendulums.step(elapsedSeconds)
      rhythms.step(elapsedSeconds)
      puppet.update()
    },
    resize(width: number, height: number, devicePixelRatio: number): void {
      renderer.resize(width, height, devicePixelRatio)
      scene.resize(Math.max(1, Math.round(width * devicePixelRatio)), Math.max(1, Math.round(height * devicePixelRatio)))
      scene.show(viewOf(rig.framings[framing], width, height))
    },
    render: () => scene.render(),
    destroy(): void {
      scene.destroy()
      atlas.destroy()
      bitmap.close()
      renderer.destroy()
    },
  }
}

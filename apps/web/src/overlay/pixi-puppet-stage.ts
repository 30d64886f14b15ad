// A model's address and a canvas in, the model standing on it out, to be posed by its parameters.
import type { Rig, RigRectangle } from '@psiona/shared/rig'
import { ImageSource, WebGLRenderer } from 'pixi.js'
// The pages' policy forbids generated code; Pixi then reads its uniforms by plain functions.
import 'pixi.js/unsafe-eval'
import { PuppetScene } from './pixi-puppet-scene'
import { fetchAtlas, fetchRig } from './puppet-files'
import { viewOf } from './puppet-framing'
import { PuppetRig } from './puppet-rig'

export interface PuppetStage {
  readonly rig: Rig
  readonly puppet: PuppetRig
  /** CSS px, and the part of the canvas that should be in view. */
  resize(width: number, height: number, devicePixelRatio: number, frame: RigRectangle): void
  render(): void
  destroy(): void
}

export const createPuppetStage = async (
  canvas: HTMLCanvasElement,
  modelUrl: string,
  antialias: boolean,
): Promise<PuppetStage> => {
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
    // Everything on the card lives as long as the stage does, seen or not.
    gcActive: false,
  })
  const atlas = new ImageSource({
    resource: bitmap,
    alphaMode: 'premultiplied-alpha',
    autoGenerateMipmaps: true,
    scaleMode: 'linear',
    // One level, chosen so that it is never shrunk more than by half: crisper than a mix of two, and half the work for a software GL.
    mipmapFilter: 'nearest',
  })
  const puppet = new PuppetRig(rig)
  const scene = new PuppetScene(renderer, puppet, atlas)
  return {
    rig,
    puppet,
    resize(width, height, devicePixelRatio, frame) {
      renderer.resize(width, height, devicePixelRatio)
      scene.resize(Math.max(1, Math.round(width * devicePixelRatio)), Math.max(1, Math.round(height * devicePixelRatio)))
      scene.show(viewOf(frame, width, height))
    },
    render: () => scene.render(),
    destroy() {
      scene.destroy()
      atlas.destroy()
      bitmap.close()
      renderer.destroy()
    },
  }
}

// The address of a rig and a canvas in, the model standing on it out, to be posed by its parameters.
import type { Rig, RigRectangle } from '@psiona/shared/rig'
import { ImageSource, WebGLRenderer } from 'pixi.js'
// The pages' policy forbids generated code; Pixi then reads its uniforms by plain functions.
import 'pixi.js/unsafe-eval'
import { onScreen, type Place, type View, viewOf } from './avatar-framing'
import type { AvatarStage } from './avatar-posed'
import { PuppetScene } from './pixi-puppet-scene'
import { fetchAtlas, fetchRig } from './puppet-files'
import { PuppetRig } from './puppet-rig'

export interface PuppetStage extends AvatarStage {
  readonly rig: Rig
  readonly puppet: PuppetRig
  /** CSS px, and the part of the canvas that should be in view. */
  resize(width: number, height: number, devicePixelRatio: number, frame: RigRectangle, place?: Place): void
}

const BYTES_A_PIXEL = 4
/** With all smaller copies of a texture. */
const MIPMAPPED = 4 / 3

export const createPuppetStage = async (canvas: HTMLCanvasElement, address: string, antialias: boolean): Promise<PuppetStage> => {
  const rig = await fetchRig(address)
  const bitmap = await fetchAtlas(address, rig)
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
  const screen = { width: 1, height: 1 }
  let view: View = viewOf(rig.framings.full, 1, 1)
  let maskPixels = 1
  return {
    rig,
    puppet,
    get cardLoad() {
      const atlasBytes = bitmap.width * bitmap.height * BYTES_A_PIXEL * MIPMAPPED
      return { textures: 2, bytes: atlasBytes + maskPixels * BYTES_A_PIXEL }
    },
    resize(width, height, devicePixelRatio, frame, place) {
      renderer.resize(width, height, devicePixelRatio)
      const across = Math.max(1, Math.round(width * devicePixelRatio))
      const down = Math.max(1, Math.round(height * devicePixelRatio))
      maskPixels = across * down
      scene.resize(across, down)
      Object.assign(screen, { width, height })
      view = viewOf(frame, width, height, place)
      scene.show(view)
    },
    drawableBounds(id) {
      const mesh = puppet.meshes.find(({ rig: { id: named } }) => named === id)
      return mesh ? onScreen(view, puppet.boundsOf([mesh]), screen) : null
    },
    visibleBounds: () => onScreen(view, puppet.boundsOf(puppet.meshes.filter((m) => m.opacity > 0)), screen),
    render: () => scene.render(),
    destroy() {
      scene.destroy()
      atlas.destroy()
      bitmap.close()
      renderer.destroy()
    },
  }
}

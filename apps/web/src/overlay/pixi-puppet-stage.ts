// The address of a rig and a canvas in, the model standing on it out, to be posed by its parameters.
import type { Rig, RigRectangle } from '@psiona/shared/rig'
import type { WebGLRenderer } from 'pixi.js'
import { onScreen, type Place, type View, viewOf } from './avatar-framing'
import type { AvatarStage } from './avatar-posed'
import { mipmappedBytes, pictureSource, plainBytes } from './pixi-model-picture'
import { PuppetScene } from './pixi-puppet-scene'
import { createRenderer } from './pixi-renderer'
import { fetchAtlas, fetchRig } from './puppet-files'
import { PuppetRig } from './puppet-rig'

export interface PuppetStage extends AvatarStage {
  readonly rig: Rig
  readonly puppet: PuppetRig
  /** CSS px, and the part of the canvas that should be in view. */
  resize(width: number, height: number, devicePixelRatio: number, frame: RigRectangle, place?: Place): void
}

export const createPuppetStage = async (canvas: HTMLCanvasElement, address: string, antialias: boolean): Promise<PuppetStage> => {
  const rig = await fetchRig(address)
  const bitmap = await fetchAtlas(address, rig)
  let renderer: WebGLRenderer | null = null
  try {
    const puppet = new PuppetRig(rig)
    renderer = await createRenderer(canvas, antialias)
    return stageOf(renderer, rig, puppet, bitmap)
  } catch (error) {
    // She is tried again and again: what was left here would use up the browser's few graphics contexts.
    renderer?.destroy()
    bitmap.close()
    throw error
  }
}

const stageOf = (renderer: WebGLRenderer, rig: Rig, puppet: PuppetRig, bitmap: ImageBitmap): PuppetStage => {
  const atlas = pictureSource(bitmap)
  const scene = new PuppetScene(renderer, puppet, atlas)
  const screen = { width: 1, height: 1 }
  let view: View = viewOf(rig.framings.full, 1, 1)
  let maskPixels = 1
  return {
    rig,
    puppet,
    get cardLoad() {
      return { textures: 2, bytes: mipmappedBytes(bitmap.width * bitmap.height) + plainBytes(maskPixels) }
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
    render() {
      // A context that was lost compiles nothing; the stand builds anew.
      if (!renderer.gl.isContextLost()) scene.render()
    },
    destroy() {
      scene.destroy()
      atlas.destroy()
      bitmap.close()
      renderer.destroy()
    },
  }
}

// Runs in the browser. In: models, faces, what she is told. Out: pictures of stands as the overlay builds them, drawn step by step.
import type { MotionCue } from '@psiona/shared/avatar-map'
import { FACE_INDEX, type FaceChannelName, restFace } from '@psiona/shared/face-frame'
import type { SceneModel } from '@psiona/shared/look'
import type { Emotion } from '@psiona/shared/mood'
import type { Glance, Trial } from '../../apps/web/src/overlay/avatar'
import { AvatarStand, type RendererChoice } from '../../apps/web/src/overlay/avatar-stand'

export type FaceValues = Partial<Record<FaceChannelName, number>>

export interface StandState {
  readonly renderer: AvatarStand['renderer']
  readonly trouble: string
  readonly counts: AvatarStand['counts']
  readonly contents: AvatarStand['contents']
  readonly canvases: number
}

interface AvatarPage {
  open(name: string, width: number, height: number, framing: 'full' | 'bust'): void
  show(name: string, model: SceneModel, renderer: RendererChoice): void
  /** Draws for so long at 20 steps a second, without waiting; the picture of the front canvas as a PNG, '' while there is none. */
  draw(name: string, face: FaceValues, seconds: number): string
  tell(name: string, wishes: { emotion?: Emotion; glance?: Glance | null; trial?: Trial; cue?: MotionCue }): boolean
  tap(name: string, x: number, y: number): boolean
  state(name: string): StandState
  /** The driver takes the context away from the canvas in front. */
  loseContext(name: string): void
  close(name: string): void
  /** Textures that were made and not deleted, in contexts that live. */
  livingTextures(): number
}

declare global {
  interface Window {
    avatars: AvatarPage
  }
}

const textures = new Map<WebGL2RenderingContext, Set<WebGLTexture>>()
const { createTexture, deleteTexture } = WebGL2RenderingContext.prototype
WebGL2RenderingContext.prototype.createTexture = function (this: WebGL2RenderingContext) {
  const texture = createTexture.call(this)
  textures.set(this, (textures.get(this) ?? new Set()).add(texture))
  return texture
}
WebGL2RenderingContext.prototype.deleteTexture = function (this: WebGL2RenderingContext, texture: WebGLTexture | null) {
  if (texture) textures.get(this)?.delete(texture)
  deleteTexture.call(this, texture)
}

const stands = new Map<string, { stand: AvatarStand; host: HTMLElement }>()
const standing = (name: string) => {
  const found = stands.get(name)
  if (!found) throw new Error(`Open ${name} first.`)
  return found
}
const frontOf = (name: string): HTMLCanvasElement | null => {
  const canvas = standing(name).host.lastElementChild
  return canvas instanceof HTMLCanvasElement ? canvas : null
}
const STEP_SECONDS = 1 / 20

window.avatars = {
  open(name, width, height, framing) {
    const host = document.createElement('div')
    host.style.cssText = `position: relative; width: ${width}px; height: ${height}px`
    document.body.append(host)
    stands.set(name, { host, stand: new AvatarStand(host, { framing, antialias: false }) })
  },
  show: (name, model, renderer) => standing(name).stand.show(model, renderer),
  draw(name, values, seconds) {
    const face = restFace()
    for (const [channel, value] of Object.entries(values)) face[FACE_INDEX[channel as FaceChannelName]] = value
    const { stand } = standing(name)
    for (let drawn = 0; drawn < seconds; drawn += STEP_SECONDS) stand.draw(face, STEP_SECONDS)
    stand.draw(face, 0)
    return frontOf(name)?.toDataURL('image/png') ?? ''
  },
  tell(name, { emotion, glance, trial, cue }) {
    const { stand } = standing(name)
    if (emotion) stand.feel(emotion)
    if (glance !== undefined) stand.gaze(glance)
    if (trial) stand.tryOn(trial)
    return cue !== undefined && stand.motion(cue)
  },
  tap: (name, x, y) => standing(name).stand.tap(x, y),
  state(name) {
    const { stand, host } = standing(name)
    const { renderer, trouble, counts, contents } = stand
    return { renderer, trouble, counts, contents, canvases: host.childElementCount }
  },
  loseContext(name) {
    frontOf(name)?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
  },
  close(name) {
    const { stand, host } = standing(name)
    stand.close()
    host.remove()
    stands.delete(name)
  },
  livingTextures: () => Array.from(textures).reduce((sum, [gl, made]) => sum + (gl.isContextLost() ? 0 : made.size), 0),
}

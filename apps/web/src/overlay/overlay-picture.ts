// In: scene, feelings, moments, faces, where the pointer is. Out: her, drawn as finely as the page can, looking where she should.
import { FACE_CHANNEL_COUNT, type FaceFrame } from '@psiona/shared/face-frame'
import type { Scene } from '@psiona/shared/overlay-wire'
import type { OverlaySettings } from '@psiona/shared/settings'
import type { Ms } from '@psiona/shared/units'
import { AvatarStand, type AvatarStandCounts } from './avatar-stand'
import { OverlayCues } from './overlay-cues'
import { EyeContact } from './overlay-eye-contact'
import { OverlayGaze } from './overlay-gaze'
import type { OverlayQuery } from './overlay-query'
import { freeSide } from './overlay-space'
import { AutoQuality } from './quality-auto'
import { QUALITY_LADDER, type QualityRung, smoothsEdges } from './quality-ladder'

/** A longer pause (hidden tab, a new avatar that goes to the graphics card) is not made up for: a fade would be a cut. */
const LONGEST_STEP_MS: Ms = 100
const NONE_YET: AvatarStandCounts = { built: 0, failed: 0, contextsLost: 0, textures: 0, textureBytes: 0 }

export class OverlayPicture {
  readonly cues = new OverlayCues((cue) => void this.#stand?.motion(cue))
  readonly gaze = new OverlayGaze()
  readonly #host: HTMLElement
  readonly #query: OverlayQuery
  readonly #onTrouble: (trouble: string) => void
  readonly #auto = new AutoQuality()
  readonly #contact = new EyeContact()
  readonly #face: FaceFrame = new Float32Array(FACE_CHANNEL_COUNT)
  readonly #closing = new AbortController()
  #stand: AvatarStand | null = null
  #settings: OverlaySettings | null = null
  #drawnMs: Ms | null = null

  constructor(host: HTMLElement, query: OverlayQuery, onTrouble: (trouble: string) => void) {
    this.#host = host
    this.#query = query
    this.#onTrouble = onTrouble
    const { signal } = this.#closing
    window.addEventListener('pointermove', this.#point, { signal, passive: true })
    document.documentElement.addEventListener('pointerleave', () => this.gaze.pointerGone(), { signal })
    host.addEventListener('click', this.#tap, { signal })
  }

  get counts(): AvatarStandCounts {
    return this.#stand?.counts ?? NONE_YET
  }

  get renderer(): AvatarStand['renderer'] {
    return this.#stand?.renderer ?? 'none'
  }

  /** What the picture may cost now. */
  get rung(): QualityRung {
    const quality = this.#settings?.quality ?? 'auto'
    return QUALITY_LADDER[quality === 'auto' ? this.#auto.rung : quality]
  }

  show(model: Scene['model'], settings: OverlaySettings): void {
    this.#settings = settings
    this.gaze.target = settings.gaze
    this.gaze.chatSide = freeSide(this.#query.align, settings.bubbles.side)
    // Only now is it known how fine she shall be.
    this.#stand ??= new AvatarStand(this.#host, {
      framing: this.#query.framing,
      antialias: smoothsEdges(settings.quality, this.#query.antialias),
      onChange: () => {
        this.#auto.hold()
        this.#onTrouble(this.#stand?.trouble ?? '')
      },
    })
    this.#stand.show(model, settings.renderer)
  }

  feel(emotion: Parameters<AvatarStand['feel']>[0]): void {
    this.#stand?.feel(emotion)
  }

  /** `frameMs`: the time stamp of the animation frame; `screenMs`: the usual time between two of them. */
  draw(face: FaceFrame, nowMs: Ms, frameMs: Ms, screenMs: Ms | null): void {
    const elapsed = Math.min(LONGEST_STEP_MS, nowMs - (this.#drawnMs ?? nowMs)) / 1000
    this.#drawnMs = nowMs
    if (!this.#stand || !this.#settings) return
    if (this.#settings.quality === 'auto' && this.renderer !== 'none') this.#auto.frame(frameMs, this.#settings.fps, screenMs)
    this.#stand.density = this.rung.density
    this.#stand.gaze(this.gaze.at(nowMs))
    this.#face.set(face)
    this.#contact.step(this.#face, this.gaze.target === 'camera', elapsed)
    this.#stand.draw(this.#face, elapsed)
    this.cues.at(nowMs)
  }

  close(): void {
    this.#closing.abort()
    this.#stand?.close()
  }

  readonly #point = (event: PointerEvent): void => {
    if (this.gaze.target !== 'pointer') return
    this.gaze.pointer(event.clientX, event.clientY, this.#host.getBoundingClientRect(), performance.now())
  }

  readonly #tap = (event: MouseEvent): void => {
    const { left, top } = this.#host.getBoundingClientRect()
    this.#stand?.tap(event.clientX - left, event.clientY - top)
  }
}

// In: a model, faces, feelings, glances, moments. Out: her picture in `host`, at its size, by Live2D where it can be had, else by the puppet.
// Builds an avatar when there is room for it, and anew when the model changes, when the graphics context is lost, and until it succeeds.
// Without room (a frame that is not shown) nothing is drawn.
import type { MotionCue } from '@psiona/shared/avatar-map'
import type { FaceFrame } from '@psiona/shared/face-frame'
import type { SceneModel } from '@psiona/shared/look'
import type { Emotion } from '@psiona/shared/mood'
import { Problem } from '@psiona/shared/problem'
import type { Ms, Seconds } from '@psiona/shared/units'
import { type Avatar, type AvatarContents, type AvatarOptions, type Glance, NO_TRIAL, type Trial } from './avatar'
import { AVATAR_FACTORIES, type AvatarFactories } from './avatar-factories'
import { AvatarLayers, takeOff } from './avatar-layers'
import { type AvatarOrder, buildKey, hasClothesOf, hasMapOf } from './avatar-order'
import { retryDelayMs } from './retry-delay'

/** Beyond two pixels a pixel the eye sees nothing and the encoder's GPU pays. */
const DENSEST_PIXELS = 2

export type RendererChoice = AvatarOrder['renderer']

export interface AvatarStandOptions extends AvatarOptions {
  /** Called when what draws her, or why, is another. */
  readonly onChange?: () => void
}

export interface AvatarStandCounts {
  readonly built: number
  readonly failed: number
  readonly contextsLost: number
  /** Textures on the graphics card now, and what they take there. */
  readonly textures: number
  readonly textureBytes: number
}

const sentence = (error: unknown): string => (error instanceof Problem ? error.message : `She cannot be drawn: ${String(error)}`)
const mayPass = (error: unknown): boolean => !(error instanceof Problem) || error.retry

export class AvatarStand {
  readonly #host: HTMLElement
  readonly #options: AvatarStandOptions
  readonly #factories: AvatarFactories
  readonly #sizes: ResizeObserver
  readonly #layers: AvatarLayers
  readonly #tallies = { built: 0, failed: 0, contextsLost: 0 }
  #order: AvatarOrder | null = null
  /** The order that the one in front was built for. */
  #builtFor = ''
  /** What Live2D could load and not draw: it is not tried again. */
  #undrawable: { readonly key: string; readonly why: unknown } | null = null
  /** The order waits for room. */
  #awaited = false
  #shown = false
  #fittedDensity = 0
  #mostDensity = DENSEST_PIXELS
  #turn = 0
  /** Somebody is being built for the order. */
  #building = false
  #failures = 0
  #retry: ReturnType<typeof setTimeout> | undefined
  #trouble = ''
  #emotion: Emotion = {}
  #glance: Glance | null = null
  #trial: Trial = NO_TRIAL

  constructor(host: HTMLElement, options: AvatarStandOptions, factories: AvatarFactories = AVATAR_FACTORIES) {
    this.#host = host
    this.#options = options
    this.#factories = factories
    this.#layers = new AvatarLayers(host)
    this.#sizes = new ResizeObserver(() => this.#fit())
    this.#sizes.observe(host)
  }

  get counts(): AvatarStandCounts {
    const { textures, bytes } = this.#layers.cardLoad
    return { ...this.#tallies, textures, textureBytes: bytes }
  }

  get renderer(): Avatar['renderer'] | 'none' {
    return this.#avatar?.renderer ?? 'none'
  }

  /** Why Live2D does not draw her although it should, or why nothing does; '' when all is well. */
  get trouble(): string {
    return this.#trouble
  }

  /** Of the model as it was loaded; null while nothing is drawn. */
  get contents(): AvatarContents | null {
    return this.#avatar?.contents ?? null
  }

  /** Most device px for one CSS px. */
  set density(most: number) {
    this.#mostDensity = most
  }

  show(model: SceneModel, renderer: RendererChoice): void {
    const before = this.#order
    this.#order = { model, renderer }
    if (before && buildKey(before) === buildKey(this.#order)) this.#retell(before.model, model)
    else {
      this.#failures = 0
      this.#awaited = true
      this.#fit()
    }
  }

  draw(face: FaceFrame, elapsed: Seconds): void {
    if (this.#shown && this.#fittedDensity !== this.#wantedDensity) this.#fit()
    try {
      if (this.#shown) this.#layers.draw(face, elapsed)
      else this.#layers.settle()
    } catch (error) {
      this.#failed(error)
    }
  }

  feel(emotion: Emotion): void {
    this.#emotion = emotion
    this.#layers.tell((avatar) => avatar.feel(emotion))
  }

  gaze(at: Glance | null): void {
    this.#glance = at
    this.#layers.tell((avatar) => avatar.gaze(at))
  }

  motion(cue: MotionCue): boolean {
    return this.#avatar?.motion(cue) ?? false
  }

  play(group: string): boolean {
    return this.#avatar?.play(group) ?? false
  }

  /** CSS px of the host. */
  tap(x: number, y: number): boolean {
    return this.#avatar?.tap(x, y) ?? false
  }

  tryOn(trial: Trial): void {
    this.#trial = trial
    this.#layers.tell((avatar) => avatar.tryOn(trial))
  }

  close(): void {
    clearTimeout(this.#retry)
    // What is still being built is thrown away when it is done.
    this.#turn++
    this.#order = null
    this.#awaited = false
    this.#sizes.disconnect()
    this.#layers.clear()
  }

  get #avatar(): Avatar | null {
    return this.#layers.front?.avatar ?? null
  }

  get #wantedDensity(): number {
    return Math.min(this.#mostDensity, window.devicePixelRatio)
  }

  /** The model that stands is dressed or mapped in another way. */
  #retell(before: SceneModel, model: SceneModel): void {
    const avatar = this.#avatar
    // Whoever is still being built is told when it stands.
    if (!avatar || !this.#order || this.#builtFor !== buildKey(this.#order)) return
    if (!hasMapOf(model, before)) {
      avatar.remap(model.map)
      this.#tell(avatar, model)
    } else if (!hasClothesOf(model, before)) avatar.wear(model.parameters, model.crossfadeMs)
  }

  #tell(avatar: Avatar, model: SceneModel): void {
    avatar.wear(model.parameters, 0)
    avatar.feel(this.#emotion)
    avatar.gaze(this.#glance)
    avatar.tryOn(this.#trial)
  }

  async #build(overMs: Ms): Promise<void> {
    clearTimeout(this.#retry)
    const turn = ++this.#turn
    this.#building = true
    if (this.#order) await this.#buildBest(this.#order, turn, overMs)
    if (turn === this.#turn) this.#building = false
  }

  /** Live2D first where it may draw; the puppet when it cannot, and while it is tried again. */
  async #buildBest(order: AvatarOrder, turn: number, overMs: Ms): Promise<void> {
    let [again, trouble] = [false, '']
    if (order.renderer === 'auto' && order.model.live2d) {
      const undrawable = this.#undrawable?.key === buildKey(order) ? this.#undrawable.why : null
      const why = undrawable ?? (await this.#try('live2d', turn, overMs))
      if (turn !== this.#turn || why === null) return
      trouble = sentence(why)
      again = undrawable === null && mayPass(why)
    }
    const stands = this.#builtFor === buildKey(order) && this.renderer === 'puppet'
    const why = stands ? null : await this.#try('puppet', turn, overMs)
    if (turn !== this.#turn) return
    this.#change(trouble || (why === null ? '' : sentence(why)))
    // The server may be on its way up again; a model that is broken stays broken, and she is drawn.
    if (why !== null || again) this.#buildLater(order.model.crossfadeMs)
    else this.#failures = 0
  }

  /** Null when it stands or nobody wants it any more; else why it does not. */
  async #try(kind: Avatar['renderer'], turn: number, overMs: Ms): Promise<unknown> {
    const order = this.#order
    if (!order) return null
    const canvas = document.createElement('canvas')
    let lost = false
    canvas.addEventListener('webglcontextlost', (event) => {
      // Without this the browser would not give a context again.
      event.preventDefault()
      lost = true
      if (canvas === this.#layers.front?.canvas) this.#rebuild()
    })
    let avatar: Avatar | null = null
    try {
      avatar = await this.#factories[kind](canvas, order.model, this.#options)
      if (turn !== this.#turn || !this.#order) {
        takeOff({ canvas, avatar })
        return null
      }
      // Meanwhile she may have been dressed otherwise; another model is for the next.
      const model = buildKey(this.#order) === buildKey(order) ? this.#order.model : order.model
      if (!hasMapOf(model, order.model)) avatar.remap(model.map)
      this.#tell(avatar, model)
      this.#size(avatar)
    } catch (error) {
      this.#tallies.failed++
      if (avatar) takeOff({ canvas, avatar })
      return error ?? new Error('It does not say why.')
    }
    this.#tallies.built++
    this.#builtFor = buildKey(order)
    clearTimeout(this.#retry)
    this.#layers.take({ canvas, avatar }, overMs)
    if (kind === 'live2d') {
      this.#failures = 0
      this.#change('')
    }
    if (lost) this.#rebuild()
    return null
  }

  #buildLater(overMs: Ms): void {
    clearTimeout(this.#retry)
    this.#retry = setTimeout(() => void this.#build(overMs), retryDelayMs(this.#failures++, Math.random()))
  }

  #rebuild(): void {
    this.#tallies.contextsLost++
    this.#builtFor = ''
    void this.#build(0)
  }

  /** Something in a model that was thought to be sound; unless it has only lost its context. */
  #failed(error: unknown): void {
    this.#tallies.failed++
    if (this.#builtFor !== '' && this.renderer === 'live2d') this.#undrawable = { key: this.#builtFor, why: error }
    this.#builtFor = ''
    this.#layers.clear()
    this.#change(sentence(error))
    // Who is being built takes the place.
    if (!this.#building) this.#buildLater(0)
  }

  #change(trouble: string): void {
    this.#trouble = trouble
    this.#options.onChange?.()
  }

  #fit(): void {
    this.#fittedDensity = this.#wantedDensity
    this.#shown = this.#host.clientWidth > 0 && this.#host.clientHeight > 0
    if (!this.#shown) return
    try {
      this.#layers.tell((avatar) => {
        this.#size(avatar)
        // A canvas that is sized anew is empty, and the next frame may be far.
        avatar.render()
      })
    } catch (error) {
      this.#failed(error)
    }
    if (!this.#awaited || !this.#order) return
    this.#awaited = false
    void this.#build(this.#order.model.crossfadeMs)
  }

  #size(avatar: Avatar): void {
    if (this.#shown) avatar.resize(this.#host.clientWidth, this.#host.clientHeight, this.#fittedDensity)
  }
}

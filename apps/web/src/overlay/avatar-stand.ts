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
import { AvatarLayers } from './avatar-layers'
import { retryDelayMs } from './retry-delay'

/** Beyond two pixels a pixel the eye sees nothing and the encoder's GPU pays. */
const DENSEST_PIXELS = 2

export type RendererChoice = 'auto' | 'puppet'

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

interface Order {
  readonly model: SceneModel
  readonly renderer: RendererChoice
}

/** What must be built anew when it is another; the rest of a model can be told to an avatar that stands. */
const buildKey = ({ model: { id, url, live2d, puppet }, renderer }: Order): string =>
  JSON.stringify([id, url, live2d, puppet, renderer])

const sentence = (error: unknown): string => (error instanceof Problem ? error.message : `She cannot be drawn: ${String(error)}`)
const mayPass = (error: unknown): boolean => !(error instanceof Problem) || error.retry

export class AvatarStand {
  readonly #host: HTMLElement
  readonly #options: AvatarStandOptions
  readonly #factories: AvatarFactories
  readonly #sizes: ResizeObserver
  readonly #layers: AvatarLayers
  readonly #tallies = { built: 0, failed: 0, contextsLost: 0 }
  #order: Order | null = null
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
    if (!this.#shown) {
      this.#layers.settle()
      return
    }
    if (this.#fittedDensity !== this.#wantedDensity) this.#fit()
    try {
      this.#layers.draw(face, elapsed)
    } catch (error) {
      this.#failed(error)
    }
  }

  feel(emotion: Emotion): void {
    this.#emotion = emotion
    for (const { avatar } of this.#layers.all) avatar.feel(emotion)
  }

  gaze(at: Glance | null): void {
    this.#glance = at
    for (const { avatar } of this.#layers.all) avatar.gaze(at)
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
    for (const { avatar } of this.#layers.all) avatar.tryOn(trial)
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
    if (JSON.stringify(before.map) !== JSON.stringify(model.map)) {
      avatar.remap(model.map)
      this.#tell(avatar, model)
    } else if (JSON.stringify(before.parameters) !== JSON.stringify(model.parameters))
      avatar.wear(model.parameters, model.crossfadeMs)
  }

  #tell(avatar: Avatar, model: SceneModel): void {
    avatar.wear(model.parameters, 0)
    avatar.feel(this.#emotion)
    avatar.gaze(this.#glance)
    avatar.tryOn(this.#trial)
  }

  /** Live2D first where it may draw; the puppet when it cannot, and while it is tried again. */
  async #build(overMs: Ms): Promise<void> {
    clearTimeout(this.#retry)
    const turn = ++this.#turn
    const order = this.#order
    if (!order) return
    let again = false
    let trouble = ''
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
    if (why !== null || again)
      this.#retry = setTimeout(() => void this.#build(order.model.crossfadeMs), retryDelayMs(this.#failures++, Math.random()))
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
    try {
      const avatar = await this.#factories[kind](canvas, order.model, this.#options)
      if (turn !== this.#turn || !this.#order) {
        avatar.destroy()
        return null
      }
      this.#tallies.built++
      this.#builtFor = buildKey(order)
      // Meanwhile she may have been dressed otherwise.
      if (JSON.stringify(order.model.map) !== JSON.stringify(this.#order.model.map)) avatar.remap(this.#order.model.map)
      this.#tell(avatar, this.#order.model)
      this.#layers.take({ canvas, avatar }, overMs)
      this.#fit()
      if (kind === 'live2d') {
        this.#failures = 0
        this.#change('')
      }
      if (lost) this.#rebuild()
      return null
    } catch (error) {
      this.#tallies.failed++
      return error ?? new Error('It does not say why.')
    }
  }

  #rebuild(): void {
    this.#tallies.contextsLost++
    this.#builtFor = ''
    void this.#build(0)
  }

  /** Something in a model that was thought to be sound. */
  #failed(error: unknown): void {
    this.#tallies.failed++
    if (this.#order && this.renderer === 'live2d') this.#undrawable = { key: buildKey(this.#order), why: error }
    this.#builtFor = ''
    this.#layers.clear()
    this.#change(sentence(error))
    this.#retry = setTimeout(() => void this.#build(0), retryDelayMs(this.#failures++, Math.random()))
  }

  #change(trouble: string): void {
    this.#trouble = trouble
    this.#options.onChange?.()
  }

  #fit(): void {
    const { clientWidth, clientHeight } = this.#host
    this.#fittedDensity = this.#wantedDensity
    this.#shown = clientWidth > 0 && clientHeight > 0
    if (!this.#shown) return
    for (const { avatar } of this.#layers.all) avatar.resize(clientWidth, clientHeight, this.#fittedDensity)
    if (!this.#awaited || !this.#order) return
    this.#awaited = false
    void this.#build(this.#order.model.crossfadeMs)
  }
}

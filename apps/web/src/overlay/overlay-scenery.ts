// In: chat lines and effects as the server sends them, what the owner wants of them, the time. Out: what stands and flies around her.
import type { Bubble, Effect } from '@psiona/shared/look'
import type { Tally } from '@psiona/shared/overlay-wire'
import type { OverlaySettings } from '@psiona/shared/settings'
import type { Ms } from '@psiona/shared/units'
import { BubbleList } from './bubble-list'
import { EffectCanvas } from './effect-canvas'
import { type Caption, EffectShow } from './effect-show'
import type { Fading } from './fading-list'
import type { Standing } from './overlay-space'
import type { QualityRung } from './quality-ladder'

export interface SceneryView {
  readonly bubbles: readonly Fading<Bubble>[]
  readonly captions: readonly Fading<Caption>[]
}

const answers = (tally: Tally | null) => tally === 'thinking' || tally === 'speaking'

export class OverlayScenery {
  readonly #bubbles = new BubbleList()
  readonly #effects: EffectShow
  readonly #canvas: EffectCanvas
  #on = { bubbles: false, effects: false }
  #tally: Tally | null = null

  /** `still`: nothing flies, words alone. */
  constructor(host: HTMLElement, standing: Standing, still: () => boolean) {
    this.#effects = new EffectShow(still)
    this.#canvas = new EffectCanvas(host, standing)
  }

  choose({ bubbles, effects }: Pick<OverlaySettings, 'bubbles' | 'effects'>): void {
    this.#on = { bubbles: bubbles.on, effects: effects.on }
    if (!bubbles.on) this.#bubbles.clear()
    if (!effects.on) this.#effects.clear()
  }

  bubble(bubble: Bubble, nowMs: Ms): void {
    if (this.#on.bubbles) this.#bubbles.add(bubble, nowMs)
  }

  gone(messageIds: readonly string[]): void {
    this.#bubbles.gone(messageIds)
  }

  effect(effect: Effect, { effectShare }: QualityRung, nowMs: Ms): void {
    if (this.#on.effects) this.#effects.play(effect, effectShare, nowMs)
  }

  effectsGone(effectIds: readonly number[]): void {
    this.#effects.gone(effectIds)
  }

  /** What she answered has been answered when she neither thinks nor speaks any more. */
  tally(tally: Tally, nowMs: Ms): void {
    if (answers(this.#tally) && !answers(tally)) this.#bubbles.answered(nowMs)
    this.#tally = tally
  }

  /** What was taken back while there was no link has not been heard of. */
  relink(): void {
    this.#bubbles.clear()
    this.#effects.clearCaptions()
    this.#tally = null
  }

  /** Nothing stands or flies any more. */
  clear(): void {
    this.#bubbles.clear()
    this.#effects.clear()
  }

  /** The same lists as long as nothing has changed. */
  at(nowMs: Ms): SceneryView {
    return { bubbles: this.#bubbles.at(nowMs), captions: this.#effects.captions(nowMs) }
  }

  draw({ density }: QualityRung, nowMs: Ms): void {
    this.#canvas.draw(this.#effects.running(nowMs), density, nowMs)
  }

  close(): void {
    this.#canvas.close()
  }
}

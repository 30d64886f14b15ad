// In: effects as they come, the time. Out: the few that run, what flies in each, and the captions that stand with them.
import type { Effect } from '@psiona/shared/look'
import type { Ms, Unit } from '@psiona/shared/units'
import type { Particle } from './effect-particle'
import { effectRandom } from './effect-random'
import { EFFECT_RECIPES } from './effect-recipes'
import { type Fading, FadingList } from './fading-list'

/** More at once is noise. */
export const MOST_EFFECTS = 3
/** One that makes room goes in this time. */
const MAKES_ROOM_MS: Ms = 400
/** A caption can be read, and does not stay for good. */
const [SHORTEST_CAPTION_MS, LONGEST_CAPTION_MS]: readonly [Ms, Ms] = [3000, 8000]
/** The weakest effect has this share of the strongest one's things. */
const WEAKEST_SHARE: Unit = 0.3

/** Words that came with an effect. */
export type Caption = Pick<Effect, 'effectId' | 'caption'>

export interface RunningEffect {
  readonly effect: Effect
  readonly fromMs: Ms
  readonly untilMs: Ms
  /** It makes room for a newer one. */
  readonly leaving: boolean
  readonly particles: readonly Particle[]
}

export const particlesOf = ({ effectId, kind, strength, durationMs }: Effect, share: Unit): Particle[] =>
  EFFECT_RECIPES[kind]({
    random: effectRandom(effectId),
    share: share * (WEAKEST_SHARE + (1 - WEAKEST_SHARE) * strength),
    seconds: durationMs / 1000,
  })

export class EffectShow {
  #running: readonly RunningEffect[] = []
  readonly #captions = new FadingList<Caption>()
  readonly #still: () => boolean

  /** `still`: words alone, nothing that flies, for who asked for less motion. */
  constructor(still: () => boolean) {
    this.#still = still
  }

  /** `share` of what could fly, by the quality of the picture. */
  play(effect: Effect, share: Unit, nowMs: Ms): void {
    if (effect.caption !== '') {
      const { effectId, caption } = effect
      this.#captions.add(
        { effectId, caption },
        nowMs + Math.min(LONGEST_CAPTION_MS, Math.max(SHORTEST_CAPTION_MS, effect.durationMs)),
      )
      this.#captions.crowd(1, nowMs)
    }
    if (this.#still()) return
    const running = this.running(nowMs)
    const tooMany = running.filter(({ leaving }) => !leaving).length >= MOST_EFFECTS
    const oldest = tooMany ? running.find(({ leaving }) => !leaving) : undefined
    const rest = running.map((other) =>
      other === oldest ? { ...other, leaving: true, untilMs: Math.min(other.untilMs, nowMs + MAKES_ROOM_MS) } : other,
    )
    const untilMs = nowMs + effect.durationMs
    this.#running = [...rest, { effect, fromMs: nowMs, untilMs, leaving: false, particles: particlesOf(effect, share) }]
  }

  running(nowMs: Ms): readonly RunningEffect[] {
    if (this.#running.some(({ untilMs }) => nowMs >= untilMs))
      this.#running = this.#running.filter(({ untilMs }) => nowMs < untilMs)
    return this.#running
  }

  /** The same list as long as nothing has changed. */
  captions(nowMs: Ms): readonly Fading<Caption>[] {
    return this.#captions.at(nowMs)
  }

  /** At once and without a fade: somebody wants them gone. */
  gone(effectIds: readonly number[]): void {
    this.#running = this.#running.filter(({ effect }) => !effectIds.includes(effect.effectId))
    this.#captions.drop(({ effectId }) => effectIds.includes(effectId))
  }

  clear(): void {
    this.#running = []
    this.clearCaptions()
  }

  /** What flies flies on. */
  clearCaptions(): void {
    this.#captions.drop(() => true)
  }
}

/** 1 as long as it may stay. */
export const alphaOf = ({ leaving, untilMs }: RunningEffect, nowMs: Ms): Unit =>
  leaving ? Math.max(0, Math.min(1, (untilMs - nowMs) / MAKES_ROOM_MS)) : 1

// What flies over the picture. In: her feelings, first messages, the owner's wish (and, from the hooks, what viewers give). Out: effects, not too many.
import { type Effect, EffectTrigger, EMOTIONS, type MotionCue, type Ms, type OverlaySettings, type Unit } from '@psiona/shared'
import type { Clock } from './clock'
import type { HouseNews } from './house'
import type { Topic } from './streams'

/** A feeling that reaches this sets one off, and has to fall below the other before it does so again. */
const FELT: Unit = 0.75
const CALMED: Unit = 0.45
/** Of one kind of trigger. */
const LEAST_BETWEEN_MS: Ms = 8000
const LASTS_MS: Ms = 3500
/** What she does herself, if her model can. */
const MOTIONS: Partial<Record<EffectTrigger, MotionCue>> = {
  'first-message': 'greeting',
  follow: 'greeting',
  subscription: 'applause',
  gift: 'applause',
  raid: 'applause',
}
/** The triggers that are feelings. */
const FEELINGS = EMOTIONS.flatMap((name) => {
  const { data: trigger } = EffectTrigger.safeParse(name)
  return trigger ? [{ name, trigger }] : []
})

export interface EffectsOptions {
  readonly clock: Clock
  readonly news: Topic<HouseNews>
  readonly wanted: () => OverlaySettings['effects']
}

export interface Effects {
  /** The owner's own wish: always shown. */
  show(effect: Pick<Effect, 'kind' | 'strength' | 'caption'>): void
  /** Something happened that may set one off. */
  happened(trigger: EffectTrigger, caption?: string, strength?: Unit): void
  close(): void
}

export function createEffects({ clock, news, wanted }: EffectsOptions): Effects {
  let count = 0
  const lastMs = new Map<EffectTrigger, Ms>()
  const felt = new Set<EffectTrigger>()

  const show: Effects['show'] = (effect) =>
    news.publish({ type: 'effect-shown', effect: { ...effect, effectId: count++, durationMs: LASTS_MS } })
  const happened: Effects['happened'] = (trigger, caption = '', strength = 0.7) => {
    const nowMs = clock.monotonicMs()
    if (nowMs - (lastMs.get(trigger) ?? Number.NEGATIVE_INFINITY) < LEAST_BETWEEN_MS) return
    lastMs.set(trigger, nowMs)
    const { on, by } = wanted()
    const [kind, cue] = [by[trigger], MOTIONS[trigger]]
    if (cue) news.publish({ type: 'motion-wanted', cue })
    if (on && kind) show({ kind, strength, caption })
  }
  const unsubscribe = news.subscribe((one) => {
    if (one.type === 'emotion-changed')
      for (const { name, trigger } of FEELINGS) {
        const strength = one.emotion[name] ?? 0
        if (strength < CALMED) felt.delete(trigger)
        else if (strength >= FELT && !felt.has(trigger)) {
          felt.add(trigger)
          happened(trigger, '', strength)
        }
      }
  })
  return { show, happened, close: unsubscribe }
}

// What flies over the picture. In: her feelings, first messages, the owner's wish (and, from the hooks, what viewers give), what is taken back. Out: effects, not too many; those of what was taken back go at once.
import {
  type Effect,
  EffectTrigger,
  EMOTIONS,
  type LineDeleted,
  type MotionCue,
  type Ms,
  type OverlaySettings,
  type Person,
  takesBack,
  type Unit,
} from '@psiona/shared'
import type { Clock } from './clock'
import type { HouseNews } from './house'
import type { Topic } from './streams'

/** A feeling that reaches this sets one off, and has to fall below the other before it does so again. */
const FELT: Unit = 0.75
const CALMED: Unit = 0.45
/** Of one kind of trigger. */
const LEAST_BETWEEN_MS: Ms = 8000
const LASTS_MS: Ms = 3500
/** Longer than any caption stands, with its fade and a slow link. */
const REMEMBERED_MS: Ms = 10_000
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

/** What of a viewer set it off, as platforms take it back. */
export interface EffectDeed {
  readonly from: Person
  readonly at: number
  readonly messageId: string
}

export interface EffectsOptions {
  readonly clock: Clock
  readonly news: Topic<HouseNews>
  readonly wanted: () => OverlaySettings['effects']
}

export interface Effects {
  /** The owner's own wish: always shown. */
  show(effect: Pick<Effect, 'kind' | 'strength' | 'caption'>): void
  /** Something happened that may set one off. */
  happened(trigger: EffectTrigger, caption?: string, strength?: Unit, deed?: EffectDeed): void
  takenBack(deleted: LineDeleted): void
  close(): void
}

export function createEffects({ clock, news, wanted }: EffectsOptions): Effects {
  let count = 0
  const lastMs = new Map<EffectTrigger, Ms>()
  const felt = new Set<EffectTrigger>()

  let standing: { readonly effectId: number; readonly deed: EffectDeed; readonly untilMs: Ms }[] = []

  const stillStanding = () => {
    const nowMs = clock.monotonicMs()
    return standing.filter(({ untilMs }) => nowMs < untilMs)
  }
  const show = (effect: Pick<Effect, 'kind' | 'strength' | 'caption'>, deed?: EffectDeed) => {
    const effectId = count++
    if (deed) standing = [...stillStanding(), { effectId, deed, untilMs: clock.monotonicMs() + REMEMBERED_MS }]
    news.publish({ type: 'effect-shown', effect: { ...effect, effectId, durationMs: LASTS_MS } })
  }
  const takenBack = (deleted: LineDeleted) => {
    const gone = stillStanding().filter(({ deed }) => takesBack(deleted, deed))
    standing = standing.filter((one) => !gone.includes(one))
    if (gone.length > 0) news.publish({ type: 'effects-gone', effectIds: gone.map(({ effectId }) => effectId) })
  }
  const happened: Effects['happened'] = (trigger, caption = '', strength = 0.7, deed) => {
    const nowMs = clock.monotonicMs()
    if (nowMs - (lastMs.get(trigger) ?? Number.NEGATIVE_INFINITY) < LEAST_BETWEEN_MS) return
    lastMs.set(trigger, nowMs)
    const { on, by } = wanted()
    const [kind, cue] = [by[trigger], MOTIONS[trigger]]
    if (cue) news.publish({ type: 'motion-wanted', cue })
    if (on && kind) show({ kind, strength, caption }, deed)
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
  return { show: (effect) => show(effect), happened, takenBack, close: unsubscribe }
}

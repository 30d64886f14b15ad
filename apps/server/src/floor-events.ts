// Thanks that wait to be said. In: what happens on platforms. Out: one at a time, the same kind together, never more than a few.
import { type EventHappened, type LineDeleted, type Ms, type Person, takesBack } from '@psiona/shared'
import type { createEventLines, EventLine, SpokenEvent } from './event-lines'
import type { StrangersWords } from './read-aloud'

/** With a paid line between reading and answer, five wait. */
export const MOST_EVENTS = 4
/** Thanks for something older thank for nothing. */
export const OLDEST_EVENT_MS: Ms = 60_000
/** An ad break that is announced late is over, or nearly. */
const OLDEST_AD_BREAK_MS: Ms = 10_000
/** Between two thanks of a kind: what comes meanwhile is thanked for together. */
const REST_MS: Partial<Record<SpokenEvent, Ms>> = { follow: 20_000, redeem: 20_000, bits: 8000, 'ad-break': 60_000 }
/** Those are remembered one by one, so that a deletion can take them out; more are only counted. */
const MOST_REMEMBERED = 50
/** Told twice, or followed twice. */
const MOST_KNOWN = 500

type SaidEvent = Exclude<SpokenEvent, `paid-${string}`>
/** What goes first, and what goes when too many wait. */
const IMPORTANCE: readonly SaidEvent[] = ['raid', 'gift', 'subscription', 'bits', 'poll', 'redeem', 'ad-break', 'follow']

interface Deed {
  /** Null: somebody who stays unknown. */
  readonly from: Person | null
  readonly at: number
  /** Of the event: platforms take it back by this. */
  readonly messageId: string
  readonly amount: number
}
interface Waiting {
  readonly kind: SaidEvent
  readonly key: string
  /** As they came; cleaned when it is said. */
  readonly title: string
  readonly winner: string
  readonly platform: Person['platform']
  deeds: Deed[]
  /** Beyond those remembered. */
  more: number
  atMs: Ms
}

export interface Thanks extends EventLine {
  readonly from: Person
  readonly messageId: string | undefined
}
export interface FloorEvents {
  happened(event: EventHappened, nowMs: Ms): void
  /** Null: nothing may be said now. */
  take(nowMs: Ms): Thanks | null
  /** Something may be said now. */
  due(nowMs: Ms): boolean
  forget(deleted: LineDeleted): void
  clear(): void
  readonly size: number
}

/** Nobody in particular did it. */
const streamOf = (platform: Person['platform']): Person => ({ platform, id: 'stream', name: 'The stream' })
const keyOf = ({ platform, id }: Person) => `${platform}:${id}`
/** Adds to a set that forgets its oldest. Returns whether it was new. */
function isNew(known: Set<string>, one: string): boolean {
  if (known.has(one)) return false
  known.add(one)
  const [oldest] = known
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest)
  return true
}

/** What of it is said aloud; null: nothing. Bits that somebody wrote with come as a line of chat. */
function saidKind({ kind, phase, title, text, choices }: EventHappened): SaidEvent | null {
  switch (kind) {
    case 'follow':
    case 'subscription':
    case 'gift':
    case 'raid':
      return kind
    case 'bits':
      return text === '' ? kind : null
    case 'redeem':
      return title === '' ? null : kind
    case 'poll':
      return phase === 'over' && choices.some(({ votes }) => votes > 0) ? kind : null
    case 'ad-break':
      return phase === 'begun' ? kind : null
    case 'prediction':
    case 'announcement':
    case 'moderation':
    case 'online':
    case 'offline':
      return null
    default:
      return kind satisfies never
  }
}

export function createFloorEvents(words: StrangersWords, say: ReturnType<typeof createEventLines>): FloorEvents {
  let waiting: Waiting[] = []
  const told = new Set<string>()
  const followed = new Set<string>()
  const saidMs = new Map<SaidEvent, Ms>()

  const expire = (nowMs: Ms) => {
    waiting = waiting.filter(({ kind, atMs }) => nowMs - atMs <= (kind === 'ad-break' ? OLDEST_AD_BREAK_MS : OLDEST_EVENT_MS))
  }
  const rested = (kind: SaidEvent, nowMs: Ms) => nowMs - (saidMs.get(kind) ?? Number.NEGATIVE_INFINITY) >= (REST_MS[kind] ?? 0)
  const first = (nowMs: Ms): Waiting | undefined => {
    expire(nowMs)
    return waiting.filter(({ kind }) => rested(kind, nowMs)).sort(byImportance)[0]
  }
  const thanksFor = ({ kind, title, winner, platform, deeds, more }: Waiting): Thanks | null => {
    const people = new Set(deeds.map(({ from }, at) => (from ? keyOf(from) : `${at}`)))
    const named = deeds.find(({ from }) => from)
    const others = people.size + more - 1
    const sum = deeds.reduce((total, { amount }) => total + amount, 0)
    // What the uncounted gave is unknown, months of several people add up to nothing, and a first month goes without saying.
    const isUnknown = more > 0 || (kind === 'subscription' && (others > 0 || sum <= 1))
    const line = say(kind, {
      name: words.name(named?.from?.name),
      others,
      amount: isUnknown ? null : sum,
      title: words.title(title),
      winner: words.title(winner),
    })
    return line && { ...line, from: named?.from ?? streamOf(platform), messageId: (named ?? deeds[0])?.messageId }
  }

  return {
    happened(event, nowMs) {
      const kind = saidKind(event)
      if (!kind || !isNew(told, event.eventId)) return
      if (kind === 'follow' && event.from && !isNew(followed, keyOf(event.from))) return
      const [best, second] = kind === 'poll' ? [...event.choices].sort((a, b) => b.votes - a.votes) : []
      const winner = best && best.votes !== second?.votes ? best.title : ''
      const title = kind === 'redeem' ? event.title : ''
      const key = `${kind} ${title}`
      const deed = { from: event.from, at: event.at, messageId: event.eventId, amount: best?.votes ?? event.amount ?? 0 }
      const known = kind === 'poll' || kind === 'ad-break' ? undefined : waiting.find((one) => one.key === key)
      if (known) {
        if (known.deeds.length < MOST_REMEMBERED) known.deeds.push(deed)
        else known.more++
        known.atMs = nowMs
        return
      }
      waiting = waiting.filter((one) => one.key !== key)
      waiting.push({ kind, key, title, winner, platform: event.platform, deeds: [deed], more: 0, atMs: nowMs })
      expire(nowMs)
      waiting = waiting.sort(byImportance).slice(0, MOST_EVENTS)
    },
    take(nowMs) {
      for (;;) {
        const next = first(nowMs)
        if (!next) return null
        waiting = waiting.filter((one) => one !== next)
        const thanks = thanksFor(next)
        if (!thanks) continue
        saidMs.set(next.kind, nowMs)
        return thanks
      }
    },
    due: (nowMs) => first(nowMs) !== undefined,
    forget(deleted) {
      for (const one of waiting)
        one.deeds = one.deeds.filter((deed) => !takesBack(deleted, { ...deed, from: deed.from ?? streamOf(one.platform) }))
      waiting = waiting.filter(({ deeds }) => deeds.length > 0)
    },
    clear() {
      waiting = []
    },
    get size() {
      return waiting.length
    },
  }
}

const byImportance = (a: Waiting, b: Waiting) => IMPORTANCE.indexOf(a.kind) - IMPORTANCE.indexOf(b.kind)

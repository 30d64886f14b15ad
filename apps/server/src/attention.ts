// Which chat lines she answers. In: lines as they are written or taken back, and whether she is busy. Out: the one to answer next, and for each line what became of it and why.
// It stands here, not in the mind: the mind answers what it is given, turn-taking alone asks whose turn it is.
import { type ChatTag, type LineDeleted, type LineWritten, type Ms, type Person, takesBack, type Unit } from '@psiona/shared'
import { type Appeal, appealOf, dullness, gist, hashOf } from './attention-score'
import type { Clock } from './clock'
import { type Topic, topic } from './streams'

/** More would be answered when nobody remembers having asked. */
export const MOST_WAITING = 5
/** An answer to something older than this answers nothing. */
export const OLDEST_MS: Ms = 45_000
/** Between two answers to one person, so that nobody has her to themselves; their next line waits so long. */
export const COOLDOWN_MS: Ms = 20_000
/** How long the same words count as the same. */
const REPEAT_MS: Ms = 60_000
/** A greeting is short and may be said by everybody; a text of this many letters twice is pasted. */
const PASTED_LETTERS = 20
const REMEMBERED_TEXTS = 256
/** What neither asks nor names anybody is answered this much less readily than what asks. */
const SMALL_TALK: Unit = 0.25
const LOOK_EVERY_MS: Ms = 1000

export interface TagChange {
  readonly messageId: string
  readonly tag: ChatTag
}

export interface Attention {
  /** A viewer's line (never the owner's, who is answered at once). Its first tag; later ones come by `changes`. */
  consider(line: LineWritten): ChatTag
  /** Takes the best line that waits; null while she is busy, or when none may be answered yet. */
  next(): LineWritten | null
  /** She has begun or ended to answer somebody, whoever it is. */
  busy(busy: boolean): void
  /** Returns the ids of lines that waited or are being answered and are now gone. */
  forget(deleted: LineDeleted): string[]
  /** A tag 'next' means: ask next() when she is free. */
  readonly changes: Topic<TagChange>
  close(): void
}

export interface AttentionOptions {
  readonly clock: Clock
  /** The character's name, as of now. */
  readonly name: () => string
  /** 0 = answers only who names her, 1 = whatever asks when nobody else waits. */
  readonly chattiness: () => Unit
}

interface Waiting {
  readonly line: LineWritten
  readonly appeal: Appeal
  readonly textHash: number
  readonly sinceMs: Ms
  tag: ChatTag
}

const keyOf = ({ platform, id }: Person) => `${platform}:${id}`
const passedOver = (why: string): ChatTag => ({ state: 'passed-over', why })
const shown = (why: string): ChatTag => ({ state: 'shown', why })

export function createAttention({ clock, name, chattiness }: AttentionOptions): Attention {
  const changes = topic<TagChange>()
  let waiting: Waiting[] = []
  let answering: LineWritten | null = null
  let isBusy = false
  const answeredMs = new Map<string, Ms>()
  /** By gist, oldest first: who said it last, and when. */
  const texts = new Map<number, { readonly by: string; readonly atMs: Ms }>()

  const tell = (line: LineWritten, tag: ChatTag) => changes.publish({ messageId: line.messageId, tag })
  const isCooling = ({ line }: Waiting) =>
    clock.monotonicMs() - (answeredMs.get(keyOf(line.from)) ?? Number.NEGATIVE_INFINITY) < COOLDOWN_MS
  const best = (): Waiting | null => {
    let found: Waiting | null = null
    for (const one of waiting) if (!isCooling(one) && (!found || one.appeal.score > found.appeal.score)) found = one
    return found
  }
  const drop = (one: Waiting, why: string) => {
    waiting = waiting.filter((other) => other !== one)
    tell(one.line, passedOver(why))
  }
  /** What is too old goes, and everybody else is told when their place has changed. */
  const look = (except?: Waiting) => {
    for (const one of waiting) if (clock.monotonicMs() - one.sinceMs > OLDEST_MS) drop(one, 'too old')
    const first = best()
    for (const one of waiting) {
      const tag: ChatTag = isCooling(one)
        ? { state: 'waiting', why: 'was answered a moment ago' }
        : { state: one === first ? 'next' : 'waiting', why: one.appeal.why }
      const changed = tag.state !== one.tag.state || tag.why !== one.tag.why
      one.tag = tag
      if (changed && one !== except) tell(one.line, tag)
    }
  }
  const isRepeat = (line: LineWritten, hash: number, letters: number): boolean => {
    const by = keyOf(line.from)
    const before = texts.get(hash)
    texts.delete(hash)
    texts.set(hash, { by, atMs: clock.monotonicMs() })
    for (const oldest of texts.keys()) {
      if (texts.size <= REMEMBERED_TEXTS) break
      texts.delete(oldest)
    }
    if (waiting.some(({ textHash }) => textHash === hash)) return true
    const recent = before !== undefined && clock.monotonicMs() - before.atMs < REPEAT_MS
    return recent && (before.by === by || letters >= PASTED_LETTERS)
  }
  /** Chance without dice: the same message is always answered or never, in a replay too. */
  const feelsLike = (line: LineWritten, { telling }: Appeal) =>
    hashOf(line.messageId) / 2 ** 32 < chattiness() * (telling ? 1 : SMALL_TALK)

  const stopLooking = clock.every(LOOK_EVERY_MS, () => look())
  return {
    changes,
    consider(line) {
      const dull = dullness(line.text)
      if (dull) return passedOver(dull)
      const { hash, letters } = gist(line.text)
      if (isRepeat(line, hash, letters)) return passedOver('repeats')
      look()
      const appeal = appealOf(line, name())
      if (!appeal.named) {
        if (waiting.length > 0) return shown('others wait for an answer')
        if (!feelsLike(line, appeal)) return shown(appeal.why)
      }
      const own = waiting.find((one) => keyOf(one.line.from) === keyOf(line.from))
      if (own && own.appeal.score >= appeal.score) return passedOver('one line each')
      if (own) drop(own, 'said more since')
      if (waiting.length >= MOST_WAITING) {
        const last = waiting.reduce((worst, one) => (one.appeal.score <= worst.appeal.score ? one : worst))
        if (last.appeal.score >= appeal.score) return passedOver('others were first')
        drop(last, 'others were first')
      }
      const fresh: Waiting = {
        line,
        appeal,
        textHash: hash,
        sinceMs: clock.monotonicMs(),
        tag: { state: 'waiting', why: appeal.why },
      }
      waiting.push(fresh)
      look(fresh)
      return fresh.tag
    },
    next() {
      if (isBusy) return null
      look()
      const chosen = best()
      if (!chosen) return null
      const now = clock.monotonicMs()
      for (const [person, atMs] of answeredMs) if (now - atMs >= COOLDOWN_MS) answeredMs.delete(person)
      answeredMs.set(keyOf(chosen.line.from), now)
      waiting = waiting.filter((one) => one !== chosen)
      answering = chosen.line
      tell(chosen.line, { state: 'answering', why: chosen.appeal.why })
      look()
      return chosen.line
    },
    busy(busy) {
      isBusy = busy
      if (busy || !answering) return
      tell(answering, { state: 'answered', why: 'answered' })
      answering = null
    },
    forget(deleted) {
      const gone = waiting.filter(({ line }) => takesBack(deleted, line)).map(({ line }) => line.messageId)
      waiting = waiting.filter(({ line }) => !gone.includes(line.messageId))
      if (answering && takesBack(deleted, answering)) {
        gone.push(answering.messageId)
        answering = null
      }
      look()
      return gone
    },
    close: stopLooking,
  }
}

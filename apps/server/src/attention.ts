// Which chat lines she answers. In: lines as they are written or taken back, and whether she is busy. Out: the one to answer next, for each line what became of it and why, and what the chat is like.
// It stands here, not in the mind: the mind answers what it is given, turn-taking alone asks whose turn it is.
// In a flood the work goes from cheap to dear: everything is counted, and only what may still be answered is looked at closely.

import {
  type ChatMood,
  type ChatSettings,
  type ChatTag,
  type LineDeleted,
  type LineWritten,
  type Ms,
  takesBack,
  type Unit,
} from '@psiona/shared'
import { createAttentionBudget } from './attention-budget'
import { createAttentionGate, IGNORED } from './attention-gate'
import { paidWhy, paidWorth } from './attention-paid'
import { createAttentionPeople } from './attention-people'
import { AttentionQueue, CROWD, passedOver, peopleOf, personKey, type Waiting, whyOf } from './attention-queue'
import { createAttentionRepeats } from './attention-repeats'
import { type Appeal, appealOf, dullness, isNamed, type LineFacts, type Reading, readingOf } from './attention-score'
import { type Gist, gist } from './attention-text'
import { isForeign } from './chat-language'
import { createChatMood } from './chat-mood'
import { createChatThemes, type Theme } from './chat-themes'
import type { Clock } from './clock'
import { type Topic, topic } from './streams'
import { hashOf } from './text-hash'

/** What neither asks nor names anybody is answered this much less readily than what asks. */
const SMALL_TALK: Unit = 0.25
const LOOK_EVERY_MS: Ms = 1000
/** Of lines to nobody in particular so many are looked at closely: nobody reads more, and it leaves the thread to the owner. */
export const LOOKED_AT_PER_S = 50
/** The filter and the guess of the language take up to a millisecond each. */
const EXAMINED_PER_S = 20

export interface TagChange {
  readonly messageId: string
  readonly tag: ChatTag
  /** So many said it, this one included; absent: nobody else did. */
  readonly people?: number
}

/** A line to answer, without its prefix, and how many people said it. */
export interface PickedLine extends LineWritten {
  readonly people: number
}

export interface Attention {
  /** A viewer's line (never the owner's, who is answered at once). Its first tag; later ones come by `changes`. */
  consider(line: LineWritten): ChatTag
  /** Takes the best line that waits, what was paid for first; null while she is busy, or when none may be answered yet. */
  next(): PickedLine | null
  /** She has begun or ended to answer somebody, whoever it is. */
  busy(busy: boolean): void
  /** Returns the ids of lines that waited or are being answered and are now gone. */
  forget(deleted: LineDeleted): string[]
  /** Everything that waits goes. */
  clear(): void
  mood(): ChatMood
  /** At most one a second, and only when it is another. */
  readonly moods: Topic<ChatMood>
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
  /** The same object as long as nothing changed. */
  readonly settings: () => ChatSettings
  /** Not fit for a stream. */
  readonly wouldRefuse: (text: string) => boolean
}

const shown = (why: string): ChatTag => ({ state: 'shown', why })

/** Nobody called her, but it will not make room for who asks a little more. */
const isFirm = (one: Waiting) => one.appeal.named || peopleOf(one) >= CROWD
const isCrowd = (theme: Theme) => theme.asks && theme.people >= CROWD
const isForAnother = ({ text, replyTo }: LineWritten) => replyTo !== undefined || /^@[\p{L}\p{N}_]{2,}/u.test(text)

/** A line, and what is in it. */
interface Considered {
  /** Without its prefix. */
  readonly line: LineWritten
  readonly reading: Reading
  readonly said: Gist
  readonly facts: LineFacts
  readonly theme: Theme | null
}

export function createAttention({ clock, name, chattiness, settings, wouldRefuse }: AttentionOptions): Attention {
  const changes = topic<TagChange>()
  const nowMs = () => clock.monotonicMs()
  let answering: Waiting | null = null
  let isBusy = false
  const answeredMs = new Map<string, Ms>()
  const gate = createAttentionGate(settings)
  const people = createAttentionPeople()
  const repeats = createAttentionRepeats(nowMs)
  const looks = createAttentionBudget(LOOKED_AT_PER_S)
  const examinations = createAttentionBudget(EXAMINED_PER_S)
  const themes = createChatThemes({ nowMs, name })
  const unfit = new WeakMap<Theme, boolean>()
  const gauge = createChatMood({
    clock,
    themes: themes.shared,
    quotable(theme) {
      const isUnfit = unfit.get(theme) ?? (gate.blocks(theme.line.text) || wouldRefuse(theme.line.text))
      unfit.set(theme, isUnfit)
      return !isUnfit
    },
  })
  const cooldownMs = () => settings().cooldownSeconds * 1000
  const tell = (one: Waiting, tag: ChatTag) => {
    const count = peopleOf(one)
    changes.publish({ messageId: one.line.messageId, tag, ...(count > 1 ? { people: count } : {}) })
  }
  const queue = new AttentionQueue({
    nowMs,
    tell,
    isCooling: ({ line }) => nowMs() - (answeredMs.get(personKey(line)) ?? Number.NEGATIVE_INFINITY) < cooldownMs(),
  })

  const skip = (): ChatTag => {
    gauge.skipped()
    return shown('too many at once')
  }
  /** Why it is not answered although there would be room, or null; the dearest question last. */
  const unfitness = ({ line, paid }: Waiting): string | null => {
    if (gate.blocks(line.text)) return 'a blocked word'
    if (paid === null && isForeign(line.text, settings().languages)) return 'another language'
    return settings().filter && wouldRefuse(line.text) ? 'would not be read on stream' : null
  }
  const admit = (fresh: Waiting): ChatTag => {
    const full = queue.refuses(fresh)
    if (full) return passedOver(full)
    if (fresh.paid === null && !examinations.take(nowMs())) return skip()
    const why = unfitness(fresh)
    if (why) return passedOver(why)
    queue.add(fresh)
    return fresh.tag
  }
  const waitingOf = ({ line, said, theme }: Considered, appeal: Appeal, paid: number | null): Waiting => ({
    ...{ line, appeal, theme, gist: said.hash, sinceMs: nowMs(), paid },
    tag: { state: 'waiting', why: appeal.why },
  })

  /** Why it is said already, or null. */
  const sameAs = ({ line, said, theme }: Considered): string | null => {
    const repeated = repeats.isRepeat(personKey(line), said)
    const waits = queue.waiting.find((one) => one.gist === said.hash || (theme !== null && one.theme === theme))
    if (waits) return theme && personKey(waits.line) !== personKey(line) ? 'others say the same' : 'repeats'
    if (theme && isCrowd(theme)) return repeats.isRecent(theme.answeredMs) ? 'was answered a moment ago' : null
    return repeated ? 'repeats' : null
  }
  /** Chance without dice: the same message is always answered or never, in a replay too. */
  const feelsLike = ({ messageId }: LineWritten, telling: boolean) =>
    hashOf(messageId) / 2 ** 32 < chattiness() * (telling ? 1 : SMALL_TALK)
  /** She is called by nobody: there is room while nobody waits, or only somebody who asks less. */
  const admitUncalled = (fresh: Waiting): ChatTag => {
    const [only, ...more] = queue.waiting
    if (only && (more.length > 0 || isFirm(only) || only.appeal.score >= fresh.appeal.score))
      return shown('others wait for an answer')
    if (!feelsLike(fresh.line, fresh.appeal.telling)) return shown(fresh.appeal.why)
    const tag = admit(fresh)
    if (only && tag === fresh.tag && queue.waiting.includes(only)) queue.drop(only, 'another asked more')
    return tag
  }
  const considerUnpaid = (one: Considered): ChatTag => {
    const { line, reading, facts, theme } = one
    const { roles } = line
    const refused = gate.refuses(roles, facts.regular === true)
    if (refused) return passedOver(refused)
    const called = reading.named || facts.addressed === true
    if (!called && isForAnother(line)) return shown('talks to somebody else')
    const crowd = theme !== null && isCrowd(theme)
    const stands = called || crowd || roles?.broadcaster || roles?.moderator || roles?.firstMessage
    if (!stands && !looks.take(nowMs())) return skip()
    const same = sameAs(one)
    if (same) return passedOver(same)
    const fresh = waitingOf(one, appealOf(line, name(), facts, reading), null)
    return called || (crowd && chattiness() > 0) ? admit(fresh) : admitUncalled(fresh)
  }

  const stopLooking = clock.every(LOOK_EVERY_MS, () => queue.look())
  return {
    changes,
    mood: gauge.current,
    moods: gauge.changes,
    consider(written) {
      if (gate.ignores(written.from)) return passedOver(IGNORED)
      const { prefix, prefixOnly, merge } = settings()
      const rest = gate.afterPrefix(written.text)
      const line = rest ? { ...written, text: rest } : written
      const reading = readingOf(line.text, name())
      gauge.count(line.text, reading.words, reading.asks)
      const said = gist(line.text)
      const facts = {
        regular: people.seen(personKey(line), nowMs()),
        addressed: rest !== null || (line.replyTo !== undefined && isNamed(line.replyTo.name, name())),
        gave: line.paid !== undefined,
      }
      const paid = paidWorth(line, settings())
      if (paid !== null) {
        const appeal = { score: 0, named: true, telling: true, why: paidWhy(line) }
        return admit(waitingOf({ line, reading, said, facts, theme: null }, appeal, paid))
      }
      const dull = rest === null ? dullness(line.text) : rest === '' ? 'no words' : null
      if (dull) return passedOver(dull)
      const theme = merge ? themes.count(line, { words: reading.words, gist: said.hash, asks: reading.asks }) : null
      if (rest === null && prefix && prefixOnly) return shown(`without ${prefix}`)
      return considerUnpaid({ line, reading, said, facts, theme })
    },
    next() {
      if (isBusy) return null
      queue.look()
      const chosen = queue.best()
      if (!chosen) return null
      const now = nowMs()
      for (const [person, atMs] of answeredMs) if (now - atMs >= cooldownMs()) answeredMs.delete(person)
      answeredMs.set(personKey(chosen.line), now)
      if (chosen.theme) chosen.theme.answeredMs = now
      queue.remove(chosen)
      answering = chosen
      tell(chosen, { state: 'answering', why: whyOf(chosen) })
      queue.look()
      return { ...chosen.line, people: peopleOf(chosen) }
    },
    busy(busy) {
      isBusy = busy
      if (busy || !answering) return
      tell(answering, { state: 'answered', why: 'answered' })
      answering = null
    },
    forget(deleted) {
      themes.forget(deleted)
      const gone = queue.removeAll(({ line }) => takesBack(deleted, line)).map(({ line }) => line.messageId)
      if (answering && takesBack(deleted, answering.line)) {
        gone.push(answering.line.messageId)
        answering = null
      }
      queue.look()
      return gone
    },
    clear() {
      for (const one of queue.removeAll(() => true)) tell(one, passedOver('let go'))
    },
    close() {
      stopLooking()
      gauge.close()
    },
  }
}

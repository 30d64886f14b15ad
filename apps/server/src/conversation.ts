// The record of what is said: turns and reply parts pass by, hearing reports come in; out go the stored turns, news for the panel, and the answers people wait for.
import {
  type ChatReply,
  type Emotion,
  type LineDeleted,
  type Ms,
  Problem,
  type ReplyPart,
  type Tally,
  type Turn,
  type TurnRecord,
  takesBack,
} from '@psiona/shared'
import { withoutSpeechMarks } from '@psiona/shared/speech-marks'
import type { Clock } from './clock'
import type { HouseNews } from './house'
import type { Hearing, Recorder, TurnStore } from './organs'
import { ahead, type Topic } from './streams'

/** How many turns a panel that has just opened is shown. */
const RECENT_TURNS = 200
/** The word "Stopped" stands this long, so that an eye on the game has time to read it. */
const STOPPED_SHOWN_MS = 2500
const IDLE: ReadonlySet<Tally> = new Set(['listening', 'muted', 'chat-only'])
/** What a TurnRecord takes; a model's name is its server's to choose. */
const LONGEST_MIND_NAME = 300
/** Of a line that is taken back before anything is known of its turn; those are answered or dropped within seconds. */
const DELETIONS_REMEMBERED = 100

export interface ConversationOptions {
  readonly clock: Clock
  readonly store: Pick<TurnStore, 'save'>
  readonly news: Topic<HouseNews>
  /** Turns of earlier runs, oldest first. */
  readonly earlier: readonly TurnRecord[]
  /** What she does when nobody says anything. */
  readonly idleTally: () => Tally
  readonly onFeeling: (emotion: Emotion) => void
  /** What of an answer may be shown, kept and sent. */
  readonly redact: (turn: Turn, text: string) => string
  /** How long it waited for the owner's yes before anything of it could sound; absent: nothing waits. */
  readonly waitedMs?: (turn: Turn) => Ms
  readonly onOver: (turn: Turn) => void
  readonly onTrouble: (cause: unknown) => void
}

export interface Conversation extends Recorder, Hearing {
  recent(): TurnRecord[]
  tally(): Tally
  /** The answer to a turn, when its text is whole; what there is of it when the turn was cut or dropped.
   *  Rejects with a Problem when the mind failed before a word. */
  replyTo(turn: Turn): Promise<ChatReply>
  stopped(): void
  /** What she does when nobody says anything may have changed. */
  idleChanged(): void
  /** A turn that was never answered: whoever waits learns so. */
  dropped(turn: Turn): void
  /** A platform took these lines back: their turns are shown no more. Call it before the turns are ended. */
  takenBack(deleted: LineDeleted): void
  /** Resolves when the store has taken, or refused, all that was given to it. */
  kept(): Promise<void>
}

interface Open {
  record: TurnRecord
  readonly waiting: { resolve(reply: ChatReply): void; reject(problem: Problem): void }[]
  firstTextMs: number | null
  /** The answer as the voice gets it, marks and all; `record` has what people read. */
  marked: string
  takenBack: boolean
  failed: boolean
}

export function createConversation(options: ConversationOptions): Conversation {
  const { clock, news } = options
  let recent = [...options.earlier].slice(-RECENT_TURNS)
  const open = new Map<string, Open>()
  /** Answers as given; a turn in here may be finished, and is never opened again. */
  const replies = new WeakMap<Turn, ChatReply | Problem>()
  const finished = new WeakSet<Turn>()
  const saves = new Set<Promise<void>>()
  let deletions: { readonly deleted: LineDeleted; readonly at: number }[] = []
  let stops = 0
  let tally: Tally = options.idleTally()

  const show = (next: Tally) => {
    if (next === tally) return
    tally = next
    news.publish({ type: 'tally-changed', tally })
  }
  const opened = (turn: Turn): Open => {
    const known = open.get(turn.id)
    if (known) return known
    const record: TurnRecord = {
      id: turn.id,
      at: turn.at,
      kind: turn.kind,
      from: turn.from,
      said: turn.kind === 'ask' ? turn.text : '',
      answered: '',
      heard: '',
      emotion: turn.emotion ?? {},
      status: 'thinking',
      firstAudioMs: null,
      ...(turn.messageId ? { messageId: turn.messageId } : {}),
      ...(turn.hearing ? { hearing: turn.hearing } : {}),
    }
    const takenBack = deletions.some(({ deleted, at }) => turn.at <= at && takesBack(deleted, record))
    const fresh: Open = { record, waiting: [], firstTextMs: null, marked: '', takenBack, failed: false }
    open.set(turn.id, fresh)
    if (!takenBack) recent = [...recent, record].slice(-RECENT_TURNS)
    return fresh
  }
  const change = (turn: Turn, changes: Partial<TurnRecord>) => {
    const entry = opened(turn)
    entry.record = { ...entry.record, ...changes }
    recent = recent.map((record) => (record.id === turn.id ? entry.record : record))
    const shown = entry.takenBack ? { ...entry.record, said: '', answered: '', heard: '' } : entry.record
    news.publish({ type: 'turn-changed', turn: shown })
    return entry
  }
  const keep = (turn: Turn) => {
    const entry = open.get(turn.id)
    if (!entry) return
    const save: Promise<void> = options.store
      .save({ ...entry.record })
      .catch(options.onTrouble)
      .finally(() => saves.delete(save))
    saves.add(save)
  }
  const answer = (turn: Turn, entry: Open, remembered: readonly string[] = [], tokens?: number) => {
    const { record } = entry
    if (entry.failed && !record.answered) {
      const problem = new Problem('no-answer', 'broken', 'She could not answer this. Try again, or choose another mind.')
      replies.set(turn, problem)
      for (const { reject } of entry.waiting.splice(0)) reject(problem)
      return
    }
    const allTextMs = clock.monotonicMs() - turn.arrivedMs
    const reply = {
      turnId: turn.id,
      reply: record.answered,
      emotion: record.emotion,
      remembered: [...remembered],
      tokens: tokens ?? record.answered.split(/\s+/).filter(Boolean).length,
      timings: { firstTextMs: entry.firstTextMs ?? allTextMs, allTextMs },
    }
    replies.set(turn, reply)
    for (const { resolve } of entry.waiting.splice(0)) resolve(reply)
  }

  const take = (part: ReplyPart) => {
    const { turn } = part
    if (finished.has(turn)) return
    switch (part.type) {
      case 'reply-start':
        change(turn, { status: 'thinking' })
        // After a Stop nothing begins any more.
        if (turn.aloud && !turn.signal.aborted) show('thinking')
        return
      case 'reply-delta': {
        const entry = opened(turn)
        entry.firstTextMs ??= clock.monotonicMs() - turn.arrivedMs
        entry.marked += part.text
        const answered = options.redact(turn, withoutSpeechMarks(entry.marked))
        change(turn, { answered, firstTextMs: Math.round(entry.firstTextMs) })
        return
      }
      case 'reply-feeling':
        if (!part.emotion) return
        change(turn, { emotion: part.emotion })
        // What is written beside must not colour what she is saying.
        if (turn.aloud || tally !== 'speaking') options.onFeeling(part.emotion)
        return
      case 'reply-end': {
        const answered = opened(turn).record.answered.trim()
        const entry = change(turn, {
          answered,
          ...(part.cut ? { status: 'cut' as const } : {}),
          ...(part.mind ? { mind: part.mind.slice(0, LONGEST_MIND_NAME) } : {}),
        })
        entry.failed = part.failed === true
        answer(turn, entry, part.remembered, part.tokens)
        if (!turn.aloud) finish(turn)
        else keep(turn)
        return
      }
      default:
        part satisfies never
    }
  }
  async function* noted(parts: AsyncIterable<ReplyPart>): AsyncIterable<ReplyPart> {
    for await (const part of parts) {
      try {
        take(part)
      } catch (cause) {
        // She speaks on, even if somebody who listens to the news cannot.
        options.onTrouble(cause)
      }
      yield part
    }
  }
  const tellHeard: Hearing['wordsHeard'] = (turn, spoken, heardWords) => {
    if (open.get(turn.id)?.takenBack) return
    news.publish({
      type: 'heard-progressed',
      progress: {
        turnId: turn.id,
        lineText: withoutSpeechMarks(spoken.line.text),
        words: spoken.words.map((word) => word.text),
        heardWords,
      },
    })
  }
  const finish = (turn: Turn) => {
    finished.add(turn)
    const entry = open.get(turn.id)
    if (!entry) return
    const cut = entry.record.status === 'cut' || turn.signal.aborted
    change(turn, { status: entry.failed ? 'failed' : cut ? 'cut' : 'done' })
    if (!replies.has(turn)) answer(turn, entry)
    keep(turn)
    open.delete(turn.id)
  }

  return {
    // Read ahead of the voice: the answer is known, and told, long before it has been spoken.
    note: (parts) => ahead(noted(parts)),
    recent: () => recent,
    tally: () => tally,
    async replyTo(turn) {
      const reply = replies.get(turn)
      if (reply instanceof Problem) throw reply
      return reply ?? new Promise((resolve, reject) => opened(turn).waiting.push({ resolve, reject }))
    },
    lineStarted(turn, spoken) {
      if (finished.has(turn)) return
      change(turn, { status: 'speaking' })
      show('speaking')
      tellHeard(turn, spoken, 0)
    },
    wordsHeard: tellHeard,
    firstSound(turn) {
      const entry = open.get(turn.id)
      if (entry?.record.firstAudioMs !== null) return
      const tookMs = clock.monotonicMs() - turn.arrivedMs - (options.waitedMs?.(turn) ?? 0)
      change(turn, { firstAudioMs: Math.max(0, Math.round(tookMs)) })
    },
    lineHeard(turn, marked) {
      const entry = open.get(turn.id)
      const heard = withoutSpeechMarks(marked).trim()
      if (entry && heard) change(turn, { heard: entry.record.heard ? `${entry.record.heard} ${heard}` : heard })
    },
    turnOver(turn) {
      // Told once for each way in which a turn can end; by the second time another may be live.
      if (finished.has(turn)) {
        // In writing, it was done when it was written; only now may the next one come.
        if (!turn.aloud) options.onOver(turn)
        return
      }
      finish(turn)
      if (tally !== 'stopped') show(options.idleTally())
      options.onOver(turn)
    },
    idleChanged() {
      if (IDLE.has(tally)) show(options.idleTally())
    },
    stopped() {
      show('stopped')
      const mine = ++stops
      void clock.sleep(STOPPED_SHOWN_MS).then(() => {
        if (tally === 'stopped' && mine === stops) show(options.idleTally())
      })
    },
    dropped(turn) {
      change(turn, { status: 'cut' })
      finish(turn)
    },
    takenBack(deleted) {
      deletions = [...deletions, { deleted, at: clock.wallMs() }].slice(-DELETIONS_REMEMBERED)
      for (const entry of open.values()) entry.takenBack ||= takesBack(deleted, entry.record)
      recent = recent.filter((record) => !takesBack(deleted, record))
    },
    kept: async () => void (await Promise.all(saves)),
  }
}

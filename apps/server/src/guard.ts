// The step before the voice. In: lines as the mind gives them. Out: what may be said of them, when the owner lets it; every turn ends, whatever became of its words.

import { speechSeconds as estimatedSeconds } from '@psiona/safety'
import {
  type AuditEntry,
  type HeldLine,
  type Line,
  type Ms,
  type SafetySettings,
  type Seconds,
  type Turn,
  type Verdict,
  withoutSpeechMarks,
} from '@psiona/shared'
import type { Clock } from './clock'
import { createGuardHold } from './guard-hold'
import { createGuardReview, wordless } from './guard-review'
import { channel } from './streams'

export interface GuardOptions {
  readonly clock: Clock
  readonly review: (text: string, before: string) => Verdict
  readonly settings: () => SafetySettings
  /** Its answer is a text of ours: neither reviewed, nor held, nor cut. Only answers can be. */
  readonly exempt: (turn: Turn) => boolean
  /** The owner does not want this to be said: end the turn. */
  readonly drop: (turn: Turn) => void
  readonly note: (entry: Omit<AuditEntry, 'at'>) => void
  /** What waits has changed. */
  readonly onChange: () => void
  /** Somebody who was told broke off; she speaks on. */
  readonly onTrouble: (cause: unknown) => void
  readonly speechSeconds?: (text: string) => Seconds
}

export interface Guard {
  /** The pipeline's step; once. */
  pass(lines: AsyncIterable<Line>): AsyncIterable<Line>
  /** What of an answer, whole or as far as it has come, may be kept, shown and sent. A sentence that was let pass is not looked at again. */
  redact(turn: Turn, text: string): string
  held(): HeldLine[]
  /** Whether it waits for the owner, so that nothing of it has sounded. */
  holds(turn: Turn): boolean
  /** How long it waited for the owner, which is no time of hers. */
  waitedMs(turn: Turn): Ms
  /** @throws Problem 'not-held' */
  judge(lineId: string, verdict: 'approve' | 'skip'): void
  /** Nothing that the voice has not got yet is said of these turns. */
  takeBack(matches: (turn: Turn) => boolean): void
  clear(): void
  close(): void
}

export function createGuard(options: GuardOptions): Guard {
  const { clock, settings, onTrouble, speechSeconds = estimatedSeconds } = options
  const out = channel<Line | { readonly error: unknown }>()
  /** Turns whose end has not reached the voice. */
  const open = new Set<Turn>()
  const dropped = new WeakSet<Turn>()
  const ended = new WeakSet<Turn>()
  let sourceEnded = false

  const safely = <T>(work: () => T, otherwise: T): T => {
    try {
      return work()
    } catch (cause) {
      onTrouble(cause)
      return otherwise
    }
  }
  const note = (entry: Omit<AuditEntry, 'at'>) => safely(() => options.note(entry), undefined)
  const isExempt = (turn: Turn) => turn.kind === 'ask' && safely(() => options.exempt(turn), false)
  const review = createGuardReview({ review: options.review, settings, isExempt, note, speechSeconds, onTrouble })
  const redact = (turn: Turn, text: string) => safely(() => review.whole(turn, text), '')
  const hold = createGuardHold({
    clock,
    settings,
    isExempt,
    textOf: (turn, text) => redact(turn, withoutSpeechMarks(text)),
    release: (line) => void out.push(line),
    drop: (turn) => {
      dropped.add(turn)
      safely(() => options.drop(turn), undefined)
    },
    note,
    onChange: () => {
      if (sourceEnded && hold.empty) out.close()
      safely(options.onChange, undefined)
    },
  })

  const read = async (lines: AsyncIterable<Line>) => {
    try {
      for await (const line of lines) {
        if (ended.has(line.turn)) continue
        open.add(line.turn)
        hold.take(line)
      }
    } catch (error) {
      out.push({ error })
    } finally {
      sourceEnded = true
      if (hold.empty) out.close()
    }
  }
  const reviewed = (line: Line): Line | null => {
    const { turn, last } = line
    if (ended.has(turn)) return null
    if (last) {
      ended.add(turn)
      open.delete(turn)
    }
    const unsaid = last ? wordless(line) : null
    return dropped.has(turn) ? unsaid : safely(() => review.line(line), unsaid)
  }
  const takeBack = (matches: (turn: Turn) => boolean) => {
    for (const turn of [...open]) {
      if (!matches(turn)) continue
      dropped.add(turn)
      hold.letGo(turn)
    }
  }

  return {
    async *pass(lines) {
      void read(lines)
      for await (const item of out) {
        if ('error' in item) throw item.error
        const line = reviewed(item)
        if (line) yield line
      }
    },
    redact,
    held: hold.lines,
    holds: hold.holds,
    waitedMs: hold.waitedMs,
    judge: hold.judge,
    takeBack,
    clear: () => takeBack(() => true),
    close() {
      takeBack(() => true)
      out.close()
    },
  }
}

// Turns that wait for the owner's yes or no. In: their lines as they come, and the verdict. Out: the lines, all at once, when she agrees or the time is over; nothing of them when she does not.
import { type AuditEntry, type HeldLine, type Line, type Ms, Problem, type SafetySettings, type Turn } from '@psiona/shared'
import type { Clock } from './clock'
import { auditOf, isViewers } from './guard-review'

/** More breaths than the longest answer has; the text of a line that somebody reads before she says it. */
const MOST_LINES = 200

export interface GuardHoldOptions {
  readonly clock: Clock
  readonly settings: () => Pick<SafetySettings, 'holdSeconds' | 'holdWhat' | 'holdEnds'>
  readonly isExempt: (turn: Turn) => boolean
  /** What of these words would be said. */
  readonly textOf: (turn: Turn, text: string) => string
  /** What waited goes on its way. */
  readonly release: (line: Line) => void
  /** The owner does not want it: the turn is to end. */
  readonly drop: (turn: Turn) => void
  readonly note: (entry: Omit<AuditEntry, 'at'>) => void
  readonly onChange: () => void
}

export interface GuardHold {
  take(line: Line): void
  holds(turn: Turn): boolean
  /** How long it has waited, 0 if it never did. */
  waitedMs(turn: Turn): Ms
  readonly empty: boolean
  lines(): HeldLine[]
  /** @throws Problem 'not-held' */
  judge(lineId: string, verdict: 'approve' | 'skip'): void
  /** It waits no longer; whether anything of it is said is for others to know. */
  letGo(turn: Turn): void
}

interface Held {
  readonly lines: Line[]
  readonly sinceMs: Ms
  readonly dueMs: Ms
  readonly over: AbortController
}

export function createGuardHold(options: GuardHoldOptions): GuardHold {
  const { clock, settings, isExempt, release, drop, note, onChange } = options
  const held = new Map<Turn, Held>()
  /** They have waited, so long. */
  const free = new WeakMap<Turn, Ms>()

  const waits = (turn: Turn): boolean => {
    const { holdSeconds, holdWhat } = settings()
    if (held.has(turn)) return true
    if (holdSeconds === 0 || free.has(turn) || turn.signal.aborted || !turn.aloud || isExempt(turn)) return false
    return holdWhat === 'everything' || isViewers(turn)
  }
  const letGo = (turn: Turn) => {
    const entry = held.get(turn)
    if (!entry) return
    held.delete(turn)
    free.set(turn, clock.monotonicMs() - entry.sinceMs)
    entry.over.abort()
    for (const line of entry.lines) release(line)
    onChange()
  }
  const hold = (turn: Turn): Held => {
    const known = held.get(turn)
    if (known) return known
    const waitMs = settings().holdSeconds * 1000
    const sinceMs = clock.monotonicMs()
    const entry = { lines: [], sinceMs, dueMs: sinceMs + waitMs, over: new AbortController() }
    held.set(turn, entry)
    turn.signal.addEventListener('abort', () => letGo(turn), { once: true, signal: entry.over.signal })
    void clock.sleep(waitMs, entry.over.signal).then(() => {
      if (held.get(turn) !== entry) return
      const { holdEnds } = settings()
      note({ ...auditOf('waited-out', turn), rule: `ends:${holdEnds}` })
      if (holdEnds === 'skipped') drop(turn)
      letGo(turn)
    })
    return entry
  }

  return {
    take(line) {
      const isWordless = line.text === '' && !held.has(line.turn)
      if (isWordless || !waits(line.turn)) return release(line)
      const { lines } = hold(line.turn)
      if (line.last || lines.length < MOST_LINES) lines.push(line)
      onChange()
    },
    holds: (turn) => held.has(turn),
    waitedMs(turn) {
      const entry = held.get(turn)
      return entry ? clock.monotonicMs() - entry.sinceMs : (free.get(turn) ?? 0)
    },
    get empty() {
      return held.size === 0
    },
    lines: () =>
      [...held].flatMap(([turn, { lines, dueMs }]) => {
        const [first] = lines
        if (!first) return []
        const text = options.textOf(turn, lines.map((line) => line.text).join(' '))
        return [{ lineId: first.id, turnId: turn.id, to: turn.from, text, leftMs: Math.max(0, dueMs - clock.monotonicMs()) }]
      }),
    judge(lineId, verdict) {
      const [turn] = [...held].find(([, { lines }]) => lines[0]?.id === lineId) ?? []
      if (!turn)
        throw new Problem('not-held', 'missing', 'This line waits no longer: it is said or dropped. Look at the list again.')
      note(auditOf(verdict === 'approve' ? 'approved' : 'skipped', turn))
      if (verdict === 'skip') drop(turn)
      letGo(turn)
    },
    letGo,
  }
}

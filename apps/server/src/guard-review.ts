// What may be said, breath by breath. In: lines of turns, in order, or a whole answer. Out: the same as far as it may be said, and what she says instead.
import {
  type AuditEntry,
  type Line,
  NEUTRAL,
  type SafetySettings,
  type Seconds,
  type Turn,
  type Verdict,
  withoutSpeechMarks,
} from '@psiona/shared'
import { cutToSeconds, SENTENCE_END, sentencesOf } from './guard-cut'

/** All that is said because of one line of a viewer. */
export const MOST_SECONDS_TO_VIEWER: Seconds = 15
/** A phrase that is split over two breaths is found within this many characters of the first. */
const REMEMBERED_CHARACTERS = 200
/** More than 15 s of any language. */
const MOST_SAID_CHARACTERS = 4096

export interface GuardReviewOptions {
  readonly review: (text: string, before: string) => Verdict
  readonly settings: () => Pick<SafetySettings, 'insteadSays'>
  readonly isExempt: (turn: Turn) => boolean
  readonly note: (entry: Omit<AuditEntry, 'at'>) => void
  readonly speechSeconds: (text: string) => Seconds
  readonly onTrouble: (cause: unknown) => void
}

export interface GuardReview {
  /** Null: nothing of it is said. The last line of a turn always comes out, if without words. */
  line(line: Line): Line | null
  /** What of a whole answer, or of as much as there is of it, may be kept, shown and sent. */
  whole(turn: Turn, text: string): string
}

interface Progress {
  /** As marked. */
  said: string
  stopped: boolean
  /** Of the whole answer, which is looked at with each word that comes: sentences that are complete and may be kept. */
  kept: string
  noted: boolean
}

/** Somebody who is neither the owner nor beside her. */
export const isViewers = ({ from: { platform } }: Pick<Turn, 'from'>): boolean => platform !== 'owner' && platform !== 'room'
export const auditOf = (kind: AuditEntry['kind'], turn: Turn, verdict?: Verdict): Omit<AuditEntry, 'at'> => ({
  kind,
  offence: verdict?.offence ?? null,
  rule: verdict?.rule ?? '',
  platform: turn.from.platform,
  turnId: turn.id,
})

export const wordless = ({ gesture: _, ...line }: Line): Line => ({ ...line, text: '' })
/** Whole words of the end. */
const endOf = (text: string): string =>
  text.length <= REMEMBERED_CHARACTERS ? text : text.slice(-REMEMBERED_CHARACTERS).replace(/^\S+\s+/, '')
const isLimited = (turn: Turn) => turn.aloud && isViewers(turn)

export function createGuardReview(options: GuardReviewOptions): GuardReview {
  const { isExempt, note, speechSeconds, onTrouble } = options
  const progress = new WeakMap<Turn, Progress>()

  const review = (text: string, before: string): Verdict => {
    try {
      return options.review(text, before)
    } catch (cause) {
      onTrouble(cause)
      return { allowed: false, offence: null, rule: 'filter-broke', span: null }
    }
  }
  const cut = (said: string, next: string) => cutToSeconds({ said, next, seconds: MOST_SECONDS_TO_VIEWER, speechSeconds })
  /** What the owner has chosen is reviewed as well, and has to fit. */
  const insteadAfter = (turn: Turn, said: string): string => {
    const { insteadSays } = options.settings()
    if (insteadSays === '' || !review(insteadSays, '').allowed) return ''
    return isLimited(turn) && cut(said, insteadSays) !== null ? '' : insteadSays
  }
  const begun = (turn: Turn): Progress => {
    const known = progress.get(turn) ?? { said: '', stopped: false, kept: '', noted: false }
    progress.set(turn, known)
    return known
  }

  const noteHeldBack = (turn: Turn, verdict: Verdict) => {
    const sofar = begun(turn)
    if (!sofar.noted) note(auditOf('held-back', turn, verdict))
    sofar.noted = true
  }

  return {
    line(line) {
      const { turn, last } = line
      const sofar = begun(turn)
      if (sofar.stopped || turn.signal.aborted) return last ? wordless(line) : null
      const text = withoutSpeechMarks(line.text)
      if (line.text === '' || isExempt(turn)) return line
      const stopWith = (said: string): Line | null => {
        sofar.stopped = true
        return said || last ? { ...wordless(line), text: said } : null
      }
      const verdict = review(text, endOf(withoutSpeechMarks(sofar.said)))
      if (!verdict.allowed) {
        noteHeldBack(turn, verdict)
        const said = stopWith(insteadAfter(turn, sofar.said))
        return said && { ...said, emotion: NEUTRAL }
      }
      const short = isLimited(turn) ? cut(sofar.said, line.text) : null
      if (short !== null) {
        note(auditOf('cut-short', turn))
        return stopWith(short)
      }
      sofar.said = `${sofar.said} ${line.text}`.slice(-MOST_SAID_CHARACTERS)
      return line
    },
    whole(turn, text) {
      if (text === '' || isExempt(turn)) return text
      const inTime = (isLimited(turn) ? cut('', text) : null) ?? text
      const sofar = begun(turn)
      let kept = inTime.startsWith(sofar.kept) ? sofar.kept : ''
      for (const sentence of sentencesOf(inTime.slice(kept.length))) {
        const verdict = review(sentence, endOf(kept))
        const isComplete = SENTENCE_END.test(sentence)
        if (!verdict.allowed) {
          // What is only written is never seen as lines; and half a word may look like another one.
          if (!turn.aloud && isComplete) noteHeldBack(turn, verdict)
          return `${kept.trimEnd()} ${insteadAfter(turn, kept)}`.trim()
        }
        kept += sentence
        if (isComplete) sofar.kept = kept
      }
      return inTime
    },
  }
}

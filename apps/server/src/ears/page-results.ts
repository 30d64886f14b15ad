// Which words of a page's recognition belong to which utterance. In: transcripts as the page sends them, and utterances as they begin and end. Out: each utterance's own words; every word counts once.
import type { Ms, PageTranscript } from '@psiona/shared'
import type { Clock } from '../clock'

export interface PageUtterance {
  /** Its words so far; while it is open. */
  text(): string
  /** Words were recognised, and none of them will change. */
  settled(): boolean
  /** It is over; what its results still bring belongs to the next. */
  close(): void
  /** It was let go; what its results still bring belongs to nobody. */
  drop(): void
}

export interface PageResults {
  /** `onChange`: its words have changed, or are settled now. */
  begin(onChange: () => void): PageUtterance
  take(transcript: PageTranscript): void
}

interface Result {
  readonly owner: object
  /** What earlier utterances had of it. */
  readonly before: string
  text: string
  final: boolean
  /** Set when its owner is over; what a 'dropped' one still brings never counts. */
  over: 'closed' | 'dropped' | null
  takenMs: Ms
}

/** A page that is loaded again counts from 0 again: an old result of that number is another one. */
const FORGOTTEN_AFTER_MS: Ms = 10_000

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean)

/** What `text` says beyond what was said `before`; a recogniser may have changed its mind about words that are counted already. */
const beyond = (text: string, before: string): string =>
  text.startsWith(before) ? text.slice(before.length).trim() : words(text).slice(words(before).length).join(' ')

export function createPageResults(clock: Clock): PageResults {
  /** By resultId. */
  const results = new Map<number, Result>()
  /** Oldest first. */
  const open = new Map<object, () => void>()

  const forget = () => {
    for (const [id, { over, takenMs }] of results)
      if (over && clock.monotonicMs() - takenMs > FORGOTTEN_AFTER_MS) results.delete(id)
  }
  const ownedBy = (owner: object) =>
    [...results]
      .filter(([, result]) => result.owner === owner)
      .sort(([a], [b]) => a - b)
      .map(([, result]) => result)
  /** Whose a new result is: the page recognises in order, so who has waited longest for a first word, else the newest. */
  const heir = () => [...open].find(([owner]) => ownedBy(owner).length === 0) ?? [...open].at(-1)

  return {
    begin(onChange) {
      const owner = {}
      open.set(owner, onChange)
      const text = () =>
        ownedBy(owner)
          .map((result) => beyond(result.text, result.before))
          .filter(Boolean)
          .join(' ')
      const end = (over: 'closed' | 'dropped') => {
        open.delete(owner)
        for (const result of ownedBy(owner)) result.over ??= over
      }
      return {
        text,
        settled: () => text() !== '' && ownedBy(owner).every(({ final }) => final),
        close: () => end('closed'),
        drop: () => end('dropped'),
      }
    },
    take({ resultId, text, final }) {
      forget()
      const takenMs = clock.monotonicMs()
      const known = results.get(resultId)
      if (known) known.takenMs = takenMs
      if (known && (!known.over || known.text === text)) {
        Object.assign(known, { text, final: known.final || final })
        if (!known.over) open.get(known.owner)?.()
        return
      }
      // A final never changes: then the number was given again, by another page.
      const goesOn = known !== undefined && !known.final
      const next = heir()
      if ((goesOn && known.over === 'dropped') || !next) return
      const [owner, onChange] = next
      const before = goesOn ? known.text : ''
      results.set(resultId, { owner, before, text, final, over: null, takenMs })
      onChange()
    },
  }
}

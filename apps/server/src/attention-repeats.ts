// What was said lately. In: the gist of each line and who said it. Out: whether it is a repeat. Nothing of the words is kept.
import type { Ms } from '@psiona/shared'
import type { Gist } from './attention-text'

/** How long the same words count as the same. */
const REPEAT_MS: Ms = 60_000
/** A greeting is short and may be said by everybody; a text of this many letters twice is pasted. */
const PASTED_LETTERS = 20
const REMEMBERED = 256

export interface AttentionRepeats {
  /** Counts it, too. */
  isRepeat(person: string, gist: Gist): boolean
  isRecent(atMs: Ms): boolean
}

export function createAttentionRepeats(nowMs: () => Ms): AttentionRepeats {
  /** By gist, oldest first: who said it last, and when. */
  const texts = new Map<number, { readonly by: string; readonly atMs: Ms }>()
  const isRecent = (atMs: Ms) => nowMs() - atMs < REPEAT_MS
  return {
    isRecent,
    isRepeat(person, { hash, letters }) {
      const before = texts.get(hash)
      texts.delete(hash)
      texts.set(hash, { by: person, atMs: nowMs() })
      for (const oldest of texts.keys()) {
        if (texts.size <= REMEMBERED) break
        texts.delete(oldest)
      }
      return before !== undefined && isRecent(before.atMs) && (before.by === person || letters >= PASTED_LETTERS)
    },
  }
}

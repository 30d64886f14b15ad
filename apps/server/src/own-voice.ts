// Her own words, come back through a microphone beside a loudspeaker. In: what she has said aloud, and what the ears understood. Out: is it only she?
import type { HeardProgress, Ms } from '@psiona/shared'
import type { Clock } from './clock'

/** Sound in the air, the detector's pre-roll and a browser's output latency. */
const ECHO_WITHIN_MS: Ms = 2500
/** "Yes" is in many of her sentences; a single word says nothing about who said it. */
const LEAST_WORDS = 3

/** A recogniser mishears an echo from a loudspeaker, one word in four at worst. Somebody who speaks while she does says short things
 *  in the same small words, so up to five words must all be hers, in one piece; six to nine may have one that is not, and so on. */
const wrongWordsAllowed = (heardWords: number): number => Math.max(0, Math.floor((heardWords - 2) / 4))

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}']+/gu) ?? []

/** How many words must be changed, added or left out before what was heard is one piece of what she said. */
function wrongWords(heard: readonly string[], hers: readonly string[]): number {
  // One entry per place in hers where the piece may end; it may begin anywhere.
  let row = new Array<number>(hers.length + 1).fill(0)
  for (const [before, word] of heard.entries()) {
    const next = [before + 1]
    for (let at = 0; at < hers.length; at++)
      next.push(Math.min(row[at]! + (word === hers[at] ? 0 : 1), row[at + 1]! + 1, next[at]! + 1))
    row = next
  }
  return Math.min(...row)
}

export interface OwnVoice {
  /** So many words of a line of hers have sounded. */
  progressed(progress: HeardProgress): void
  /** Whether an utterance that began then is a piece of what she said meanwhile. */
  isEcho(text: string, beganMs: Ms): boolean
}

export function createOwnVoice(clock: Clock): OwnVoice {
  let recent: { word: string; atMs: Ms }[] = []
  /** Longer than the longest utterance can last. */
  const KEEP_MS: Ms = 40_000
  let line = { key: '', heardWords: 0 }
  return {
    progressed({ turnId, lineText, words, heardWords }) {
      const key = `${turnId} ${lineText}`
      const known = line.key === key ? line.heardWords : 0
      line = { key, heardWords }
      const nowMs = clock.monotonicMs()
      recent = recent.filter(({ atMs }) => nowMs - atMs < KEEP_MS)
      recent.push(
        ...words
          .slice(known, heardWords)
          .flatMap(wordsOf)
          .map((word) => ({ word, atMs: nowMs })),
      )
    },
    isEcho(text, beganMs) {
      const heard = wordsOf(text)
      if (heard.length < LEAST_WORDS) return false
      const hers = recent.filter(({ atMs }) => atMs >= beganMs - ECHO_WITHIN_MS).map(({ word }) => word)
      return wrongWords(heard, hers) <= wrongWordsAllowed(heard.length)
    },
  }
}

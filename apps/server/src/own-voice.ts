// Her own words, come back through a microphone beside a loudspeaker. In: what she has said aloud, and what the ears understood. Out: is it only she?
import type { HeardProgress, Ms } from '@psiona/shared'
import type { Clock } from './clock'

/** Sound in the air, the detector's pre-roll and a browser's output latency. */
const ECHO_WITHIN_MS: Ms = 2500
/** A recogniser mishears an echo from a loudspeaker; somebody who repeats two of her words says more than those. */
const ECHO_SHARE = 0.6
/** "Yes" is in many of her sentences; a single word says nothing about who said it. */
const LEAST_WORDS = 3

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []

/** Length of the longest common subsequence: how many words agree in order. */
function inOrder(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const word of a) {
    const next = [0]
    for (let at = 0; at < b.length; at++) next.push(word === b[at] ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!))
    row = next
  }
  return row[b.length]!
}

export interface OwnVoice {
  /** So many words of a line of hers have sounded. */
  progressed(progress: HeardProgress): void
  /** Whether an utterance that began then is mostly what she said meanwhile. */
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
      return inOrder(heard, hers) >= heard.length * ECHO_SHARE
    },
  }
}

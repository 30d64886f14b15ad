// Speech that may not last longer. In: what was said, what comes next, and the seconds for both. Out: as much of what comes as ends in time, at a sentence or else at a word.
import { readSpeechMarks, type Seconds } from '@psiona/shared'

/** Where a sentence may end; persons of few capitals begin the next one small. */
const ENDS = /[.!?…]+["'”’»)\]]*(?=\s)|[。！？]+[」』”]*|\n/gu
const ABBREVIATION = /(?:^|[\s("“])(?:mr|mrs|ms|dr|prof|st|vs|no|e\.g|i\.e|\p{L})\.$/iu
/** An abbreviation stands within so many characters of its end. */
const NEAR_CHARACTERS = 8
const WORDS = new Intl.Segmenter('en', { granularity: 'word' })
export const SENTENCE_END = /[.!?…。！？]["'”’»)\]]*\s*$/
/** A laugh or a sigh lasts about as long. */
const SOUND_SECONDS: Seconds = 1
/** An end of a sentence before this share of the time is no place to stop: it would be an answer without its answer. */
const EARLY = 0.4

function* sentenceEnds(text: string): Iterable<number> {
  for (const { index, 0: sign } of text.matchAll(ENDS)) {
    const end = index + sign.length
    if (!ABBREVIATION.test(text.slice(Math.max(0, end - NEAR_CHARACTERS), end))) yield end
  }
  yield text.length
}
function* wordEnds(text: string): Iterable<number> {
  for (const { index, segment, isWordLike } of WORDS.segment(text)) if (isWordLike) yield index + segment.length
}
/** Together they are the text. */
export function sentencesOf(text: string): string[] {
  const ends = [...sentenceEnds(text)]
  return ends.map((end, at) => text.slice(ends[at - 1] ?? 0, end)).filter(Boolean)
}

/** How long marked text takes: its words, and the sounds that are none. */
export function markedSeconds(marked: string, speechSeconds: (text: string) => Seconds): Seconds {
  const { text, marks } = readSpeechMarks(marked)
  return speechSeconds(text) + marks.filter(({ type }) => type === 'sound').length * SOUND_SECONDS
}

export interface SpeechCut {
  /** Marked text that stays as it is. */
  readonly said: string
  readonly next: string
  readonly seconds: Seconds
  readonly speechSeconds: (text: string) => Seconds
}

/** Null: all of it is in time. */
export function cutToSeconds({ said, next, seconds, speechSeconds }: SpeechCut): string | null {
  const secondsUntil = (length: number) => markedSeconds(`${said} ${next.slice(0, length)}`, speechSeconds)
  if (secondsUntil(next.length) <= seconds) return null
  const lastOf = (ends: readonly number[]): number => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (secondsUntil(ends[middle - 1]!) <= seconds) low = middle
      else high = middle - 1
    }
    return ends[low - 1] ?? 0
  }
  const atSentence = lastOf(outsideMarks(next, sentenceEnds(next)))
  const rests = atSentence > 0 || SENTENCE_END.test(said)
  if (rests && secondsUntil(atSentence) >= EARLY * seconds) return next.slice(0, atSentence).trimEnd()
  return next.slice(0, lastOf(outsideMarks(next, wordEnds(next)))).trimEnd()
}

/** Never inside a mark. */
const outsideMarks = (text: string, ends: Iterable<number>): number[] =>
  [...ends].filter((end) => text.lastIndexOf('[', end - 1) <= text.lastIndexOf(']', end - 1))

// In: what she wrote, and how much of it was heard. Out: runs of words by what became of them, and the two counts.
import type { HeardProgress, TurnRecord } from '@psiona/shared'

/** 'now' is the word that sounds; 'open' may still come; 'cut' never will. */
export type WordFate = 'heard' | 'now' | 'open' | 'cut'
export interface WordRun {
  readonly fate: WordFate
  readonly text: string
}
export interface HeardWords {
  readonly runs: readonly WordRun[]
  readonly heard: number
  readonly total: number
}

export const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean)

function runsOf(words: readonly string[], heard: number, nowAt: number | null, rest: 'open' | 'cut'): WordRun[] {
  const runs: { fate: WordFate; text: string }[] = []
  words.forEach((text, index) => {
    const fate = index === nowAt ? 'now' : index < heard ? 'heard' : rest
    const last = runs.at(-1)
    if (last?.fate === fate) last.text += ` ${text}`
    else runs.push({ fate, text })
  })
  return runs
}

/** The line that sounds. The word last counted as heard is the one in the air, so it is the one to mark. */
export function lineWords(progress: HeardProgress, sounding: boolean, cut: boolean): HeardWords {
  const words = progress.words.filter(Boolean)
  const heard = progress.words.slice(0, progress.heardWords).filter(Boolean).length
  const over = !sounding || words.length === 0
  return {
    runs: runsOf(words, heard, over ? null : Math.max(0, heard - 1), cut ? 'cut' : 'open'),
    heard,
    total: words.length,
  }
}

/** Where `line` begins in `words`, or -1: the voice may say a line otherwise than it was written. */
function placeOf(line: readonly string[], words: readonly string[]): number {
  if (line.length === 0) return -1
  return words.findIndex((_, start) => line.every((word, offset) => words[start + offset] === word))
}

/** A whole answer. While it sounds, the line in the air is newer than the record, which grows line by line. */
export function answerWords(turn: TurnRecord, progress: HeardProgress | null): HeardWords {
  const words = wordsOf(turn.answered)
  let heard = turn.status === 'done' ? words.length : Math.min(words.length, wordsOf(turn.heard).length)
  if (turn.status === 'speaking' && progress?.turnId === turn.id) {
    const place = placeOf(wordsOf(progress.lineText), words)
    if (place >= 0)
      heard = Math.min(words.length, Math.max(heard, place + progress.words.slice(0, progress.heardWords).filter(Boolean).length))
  }
  const over = turn.status === 'cut' || turn.status === 'failed'
  return { runs: runsOf(words, heard, null, over ? 'cut' : 'open'), heard, total: words.length }
}

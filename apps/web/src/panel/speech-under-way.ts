// In: how far each utterance is, and the turns that come of them. Out: what is being said to her and is no turn yet.
import type { SpeechProgress, TurnRecord } from '@psiona/shared'

type Speech = readonly SpeechProgress[]

/** The utterance in its place, by its number. */
export function withSpeech(speech: Speech, progress: SpeechProgress): Speech {
  const known = speech.some(({ utterance }) => utterance === progress.utterance)
  // While one is open, what is over belongs to the same question. When all are over it was asked, and this begins the next.
  const asked = !known && speech.every(({ state }) => state === 'over')
  const others = asked ? [] : speech.filter(({ utterance }) => utterance !== progress.utterance)
  if (progress.state === 'over' && progress.text === '') return others
  return [...others, progress].sort((a, b) => a.utterance - b.utterance)
}

/** A new spoken turn takes the words that were said over; nothing moves, since it stands where they stood. */
export function speechAfter(speech: Speech, turn: TurnRecord, turns: readonly TurnRecord[]): Speech {
  const spoken = turn.hearing !== undefined && !turns.some(({ id }) => id === turn.id)
  return spoken ? speech.filter(({ state }) => state !== 'over') : speech
}

export interface SpokenWords {
  /** What is sure enough to stand. */
  readonly before: string
  /** The newest word, marked while somebody speaks; '' when there is none yet, or when it is over. */
  readonly newest: string
  /** More words are on their way. */
  readonly more: boolean
}

export function spokenWords(speech: Speech): SpokenWords {
  const words = speech.flatMap(({ text }) => text.split(/\s+/)).filter(Boolean)
  const last = speech.at(-1)
  const speaking = last?.state === 'speaking' && last.text.trim() !== ''
  return {
    before: (speaking ? words.slice(0, -1) : words).join(' '),
    newest: speaking ? (words.at(-1) ?? '') : '',
    more: speech.some(({ state }) => state !== 'over'),
  }
}

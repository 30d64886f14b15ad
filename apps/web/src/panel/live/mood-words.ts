// In: the mood of the chat. Out: it in one line: what it is like, how fast, what several people say.
import type { ChatMood } from '@psiona/shared'
import { sentenceStart } from '../../lib/sentence-start'

/** More do not fit a line. */
const THEMES_SHOWN = 2
/** Below that it is a chat one reads. */
const WORTH_A_FIGURE = 0.05

export function moodLine({ summary, linesPerSecond, themes }: Pick<ChatMood, 'summary' | 'linesPerSecond' | 'themes'>): string {
  const parts = [
    sentenceStart(summary) || 'Quiet',
    ...(linesPerSecond < WORTH_A_FIGURE ? [] : [`${linesPerSecond.toFixed(1)}\u00a0lines/s`]),
    ...themes.slice(0, THEMES_SHOWN).map(({ people, text, asks }) => `${people} ${asks ? 'ask' : 'say'} “${text}”`),
  ]
  return parts.join(' · ')
}

// In: the mood of the chat. Out: it in one line: what it is like, how fast, what several people say.
import type { ChatMood } from '@psiona/shared'
import { sentenceStart } from '../../lib/sentence-start'

/** More do not fit a line. */
const THEMES_SHOWN = 2
/** Below that it is a chat one reads. */
const WORTH_A_FIGURE = 0.05

/** A summary quotes at least so much of a line. */
const QUOTED_LETTERS = 60

/** What several people say, where the summary has not said it already. */
export const themesBeside = ({ summary, themes }: Pick<ChatMood, 'summary' | 'themes'>): ChatMood['themes'] =>
  themes.filter(({ text }) => !summary.includes(text.slice(0, QUOTED_LETTERS)))

export function moodLine({ summary, linesPerSecond, themes }: Pick<ChatMood, 'summary' | 'linesPerSecond' | 'themes'>): string {
  const parts = [
    sentenceStart(summary) || 'Quiet',
    ...(linesPerSecond < WORTH_A_FIGURE ? [] : [`${linesPerSecond.toFixed(1)}\u00a0lines/s`]),
    ...themesBeside({ summary, themes })
      .slice(0, THEMES_SHOWN)
      .map(({ people, text, asks }) => `${people} ${asks ? 'ask' : 'say'} “${text}”`),
  ]
  return parts.join(' · ')
}

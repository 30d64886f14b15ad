// What the chat is like. In: every line, which feelings it shows, and whether anybody had time for it. Out: rates, shares and a sentence, at most one a second and only when they change.
import type { ChatMood, Ms, Unit } from '@psiona/shared'
import { countWords } from './attention-crowd'
import { bitOf, FEELINGS, feelingsIn } from './chat-mood-words'
import type { Theme } from './chat-themes'
import type { Clock } from './clock'
import { type Topic, topic } from './streams'

const TELL_EVERY_MS: Ms = 1000
const SHARES_OF_S = 60
const RATE_OF_S = 10
/** Of each second: lines, those that show each feeling, those that ask, those that were skipped. */
const ASKS = 1 + FEELINGS.length
const SKIPPED = ASKS + 1
const COLUMNS = SKIPPED + 1
/** A feeling of every seventh line is the mood. */
const MARKED: Unit = 0.15
/** Fewer lines in a minute are no mood but somebody's. */
const LEAST_LINES = 8
/** From this many people on it is said what they ask. */
const LEAST_PEOPLE = 3
const MOST_THEMES = 5
/** Whether one may be quoted takes up to a millisecond to find out. */
const MOST_ASKED_FOR = 2 * MOST_THEMES
const LONGEST_THEME = 200
const LONGEST_QUOTE = 80

const PACES: readonly (readonly [fromPerSecond: number, word: string])[] = [
  [50, 'a flood'],
  [8, 'very fast'],
  [2, 'fast'],
  [0.5, 'lively'],
  [0.1, 'calm'],
]
const WORDS: Readonly<Record<(typeof FEELINGS)[number] | 'asks', string>> = {
  laughs: 'laughing',
  cheers: 'cheering',
  sad: 'sad',
  angry: 'angry',
  asks: 'full of questions',
}

export const QUIET: ChatMood = {
  ...{ linesPerSecond: 0, laughs: 0, cheers: 0, sad: 0, angry: 0, asks: 0 },
  ...{ summary: '', themes: [], skipped: 0 },
}

export interface ChatMoodGauge {
  /** `words`: the text in plain letters. */
  count(text: string, words: string, asks: boolean): void
  skipped(): void
  current(): ChatMood
  readonly changes: Topic<ChatMood>
  close(): void
}

export interface ChatMoodOptions {
  readonly clock: Clock
  readonly themes: (leastPeople: number) => readonly Theme[]
  /** Whether a viewer's line may be quoted to her and to the owner. */
  readonly quotable: (theme: Theme) => boolean
}

const rounded = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits
/** No half of a character at the end. */
const cut = (text: string, longest: number) =>
  text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`

export function createChatMood({ clock, themes, quotable }: ChatMoodOptions): ChatMoodGauge {
  const changes = topic<ChatMood>()
  /** One row a second, used again after a minute. */
  const seconds = new Uint32Array(SHARES_OF_S * COLUMNS)
  let second = Math.floor(clock.monotonicMs() / 1000)
  let told = JSON.stringify(QUIET)

  const rowAt = (at: number) => (((at % SHARES_OF_S) + SHARES_OF_S) % SHARES_OF_S) * COLUMNS
  const now = () => {
    const next = Math.floor(clock.monotonicMs() / 1000)
    for (let at = Math.max(second + 1, next - SHARES_OF_S + 1); at <= next; at++) seconds.fill(0, rowAt(at), rowAt(at) + COLUMNS)
    second = Math.max(second, next)
    return rowAt(second)
  }
  const sum = (column: number, ofSeconds: number, before = 0) => {
    let total = 0
    for (let at = second - before - ofSeconds + 1; at <= second - before; at++) total += seconds[rowAt(at) + column] ?? 0
    return total
  }
  const current = (): ChatMood => {
    now()
    const lines = sum(0, SHARES_OF_S)
    const share = (column: number) => (lines === 0 ? 0 : rounded(sum(column, SHARES_OF_S) / lines, 2))
    // The second that runs is not whole yet.
    const linesPerSecond = rounded(sum(0, RATE_OF_S, 1) / RATE_OF_S, 1)
    const [laughs, cheers, sad, angry] = FEELINGS.map((_, at) => share(1 + at)) as [number, number, number, number]
    const asks = share(ASKS)
    const common = themes(LEAST_PEOPLE).slice(0, MOST_ASKED_FOR).filter(quotable).slice(0, MOST_THEMES)
    const shares = { laughs, cheers, sad, angry, asks }
    return {
      linesPerSecond,
      ...shares,
      summary: summaryOf(linesPerSecond, lines, shares, common),
      themes: common.map((theme) => ({ people: theme.people, text: cut(theme.line.text, LONGEST_THEME), asks: theme.asks })),
      skipped: sum(SKIPPED, SHARES_OF_S),
    }
  }
  const stop = clock.every(TELL_EVERY_MS, () => {
    const mood = current()
    const text = JSON.stringify(mood)
    if (text === told) return
    told = text
    changes.publish(mood)
  })
  return {
    count(text, words, asks) {
      const row = now()
      const bits = feelingsIn(text, words)
      seconds[row]!++
      for (const [at, feeling] of FEELINGS.entries()) if (bits & bitOf(feeling)) seconds[row + 1 + at]!++
      if (asks) seconds[row + ASKS]!++
    },
    skipped() {
      seconds[now() + SKIPPED]!++
    },
    current,
    changes,
    close: stop,
  }
}

/** 'fast and laughing; over forty people ask: when is the build out?' */
function summaryOf(
  linesPerSecond: number,
  lines: number,
  shares: Pick<ChatMood, 'laughs' | 'cheers' | 'sad' | 'angry' | 'asks'>,
  themes: readonly Theme[],
): string {
  const pace = PACES.find(([from]) => linesPerSecond >= from)?.[1]
  const felt = ([...FEELINGS, 'asks'] as const).filter((name) => lines >= LEAST_LINES && shares[name] >= MARKED)
  const marked = felt.sort((a, b) => shares[b] - shares[a]).slice(0, 2)
  const mood = [pace, ...marked.map((name) => WORDS[name])].filter((word) => word !== undefined).join(' and ')
  const said = themes
    .slice(0, 2)
    .map(({ people, asks, line }) => `${countWords(people)} ${asks ? 'ask' : 'say'}: ${cut(line.text, LONGEST_QUOTE)}`)
  return cut([mood, ...said].filter(Boolean).join('; '), 300)
}

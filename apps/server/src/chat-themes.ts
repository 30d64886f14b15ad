// What many people say at the same time. In: lines, as they are written or taken back. Out: for each the theme it belongs to, and the themes most people have.
// Two lines are one theme when they have the same gist, or most of their telling words and all of their numbers in common, and neither denies the other nor puts another word in the place of one. Each line costs the same, however many came before.

import { type LineDeleted, type LineWritten, type Ms, takesBack } from '@psiona/shared'
import { Crowd } from './attention-crowd'
import { plain, UNSPACED } from './attention-text'
import data from './chat-themes.json'
import { hashOf } from './text-hash'

/** A theme nobody has taken up for so long is over. */
const OVER_AFTER_MS: Ms = 60_000
/** Of one person each: at a thousand a second, the last half second of those. */
const MOST_SINGLE = 500
/** Of several people. */
const MOST_SHARED = 120
/** Words of a line that are looked at; themes that a word leads to. */
const MOST_WORDS = 16
const MOST_PER_WORD = 12
const LEAST_ALIKE = 0.6
/** One word alone has to be the same to the letter. */
const LEAST_WORDS = 2
const WORD = /[\p{L}\p{N}]+/gu
const ENDINGS = /(?:ing|ed|es|s|e)$/
const LEAST_STEM = 3
/** Shorter words that differ in a letter are two words, not a slip. */
const LEAST_MISTYPED = 5
const CONTRACTED_NOT = /n['’]t(?!\p{L})/u

const STOPWORDS: ReadonlySet<string> = new Set(data.stopwords)
const NEGATIONS: ReadonlySet<string> = new Set(data.negations)

export interface Theme {
  /** One of its lines: the first. */
  readonly line: LineWritten
  readonly asks: boolean
  readonly people: number
  /** When somebody was answered who had said it. */
  answeredMs: Ms
}

/** What is in a line. */
export interface Said {
  /** In plain letters. */
  readonly words: string
  readonly gist: number
  readonly asks: boolean
}

export interface ChatThemes {
  count(line: LineWritten, said: Said): Theme
  /** Those of at least so many people, most first. */
  shared(leastPeople: number): Theme[]
  forget(deleted: LineDeleted): void
}

class Known implements Theme {
  readonly crowd: Crowd
  lastMs: Ms
  answeredMs: Ms = Number.NEGATIVE_INFINITY
  gone = false
  constructor(
    readonly line: LineWritten,
    readonly said: Said,
    readonly telling: Telling,
    nowMs: Ms,
  ) {
    this.crowd = new Crowd(nowMs)
    this.lastMs = nowMs
  }
  get asks(): boolean {
    return this.said.asks
  }
  get words(): readonly number[] {
    return this.telling.words
  }
  get people(): number {
    return this.crowd.people
  }
}

/** Pairs of neighbours, for scripts without spaces. */
const shingles = (word: string) => Array.from({ length: Math.max(1, word.length - 1) }, (_, at) => word.slice(at, at + 2))

interface Telling {
  /** Hashed, in their order. */
  readonly words: readonly number[]
  /** The same as letters. */
  readonly spelt: readonly string[]
  /** What has to be the same: figures, and whether it is denied. */
  readonly exact: string
}

/** One letter more, less or other, or two that changed places. */
function isSlip(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < LEAST_MISTYPED || one[0] !== other[0]) return false
  let from = 0
  while (from < one.length && one[from] === other[from]) from++
  let behind = 0
  const most = Math.min(one.length, other.length) - from
  while (behind < most && one.at(-1 - behind) === other.at(-1 - behind)) behind++
  const [a, b] = [one.slice(from, one.length - behind), other.slice(from, other.length - behind)]
  return (a.length <= 1 && b.length <= 1) || (a.length === 2 && a === [...b].reverse().join(''))
}
/** 'the best build for a mage' is no 'best build for a knight', however much they have in common. */
function isOtherWord(one: Telling, other: Telling): boolean {
  if (one.words.length !== other.words.length) return false
  const differing = one.words.flatMap((word, at) => (word === other.words[at] ? [] : [at]))
  const [at] = differing
  return at !== undefined && differing.length === 1 && !isSlip(one.spelt[at] ?? '', other.spelt[at] ?? '')
}

function telling(line: string, name: ReadonlySet<string>): Telling {
  const words = new Map<number, string>()
  let denied = CONTRACTED_NOT.test(line)
  let numbers = ''
  const add = (word: string) => words.set(hashOf(word), word)
  for (const [word] of line.matchAll(WORD)) {
    if (words.size >= MOST_WORDS) break
    if (/\p{N}/u.test(word)) numbers += ` ${word}`
    const short = word.replace(/(.)\1{2,}/gu, '$1')
    denied ||= NEGATIONS.has(short)
    if (STOPWORDS.has(short) || name.has(short)) continue
    if (UNSPACED.test(word)) for (const pair of shingles(word).slice(0, MOST_WORDS)) add(pair)
    else add(short.length > LEAST_STEM ? short.replace(ENDINGS, '') : short)
  }
  return { words: [...words.keys()], spelt: [...words.values()], exact: denied ? `${numbers} not` : numbers }
}

export function createChatThemes(options: { readonly nowMs: () => Ms; readonly name: () => string }): ChatThemes {
  const { nowMs, name } = options
  /** A ring; who is gone or shared meanwhile is in it until its place is taken. */
  const single: Known[] = []
  let next = 0
  /** Least recently said first. */
  const shared = new Set<Known>()
  const byGist = new Map<number, Known>()
  const byWord = new Map<number, Known[]>()

  let nameWords: { readonly of: string; readonly words: ReadonlySet<string> } | null = null
  const herName = () => {
    const of = name()
    if (nameWords?.of !== of) nameWords = { of, words: new Set(plain(of).match(WORD) ?? []) }
    return nameWords.words
  }
  const remove = (theme: Known) => {
    if (theme.gone) return
    theme.gone = true
    shared.delete(theme)
    if (byGist.get(theme.said.gist) === theme) byGist.delete(theme.said.gist)
    for (const word of theme.words) {
      const themes = byWord.get(word) ?? []
      const at = themes.indexOf(theme)
      if (at >= 0) themes.splice(at, 1)
      if (themes.length === 0) byWord.delete(word)
    }
  }
  const share = (theme: Known) => {
    shared.delete(theme)
    shared.add(theme)
    if (shared.size <= MOST_SHARED) return
    const [oldest] = shared
    if (oldest) remove(oldest)
  }
  const isOver = ({ lastMs }: Known) => nowMs() - lastMs > OVER_AFTER_MS
  const near = (said: Telling): Known | undefined => {
    const { words, exact } = said
    if (words.length < LEAST_WORDS) return undefined
    const common = new Map<Known, number>()
    for (const word of words) for (const theme of byWord.get(word) ?? []) common.set(theme, (common.get(theme) ?? 0) + 1)
    let best: Known | undefined
    let bestAlike = LEAST_ALIKE
    for (const [theme, same] of common) {
      const alike = same / (words.length + theme.words.length - same)
      if (alike < bestAlike || theme.telling.exact !== exact || isOver(theme) || isOtherWord(theme.telling, said)) continue
      best = theme
      bestAlike = alike
    }
    return best
  }
  const begin = (line: LineWritten, said: Said, what: Telling): Known => {
    const theme = new Known(line, said, what, nowMs())
    const before = single[next]
    if (before && !shared.has(before)) remove(before)
    single[next] = theme
    next = (next + 1) % MOST_SINGLE
    byGist.set(said.gist, theme)
    for (const word of what.words) {
      const themes = byWord.get(word)
      if (!themes) byWord.set(word, [theme])
      else if (themes.push(theme) > MOST_PER_WORD) {
        // What several people say is found again, whatever else has the word.
        const least = themes.findIndex((other) => !shared.has(other))
        themes.splice(Math.max(0, least), 1)
      }
    }
    return theme
  }
  return {
    count(line, said) {
      let theme = byGist.get(said.gist)
      if (!theme || isOver(theme)) {
        const what = telling(said.words, herName())
        theme = near(what) ?? begin(line, said, what)
      }
      theme.lastMs = nowMs()
      theme.crowd.add(hashOf(`${line.from.platform}:${line.from.id}`), nowMs())
      if (theme.people > 1) share(theme)
      return theme
    },
    shared(leastPeople) {
      for (const theme of shared) {
        theme.crowd.look(nowMs())
        if (isOver(theme)) remove(theme)
      }
      return [...shared].filter(({ people }) => people >= leastPeople).sort((a, b) => b.people - a.people)
    },
    forget(deleted) {
      for (const theme of [...single, ...shared]) if (takesBack(deleted, theme.line)) remove(theme)
    },
  }
}

// What a stranger wrote flows in; what of it may be spoken, short, without tags, marks, links and floods, flows out.
import { withoutSpeechMarks } from '@psiona/shared'
import { findLinks } from './links'
import { plainText } from './plain-text'
import { speechSeconds, tokenSeconds } from './speech-seconds'
import { withoutFloods } from './word-floods'

/** What one line of a viewer may take. */
const MOST_SECONDS = 15
/** Nobody's line is longer; what is behind it is not read. */
const MOST_LETTERS = 2000
/** Longer runs of figures are a number that nobody hears out. */
const MOST_FIGURES = 6
const MOST_FIGURES_WITH_SIGNS = 9
const MOST_MARKS = 2

const UNSEEN = /[\p{Cc}\p{Co}\p{Cn}\p{Cs}]|[\p{Cf}\u115f\u1160\u3164\uffa0\u2800]|\p{Variation_Selector}|\u034f/gu
const TAGS = /<[!?/]?[a-z][^<>]{0,300}>|<!--[^<>]{0,300}-->/gi
const FEELING_MARKS = /\[\s*\/?\s*[\p{L}_ -]{1,40}(?::[^\]]{0,40})?\]|\{\s*[\p{L}_ -]{1,40}(?::[^}]{0,40})?\}/gu
const MARKUP = /[[\]{}<>*_`~^\\|#=]+/g
const FIGURES = /\d(?:[\d.,' -]{0,400}\d)?/g
const EMOJI =
  /(?:\p{Regional_Indicator}{1,2}|[#*\d]\ufe0f?\u20e3|\p{Extended_Pictographic}\p{Emoji_Modifier}?(?:\u200d\p{Extended_Pictographic}\p{Emoji_Modifier}?)*)/gu

export function boundedSpeech(text: string, { seconds = MOST_SECONDS }: { seconds?: number | undefined } = {}): string {
  let spoken = text.slice(0, MOST_LETTERS).normalize('NFC').replace(/\s+/g, ' ')
  spoken = withOneEmoji(spoken).replace(UNSEEN, '')
  spoken = fewMarks(spoken)
  for (let round = 0; round < 3; round++) spoken = spoken.replace(TAGS, ' ')
  spoken = withoutSpeechMarks(spoken).replace(FEELING_MARKS, ' ')
  spoken = withoutLinks(spoken).replace(MARKUP, ' ')
  spoken = spoken.replace(FIGURES, shortFigures)
  spoken = withoutFloods(spoken)
  return cutAtWord(spoken, seconds)
}

/** Flags and faces are named when they are read; one is enough. */
function withOneEmoji(text: string): string {
  let kept = false
  return text.replace(EMOJI, (emoji) => {
    if (kept || /^\d/.test(emoji)) return ' '
    kept = true
    return ` ${emoji.replace(/\ufe0f/g, '')} `
  })
}

function fewMarks(text: string): string {
  return text.replace(/\p{M}+/gu, (marks) => [...marks].slice(0, MOST_MARKS).join(''))
}

function withoutLinks(text: string): string {
  const links = findLinks(plainText(text), []).sort((one, other) => one.from - other.from)
  let made = ''
  let at = 0
  for (const { from, to } of links) {
    if (from < at) {
      at = Math.max(at, to)
      continue
    }
    made += `${text.slice(at, from)} a link `
    at = to
  }
  return made + text.slice(at)
}

function shortFigures(figures: string): string {
  const count = figures.replace(/\D/g, '').length
  const longest = Math.max(...figures.split(/\D+/).map((run) => run.length))
  return longest > MOST_FIGURES || count > MOST_FIGURES_WITH_SIGNS ? 'a long number' : figures
}

function cutAtWord(text: string, seconds: number): string {
  const words = text.split(' ').filter((word) => word !== '')
  const kept: string[] = []
  let used = speechSeconds('a')
  for (const word of words) {
    const more = tokenSeconds(word)
    if (used + more > seconds) {
      if (kept.length === 0) kept.push(cutWord(word, seconds - used))
      break
    }
    used += more
    kept.push(word)
  }
  return kept.join(' ')
}

function cutWord(word: string, seconds: number): string {
  let made = ''
  for (const char of word) {
    if (tokenSeconds(made + char) > seconds) break
    made += char
  }
  return made
}

// Where a text can be cut so that each piece is said in one breath. In: text from the start of a breath, as far as it has come. Out: the length of the first breath, or 0 when it cannot be known yet.

/** The first clause goes out at a comma after this many words: about 1.5 s of speech, in which the next is thought. */
const FIRST_CLAUSE_WORDS = 6
/** Later there is sound to cover the wait, so that a sentence may keep its melody; a comma cuts only a long one. */
const LATER_CLAUSE_WORDS = 14
/** Nobody says more than this in one breath. */
const MOST_WORDS = 25
/** Within the last words before MOST_WORDS a conjunction is a better place than the middle of a phrase. */
const CONJUNCTION_FROM = 15
const CONJUNCTIONS = new Set([
  'and',
  'but',
  'or',
  'so',
  'because',
  'while',
  'which',
  'that',
  'when',
  'where',
  'although',
  'if',
  'than',
  'then',
])
/** A text without blanks (an address, a scream) is cut here all the same. */
const MOST_CHARACTERS = 400

/** Never the end of a sentence. */
const ABBREVIATIONS = new Set(
  'mr mrs ms mx dr prof st sr jr vs e.g i.e approx fig vol ed cf gen col sgt capt rev hon dept est min max jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
)
/** The end of a sentence only when a capital follows. */
const MAYBE_ABBREVIATIONS = new Set('etc a.m p.m u.s u.k inc ltd co al'.split(' '))
const CLOSERS = '["\'”’»)\\]]*'
const SENTENCE_END = new RegExp(`[.!?…]+${CLOSERS}$`)
const CLAUSE_END = new RegExp(`(?:[,;:]${CLOSERS}|[–—]|^-)$`)
/** Marks for the voice stand among the words and are none. */
const MARKS = /\[\/?[a-z]+\]/g
const CJK_END = /[。！？]+[」』”]*/
const bareWord = (token: string) =>
  token
    .toLowerCase()
    .replace(/^["'“‘«([]+/, '')
    .replace(/\.+["'”’»)\]]*$/, '')

type Ending = 'sentence' | 'clause' | 'none' | 'unknown'

/** `next` is the first character of the next word, '' when it has not come yet. */
function endingOf(token: string, isFirstToken: boolean, next: string): Ending {
  if (SENTENCE_END.test(token)) {
    if (!/\.["'”’»)\]]*$/.test(token)) return 'sentence'
    const word = bareWord(token)
    if (ABBREVIATIONS.has(word) || (/^\p{L}$/u.test(word) && word !== 'i')) return 'none'
    if (isFirstToken && /^\d+$/.test(word)) return 'none'
    const open = MAYBE_ABBREVIATIONS.has(word) || word === 'no'
    if (!open) return 'sentence'
    if (next === '') return 'unknown'
    return word === 'no' ? (/\d/.test(next) ? 'none' : 'sentence') : /\p{Lu}/u.test(next) ? 'sentence' : 'none'
  }
  return CLAUSE_END.test(token) ? 'clause' : 'none'
}

/** The best place among the blanks passed so far when a breath has grown too long; never between two numbers. */
function longestBreath(text: string, blanks: readonly number[]): number {
  const wordAfter = (at: number) => /^\s+(\S+)/.exec(text.slice(at, at + 40))?.[1]?.toLowerCase() ?? ''
  for (let i = blanks.length - 1; i >= CONJUNCTION_FROM; i--) if (CONJUNCTIONS.has(wordAfter(blanks[i]!))) return blanks[i]!
  for (let i = blanks.length - 1; i > 0; i--)
    if (!(/\d$/.test(text.slice(0, blanks[i])) && /^\d/.test(wordAfter(blanks[i]!)))) return blanks[i]!
  return blanks.at(-1)!
}

/** `first`: nothing of this turn has been said. `final`: no more text comes. */
export function breathLength(text: string, first: boolean, final: boolean): number {
  const blanks: number[] = []
  const clauseWords = first ? FIRST_CLAUSE_WORDS : LATER_CLAUSE_WORDS
  let words = 0
  for (const { 0: token, index } of text.matchAll(/\S+/g)) {
    const end = index + token.length
    const asian = CJK_END.exec(token)
    if (asian) return index + asian.index + asian[0].length
    const dash = /^.*?\p{L}—(?=\S)/u.exec(token)
    if (dash && words + 1 >= clauseWords) return index + dash[0].length
    if (end - (blanks.at(-1) ?? 0) > MOST_CHARACTERS) return blanks.at(-1) || wholeCharacters(text, MOST_CHARACTERS)
    const blank = /^\s+/.exec(text.slice(end))?.[0]
    // Without a blank after it the word may still grow.
    if (blank === undefined) break
    const word = token.replace(MARKS, '')
    if (/[\p{L}\p{N}]/u.test(word)) words++
    const next = text[end + blank.length] ?? (final ? 'A' : '')
    const ending = endingOf(word, index === 0, next)
    if (ending === 'unknown') return 0
    if (words > 0 && (ending === 'sentence' || blank.includes('\n'))) return end
    if (ending === 'clause' && words >= clauseWords) return end
    blanks.push(end)
    if (words >= MOST_WORDS) {
      if (next === '') return 0
      return longestBreath(text, blanks)
    }
  }
  return 0
}

/** Not between the halves of one character. */
const wholeCharacters = (text: string, length: number) => (/[\ud800-\udbff]$/.test(text.slice(0, length)) ? length + 1 : length)

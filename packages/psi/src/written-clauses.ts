// Text in any language flows in, its clauses flow out: what a phonemiser is to read, the written words it stands for, and how each ends.
import { type LanguageRules, languageRules, wordList } from './language-rules'
import type { PhraseEnding, SoundCall } from './phone'
import { type Stretch, type WrittenWord, writtenStretches } from './written-stretches'

export interface WrittenClause {
  /** What a phonemiser reads; empty where there is nothing to read, as in a laugh. */
  readonly said: string
  readonly words: readonly WrittenWord[]
  readonly ending: PhraseEnding
  /** No words but a sound of the voice, which stands by itself. */
  readonly sound?: SoundCall
}

/** As in English: longer stretches without punctuation are divided, and no part gets shorter than that. */
const LONGEST_CLAUSE = 12
const SHORTEST_PART = 4
const COMMON_ABBREVIATIONS = 'mr mrs ms dr st vs etc prof'.split(' ')

const question = /[?？؟⁇⁈⁉‽՞፧\u037e]/
const exclamation = /[!！‼՜]/
const trailing = /…|‥|\.\.|。。/
const fullStop = /[。．｡।॥۔։።]/
const pause = /[,;:、，；：､،؛፣፤፥·–—)）]|--/

/** Marks of how something is said ("[whisper]", "[sigh]") are read, too. */
export function writtenClauses(marked: string, language: string): readonly WrittenClause[] {
  const rules = languageRules(language)
  const greek = /^el(?:-|$)/i.test(language)
  const stretches = writtenStretches(marked, rules)
  const clauses: WrittenClause[] = []
  let words: WrittenWord[] = []
  let unspoken = ''
  const close = (ending: PhraseEnding) => {
    const parts = divide(words, rules)
    parts.forEach((part, i) => {
      const said = part.map((word) => word.said).join(' ')
      clauses.push({ said, words: part, ending: i < parts.length - 1 ? 'continues' : ending })
    })
    words = []
  }
  stretches.forEach(({ before, after, sound, ...word }, i) => {
    const signs = greek ? after.replace(/;/g, '?') : after
    const ending = endingOf(signs, word, stretches[i + 1], rules)
    if ((sound || /[¿¡(（]/.test(before)) && words.length > 0) close('continues')
    if (sound) {
      clauses.push({
        said: '',
        words: [{ ...word, written: joined(unspoken, word.written) }],
        ending: ending ?? 'continues',
        sound,
      })
      unspoken = ''
      return
    }
    const written = joined(unspoken, word.written)
    unspoken = ''
    if (word.said) words.push({ ...word, written })
    else if (!addWritten(words, clauses, written)) unspoken = written
    if (ending && words.length > 0) close(melody(ending, words, rules))
    else if (ending && !word.said) sharpen(clauses, ending)
  })
  if (words.length > 0) close('statement')
  return clauses
}

const joined = (one: string, other: string): string => (one && other ? `${one} ${other}` : one || other)

function endingOf(after: string, { said }: WrittenWord, next: Stretch | undefined, rules: LanguageRules): PhraseEnding | null {
  if (question.test(after)) return 'question'
  if (exclamation.test(after)) return 'exclamation'
  if (trailing.test(after)) return 'trailing'
  if (fullStop.test(after) || (after.includes('.') && isFullStop(said, next, rules))) return 'statement'
  if (next === undefined || after.includes('\n')) return 'statement'
  return pause.test(after) ? 'continues' : null
}

function isFullStop(said: string, next: Stretch | undefined, rules: LanguageRules): boolean {
  if (next === undefined || next.said === '') return true
  const word = said.toLowerCase()
  if (/^\p{Ll}/u.test(next.said) || /(?:^|\.)\p{Ll}$/u.test(word)) return false
  if (/^\d+$/.test(word) && rules.ordinalDot) return false
  return !COMMON_ABBREVIATIONS.includes(word) && !wordList(rules.abbreviations).includes(word)
}

/** "Wie geht's?" falls, "Geht's?" rises. */
function melody(ending: PhraseEnding, words: readonly WrittenWord[], rules: LanguageRules): PhraseEnding {
  const last = words.at(-1)?.said ?? ''
  const asks = ending === 'statement' && wordList(rules.questionEnds).some((end) => last.endsWith(end))
  if (asks) return 'question'
  const asking = wordList(rules.questionWords)
  const opens = words.slice(0, 2).some(({ said }) => asking.includes(said.toLowerCase().split(/['’]/)[0] ?? ''))
  return ending === 'question' && opens ? 'wh-question' : ending
}

/** Where one may breathe, nearest to the middle; twice too long is taken in the middle all the same. */
function divide(words: readonly WrittenWord[], rules: LanguageRules): (readonly WrittenWord[])[] {
  if (words.length <= LONGEST_CLAUSE) return words.length > 0 ? [words] : []
  const breath = wordList(rules.breathBefore)
  const middle = words.length / 2
  const cuts = words.flatMap(({ said }, i) =>
    i >= SHORTEST_PART && i <= words.length - SHORTEST_PART && breath.includes(said.toLowerCase()) ? [i] : [],
  )
  const best = cuts.sort((one, other) => Math.abs(one - middle) - Math.abs(other - middle))[0]
  const cut = best ?? (words.length > 2 * LONGEST_CLAUSE ? Math.ceil(middle) : null)
  return cut === null ? [words] : [...divide(words.slice(0, cut), rules), ...divide(words.slice(cut), rules)]
}

/** To the last word there is; false when there is none yet. */
function addWritten(words: WrittenWord[], clauses: WrittenClause[], written: string): boolean {
  const last = words.at(-1)
  if (last) words[words.length - 1] = { ...last, written: `${last.written} ${written}` }
  const clause = clauses.at(-1)
  const end = clause?.words.at(-1)
  if (last || !clause || !end) return last !== undefined
  const carried = { ...end, written: `${end.written} ${written}` }
  clauses[clauses.length - 1] = { ...clause, words: [...clause.words.slice(0, -1), carried] }
  return true
}

/** "ja 😀!" is an exclamation. */
function sharpen(clauses: WrittenClause[], ending: PhraseEnding): void {
  const clause = clauses.at(-1)
  if (clause && ending !== 'continues' && ending !== 'statement') clauses[clauses.length - 1] = { ...clause, ending }
}

// The word lists of data/ flow in; the trees that recognise their words flow out, grown once.
import { Offence } from '@psiona/shared'
import harmless from '../data/harmless.json'
import ar from '../data/words-ar.json'
import de from '../data/words-de.json'
import en from '../data/words-en.json'
import es from '../data/words-es.json'
import fr from '../data/words-fr.json'
import hi from '../data/words-hi.json'
import it from '../data/words-it.json'
import ja from '../data/words-ja.json'
import ko from '../data/words-ko.json'
import nl from '../data/words-nl.json'
import pl from '../data/words-pl.json'
import pt from '../data/words-pt.json'
import ru from '../data/words-ru.json'
import ruLatin from '../data/words-ru-latin.json'
import tr from '../data/words-tr.json'
import zh from '../data/words-zh.json'
import { lettersOf, readWord, spellingsOf, WORD_CONTEXTS, type WordContext, type WordEntry, type WordList } from './word-entry'
import { WordTree } from './word-tree'

/** Shorter words read backwards are too often other words. */
const LEAST_BACKWARDS = 5
const LEAST_BACKWARDS_ABROAD = 7
/** Of other languages only long words are looked for in two pieces. */
const LEAST_SPLIT = 6

export const wordsOf = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => line.split(',').map((word) => word.trim())).filter((word) => word !== '')

interface ListFile {
  readonly language: string
  readonly endings: readonly string[]
  readonly lists: readonly (Omit<WordList, 'offence' | 'context'> & {
    readonly offence: string
    readonly context?: string | undefined
  })[]
}
const contextOf = (name = ''): WordContext => WORD_CONTEXTS.find((context) => context === name) ?? ''

function grow(tree: WordTree, { language, endings, lists }: ListFile): void {
  const counts = new Map<Offence, number>()
  for (const list of lists) {
    const offence = Offence.parse(list.offence)
    for (const line of wordsOf(list.words)) {
      const number = (counts.get(offence) ?? 0) + 1
      counts.set(offence, number)
      for (const spelling of new Set(spellingsOf(line))) {
        const { word, opens, closes, bare } = readWord(spelling)
        const letters = lettersOf(word)
        if (letters === '') continue
        const length = letters.replaceAll(' ', '').length
        const anywhere = isLong({ language, offence, context: contextOf(list.context), mild: list.mild ?? false }, letters)
        const entry: WordEntry = {
          language,
          offence,
          rule: `${offence}:${language}-${number}`,
          mild: list.mild ?? false,
          context: contextOf(list.context),
          opens: opens && !anywhere,
          closes: closes && !anywhere,
          endings: bare ? [] : (list.endings ?? endings),
          splits: list.splits ?? (offence !== 'profanity' && length >= LEAST_SPLIT),
          letters: length,
        }
        tree.add(letters, entry)
        const { context } = entry
        if (canTurn(entry, letters)) {
          tree.add([...letters.replaceAll(' ', context === 'hidden' ? ' ' : '')].reverse().join(''), {
            ...entry,
            context: '',
            opens: true,
            closes: true,
            endings: [],
            splits: false,
          })
        }
      }
    }
  }
}

/** Long words that hide in others are still that word. */
const LEAST_ANYWHERE = 7
function isLong(
  { offence, context, mild }: Pick<WordEntry, 'language' | 'offence' | 'context' | 'mild'>,
  letters: string,
): boolean {
  if (mild || context !== '' || letters.length < LEAST_ANYWHERE || letters.includes(' ')) return false
  return (offence === 'slur' || offence === 'harassment') && /^[\p{Script=Latin}\p{Script=Cyrillic}]+$/u.test(letters)
}

/** Grave words are known backwards, too, and phrases that are hidden. */
function canTurn({ language, offence, context, mild }: WordEntry, letters: string): boolean {
  if (
    mild ||
    letters.length < (language === 'en' ? LEAST_BACKWARDS : LEAST_BACKWARDS_ABROAD) ||
    !/^[\p{Script=Latin} ]+$/u.test(letters)
  )
    return false
  if (letters.includes(' ') && (context === 'hidden' || letters.indexOf(' ') !== letters.lastIndexOf(' ')))
    return context === 'hidden'
  return context === '' && (offence === 'slur' || offence === 'harassment' || offence === 'profanity')
}

let listed: WordTree | undefined
/** All words that may be forbidden. */
export function listedWords(): WordTree {
  if (listed) return listed
  listed = new WordTree()
  for (const file of [en, de, fr, es, pt, it, nl, pl, ru, ruLatin, tr, ja, ko, zh, ar, hi]) grow(listed, file)
  return listed
}

const ownEntry = (offence: Offence, letters: string, opens: boolean, closes: boolean): WordEntry => ({
  language: '',
  offence,
  rule: `${offence}:owner`,
  mild: false,
  context: '',
  opens,
  closes,
  endings: ['s', 'es'],
  splits: letters.length >= 5,
  letters: letters.replace(/[^\p{L}]/gu, '').length,
})

/** Words of the owner's, or words that excuse; `strict`: only as they are written. */
export function treeOf(words: readonly string[], strict: boolean): WordTree {
  const tree = new WordTree(strict)
  for (const line of words) {
    const { word, opens, closes } = readWord(line.trim())
    const letters = lettersOf(word)
    if (letters === '') continue
    // Scripts without blanks: inside of text as well.
    const dense = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]/u.test(letters)
    tree.add(letters, ownEntry('own-word', letters, opens && !dense, closes && !dense))
  }
  return tree
}

let excusing: WordTree | undefined
/** Good words in which a listed one hides. */
export function harmlessWords(): WordTree {
  excusing ??= treeOf(wordsOf(harmless.words), true)
  return excusing
}

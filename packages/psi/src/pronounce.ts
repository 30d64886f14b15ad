// A word in letters → its phones. Sources, best first: the character's lexicon, the dictionary, words formed from those, letter to sound.
import { parseArpabet } from './arpabet'
import type { Phone, Pronouncer } from './phone'
import { plainText } from './plain-text'
import { formWord, withS } from './word-formation'

export interface EnglishSources {
  /** openDictionary(data/english.dict) */
  readonly dictionary: Pronouncer
  /** openLetterToSound(data/english.lts) */
  readonly letterToSound: Pronouncer
  /** Word → ARPAbet, as character files carry it; any case. An entry with a phone that does not exist is passed over. */
  readonly lexicon?: Readonly<Record<string, string>>
}

export interface English extends Pronouncer {
  /** As the character says it, whatever the rules of the language are; its possessive and, where English has no such word, its plural too. */
  own(word: string): readonly Phone[] | null
  /** Words in the longest entry of the lexicon: 2 when it has "Open VTuber". 0 = no lexicon. */
  readonly longestOwn: number
  /** From the lexicon or the dictionary as it stands there. */
  listed(word: string): readonly Phone[] | null
  /** From the lexicon, the dictionary, or formed from words that are there; never guessed. */
  known(word: string): readonly Phone[] | null
}

export function english({ dictionary, letterToSound, lexicon = {} }: EnglishSources): English {
  const lexical = new Map<string, readonly Phone[]>()
  let longestOwn = 0
  for (const [entry, arpabet] of Object.entries(lexicon)) {
    const phones = parseArpabet(arpabet)
    const word = entry.trim().toLowerCase().replace(/\s+/g, ' ')
    if (!phones || !word) continue
    // Joined, so that "#OpenVTuber" is hers as well; plain, since text loses its accents before words are looked up.
    for (const key of [word.replaceAll(' ', ''), plainText(word).toLowerCase(), word]) lexical.set(key, phones)
    longestOwn = Math.max(longestOwn, word.split(' ').length)
  }
  const own = (text: string) => {
    if (lexical.size === 0) return null
    const word = text.toLowerCase()
    const exact = lexical.get(word)
    if (exact) return exact
    const [, stem = '', ending = ''] = /^(.{2,}?)('s|(?<=s)'|s)$/.exec(word) ?? []
    const phones = lexical.get(stem)
    if (!phones || (ending === 's' && dictionary.lookUp(word))) return null
    return ending === "'" ? phones : withS(phones)
  }
  const listed = (word: string) => own(word) ?? dictionary.lookUp(word.toLowerCase())
  const known = (word: string) => listed(word) ?? formWord(word.toLowerCase(), listed)
  return { own, longestOwn, listed, known, lookUp: (word) => known(word) ?? letterToSound.lookUp(word) }
}

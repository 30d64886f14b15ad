// A word in letters → its phones. Sources, best first: the character's lexicon, the dictionary, words formed from those, letter to sound.
import { parseArpabet } from './arpabet'
import type { Phone, Pronouncer } from './phone'
import { formWord } from './word-formation'

export interface EnglishSources {
  /** openDictionary(data/english.dict) */
  readonly dictionary: Pronouncer
  /** openLetterToSound(data/english.lts) */
  readonly letterToSound: Pronouncer
  /** Word → ARPAbet, as character files carry it; any case. An entry with a phone that does not exist is passed over. */
  readonly lexicon?: Readonly<Record<string, string>>
}

export interface English extends Pronouncer {
  /** As the character says it, whatever the rules of the language are. */
  own(word: string): readonly Phone[] | null
  /** From the lexicon or the dictionary as it stands there. */
  listed(word: string): readonly Phone[] | null
  /** From the lexicon, the dictionary, or formed from words that are there; never guessed. */
  known(word: string): readonly Phone[] | null
}

export function english({ dictionary, letterToSound, lexicon = {} }: EnglishSources): English {
  const lexical = new Map<string, readonly Phone[]>()
  for (const [word, arpabet] of Object.entries(lexicon)) {
    const phones = parseArpabet(arpabet)
    if (phones) lexical.set(word.toLowerCase(), phones)
  }
  const own = (word: string) => lexical.get(word.toLowerCase()) ?? null
  const listed = (word: string) => own(word) ?? dictionary.lookUp(word.toLowerCase())
  const known = (word: string) => listed(word) ?? formWord(word.toLowerCase(), listed)
  return { own, listed, known, lookUp: (word) => known(word) ?? letterToSound.lookUp(word) }
}

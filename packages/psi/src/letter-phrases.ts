// Text in a script that the English rules cannot read flows in, phrases said letter by letter flow out: what she does without a phonemiser.
import { ipaPhrases } from './ipa-phrases'
import sounds from './letter-sounds.json'
import type { Phrase } from './phone'
import { plainText } from './plain-text'
import { writtenClauses } from './written-clauses'

const table = (of: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(of).map(([letter, sound]) => [letter.normalize('NFC'), sound]))
const syllabic = table(sounds.devanagariConsonants)
const signs = table(sounds.devanagariSigns)
const vowels = table(sounds.devanagariVowels)
const bare: readonly ReadonlyMap<string, string>[] = [sounds.arabic, sounds.hebrew].map(table)
const full: readonly ReadonlyMap<string, string>[] = [sounds.thai, sounds.georgian, sounds.armenian].map(table)

/** The scripts of India lie in blocks of this size, letter for letter alike, from Devanagari to Malayalam. */
const BLOCK = 0x80
const DEVANAGARI = 0x0900
const AFTER_MALAYALAM = 0x0d80
const VIRAMA = '\u{94d}'
/** A letter of a script without a table is a murmur: one hears that she speaks, and how long. */
const MURMUR = 'ə'

function devanagari(sign: string): string {
  const code = sign.codePointAt(0) ?? 0
  return code >= DEVANAGARI && code < AFTER_MALAYALAM ? String.fromCodePoint(DEVANAGARI + ((code - DEVANAGARI) % BLOCK)) : sign
}
const lookUp = (tables: readonly ReadonlyMap<string, string>[], sign: string): string | undefined =>
  tables.map((each) => each.get(sign)).find((sound) => sound !== undefined)
const isVowelSound = (sound: string): boolean => /^[aeiouəɛɔæɪʊɯ]/.test(sound)

function wordSounds(word: string): string {
  const letters = [...word.normalize('NFC')].map(devanagari)
  const said: string[] = []
  letters.forEach((letter, i) => {
    const next = letters[i + 1]
    const syllable = syllabic.get(letter)
    const unvowelled = lookUp(bare, letter)
    if (syllable) said.push(syllable, next === undefined || next === VIRAMA || (signs.has(next) && !/[ंँः]/.test(next)) ? '' : 'ə')
    else if (unvowelled !== undefined) {
      // Arabic and Hebrew write few vowels; between two consonants one is always right to say.
      const following = next === undefined ? undefined : lookUp(bare, next)
      const bareNext = following !== undefined && !isVowelSound(following) && !/^[wjv]$/.test(following)
      said.push(unvowelled, bareNext && !isVowelSound(unvowelled) && i % 2 === 0 ? 'a' : '')
    } else said.push(signs.get(letter) ?? vowels.get(letter) ?? lookUp(full, letter) ?? (/\p{L}/u.test(letter) ? MURMUR : ''))
  })
  return said.filter(Boolean).join('_')
}

/** Null when the English rules can say something of it. */
export function letterPhrases(text: string, language: string): Phrase[] | null {
  const clauses = writtenClauses(text, language)
  if (clauses.every(({ said }) => said === '') || clauses.some(({ said }) => /[a-z\d]/i.test(plainText(said)))) return null
  const lines = clauses.map(({ said }) => said.split(' ').map(wordSounds).join(' '))
  return ipaPhrases(clauses, lines, language)
}

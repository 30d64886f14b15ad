// Clauses of a text and the IPA a phonemiser gave for each flow in, phrases that can be spoken flow out.
import { alignWords } from './align-words'
import { phone } from './arpabet'
import { parseIpa } from './ipa'
import { isVowel, type Phone, type Phrase, type SoundCall, type SpokenWord } from './phone'
import { soundParts } from './vocal-sounds'
import type { WrittenClause } from './written-clauses'
import type { WrittenWord } from './written-stretches'

/**
 * One line of IPA per clause, empty for one without anything to read. Joined by spaces, the written forms are the text, white space collapsed, where words are written with spaces;
 * scripts without are cut behind their punctuation alone.
 */
export function ipaPhrases(clauses: readonly WrittenClause[], ipa: readonly string[], language: string): Phrase[] {
  const phrases: Phrase[] = []
  let unspoken = ''
  clauses.forEach(({ words, ending, sound }, i) => {
    if (sound) {
      phrases.push({ words: [soundWord(words, sound, unspoken)], ending, role: 'sound' })
      unspoken = ''
      return
    }
    const { words: spoken } = parseIpa(ipa[i] ?? '', language)
    const written = words.map((word) => word.written).join(' ')
    const before = phrases.at(-1)
    if (spoken.length > 0) {
      phrases.push({ words: withAccent(wordsOf(words, spoken, unspoken)), ending })
      unspoken = ''
    } else if (before) phrases[phrases.length - 1] = { ...before, words: carrying(before.words, written) }
    else unspoken = joined(unspoken, written)
  })
  return phrases
}

const joined = (one: string, other: string): string => (one && other ? `${one} ${other}` : one || other)

function wordsOf(words: readonly WrittenWord[], spoken: readonly (readonly Phone[])[], unspoken: string): SpokenWord[] {
  const said: SpokenWord[] = []
  let text = unspoken
  for (const { written: from, spoken: to } of alignWords(
    words.map((word) => word.said),
    spoken,
  )) {
    const mine = words.slice(from[0], from[1])
    text = joined(text, mine.map(({ written }) => written).join(' '))
    const emphasis = mine.some((word) => word.emphasis) ? 1 : 0
    const parts = spoken.slice(to[0], to[1])
    if (parts.length === 0 && said.length > 0) {
      said.splice(0, said.length, ...carrying(said, text))
      text = ''
    }
    for (const phones of parts) {
      said.push({ written: text, phones, weak: !phones.some(({ stress }) => stress > 0), emphasis, ...mannerOf(mine) })
      text = ''
    }
  }
  return said
}

function soundWord(words: readonly WrittenWord[], sound: SoundCall, unspoken: string): SpokenWord {
  const written = joined(unspoken, words.map((word) => word.written).join(' '))
  const phones = soundParts(sound).map(({ symbol }) => phone(symbol))
  return { written, phones, weak: false, emphasis: 0, sound, ...mannerOf(words) }
}

const mannerOf = (words: readonly WrittenWord[]) => ({
  ...(words.some((word) => word.whisper) ? { whisper: 1 } : {}),
  ...(words.some((word) => word.effort) ? { effort: 1 } : {}),
})

/** What nobody says stays with the last word that carries any text. */
function carrying(words: readonly SpokenWord[], written: string): readonly SpokenWord[] {
  const at = words.findLastIndex((word) => word.written !== '')
  return words.map((word, i) => (i === at ? { ...word, written: joined(word.written, written) } : word))
}

/** A phrase without any stress has it on its last vowel. */
function withAccent(words: readonly SpokenWord[]): readonly SpokenWord[] {
  if (words.some((word) => !word.weak)) return words
  const at = words.findLastIndex(({ phones }) => phones.some(({ symbol }) => isVowel(symbol)))
  return words.map((word, i) => {
    if (i !== at) return word
    const vowel = word.phones.findLastIndex(({ symbol }) => isVowel(symbol))
    return { ...word, weak: false, phones: word.phones.map((each, k) => (k === vowel ? { ...each, stress: 2 } : each)) }
  })
}

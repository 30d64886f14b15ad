// Text → phrases of words in phones, as they are to be said; the way in for everything that speaks.
import { withAllophones } from './allophones'
import { phone } from './arpabet'
import { readHeteronym } from './heteronyms'
import { normaliseText, type Token } from './normalise-text'
import { isVowel, type Phone, type Phrase, type SpokenWord } from './phone'
import { phraseTokens } from './phrasing'
import type { English } from './pronounce'
import { isFunctionWord, sayFunctionWord } from './weak-forms'

/** The dictionary has some words of one full vowel without stress; a word that is not weak has an accent to give. */
function withStress(phones: readonly Phone[]): readonly Phone[] {
  if (phones.some((each) => each.stress === 2)) return phones
  const secondary = phones.findIndex((each) => each.stress === 1)
  const chosen = secondary >= 0 ? secondary : phones.findIndex((each) => isVowel(each.symbol))
  return phones.map((each, i) => (i === chosen ? phone(each.symbol, 2) : each))
}

const startsWithVowel = (phones: readonly Phone[]): boolean => phones[0] !== undefined && isVowel(phones[0].symbol)

function sayWords(tokens: readonly Token[], english: English): SpokenWord[] {
  const words = tokens.map((token) => token.word)
  const spoken: SpokenWord[] = []
  // From the last to the first, since "the" asks for the sound that follows it.
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index]
    if (!token) continue
    const following = spoken[0]
    const { written, emphasis, word } = token
    const own = english.own(word)
    const beforeVowel = following !== undefined && startsWithVowel(following.phones)
    const said = own ? null : sayFunctionWord({ words, index, emphasised: emphasis > 0, beforeVowel })
    const phones = own ?? said?.phones ?? readHeteronym(words, index) ?? english.lookUp(word) ?? []
    spoken.unshift({ written, phones: said?.weak ? phones : withStress(phones), weak: said?.weak ?? false, emphasis })
  }
  return spoken
}

/** A phrase of weak words only ("with it") has its accent on the last of them. */
function withAccent(words: readonly SpokenWord[], tokens: readonly Token[], english: English): readonly SpokenWord[] {
  const last = words.at(-1)
  const word = tokens.at(-1)?.word ?? ''
  if (!last || words.some((each) => !each.weak) || !isFunctionWord(word)) return words
  const strong = sayFunctionWord({ words: [word], index: 0, emphasised: false, beforeVowel: false })
  const phones = english.own(word) ?? strong?.phones ?? last.phones
  return [...words.slice(0, -1), { ...last, phones, weak: false }]
}

/** Never throws, whatever the text; empty when there is nothing to say. Joined by spaces, the written forms are the text, white space collapsed. */
export function phonemise(text: string, english: English): Phrase[] {
  return phraseTokens(normaliseText(text, english)).map(({ tokens, ending }) => ({
    words: withAllophones(withAccent(sayWords(tokens, english), tokens, english)),
    ending,
  }))
}

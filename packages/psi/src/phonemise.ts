// Text → phrases of words in phones, as they are to be said; the way in for everything that speaks.
import { withAllophones } from './allophones'
import { phone } from './arpabet'
import { type Prominence, prominences } from './focus'
import { readHeteronym } from './heteronyms'
import { isVowel, type Phone, type Phrase, type SpokenWord } from './phone'
import { type PhraseOfTokens, phraseTokens } from './phrasing'
import type { English } from './pronounce'
import type { SpeechToken } from './speech-token'
import { speechTokens } from './speech-tokens'
import { soundParts } from './vocal-sounds'
import { sayFunctionWord } from './weak-forms'
import { wordStretch } from './word-stretch'

/** The dictionary has some words of one full vowel without stress; a word that is not weak has an accent to give. */
function withStress(phones: readonly Phone[]): readonly Phone[] {
  if (phones.some((each) => each.stress === 2)) return phones
  const secondary = phones.findIndex((each) => each.stress === 1)
  const chosen = secondary >= 0 ? secondary : phones.findIndex((each) => isVowel(each.symbol))
  return phones.map((each, i) => (i === chosen ? phone(each.symbol, 2) : each))
}

const startsWithVowel = (phones: readonly Phone[]): boolean => phones[0] !== undefined && isVowel(phones[0].symbol)

function sayWords(tokens: readonly SpeechToken[], prominence: readonly Prominence[], english: English): SpokenWord[] {
  const words = tokens.map((token) => token.word)
  const spoken: SpokenWord[] = []
  // From the last to the first, since "the" asks for the sound that follows it.
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index]
    if (!token) continue
    const following = spoken[0]
    const { written, word } = token
    // What has an accent is said in full.
    const { emphasis, full } = prominence[index]!
    const own = english.own(word)
    const beforeVowel = following !== undefined && startsWithVowel(following.phones)
    const said = own ? null : sayFunctionWord({ words, index, emphasised: emphasis > 0 || full, beforeVowel })
    const phones = own ?? said?.phones ?? readHeteronym(words, index) ?? english.lookUp(word) ?? []
    spoken.unshift({ written, phones: said?.weak ? phones : withStress(phones), weak: said?.weak ?? false, emphasis })
  }
  return spoken
}

function saySound({ written, whisper, effort }: SpeechToken, sound: NonNullable<SpokenWord['sound']>): SpokenWord {
  const phones = soundParts(sound).map(({ symbol }) => phone(symbol))
  return { written, phones, weak: false, emphasis: 0, sound, ...(whisper ? { whisper } : {}), ...(effort ? { effort } : {}) }
}

/** What the text does to each word beyond its phones; only where it does anything, so that a plain word stays plain data. */
function shaped(word: SpokenWord, token: SpeechToken, { accent }: Prominence, stretch: number): SpokenWord {
  return {
    ...word,
    ...(accent === 1 ? {} : { accent }),
    ...(stretch === 1 ? {} : { stretch }),
    ...(token.whisper ? { whisper: token.whisper } : {}),
    ...(token.effort ? { effort: token.effort } : {}),
  }
}

function sayPhrase(phrase: PhraseOfTokens, prominence: readonly Prominence[], english: English): Phrase {
  const { tokens, ...rest } = phrase
  const sound = tokens[0]?.sound
  if (tokens[0] && sound) return { words: [saySound(tokens[0], sound)], ...rest }
  const words = withAllophones(sayWords(tokens, prominence, english))
  return { words: words.map((word, i) => shaped(word, tokens[i]!, prominence[i]!, wordStretch(phrase, i))), ...rest }
}

/** Never throws, whatever the text; empty when there is nothing to say. Joined by spaces, the written forms are the text without marks, white space collapsed. */
export function phonemise(text: string, english: English): Phrase[] {
  const phrases = phraseTokens(speechTokens(text, english))
  const prominence = prominences(phrases)
  return phrases.map((phrase, i) => sayPhrase(phrase, prominence[i]!, english))
}

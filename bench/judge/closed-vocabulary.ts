// The sentences of a test flow in; what the recogniser may hear flows out: their words, each as likely as any other, so that the sound alone decides.
import { type RecogniserDictionary, wordsOf } from './recogniser-dictionary'

export interface ClosedVocabulary {
  /** A dictionary file. */
  readonly dictionary: string
  /** A language model file of single words, in ARPA format. */
  readonly languageModel: string
  /** Words that the recogniser does not know and so will never hear. */
  readonly unknown: readonly string[]
}

/** How ARPA writes a probability of 0. */
const NEVER = '-99'

export function closedVocabulary(sentences: readonly string[], dictionary: RecogniserDictionary): ClosedVocabulary {
  const all = [...new Set(sentences.flatMap(wordsOf))].sort()
  const words = all.filter((word) => dictionary.has(word))
  // The sentence may end after any word, which is as likely as a word.
  const logChance = Math.log10(1 / (words.length + 1)).toFixed(4)
  const grams = [`${NEVER} <s>`, `${logChance} </s>`, ...words.map((word) => `${logChance} ${word}`)]
  return {
    dictionary: words
      .flatMap((word) =>
        (dictionary.get(word) ?? []).map((phones, i) => `${word}${i === 0 ? '' : `(${i + 1})`} ${phones.join(' ')}\n`),
      )
      .join(''),
    languageModel: `\\data\\\nngram 1=${grams.length}\n\n\\1-grams:\n${grams.join('\n')}\n\n\\end\\\n`,
    unknown: all.filter((word) => !dictionary.has(word)),
  }
}

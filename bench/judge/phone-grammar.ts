// The words of a text flow in; a grammar whose words are phones flows out: the recogniser can hear nothing but this text, and says when each phone was.
import type { RecogniserDictionary } from './recogniser-dictionary'

export const ALIGNED_PHONES =
  'AA AE AH AO AW AY B CH D DH EH ER EY F G HH IH IY JH K L M N NG OW OY P R S SH T TH UH UW V W Y Z ZH'.split(' ')

/** Rarer pronunciations are left out. */
const MOST_PRONUNCIATIONS = 4

/** Each phone is a word that sounds like itself. */
export const phoneWords = (): string => `${ALIGNED_PHONES.map((phone) => `${phone} ${phone}`).join('\n')}\n`

/** A line of states from word to word, with one way between them for each pronunciation, in Sphinx's FSG format. Words outside the dictionary are skipped. */
export function phoneGrammar(words: readonly string[], dictionary: RecogniserDictionary): string {
  const arcs: string[] = []
  let state = 0
  let states = 1
  for (const word of words) {
    const pronunciations = dictionary.get(word)?.slice(0, MOST_PRONUNCIATIONS)
    if (!pronunciations) continue
    const end = states++
    for (const phones of pronunciations) {
      let from = state
      for (const [index, phone] of phones.entries()) {
        const to = index === phones.length - 1 ? end : states++
        arcs.push(`TRANSITION ${from} ${to} 1.0 ${phone}\n`)
        from = to
      }
    }
    state = end
  }
  return `FSG_BEGIN phones\nNUM_STATES ${states}\nSTART_STATE 0\nFINAL_STATE ${state}\n${arcs.join('')}FSG_END\n`
}

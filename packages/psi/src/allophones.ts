// The phones of a phrase, word by word → the same as an American says them: flapped and glottal t, flapped d, dark l, glottal onsets.
import { phone } from './arpabet'
import { isVowel, type Phone, type SpokenWord } from './phone'

const isVowelPhone = (each: Phone | undefined): boolean => each !== undefined && isVowel(each.symbol)
/** What a flap may follow: a vowel, or the r after one ("party"). */
const opensFlap = (each: Phone | undefined): boolean => isVowelPhone(each) || each?.symbol === 'R'
/** "button", "hidden": before a syllabic n the stop stays. */
const isSyllabicN = (vowel: Phone | undefined, after: Phone | undefined): boolean =>
  after?.symbol === 'N' && (vowel?.symbol === 'AX' || vowel?.symbol === 'IX' || (vowel?.symbol === 'IH' && vowel.stress === 0))

function flapsInside(phones: readonly Phone[], i: number): boolean {
  const next = phones[i + 1]
  return opensFlap(phones[i - 1]) && i > 0 && isVowelPhone(next) && next?.stress === 0 && !isSyllabicN(next, phones[i + 2])
}

/** "get it", "a lot of", "what a": over the boundary where one of the two words is weak and neither is stressed for effect. */
function flapsAcross(word: SpokenWord, next: SpokenWord | undefined): boolean {
  const first = next?.phones[0]
  if (!next || word.emphasis || next.emphasis || !isVowelPhone(first) || !isVowelPhone(word.phones.at(-2))) return false
  return (word.weak || next.weak) && first?.stress !== 2
}

/** "button", "certain", "mountain": the glottis closes instead of the tongue, which is there already for the n. */
const glottalises = (phones: readonly Phone[], i: number): boolean =>
  (opensFlap(phones[i - 1]) || phones[i - 1]?.symbol === 'N') && isSyllabicN(phones[i + 1], phones[i + 2])

/** "the *only* one": a vowel that is to stand out begins anew instead of being linked to what comes before. */
const beginsAnew = (word: SpokenWord, at: number): boolean => at > 0 && word.emphasis > 0 && isVowelPhone(word.phones[0])

function darkens(phones: readonly Phone[], i: number, next: SpokenWord | undefined): boolean {
  const after = i + 1 < phones.length ? phones[i + 1] : next?.phones[0]
  return opensFlap(phones[i - 1]) && !isVowelPhone(after)
}

export function withAllophones(words: readonly SpokenWord[]): readonly SpokenWord[] {
  return words.map((word, at) => {
    const next = words[at + 1]
    const phones = word.phones.map((each, i, all) => {
      const last = i === all.length - 1
      if (each.symbol === 'T' && glottalises(all, i)) return phone('Q')
      if (each.symbol === 'T' && (last ? flapsAcross(word, next) : flapsInside(all, i))) return phone('DX')
      if (each.symbol === 'D' && !last && flapsInside(all, i)) return phone('DX')
      if (each.symbol === 'L' && darkens(all, i, next)) return phone('LX')
      return each
    })
    return { ...word, phones: beginsAnew(word, at) ? [phone('Q'), ...phones] : phones }
  })
}

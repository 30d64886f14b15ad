// Text without white space → whether it is a face drawn in signs, which nobody says.

const eyesFirst = "[:;][-o^']?[)(\\]\\[dDpPoO3|/\\\\}{@*$]+|=[)(\\]\\[DpP/\\\\]+|[xX]+[dD]+|8-[)(]"
const mouthFirst = "[)(\\]\\[D/\\\\}{@|]+[-o']?[:;=]"
const noses = '[\\^>T;oO0u-]_[\\^<T;oO0u-]|[\\^>oOu][.-][\\^<oOu]|\\^{2,}|>[_.]<|;_+;|-_+-|\\^[_.-]?\\^'
const others = "(?:<\\/?3+)+|o\\/|[oO]7|\\\\o\\/|>?[:;]'[()]|>:[()]"
const emoticon = new RegExp(`^(?:>?(?:${eyesFirst}|${mouthFirst})|${noses}|${others})([.!?,]*)$`)
/** Between brackets: a face of any signs but Latin letters, one of which is an eye, a mouth or a cheek. */
const kaomoji = /^[^a-z\d]*[(（ʕ][^a-z\d]*(?:[°□◕ω∀ヮ╯ಠ•ツ益´｀^_;･・ᴥ]|\u{301}|\u{300})[^a-z\d]*[)）ʔ][^a-z\d]*$/iu

/** The punctuation behind the face, or null when there is no face. */
export function readEmoticon(text: string): string | null {
  if (text.length > 40) return null
  const face = emoticon.exec(text)
  return face ? (face[1] ?? '') : kaomoji.test(text) ? '' : null
}

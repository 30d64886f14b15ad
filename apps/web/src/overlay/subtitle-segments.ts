// In: the timed pieces of a line. Out: the same, where a script without spaces is cut into its words: a timed word may be a whole clause.
import { hasNoSpaces, languageOf } from './subtitle-script'
import { textWidth } from './subtitle-width'
import type { SubtitlePiece } from './subtitle-words'

/** Belongs to what follows it. */
const OPENS = /^[\p{Ps}\p{Pi}\s]+$/u

export function subtitleSegments(pieces: readonly SubtitlePiece[]): readonly SubtitlePiece[] {
  const language = languageOf(pieces.map(({ text }) => text).join(''))
  if (!hasNoSpaces(language)) return pieces
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  return pieces.flatMap((piece) => (hasNoSpaces(languageOf(piece.text)) ? timed(piece, wordsOf(piece.text, segmenter)) : [piece]))
}

/** Put together they are the text again: signs go with the word before them, opening ones with the word behind. */
function wordsOf(text: string, segmenter: Intl.Segmenter): string[] {
  const words: string[] = []
  let open = ''
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    if (!isWordLike && OPENS.test(segment)) open += segment
    else if (isWordLike || words.length === 0) {
      words.push(open + segment)
      open = ''
    } else {
      words[words.length - 1] += open + segment
      open = ''
    }
  }
  if (open === '') return words
  return words.length === 0 ? [open] : [...words.slice(0, -1), words.at(-1)! + open]
}

/** Each word has its share of the time by its width: nothing better is known. */
function timed({ startSample, endSample }: SubtitlePiece, words: readonly string[]): SubtitlePiece[] {
  const total = words.reduce((sum, word) => sum + textWidth(word), 0)
  let width = 0
  const at = () => Math.round(startSample + ((endSample - startSample) * width) / Math.max(1, total))
  return words.map((text) => {
    const from = at()
    width += textWidth(text)
    return { text, startSample: from, endSample: at() }
  })
}

// Text from strangers becomes text that is safe to show, say and store.
// In: anything. Out: NFC, at most MAX_GRAPHEMES graphemes, no controls, bidi or invisible marks, at most 2 combining marks a base; emoji joined by ZWJ stay whole.

export const MAX_GRAPHEMES = 500
/** Input beyond this many UTF-16 units is cut before anything else looks at it. */
export const MAX_INPUT_UNITS = 4096

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
// Controls but tab and newline; bidi marks, embeddings and isolates; zero-width and other invisible formatters (not ZWJ, which joins emoji); tags; lone surrogates.
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\udb40[\udc00-\udfff]/g
const STRAY_JOINER = /(?<!\p{Extended_Pictographic}\p{Emoji_Modifier}?\ufe0f?)\u200d|\u200d(?!\p{Extended_Pictographic})/gu
const MARK_PILE = /(\p{M}{2})\p{M}+/gu

export function sanitise(raw: string, maxGraphemes = MAX_GRAPHEMES): string {
  const short = raw.slice(0, MAX_INPUT_UNITS).replace(UNSAFE, '').normalize('NFC')
  const clean = short.replace(STRAY_JOINER, '').replace(MARK_PILE, '$1').replace(/\s+/g, ' ').trim()
  if (clean.length <= maxGraphemes) return clean
  let end = 0
  let count = 0
  for (const { segment, index } of graphemes.segment(clean)) {
    if (++count > maxGraphemes) break
    end = index + segment.length
  }
  return clean.slice(0, end)
}

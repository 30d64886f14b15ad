// A stretch of text → the same cut at the pictures that have a name to say, and those names. All other pictures are felt, not said.
import table from './emoji.json'

const things: ReadonlyMap<string, string> = new Map(Object.entries(table.things))
const flags: ReadonlyMap<string, string> = new Map(Object.entries(table.flags))
/** Said inside a sentence only; alone they are a feeling too. */
const reactions: ReadonlySet<string> = new Set(table.reactions)
export const HEART = '❤'

const picture = '(?:\\p{Regional_Indicator}{2}|(?![©®™])\\p{Extended_Pictographic}[\\u{FE0F}\\p{Emoji_Modifier}]?)'
const run = new RegExp(`(${picture}(?:\\u{200D}?${picture})*)`, 'u')
const one = new RegExp(picture, 'u')
const FIRST_FLAG_LETTER = 0x1f1e6
const LETTER_A = 65

/** "🇯🇵" → "JP". */
const flagLetters = (flag: string): string =>
  [...flag].map((sign) => String.fromCharCode((sign.codePointAt(0) ?? 0) - FIRST_FLAG_LETTER + LETTER_A)).join('')

export const isReaction = (picture: string): boolean => reactions.has(picture.replace(/\u{FE0F}/gu, ''))
/** Null for what is only felt. */
export function emojiName(picture: string): string | null {
  return things.get(picture.replace(/\u{FE0F}/gu, '')) ?? flags.get(flagLetters(picture)) ?? null
}
const isThing = (picture: string): boolean => picture.startsWith(HEART) || emojiName(picture) !== null

/** Text and pictures by turns, text first. Of several in a row the first counts; a person or thing joined of several is felt as a whole. */
export function cutAtEmoji(text: string): readonly string[] {
  if (!one.test(text)) return [text]
  return text.split(run).map((part, i) => {
    if (i % 2 === 0) return part
    const first = one.exec(part)?.[0] ?? ''
    return !part.includes('\u{200D}') && isThing(first) ? first : ''
  })
}

// A chat line and the languages the owner wants come in; whether it is surely in another one goes out. The only file that knows which library guesses.
// 24 languages by groups of letters (tinyld's light set: 11 MB of memory; the full one takes 48 and takes slang for Berber). Short lines belong to every language.
import { detectAll, supportedLanguages, toISO2 } from 'tinyld/light'

/** About a tenth of a millisecond for each 50 letters; what a line is in is known from its beginning. */
const LOOKED_AT = 120
/** Fewer are a word or two and an emote. */
const LEAST_LETTERS = 16
/** In scripts that few languages share. */
const LEAST_OTHER_LETTERS = 4
/** A guess below it is none. */
const LEAST_CERTAINTY = 0.06
/** A wanted language that is half as likely may be the right one. */
const LEAST_SHARE = 0.5

/** ISO 639-1, as the library has them. */
const primary = (tag: string) => {
  const first = tag.toLowerCase().split('-')[0] ?? ''
  if (first === 'nb' || first === 'nn') return 'no'
  return first === 'cmn' || first === 'yue' ? 'zh' : first
}
const KNOWN: ReadonlySet<string> = new Set(supportedLanguages.map(toISO2))
const ASIDE = /\bhttps?:\/\/\S+|\bwww\.\S+|[@#]\S+|\b\p{Lu}{2,}\b/gu

/** True only when it is quite certain. Without languages, or with one that cannot be told apart, nothing is foreign. */
export function isForeign(text: string, languages: readonly string[]): boolean {
  const wanted = languages.map(primary)
  if (wanted.length === 0 || wanted.some((language) => !KNOWN.has(language))) return false
  // Links, names and emotes are in no language.
  const words = text
    .slice(0, 2 * LOOKED_AT)
    .replace(ASIDE, ' ')
    .slice(0, LOOKED_AT)
  const letters = words.match(/\p{L}/gu) ?? []
  const other = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter)).length
  if (letters.length < LEAST_LETTERS && other < LEAST_OTHER_LETTERS) return false
  const guesses = detectAll(words)
  const [best] = guesses
  if (!best || best.accuracy < LEAST_CERTAINTY) return false
  return !guesses.some(({ lang, accuracy }) => wanted.includes(lang) && accuracy >= best.accuracy * LEAST_SHARE)
}

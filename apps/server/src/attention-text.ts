// A line as people typed it comes in; what it says, however it is decorated, goes out: plain letters, words, a number for the whole. Pure.
import { hashOf } from './text-hash'

/** A line is sanitised to 500 graphemes; what is longer in letters than this is decoration. */
export const LONGEST = 2000
// biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range is the point
const ASCII = /^[\x00-\x7f]*$/
/** Scripts without spaces have no edges of words to look for. */
export const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** Accents off, letters small: how people type a name in a hurry. */
export function plain(text: string): string {
  const short = text.length > LONGEST ? text.slice(0, LONGEST) : text
  return ASCII.test(short) ? short.toLowerCase() : short.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** What a text says, without how it is decorated, as a number: nothing of the words is kept. */
export interface Gist {
  readonly hash: number
  readonly letters: number
}

export function gist(text: string): Gist {
  const short = text.slice(0, LONGEST)
  const bare = plain(ASCII.test(short) ? short : short.normalize('NFKC'))
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/(\p{L})\1+/gu, '$1')
  return { hash: hashOf(bare), letters: bare.length }
}

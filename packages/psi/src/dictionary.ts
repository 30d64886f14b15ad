// The bytes of data/english.dict → a word's phones, read straight from the bytes: no copy, no objects per word.
import { Problem } from '@psiona/shared'
import { phoneFromByte } from './arpabet'
import type { Phone, Pronouncer } from './phone'

/** Layout: magic, words per block u8, three zero bytes, block count u32, one u32 offset per block, blocks. An entry: letters shared with the
 *  word before u8 (0 at a block's head), the other letters, the phones; the last letter and the last phone carry the high bit. */
export const DICTIONARY_MAGIC = 'PSD1'
export const DICTIONARY_HEADER_BYTES = 12
const LAST = 0x80

/** Compares a whole block head with a word given as bytes; negative when the head sorts first. */
function compareHead(bytes: Uint8Array, at: number, word: Uint8Array): number {
  for (let i = 0; ; i++) {
    const byte = bytes[at + 1 + i] ?? LAST
    const difference = (byte & 0x7f) - (word[i] ?? 0)
    if (difference !== 0) return difference
    if (byte & LAST) return i + 1 - word.length
  }
}

function phonesAt(bytes: Uint8Array, at: number): readonly Phone[] {
  const phones: Phone[] = []
  for (let i = at; ; i++) {
    const byte = bytes[i] ?? LAST
    phones.push(phoneFromByte(byte & 0x7f))
    if (byte & LAST) return phones
  }
}

/** Words are lower-case letters, apostrophe, hyphen and full stop; anything else is simply not in it. */
export function openDictionary(bytes: Uint8Array): Pronouncer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const magic = String.fromCharCode(...bytes.subarray(0, 4))
  if (magic !== DICTIONARY_MAGIC || bytes.length < DICTIONARY_HEADER_BYTES) {
    throw new Problem(
      'dictionary-unreadable',
      'broken',
      'The pronouncing dictionary is damaged: restore packages/psi/data/english.dict.',
    )
  }
  const wordsPerBlock = bytes[4] ?? 0
  const blocks = view.getUint32(8, true)
  const offsetOf = (block: number) => view.getUint32(DICTIONARY_HEADER_BYTES + 4 * block, true)

  return {
    lookUp(text) {
      const word = asciiBytes(text)
      if (!word) return null
      let low = 0
      let high = blocks - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if (compareHead(bytes, offsetOf(middle), word) <= 0) low = middle
        else high = middle - 1
      }
      const end = low + 1 < blocks ? offsetOf(low + 1) : bytes.length
      let at = offsetOf(low)
      /** How many letters of the wanted word the entry before agreed with; its sort order lets the rest be skipped. */
      let agreed = 0
      for (let i = 0; i < wordsPerBlock && at < end; i++) {
        const shared = bytes[at++] ?? 0
        let matches = shared <= agreed
        if (matches) agreed = shared
        let length = shared
        for (let last = false; !last; length++) {
          const byte = bytes[at++] ?? LAST
          last = (byte & LAST) !== 0
          if (matches && (byte & 0x7f) === word[length]) agreed++
          else matches = false
        }
        if (matches && length === word.length) return phonesAt(bytes, at)
        while (((bytes[at++] ?? LAST) & LAST) === 0);
      }
      return null
    },
  }
}

function asciiBytes(word: string): Uint8Array | null {
  if (word.length === 0 || word.length > 64) return null
  const bytes = new Uint8Array(word.length)
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    if (code === 0 || code >= LAST) return null
    bytes[i] = code
  }
  return bytes
}

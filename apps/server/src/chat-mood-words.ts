// A line comes in, as typed and in plain letters; which feelings it shows goes out, as bits. The table is chat-mood.json.
import { z } from 'zod'
import data from './chat-mood.json'

export const FEELINGS = ['laughs', 'cheers', 'sad', 'angry'] as const
export type Feeling = (typeof FEELINGS)[number]
export const bitOf = (feeling: Feeling): number => 1 << FEELINGS.indexOf(feeling)

/** What is felt is shown at once or not at all. */
const TOKENS_LOOKED_AT = 24

const Row = z.object({
  words: z.array(z.string()),
  emotes: z.array(z.string()),
  emoji: z.array(z.string()),
  patterns: z.array(z.string()),
})
const table = z.object({ laughs: Row, cheers: Row, sad: Row, angry: Row }).parse(data)

const tableOf = (column: 'words' | 'emotes' | 'emoji') => {
  const bits = new Map<string, number>()
  for (const feeling of FEELINGS) for (const one of table[feeling][column]) bits.set(one, (bits.get(one) ?? 0) | bitOf(feeling))
  return bits
}
const WORDS = tableOf('words')
const EMOTES = tableOf('emotes')
const EMOJI = tableOf('emoji')
const PATTERNS = FEELINGS.map((feeling) => [bitOf(feeling), new RegExp(table[feeling].patterns.join('|'), 'u')] as const)
const SIGNS_AT_THE_EDGE = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu
const PICTURE = /\p{Extended_Pictographic}/u
const PICTURES = /\p{Extended_Pictographic}/gu

export function feelingsIn(text: string, words: string): number {
  let bits = 0
  let count = 0
  for (const token of text.slice(0, 500).split(' ')) {
    if (++count > TOKENS_LOOKED_AT) break
    bits |= EMOTES.get(token) ?? 0
  }
  count = 0
  for (const token of words.slice(0, 500).split(' ')) {
    if (++count > TOKENS_LOOKED_AT) break
    bits |= WORDS.get(token) ?? WORDS.get(token.replace(SIGNS_AT_THE_EDGE, '')) ?? 0
  }
  for (const [bit, pattern] of PATTERNS) if ((bits & bit) === 0 && pattern.test(words.slice(0, 500))) bits |= bit
  if (PICTURE.test(text)) for (const [picture] of text.slice(0, 500).matchAll(PICTURES)) bits |= EMOJI.get(picture) ?? 0
  return bits
}

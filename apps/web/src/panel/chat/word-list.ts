// In: a list of names or words, and what was typed to add to it. Out: the list with it, or why not. Of the same in other capitals, one stays.
import type { z } from 'zod'

export interface Added {
  readonly list: string[]
  /** Typed, but none of what the list takes. */
  readonly refused: string[]
  /** The list is full. */
  readonly full: boolean
}

/** `one`: what an entry may be; `apart`: what stands between entries when several are typed or pasted. */
export function withWords(
  list: readonly string[],
  typed: string,
  one: z.ZodType<string>,
  most: number,
  apart = /[,;\n]+/,
): Added {
  const next = [...list]
  const refused: string[] = []
  let full = false
  for (const piece of typed.split(apart)) {
    const word = piece.trim()
    if (word === '') continue
    const parsed = one.safeParse(word)
    if (!parsed.success) refused.push(word)
    else if (next.some((other) => other.toLowerCase() === parsed.data.toLowerCase())) continue
    else if (next.length >= most) full = true
    else next.push(parsed.data)
  }
  return { list: next, refused, full }
}

// In: a text, and where in it something is. Out: the text before, in and after that place; no letter is cut in two.
export interface MarkedText {
  readonly before: string
  readonly marked: string
  readonly after: string
}

const isLowHalf = (text: string, index: number): boolean => /[\uDC00-\uDFFF]/.test(text[index] ?? '') && index > 0

/** `span`: UTF-16 units, [from, to). */
export function markedText(text: string, span: readonly [number, number] | null): MarkedText {
  if (!span) return { before: text, marked: '', after: '' }
  const within = (index: number) => Math.max(0, Math.min(text.length, index))
  let from = within(Math.min(...span))
  let to = within(Math.max(...span))
  if (isLowHalf(text, from)) from -= 1
  if (isLowHalf(text, to)) to += 1
  return { before: text.slice(0, from), marked: text.slice(from, to), after: text.slice(to) }
}

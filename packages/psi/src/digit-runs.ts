// A line of text → which of its words belong to a number that is read digit by digit though it is written in groups: phones, cards.

const patterns: readonly RegExp[] = [
  // (555) 123-4567, +1 555 123 4567
  /(?<![\d.,-])(?:\+?1[ .-])?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?![\d.,-]*\d)/g,
  // +44 20 7946 0958
  /(?<!\S)\+\d{1,3}(?:[ .-]\(?\d{1,8}\)?){2,5}(?![\d-])/g,
  // 030 1234567
  /(?<!\S)\(?0\d{2,4}\)?[ /-]\d{5,8}(?!\d)/g,
  // 4111 1111 1111 1111
  /(?<!\S)\d{4}(?:[ -]\d{4}){3}(?!\d)/g,
]
/** Longer lines are looked at to here. */
const LONGEST_LINE = 4000

/** `words`: the line cut at white space. Gives the indices of the words. */
export function digitRuns(words: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>()
  if (!words.some((word) => /\d{4}/.test(word))) return found
  const line = words.join(' ').slice(0, LONGEST_LINE)
  const starts: number[] = []
  let at = 0
  for (const word of words) {
    starts.push(at)
    at += word.length + 1
  }
  for (const pattern of patterns)
    for (const { index, 0: text } of line.matchAll(pattern))
      words.forEach((word, i) => {
        const start = starts[i] ?? 0
        if (start < index + text.length && start + word.length > index) found.add(i)
      })
  return found
}

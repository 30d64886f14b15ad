// In: two texts. Out: where their lines differ, as spans of the first that became spans of the second.

/** Lines from..to (end excluded) of the old text stand as lines from..to of the new one. */
export interface Change {
  readonly oldFrom: number
  readonly oldTo: number
  readonly newFrom: number
  readonly newTo: number
}

export const linesOf = (text: string): string[] => text.split('\n')

/** How many lines follow each pair of places in common: the table behind the longest common subsequence. */
function commonFollowing(a: readonly string[], b: readonly string[]): Uint32Array {
  const width = b.length + 1
  const table = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i * width + j] =
        a[i] === b[j] ? table[(i + 1) * width + j + 1]! + 1 : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!)
  return table
}

export function changedSpans(oldText: string, newText: string): Change[] {
  const a = linesOf(oldText)
  const b = linesOf(newText)
  // Equal ends are cut off first: an edit touches few lines, and the table grows with the square of what is left.
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const oldMiddle = a.slice(head, a.length - tail)
  const newMiddle = b.slice(head, b.length - tail)
  const table = commonFollowing(oldMiddle, newMiddle)
  const width = newMiddle.length + 1
  const changes: Change[] = []
  let i = 0
  let j = 0
  while (i < oldMiddle.length || j < newMiddle.length) {
    if (i < oldMiddle.length && j < newMiddle.length && oldMiddle[i] === newMiddle[j]) {
      i++
      j++
      continue
    }
    const [fromI, fromJ] = [i, j]
    while (
      (i < oldMiddle.length || j < newMiddle.length) &&
      (i >= oldMiddle.length || j >= newMiddle.length || oldMiddle[i] !== newMiddle[j])
    ) {
      const skipOld = i < oldMiddle.length ? table[(i + 1) * width + j]! : -1
      const skipNew = j < newMiddle.length ? table[i * width + j + 1]! : -1
      if (skipOld >= skipNew) i++
      else j++
    }
    changes.push({ oldFrom: head + fromI, oldTo: head + i, newFrom: head + fromJ, newTo: head + j })
  }
  return changes
}

/** Lines of the new text that are not in the old one; a deletion marks the line after it. */
export function changedLines(oldText: string, newText: string): Set<number> {
  const last = linesOf(newText).length - 1
  const lines = new Set<number>()
  for (const { newFrom, newTo } of changedSpans(oldText, newText)) {
    if (newFrom === newTo) lines.add(Math.min(newFrom, last))
    for (let line = newFrom; line < newTo; line++) lines.add(line)
  }
  return lines
}

/** How much was edited, counted as a person would: a replaced line is one. */
export const editedLines = (oldText: string, newText: string): number =>
  changedSpans(oldText, newText).reduce(
    (sum, change) => sum + Math.max(change.oldTo - change.oldFrom, change.newTo - change.newFrom),
    0,
  )

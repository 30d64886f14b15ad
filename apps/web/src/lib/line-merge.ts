// In: a text as it was and two edits of it. Out: both edits in one text, or null when they touch the same lines.
import { type Change, changedSpans, linesOf } from './line-diff'

/** Two edits meet when their old lines overlap or touch: between neighbours nobody can know the order. */
const meet = (a: Change, b: Change) => a.oldFrom <= b.oldTo && b.oldFrom <= a.oldTo

export function mergedText(base: string, mine: string, theirs: string): string | null {
  if (mine === theirs) return mine
  const mineSpans = changedSpans(base, mine)
  const theirSpans = changedSpans(base, theirs)
  if (mineSpans.some((a) => theirSpans.some((b) => meet(a, b)))) return null
  const edits = [
    ...mineSpans.map((change) => ({ change, from: linesOf(mine) })),
    ...theirSpans.map((change) => ({ change, from: linesOf(theirs) })),
  ].sort((a, b) => a.change.oldFrom - b.change.oldFrom)
  const old = linesOf(base)
  const merged: string[] = []
  let at = 0
  for (const { change, from } of edits) {
    merged.push(...old.slice(at, change.oldFrom), ...from.slice(change.newFrom, change.newTo))
    at = change.oldTo
  }
  return [...merged, ...old.slice(at)].join('\n')
}

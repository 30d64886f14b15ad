// In: a field as high as its text, and a place in it. Out: the caret there, with a few lines above it in sight.

/** Enough to see what the line belongs to. */
const LINES_ABOVE = 4

/** `line` and `column` count from 0; `scroller` is what scrolls around the field. */
export function goToLine(field: HTMLTextAreaElement, scroller: HTMLElement, line: number, column: number): void {
  const lines = field.value.split('\n')
  const at = lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0) + Math.min(column, lines[line]?.length ?? 0)
  field.focus({ preventScroll: true })
  field.setSelectionRange(at, at)
  scroller.scrollTo({ top: (field.clientHeight / lines.length) * Math.max(0, line - LINES_ABOVE), left: 0 })
}

// In: a field and its new text. Out: the text in it, as if typed, so that the browser can undo it.
export function replaceText(field: HTMLTextAreaElement, text: string): void {
  const { scrollTop } = field
  field.focus({ preventScroll: true })
  field.select()
  // Deprecated without a successor: nothing else leaves an entry in the field's own undo list.
  if (!document.execCommand('insertText', false, text)) {
    field.setRangeText(text, 0, field.value.length, 'start')
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
  field.setSelectionRange(0, 0)
  field.scrollTop = scrollTop
}

/** The caret at the beginning of a line (0 = first). */
export function goToLine(field: HTMLTextAreaElement, line: number, column = 0): void {
  const at =
    field.value
      .split('\n')
      .slice(0, line)
      .reduce((sum, { length }) => sum + length + 1, 0) + column
  field.focus()
  field.setSelectionRange(at, at)
}

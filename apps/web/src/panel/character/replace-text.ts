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

// In: language tags. Out: the languages by name, or how many there are.
const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' })
/** More than these nobody reads; the number says enough. */
const NAMED = 4

function nameOf(tag: string): string {
  try {
    return names.of(tag) ?? tag
  } catch {
    // Not a tag this browser knows how to read.
    return tag
  }
}

export const languageWords = (tags: readonly string[]): string =>
  tags.length <= NAMED ? tags.map(nameOf).join(', ') : `${tags.length} languages`

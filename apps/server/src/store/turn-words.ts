// What somebody wrote comes in, an FTS5 query that cannot be misread goes out: every word quoted, none an operator.

/** Words in so many turns that they find everything and nothing. */
const STOP_WORDS = new Set(
  `a about all also am an and any are as at be been but by can could did do does for from get go got had has have he her him his how i if in into is it its
  just like me my no not of on or our out she so some than that the their them then there they this to too up us was we were what when where which who why
  will with would you your`.split(/\s+/),
)
/** A question has a handful of words that matter; more only cost time. */
const MOST_WORDS = 24
/** Longer than any word of a language; what is beyond is noise or an attack. */
const LONGEST_WORD = 48

/** Null when there is nothing to look for. */
export function turnQuery(text: string): string | null {
  const words = [
    ...new Set(
      text
        .slice(0, 4096)
        .normalize('NFC')
        .toLowerCase()
        .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [],
    ),
  ]
  const telling = words.filter((word) => !STOP_WORDS.has(word))
  const chosen = (telling.length > 0 ? telling : words).slice(0, MOST_WORDS).map((word) => `"${word.slice(0, LONGEST_WORD)}"`)
  return chosen.length > 0 ? chosen.join(' OR ') : null
}

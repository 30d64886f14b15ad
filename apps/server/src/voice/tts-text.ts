// What another voice can say, in pieces that sound on their own. In: a text. Out: its clauses, or none when nothing in it is said.

/** Shown or felt elsewhere; some engines read their names aloud. */
const PICTURES = /(?![©®™])\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u20e3/gu
const SPACES = /[\p{Cc}\s]+/gu
/** What joins and colours pictures, and what is no letter at all: halves of letters, marks of direction. */
const UNSEEN = /\p{C}|\ufe0e|\ufe0f/gu
const SAID = /[\p{L}\p{N}]/u

/** The first clause is short, so that its sound is there soon; the others are long, because a cut costs melody. */
const FIRST_CHARACTERS = 24
const NEXT_CHARACTERS = 80
/** No engine is given more at once: some count their memory by it. */
const MOST_CHARACTERS = 200

/** A sentence's end, with what closes it, before a space or in a script without spaces. */
const SENTENCE_END = /(?:[.!?…]+["'”’)\]]*(?=\s|$)|[。！？]+[」』”’）]*)/gu
const CLAUSE_END = /(?:[,;:–—](?=\s)|[、，；：])/gu

export const speakable = (text: string): string => {
  const bare = text.replace(PICTURES, ' ').replace(SPACES, ' ').replace(UNSEEN, '').trim().replace(/ +/g, ' ')
  return SAID.test(bare) ? bare : ''
}

export function clauses(text: string): string[] {
  const found: string[] = []
  let rest = speakable(text)
  while (rest !== '') {
    const least = found.length === 0 ? FIRST_CHARACTERS : NEXT_CHARACTERS
    const at = cutAt(rest, least)
    const clause = rest.slice(0, at).trim()
    rest = rest.slice(at).trim()
    // What is left of a text may be a lone bracket.
    if (SAID.test(clause)) found.push(clause)
  }
  return found
}

/** Behind the first sentence, behind a clause when that is long enough, else behind a word. */
function cutAt(text: string, least: number): number {
  const ends = (pattern: RegExp) =>
    [...text.slice(0, MOST_CHARACTERS).matchAll(pattern)].map((match) => match.index + match[0].length)
  const sentence = ends(SENTENCE_END)[0]
  const clause = ends(CLAUSE_END).find((end) => end >= least)
  const at = Math.min(sentence ?? text.length, clause ?? text.length)
  if (at <= MOST_CHARACTERS) return at
  const space = text.lastIndexOf(' ', MOST_CHARACTERS)
  return space > 0 ? space : wholeLetters(text, MOST_CHARACTERS)
}

/** Not between the halves of a letter beyond the sixteen-bit ones. */
const wholeLetters = (text: string, at: number): number => (/[\ud800-\udbff]/.test(text[at - 1] ?? '') ? at - 1 : at)

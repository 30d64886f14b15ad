// Text flows in; the same with its repeats said twice, and what nobody can pronounce short, flows out.

/** "no no no" is said so; more is a flood. */
const MOST_TIMES = 2
const MOST_PHRASE_WORDS = 8
/** "sooo" stays, "w" five thousand times does not. */
const MOST_SAME_LETTERS = 3
const MOST_WORD_LETTERS = 32
/** No word of a language that is written in Latin letters has so many consonants in a row. */
const MASHED = /[bcdfghjklmnpqrstvwxz]{7,}/i
const MASH_LETTERS = 4
const MOST_SAME_WORD = 6

export function withoutFloods(text: string): string {
  let words = text
    .replace(/(\S)\1{3,}/gu, (run, sign: string) => (/[\p{L}\p{N}]/u.test(sign) ? sign.repeat(MOST_SAME_LETTERS) : sign) || run)
    .replace(/([\p{L}\p{N}]{2,6}?)\1{3,}/gu, '$1$1$1')
    .replace(/([!?.,;:…-])[!?.,;:…-]+/g, '$1')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(shortWord)
  for (let size = 1; size <= MOST_PHRASE_WORDS; size++) words = withoutRepeats(words, size)
  return rarely(words).join(' ')
}

function shortWord(word: string): string {
  if (/^[^\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]+$/u.test(word) && word.length > 1) return word[0]!
  if (MASHED.test(word)) return word.slice(0, MASH_LETTERS)
  const letters = [...word]
  return letters.length > MOST_WORD_LETTERS ? letters.slice(0, MOST_WORD_LETTERS).join('') : word
}

const same = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && bare(one) === bare(other)
const bare = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') || word

/** Phrases of so many words that follow on themselves. */
function withoutRepeats(words: readonly string[], size: number): string[] {
  const made: string[] = []
  let run = 0
  for (const word of words) {
    run = same(word, made[made.length - size]) ? run + 1 : 0
    made.push(word)
    if (run >= size * MOST_TIMES) {
      made.length -= size
      run -= size
    }
  }
  return made
}

/** A word that comes again and again among others. */
function rarely(words: readonly string[]): string[] {
  const times = new Map<string, number>()
  return words.filter((word) => {
    const key = bare(word)
    const count = (times.get(key) ?? 0) + 1
    times.set(key, count)
    return count <= MOST_SAME_WORD || key.length <= 3
  })
}

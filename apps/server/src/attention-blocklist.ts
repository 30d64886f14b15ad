// Words that the owner does not want come in once; whether a line has one of them goes out. Whole words, however they are accented, cased, drawn out, spaced or spelt with figures.
import { LONGEST, plain, UNSPACED } from './attention-text'

export type Blocklist = (text: string) => boolean

const pairs = (signs: string, letters: string) => [...signs].map((sign, at) => [sign, letters[at] ?? ''] as const)
/** Figures and signs that stand for letters, and letters of other alphabets that look like Latin ones. */
const LOOKALIKES = new Map<string, string>([
  ...pairs('0345789@$€£+', 'oeastbgaselt'),
  ...pairs('авсеһіјкмнорѕтух', 'abcehijkmhopstyx'),
  ...pairs('αβεηικνορτυχ', 'abenikvoptux'),
  ...pairs('ıłø', 'ilo'),
])
/** May stand for one letter or the other. */
const UPRIGHT = /[1!|]/
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]|\ufe0f/g
const OTHER_THAN_LETTERS = /[^\p{L}\p{N}@$€£+1!|]+/gu
const EMOJI = /\p{Extended_Pictographic}/u
const LETTER = /\p{L}/u
/** Shorter ones stand in every spelt-out word. */
const LEAST_SPACED_LETTERS = 3

const bare = (text: string) => plain(text.slice(0, LONGEST).normalize('NFKC').replace(INVISIBLE, ''))
const alike = (word: string, upright: string) =>
  // A number is a number.
  LETTER.test(word) ? [...word.replace(/[1!|]/g, upright)].map((sign) => LOOKALIKES.get(sign) ?? sign).join('') : word
const squeezed = (word: string) => word.replace(/(.)\1+/gu, '$1')
const splitWords = (line: string) => line.split(OTHER_THAN_LETTERS).filter(Boolean)

/** As written or drawn out, never shorter: 'as' is not a short 'ass'. */
const drawnOut = (word: string) =>
  [...word.matchAll(/(.)\1*/gu)].map(([run]) => `\\u{${run.codePointAt(0)?.toString(16)}}{${[...run].length},}`).join('')

interface Word {
  readonly whole: RegExp
  readonly within: RegExp
  readonly letters: number
}

export function blocklistOf(blocked: readonly string[]): Blocklist {
  /** By what is left of them when nothing stands twice. */
  const words = new Map<string, Word[]>()
  const phrases: string[] = []
  const pieces: string[] = []
  for (const one of blocked) {
    const parts = splitWords(bare(one)).map((part) => alike(part, 'i'))
    const [word] = parts
    const sign = bare(one).trim()
    // Emoji have no edges either.
    if (word === undefined ? EMOJI.test(sign) : UNSPACED.test(word)) pieces.push(sign)
    else if (word === undefined) continue
    else if (parts.length > 1) phrases.push(` ${parts.join(' ')} `)
    else {
      const pattern = drawnOut(word)
      const entry = { whole: new RegExp(`^${pattern}$`, 'u'), within: new RegExp(pattern, 'u'), letters: word.length }
      words.set(squeezed(word), [...(words.get(squeezed(word)) ?? []), entry])
    }
  }
  if (words.size + phrases.length + pieces.length === 0) return () => false

  const isBlocked = (word: string) => words.get(squeezed(word))?.some(({ whole }) => whole.test(word)) ?? false
  /** 'b a d': letters that stand alone are read as one word, wherever in them it begins. */
  const isSpaced = (parts: readonly string[]) =>
    splitWords(parts.map((part) => (part.length === 1 ? part : ' ')).join('')).some(
      (spelt) =>
        spelt.length >= LEAST_SPACED_LETTERS &&
        [...words].some(
          ([key, entries]) =>
            squeezed(spelt).includes(key) &&
            entries.some(({ letters, within }) => letters >= LEAST_SPACED_LETTERS && within.test(spelt)),
        ),
    )
  return (text) => {
    const line = bare(text)
    if (pieces.some((piece) => line.includes(piece))) return true
    return (UPRIGHT.test(line) ? ['i', 'l'] : ['i']).some((upright) => {
      const read = (part: string) => alike(part, upright)
      const parts = splitWords(line).map(read)
      // 'bad!' is 'bad' and not 'badi'.
      const trimmed = splitWords(line).map((part) => read(part.replace(/^[!|+]+|[!|+]+$/g, '')))
      // 'b.a.d', 'ba-d': what stands between two spaces is a word too, whatever stands in it.
      const joined = line.split(/\s+/).map((part) => read(part.replace(OTHER_THAN_LETTERS, '')))
      const whole = ` ${trimmed.filter(Boolean).join(' ')} `
      return (
        [parts, trimmed, joined].some((some) => some.some(isBlocked)) ||
        isSpaced(parts) ||
        phrases.some((one) => whole.includes(one))
      )
    })
  }
}

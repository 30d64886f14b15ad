// Digits → the English words for them. Everything takes and gives text, so that length never costs precision.

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const magnitudes = ['', 'thousand', 'million', 'billion', 'trillion', 'quadrillion']
const irregularOrdinals: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
}
/** Beyond that many digits a number is a code, and codes are read digit by digit. */
const LONGEST_NUMBER = 3 * magnitudes.length

const wordFor = (list: readonly string[], index: number) => list[index] ?? ''

function belowThousand(value: number): string[] {
  const hundreds = Math.floor(value / 100)
  const rest = value % 100
  const head = hundreds ? [wordFor(ones, hundreds), 'hundred'] : []
  if (rest === 0) return head
  if (rest < 20) return [...head, wordFor(ones, rest)]
  return [...head, wordFor(tens, Math.floor(rest / 10)), ...(rest % 10 ? [wordFor(ones, rest % 10)] : [])]
}

/** "007" → zero zero seven. */
export const digitByDigit = (digits: string): string[] => [...digits].map((digit) => wordFor(ones, Number(digit)))

/** "1204" → one thousand two hundred four. */
export function cardinal(digits: string): string[] {
  const plain = digits.replace(/^0+(?=\d)/, '')
  if (plain.length > LONGEST_NUMBER) return digitByDigit(plain)
  if (plain === '0') return ['zero']
  const groups = plain.match(/\d{1,3}(?=(?:\d{3})*$)/g) ?? []
  return groups.flatMap((group, i) => {
    const words = belowThousand(Number(group))
    const magnitude = wordFor(magnitudes, groups.length - 1 - i)
    return words.length && magnitude ? [...words, magnitude] : words
  })
}

function ordinalOf(word: string): string {
  return irregularOrdinals[word] ?? (word.endsWith('y') ? `${word.slice(0, -1)}ieth` : `${word}th`)
}
/** "21" → twenty first. */
export function ordinal(digits: string): string[] {
  const words = cardinal(digits)
  return [...words.slice(0, -1), ordinalOf(words.at(-1) ?? '')]
}

/** "3.14" → three point one four; ".5" → zero point five. */
export function decimal(text: string): string[] {
  const [whole = '', fraction] = text.split('.')
  const head = cardinal(whole || '0')
  return fraction === undefined ? head : [...head, 'point', ...digitByDigit(fraction)]
}

/** "1905" → nineteen oh five, "2007" → two thousand seven, "2024" → twenty twenty four. */
export function year(digits: string): string[] {
  const value = Number(digits)
  const [century, rest] = [Math.floor(value / 100), value % 100]
  if (century % 10 === 0 && rest < 10) return cardinal(digits)
  if (rest === 0) return [...belowThousand(century), 'hundred']
  return [...belowThousand(century), ...(rest < 10 ? ['oh'] : []), ...belowThousand(rest)]
}

/** As people read the numbers of rooms, flights and graphics cards: "404" → four oh four, "360" → three sixty, "4090" → forty ninety. */
export function codeNumber(digits: string): string[] {
  const [first = '', rest] = [digits.slice(0, -2), Number(digits.slice(-2))]
  if (digits.startsWith('0') || digits.length > 5) return digitByDigit(digits)
  if (digits.length === 4) return year(digits)
  if (digits.length === 5) return [...cardinal(digits.slice(0, 2)), ...codeNumber(digits.slice(2))]
  if (digits.length < 3 || rest === 0) return cardinal(digits)
  return [...cardinal(first), ...(rest < 10 ? ['oh'] : []), ...cardinal(String(rest))]
}

/** The plural of the last word: nineteen nineties, twenties, six hundreds, lunches. */
export function pluralOf(words: readonly string[]): string[] {
  const last = words.at(-1) ?? ''
  const plural = /[^aeiou]y$/.test(last) ? `${last.slice(0, -1)}ies` : /(?:s|x|z|ch|sh)$/.test(last) ? `${last}es` : `${last}s`
  return [...words.slice(0, -1), plural]
}

const fractions: Readonly<Record<string, readonly [string, string]>> = { '2': ['half', 'halves'], '4': ['quarter', 'quarters'] }
/** "3/4" → three quarters, "2/3" → two thirds. */
export function fraction(above: string, below: string): string[] {
  const named = fractions[below]
  const one = Number(above) === 1
  if (named) return [...cardinal(above), named[one ? 0 : 1]]
  const parts = ordinal(below)
  return [...cardinal(above), ...(one ? parts : pluralOf(parts))]
}

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 }
/** "XIV" → "14"; null when it is not a well-formed Roman number below 400. */
export function romanToDigits(text: string): string | null {
  if (!/^(?=[IVXLC])C{0,3}(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$/.test(text)) return null
  let total = 0
  for (let i = 0; i < text.length; i++) {
    const value = romanDigits[text[i] ?? ''] ?? 0
    total += value < (romanDigits[text[i + 1] ?? ''] ?? 0) ? -value : value
  }
  return String(total)
}

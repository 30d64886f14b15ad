// Plain text flows in; telephone and other long numbers told figure by figure in words, and net addresses so told, flow out.
import data from '../data/personal.json'
import type { Place } from './finding'

const DIGITS = new Map<string, number>()
for (const [digit, words] of Object.entries(data.digitWords)) for (const word of words.split(' ')) DIGITS.set(word, Number(digit))
const TENS = new Set(data.tensWords.split(' '))
const REPEATS = new Map([
  ['double', 2],
  ['triple', 3],
  ['treble', 3],
  ['doppel', 2],
])
const JOINS = new Set(['dash', 'hyphen', 'minus', 'space', 'and', 'area', 'code', 'then', 'plus', 'bindestrich', 'tiret'])
/** A word that begins a number in English but is also another word. */
const WEAK = new Set([
  'o',
  'oh',
  'for',
  'won',
  'ate',
  'um',
  'un',
  'une',
  'uno',
  'uma',
  'ein',
  'eine',
  'sei',
  'tre',
  'due',
  'dos',
  'een',
  'bes',
  'uc',
  'alti',
])
const WORD = /[\p{L}]+|\d+/gu
const CUE = new RegExp(`(?<![\\p{L}])(?:${data.phoneCues})(?![\\p{L}])`, 'iu')
const PUBLIC = new Set(data.publicNumbers.split(' '))
/** So many figures are a number of somebody's. */
const LEAST = 7
const DOTTED =
  /\b(?:one|two|\d)[\p{L}\d\s-]{0,30} (?:dot|punkt|point) [\p{L}\d][\p{L}\d\s-]{0,30} (?:dot|punkt|point) [\p{L}\d][\p{L}\d\s-]{0,30} (?:dot|punkt|point) (?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|zero|\p{L}+teen|\p{L}+ty)\b/giu

export function findSpokenNumbers(text: string): Place[] {
  const found: Place[] = []
  let digits = ''
  let spoken = 0
  let from = 0
  let to = 0
  const close = (): void => {
    if (spoken >= 3 && digits.length >= LEAST && isNumber(digits, text.slice(Math.max(0, from - 60), from))) {
      found.push({ what: 'phone-spoken', from, to })
    }
    digits = ''
    spoken = 0
  }
  let repeat = 1
  for (const match of text.matchAll(WORD)) {
    const word = match[0].toLowerCase()
    const far = digits !== '' && /[!?;\n]|[.](?!\s*[\p{L}\d]{1,6}\b)/u.test(text.slice(to, match.index))
    if (far) close()
    const digit = DIGITS.get(word)
    const twice = REPEATS.get(word)
    if (twice && digits.length + 1 > 0) {
      repeat = twice
      if (digits === '') from = match.index
      continue
    }
    if (digit !== undefined && !(digits === '' && repeat === 1 && WEAK.has(word) && word !== 'oh')) {
      if (digits === '' && repeat === 1) from = match.index
      digits += String(digit).repeat(repeat)
      spoken += repeat
    } else if (TENS.has(word)) {
      if (digits === '') from = match.index
      digits += word === 'hundred' ? '00' : word === 'thousand' ? '000' : word.endsWith('ty') ? '2' : '12'
      spoken++
    } else if (/^\d/.test(word) && word.length <= 4) {
      if (digits === '') from = match.index
      digits += word
    } else if (digits !== '' && JOINS.has(word)) continue
    else {
      close()
      repeat = 1
      continue
    }
    repeat = 1
    to = match.index + match[0].length
  }
  close()
  for (const match of text.matchAll(DOTTED))
    found.push({ what: 'net-address', from: match.index, to: match.index + match[0].length })
  return found
}

function isNumber(digits: string, before: string): boolean {
  if (PUBLIC.has(digits) || /^8(?:00|88|77)|^18(?:00|88|77)|^0800/.test(digits)) return false
  return (CUE.test(before) || !isCounting(digits)) && (digits.length <= 20 || CUE.test(before))
}
/** "one two three four", "ten nine eight", "zero zero zero": counting, not telling. */
function isCounting(digits: string): boolean {
  let up = 0
  let down = 0
  for (let i = 1; i < digits.length; i++) {
    const step = Number(digits[i]) - Number(digits[i - 1])
    if (step === 1) up++
    if (step === -1) down++
  }
  return (
    Math.max(up, down) >= (digits.length - 1) * 0.8 ||
    new Set(digits).size === 1 ||
    (new Set(digits).size === 2 && digits.length < 10)
  )
}

// Any Unicode text → the same in Latin letters, ASCII digits and plain punctuation, without what nobody says: emoji, marks, invisible signs.
import scripts from './scripts.json'

const tables: readonly Readonly<Record<string, string>>[] = [scripts.latin, scripts.greek, scripts.cyrillic, scripts.hiragana]
const letters = new Map(tables.flatMap((table) => Object.entries(table)))
/** A Greek letter that stands alone is a symbol, and symbols have names. */
const greekNames: ReadonlyMap<string, string> = new Map(Object.entries(scripts.greekNames))
const signs: ReadonlyMap<string, string> = new Map(Object.entries(scripts.signs))

const loneGreek = /(?<!\p{L})\p{Script=Greek}(?!\p{L})/gu

const pictures = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/gu
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Variation_Selector}]|\u{20E3}/gu
const vulgarFraction = /(\d)([\u{BC}-\u{BE}\u{2150}-\u{215E}])/gu
/** Without emoji and invisible signs; where an emoji was there is a space. */
export const withoutPictures = (text: string): string => text.replace(pictures, ' ').replace(invisible, '')
/** "x²" → "x^2"; "m²" is a unit, "5ᵗʰ" no power. */
const powers = /(?<=[\p{L}\p{N})])[\u{B2}\u{B3}\u{B9}\u{2070}\u{2074}-\u{2079}]+/gu
/** Of units: 10 µs, 5μm. */
const micro = /(?<!\p{L})[\u{B5}\u{3BC}](?=[smgl](?!\p{L}))/gu
const crossed = /(?<=\d{3})×(?=\d{3})/g
/** Ⅰ to Ⅻ, in capitals and small. */
const romanSigns = /[\u{2160}-\u{216B}\u{2170}-\u{217B}]/gu
const circled = /[\u{2460}-\u{2473}]/gu
/** Δt */
const change = /(?<!\p{L})Δ(?=[a-z])/giu
const romanValue = (sign: string) => String((((sign.codePointAt(0) ?? 0) - 0x2160) % 16) + 1)
const kanaPair = /([きぎしじちにひびぴみりキギシジチニヒビピミリ])([ゃゅょャュョ])/g
const replaceSigns = (text: string) => [...text].map((sign) => signs.get(sign) ?? sign).join('')

const KATAKANA_TO_HIRAGANA = 0x60
function letterFor(letter: string): string | undefined {
  const code = letter.codePointAt(0) ?? 0
  return letters.get(code >= 0x30a1 && code <= 0x30f4 ? String.fromCodePoint(code - KATAKANA_TO_HIRAGANA) : letter)
}
/** "kiya" in two letters is "kya", "shiya" is "sha". */
function joinKana(_: string, first: string, small: string): string {
  const start = (letterFor(first) ?? '').slice(0, -1)
  const glide = letterFor(small) ?? ''
  return start + (/(sh|ch|j)$/.test(start) ? glide.slice(1) : glide)
}

const hangulStarts = 'g kk n d tt r m b pp s ss  j jj ch k t p h'.split(' ')
const hangulVowels = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ')
const hangulEnds = ' k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ')
const FIRST_HANGUL = 0xac00
const HANGUL_COUNT = hangulStarts.length * hangulVowels.length * hangulEnds.length

function hangul(code: number): string {
  const index = code - FIRST_HANGUL
  const [start, vowel, end] = [Math.floor(index / 588), Math.floor((index % 588) / 28), index % 28]
  return `${hangulStarts[start] ?? ''}${hangulVowels[vowel] ?? ''}${hangulEnds[end] ?? ''}`
}

/** Decimal digits stand in tens, zero first, in every script. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return String(code - zero)
}

function plainSign(sign: string): string {
  if (sign <= '\u{7f}') return sign
  const lower = sign.toLowerCase()
  const found = letterFor(lower)
  if (found !== undefined) return lower === sign ? found : found.toUpperCase()
  const code = sign.codePointAt(0) ?? 0
  if (code >= FIRST_HANGUL && code < FIRST_HANGUL + HANGUL_COUNT) return hangul(code)
  if (/\p{Nd}/u.test(sign)) return asciiDigit(sign)
  const base = [...sign.normalize('NFD')][0] ?? ''
  if (base !== sign) return plainSign(base)
  // A Latin letter beyond the table is at least called one, so that it is not silence; letters of other scripts are skipped.
  if (/\p{Script=Latin}/u.test(sign)) return ' letter '
  return /[\p{L}\p{M}]/u.test(sign) ? '' : sign
}

/** May contain spaces where there were none. */
export function plainText(text: string): string {
  if (/^[!-_a-~]*$/.test(text)) return text
  const named = text
    .replace(powers, (power) => `^${power.normalize('NFKC')}`)
    .replace(micro, 'micro-')
    .replace(crossed, 'x')
    .replace(romanSigns, romanValue)
    .replace(circled, (sign) => ` ${sign.normalize('NFKC')} `)
    .replace(change, 'delta ')
    .replaceAll('©', ' copyright ')
    .replace(loneGreek, (letter) => greekNames.get(letter.toLowerCase()) ?? letter)
  const visible = withoutPictures(named).replace(vulgarFraction, '$1 and $2')
  const compatible = replaceSigns(replaceSigns(visible).normalize('NFKC'))
  return [...compatible.replace(kanaPair, joinKana)].map(plainSign).join('')
}

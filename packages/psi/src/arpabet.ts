// Phones as a lexicon writes them ("T AO1 R IY0") or as a data file holds them (one byte each) → Phone, and back.
import { CONSONANT_SYMBOLS, isVowel, type Phone, type PhoneSymbol, VOWEL_SYMBOLS } from './phone'

const STRESSES = [0, 1, 2] as const

/** Every phone there is, by its byte: consonants first, then each vowel in its three stresses. Data files rely on this order. */
const phones: readonly Phone[] = [
  ...CONSONANT_SYMBOLS.map((symbol): Phone => Object.freeze({ symbol, stress: 0 })),
  ...VOWEL_SYMBOLS.flatMap((symbol) => STRESSES.map((stress): Phone => Object.freeze({ symbol, stress }))),
]
const firstByte = new Map<string, number>()
phones.forEach((phone, byte) => {
  if (!firstByte.has(phone.symbol)) firstByte.set(phone.symbol, byte)
})

const byteOf = (symbol: string, stress: number): number | undefined => {
  const first = firstByte.get(symbol)
  return first === undefined || first < CONSONANT_SYMBOLS.length ? first : first + stress
}

export const phoneFromByte = (byte: number): Phone => {
  const phone = phones[byte]
  if (!phone) throw new RangeError(`no phone has the byte ${byte}`)
  return phone
}
export const phoneToByte = (phone: Phone): number => byteOf(phone.symbol, phone.stress) ?? 0

/** The one shared object for this phone, so that a sentence allocates lists only. */
export const phone = (symbol: PhoneSymbol, stress: Phone['stress'] = 0): Phone =>
  phones[byteOf(symbol, stress) ?? -1] ?? { symbol, stress }

/** cmudict's digits: 1 primary, 2 secondary, 0 none. */
const stressOfDigit: ReadonlyMap<string, number> = new Map([
  ['0', 0],
  ['1', 2],
  ['2', 1],
])
/** cmudict writes the reduced vowels as unstressed full ones. */
const reduced: ReadonlyMap<string, string> = new Map([
  ['AH0', 'AX'],
  ['ER0', 'AXR'],
])

/** Null when a symbol is none of ours. A word written without any digit gets its stress on the first vowel. */
export function parseArpabet(text: string): readonly Phone[] | null {
  const parsed: Phone[] = []
  for (const item of text.trim().split(/\s+/)) {
    const [, letters = '', digit = ''] = /^([A-Z]{1,3})([0-2]?)$/.exec(item) ?? []
    const byte = byteOf(reduced.get(item) ?? letters, stressOfDigit.get(digit) ?? 0)
    if (byte === undefined) return null
    parsed.push(phoneFromByte(byte))
  }
  if (/\d/.test(text)) return parsed
  const first = parsed.findIndex((each) => isVowel(each.symbol))
  return parsed.map((each, index) => (index === first ? phone(each.symbol, 2) : each))
}

// What was heard in a recording and what our score says flow in; each phone that was heard, by our finer name for it (schwa, dark l), flows out.
import { isVowel, type PhoneSymbol } from '@psiona/psi'
import type { AlignedPhone } from '../judge/align-phones'

export interface HeardPhone {
  readonly symbol: PhoneSymbol
  readonly heard: AlignedPhone
}

/** The recogniser's names for phones of ours that it has none for. */
const COARSE: Readonly<Partial<Record<PhoneSymbol, string>>> = { AX: 'AH', IX: 'IH', AXR: 'ER', DX: 'T', LX: 'L', Q: 'T' }
/** Of the edit distance: another vowel for a vowel is likelier than a consonant. */
const LIKE = 0.6
const UNLIKE = 2
const MISSING = 1

const vowel = /^[AEIOU]/

/** Matched by least edit distance; what has no counterpart of its kind is left out. */
export function heardPhones(symbols: readonly PhoneSymbol[], aligned: readonly AlignedPhone[]): readonly HeardPhone[] {
  const phones = aligned.filter(({ phone }) => /^[A-Z]/.test(phone))
  const cost = (symbol: PhoneSymbol, heard: AlignedPhone) =>
    (COARSE[symbol] ?? symbol) === heard.phone ? 0 : isVowel(symbol) === vowel.test(heard.phone) ? LIKE : UNLIKE
  const rows: number[][] = [phones.map((_, k) => k * MISSING).concat(phones.length * MISSING)]
  symbols.forEach((symbol, i) => {
    const row = [(i + 1) * MISSING]
    phones.forEach((heard, k) => {
      row.push(Math.min(rows[i]![k]! + cost(symbol, heard), rows[i]![k + 1]! + MISSING, row[k]! + MISSING))
    })
    rows.push(row)
  })
  const matched: HeardPhone[] = []
  let [i, k] = [symbols.length, phones.length]
  while (i > 0 && k > 0) {
    const [symbol, heard] = [symbols[i - 1]!, phones[k - 1]!]
    const here = rows[i]![k]!
    if (here === rows[i - 1]![k - 1]! + cost(symbol, heard)) {
      if (cost(symbol, heard) < UNLIKE) matched.push({ symbol, heard })
      i--
      k--
    } else if (here === rows[i - 1]![k]! + MISSING) i--
    else k--
  }
  return matched.reverse()
}

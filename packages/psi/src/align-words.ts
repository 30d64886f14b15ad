// The written words of a clause and the spoken words a phonemiser made of them flow in; which belongs to which flows out, in order.
// "25 Äpfel" is spoken as four words, "c'est la" as one: the cheapest way of laying one row along the other.
import { isVowel, type Phone, type PhoneSymbol } from './phone'
import { plainText } from './plain-text'

/** `written` words from..to became `spoken` words from..to (exclusive); one of the two holds at most one word. */
export interface Match {
  readonly written: readonly [from: number, to: number]
  readonly spoken: readonly [from: number, to: number]
}

/** A number of a dozen digits; a contraction of four words. */
const MOST_SPOKEN = 16
const MOST_WRITTEN = 4
/** What an uneven match costs for each word more than one. */
const UNEVEN = 0.35
/** A word that nothing is said for: hardly ever. */
const SILENT = 5
/** A number is never half of a spoken word. */
const MERGED_NUMBER = 5

/** Phones that a sign stands for, on average over languages. */
const PHONES_PER = { digit: 4.5, sign: 5, han: 2.6, hangul: 2.4, kana: 1.7, other: 1.2, letter: 0.88 } as const

function expectedPhones(said: string): number {
  let count = 0
  for (const sign of said) {
    if (/\p{N}/u.test(sign)) count += PHONES_PER.digit
    else if (/\p{Script=Han}/u.test(sign)) count += PHONES_PER.han
    else if (/\p{Script=Hangul}/u.test(sign)) count += PHONES_PER.hangul
    else if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sign)) count += PHONES_PER.kana
    else if (/\p{Lo}/u.test(sign)) count += PHONES_PER.other
    else if (/\p{L}/u.test(sign)) count += PHONES_PER.letter
    else if (/[\p{Sc}%&+=@°]/u.test(sign)) count += PHONES_PER.sign
  }
  return count
}

/** Consonants by where they are made: enough to tell words apart whatever the spelling. */
const letterClasses: readonly (readonly [RegExp, string])[] = [
  [/[pbfvw]/g, 'P'],
  [/[tdszcxj]/g, 'T'],
  [/[kgq]/g, 'K'],
  [/[mn]/g, 'N'],
  [/[lr]/g, 'L'],
  [/[^PTKNL]/g, ''],
]
const lettersOf = (said: string): string =>
  letterClasses.reduce((text, [letters, name]) => text.replace(letters, name), plainText(said).toLowerCase())

const phoneClasses: Readonly<Record<string, string>> = {
  B: 'P',
  P: 'P',
  F: 'P',
  V: 'P',
  W: 'P',
  K: 'K',
  G: 'K',
  X: 'K',
  M: 'N',
  N: 'N',
  L: 'L',
  R: 'L',
  Q: 'L',
}
const phoneClass = (symbol: PhoneSymbol): string =>
  isVowel(symbol) || symbol === 'HH' || symbol === 'Y' ? '' : symbol === 'DX' ? 'L' : (phoneClasses[symbol[0] ?? ''] ?? 'T')

function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let k = 1; k <= other.length; k++)
      next[k] = Math.min((row[k] ?? 0) + 1, (next[k - 1] ?? 0) + 1, (row[k - 1] ?? 0) + (one[i - 1] === other[k - 1] ? 0 : 1))
    row = next
  }
  return row[other.length] ?? 0
}

interface Side {
  readonly length: number
  /** Consonant classes; null where spelling says nothing. */
  readonly skeleton: string | null
}
const together = (sides: readonly Side[]): Side => ({
  length: sides.reduce((sum, { length }) => sum + length, 0),
  skeleton: sides.some(({ skeleton }) => skeleton === null) ? null : sides.map(({ skeleton }) => skeleton).join(''),
})

function cost(written: Side, spoken: Side): number {
  const length = Math.abs(written.length - spoken.length) / Math.sqrt(written.length + 1)
  if (written.skeleton === null || spoken.skeleton === null) return length
  const most = Math.max(2, written.skeleton.length, spoken.skeleton.length)
  return 0.5 * length + (2 * editDistance(written.skeleton, spoken.skeleton)) / Math.sqrt(most)
}

export function alignWords(written: readonly string[], spoken: readonly (readonly Phone[])[]): readonly Match[] {
  const left = written.map((said): Side => {
    const skeleton = /\p{N}/u.test(said) ? null : lettersOf(said)
    return { length: expectedPhones(said), skeleton: skeleton === '' ? null : skeleton }
  })
  const right = spoken.map(
    (phones): Side => ({ length: phones.length, skeleton: phones.map(({ symbol }) => phoneClass(symbol)).join('') }),
  )
  /** best[i][k]: how the first i written and k spoken words were laid, and what it cost. */
  const best: { cost: number; from: readonly [number, number] }[][] = []
  for (let i = 0; i <= left.length; i++) {
    const row: { cost: number; from: readonly [number, number] }[] = []
    best.push(row)
    for (let k = 0; k <= right.length; k++) {
      let found = { cost: i === 0 && k === 0 ? 0 : Number.POSITIVE_INFINITY, from: [0, 0] as readonly [number, number] }
      const consider = (a: number, b: number, extra: number) => {
        const before = a < 0 || b < 0 ? undefined : a === i ? row[b] : best[a]?.[b]
        if (!before) return
        const total = before.cost + extra
        if (total < found.cost) found = { cost: total, from: [a, b] }
      }
      if (i > 0) consider(i - 1, k, SILENT)
      for (let b = 1; b <= Math.min(MOST_SPOKEN, k) && i > 0; b++) {
        const one = left[i - 1]
        if (one)
          consider(i - 1, k - b, cost(one, together(right.slice(k - b, k))) + UNEVEN * (b - 1) * (one.skeleton === null ? 0 : 1))
      }
      for (let a = 2; a <= Math.min(MOST_WRITTEN, i) && k > 0; a++) {
        const one = right[k - 1]
        const merged = together(left.slice(i - a, i))
        if (one) consider(i - a, k - 1, cost(merged, one) + UNEVEN * (a - 1) + (merged.skeleton === null ? MERGED_NUMBER : 0))
      }
      row.push(found)
    }
  }
  return trace(best, left.length, right.length)
}

function trace(best: readonly (readonly { cost: number; from: readonly [number, number] }[])[], i: number, k: number): Match[] {
  const matches: Match[] = []
  while (i > 0 || k > 0) {
    const step = best[i]?.[k]
    // More spoken words than any written one may have: the rest goes to all of them.
    if (!step || !Number.isFinite(step.cost)) return [{ written: [0, i], spoken: [0, k] }, ...matches]
    const [a, b] = step.from
    matches.unshift({ written: [a, i], spoken: [b, k] })
    i = a
    k = b
  }
  return matches
}

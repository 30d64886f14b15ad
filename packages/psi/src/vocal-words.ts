// A word as it is written flows in, the sound that it spells, if it spells one, flows out: "haha" is laughed, not said.
import { MOST_PULSES } from './laughter'
import type { SoundCall } from './phone'
import { LONGEST_SIZE } from './vocal-sounds'

const count = (word: string, part: RegExp): number => word.match(part)?.length ?? 0
const pulses = (most: number, least = 1) => Math.min(MOST_PULSES, Math.max(least, most))
/** Each letter beyond the usual ones draws it out by a fifth. */
const drawn = (word: string, usual: number) => Math.min(LONGEST_SIZE, 1 + 0.2 * Math.max(0, word.length - usual))

type Reading = readonly [pattern: RegExp, call: (word: string) => SoundCall]
const READINGS: readonly Reading[] = [
  [/^(?:he+h|kek+w?|hah|hoh)$/, () => ({ kind: 'chuckle', size: 2 })],
  [/^(?:ha+)+h?$|^(?:[bmw]u?w?|m?w)?a*(?:ha+){2,}h?$/, (word) => ({ kind: 'laugh', size: pulses(count(word, /ha/g)) })],
  [/^xa+(?:ha+)+h*$|^(?:ah){2,}a?$/, (word) => ({ kind: 'laugh', size: pulses(count(word, /h/g), 2) })],
  [/^k{4,}$/, (word) => ({ kind: 'laugh', size: pulses(word.length) })],
  [/^(?:ja){2,}j?$|^(?:ho){2,}h?$/, (word) => ({ kind: 'laugh', size: pulses(count(word, /[jh](?=[ao])/g)) })],
  [
    /^(?:he){2,}h?$|^(?:hi){2,}h?$|^te+he+$|^(?:ke){2,}$/,
    (word) => ({ kind: 'giggle', size: pulses(1 + count(word, /[hk]/g), 3) }),
  ],
  [/^l(?:o+l)+z?$|^lul+w?$|^l[ou]lw$/, (word) => ({ kind: 'laugh', size: pulses(1 + count(word, /[ou]+(?=l)/g)) })],
  [/^x+d+$/, (word) => ({ kind: 'laugh', size: pulses(word.length + 1) })],
  [/^lmf?ao+$|^rofl(?:mao)?$|^lawl$/, (word) => ({ kind: 'burst', size: pulses(6 + count(word, /oo/g)) })],
  [/^h+m+$/, (word) => ({ kind: 'hm', size: drawn(word, 2) })],
  [/^m{2,}$/, (word) => ({ kind: 'hm', size: drawn(word, 1) })],
  [/^m+-?h+m+$/, () => ({ kind: 'mhm', size: 1 })],
  [/^a+w+$/, (word) => ({ kind: 'aww', size: drawn(word, 3) })],
  [/^u+g+h+$|^a+r+g+h+$/, (word) => ({ kind: 'ugh', size: drawn(word, 4) })],
  [/^p+f{2,}t*$|^pf+t+$/, (word) => ({ kind: 'pff', size: drawn(word, 4) })],
  [/^(?:tsk-?)+$|^tut-tut$/, (word) => ({ kind: 'tsk', size: count(word, /tsk|tut/g) })],
  [/^s+h{2,}$/, (word) => ({ kind: 'shh', size: drawn(word, 3) })],
  [/^b+r{2,}$/, (word) => ({ kind: 'brr', size: drawn(word, 3) })],
]
/** A word that is longer is no sound anybody writes. */
const LONGEST_WORD = 60

/** Punctuation around the word does not matter. */
export function spelledSound(written: string): SoundCall | null {
  if (written.length > LONGEST_WORD) return null
  const word = written.toLowerCase().replace(/^[^a-z]+|[^a-z]+$/g, '')
  return READINGS.find(([pattern]) => pattern.test(word))?.[1](word) ?? null
}

// The npm package cmu-pronouncing-dictionary and our own additions → one entry per word, in our phones, sorted by bytes.
import { readFileSync } from 'node:fs'
import { dictionary } from 'cmu-pronouncing-dictionary'
import { parseArpabet, phone } from '../src/arpabet'
import type { Phone } from '../src/phone'

export type Entry = readonly [word: string, phones: readonly Phone[]]

/** `word,ARPAbet` per line; lines that begin with # are remarks. */
function additions(file: URL): Entry[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => {
      const [word = '', arpabet = ''] = line.split(',')
      const phones = parseArpabet(arpabet)
      if (!phones) throw new Error(`${file.pathname}: "${line}" is not "word,ARPAbet"`)
      return [word, phones]
    })
}

const is = (each: Phone | undefined, ...symbols: string[]) => each !== undefined && symbols.includes(each.symbol)

/** "which" has no /h/ in General American, and the vowel of an added -ed or -es is nearer to "it" than to "uh". */
function generalAmerican(word: string, phones: readonly Phone[]): readonly Phone[] {
  const plain = word.includes('wh') ? phones.filter((each, i) => !(is(each, 'HH') && is(phones[i + 1], 'W'))) : phones
  const [before, vowel, last] = plain.slice(-3)
  const ending =
    (/ed$/.test(word) && is(last, 'D') && is(before, 'T', 'D')) ||
    (/(es|'s)$/.test(word) && is(last, 'Z') && is(before, 'S', 'Z', 'SH', 'ZH', 'CH', 'JH'))
  return ending && last && is(vowel, 'AX', 'IH') && vowel?.stress === 0 ? [...plain.slice(0, -2), phone('IX'), last] : plain
}

const sibilants = new Set(['S', 'Z', 'SH', 'ZH', 'CH', 'JH'])
const voiceless = new Set(['P', 'T', 'K', 'F', 'TH'])
const same = (a: readonly Phone[], b: readonly Phone[]) => a.length === b.length && a.every((each, i) => each === b[i])

/** What src/word-formation.ts says of a possessive anyway need not be stored. */
function isRegularPossessive(word: string, phones: readonly Phone[], all: ReadonlyMap<string, readonly Phone[]>): boolean {
  const owner = /^(.+)'s$/.exec(word)?.[1]
  const stem = owner ? all.get(owner) : undefined
  const last = stem?.at(-1)
  if (stem && last) {
    const s = sibilants.has(last.symbol) ? [phone('IX'), phone('Z')] : [phone(voiceless.has(last.symbol) ? 'S' : 'Z')]
    return same(phones, [...stem, ...s])
  }
  const owners = /^(.+s)'$/.exec(word)?.[1]
  return owners !== undefined && same(phones, all.get(owners) ?? [])
}

export interface Lexicon {
  /** What the packed dictionary holds. */
  readonly entries: readonly Entry[]
  /** How many possessives were left out because they follow from their owners. */
  readonly left: number
}

export function readLexicon(): Lexicon {
  const all = new Map<string, readonly Phone[]>()
  for (const [word, arpabet] of Object.entries(dictionary)) {
    if (/\(\d+\)$/.test(word)) continue
    const phones = parseArpabet(arpabet.replace(/ #.*$/, ''))
    if (!phones) throw new Error(`cmudict: "${word}" has a phone that we do not know`)
    all.set(word, generalAmerican(word, phones))
  }
  for (const [word, phones] of additions(new URL('../data/additions.csv', import.meta.url))) all.set(word, phones)
  const kept = [...all].filter(([word, phones]) => !isRegularPossessive(word, phones, all))
  return { entries: kept.sort(([a], [b]) => (a < b ? -1 : 1)), left: all.size - kept.length }
}

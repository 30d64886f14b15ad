// The npm package cmu-pronouncing-dictionary and our own additions → one entry per word, in our phones, sorted by bytes.
import { readFileSync } from 'node:fs'
import { dictionary } from 'cmu-pronouncing-dictionary'
import { parseArpabet, phone } from '../src/arpabet'
import { isVowel, type Phone } from '../src/phone'

type Phones = readonly Phone[]
export type Entry = readonly [word: string, phones: Phones]

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

interface Repair {
  readonly words: RegExp
  readonly says: (phones: Phones) => Phones
}

/** A last unstressed vowel before one of these consonants (and -s, -d after it) is nearer to "it" than to "uh". */
const asInIt =
  (...consonants: string[]) =>
  (phones: Phones): Phones => {
    const at = phones.findLastIndex((each) => isVowel(each.symbol))
    return is(phones[at], 'AX', 'IH') && phones[at]?.stress === 0 && is(phones[at + 1], ...consonants)
      ? phones.with(at, phone('IX'))
      : phones
  }
const afterAny =
  (before: readonly string[], repair: (phones: Phones) => Phones) =>
  (phones: Phones): Phones =>
    is(phones.at(-3), ...before) ? repair(phones) : phones

/** Where cmudict is not what a General American speaker of today says, or leaves unsaid which reduced vowel it means. */
const repairs: readonly Repair[] = [
  { words: /wh/, says: (phones) => phones.filter((each, i) => !(is(each, 'HH') && is(phones[i + 1], 'W'))) },
  { words: /ed$/, says: afterAny(['T', 'D'], asInIt('D')) },
  { words: /(?:es|'s)$/, says: afterAny(['S', 'Z', 'SH', 'ZH', 'CH', 'JH'], asInIt('Z')) },
  { words: /(?:age|ege|edge)[sd]?$/, says: asInIt('JH') },
  { words: /[^aeiou][ei]ts?$/, says: asInIt('T') },
  { words: /[^aeiou]i[sc]e[sd]?$/, says: asInIt('S') },
  { words: /[^aeiou]ids?$/, says: asInIt('D') },
  { words: /^un/, says: (phones) => (is(phones[0], 'AX') && is(phones[1], 'N') ? phones.with(0, phone('AH')) : phones) },
  {
    words: /(?:y|ies?)$/,
    says: (phones) =>
      phones.length > 3 && is(phones.at(-1), 'IY') && phones.at(-1)?.stress === 1 ? phones.with(-1, phone('IY')) : phones,
  },
  // "around", "correct": the r opens the stressed syllable.
  {
    words: /r/,
    says: (phones) =>
      phones.flatMap((each, i) => (is(each, 'AXR') && (phones[i + 1]?.stress ?? 0) > 0 ? [phone('AX'), phone('R')] : [each])),
  },
]
const generalAmerican = (word: string, phones: Phones): Phones =>
  repairs.reduce((said, repair) => (repair.words.test(word) ? repair.says(said) : said), phones)

const sibilants = new Set(['S', 'Z', 'SH', 'ZH', 'CH', 'JH'])
const voiceless = new Set(['P', 'T', 'K', 'F', 'TH'])
const same = (a: Phones, b: Phones) => a.length === b.length && a.every((each, i) => each === b[i])

/** What src/word-formation.ts says of a possessive anyway need not be stored. */
function isRegularPossessive(word: string, phones: Phones, all: ReadonlyMap<string, Phones>): boolean {
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
  const all = new Map<string, Phones>()
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

import { dictionary as cmudict } from 'cmu-pronouncing-dictionary'
import { describe, expect, it } from 'vitest'
import { readLexicon } from '../scripts/cmudict'
import { openEnglish, dictionary as opened } from '../scripts/open-english'
import { packDictionary } from '../scripts/pack-bytes'
import { parseArpabet } from './arpabet'
import { openDictionary } from './dictionary'
import { isVowel, type Phone } from './phone'

const symbols = (phones: readonly Phone[] | null) => phones?.map((each) => each.symbol).join(' ')
const vowels = (phones: readonly Phone[] | null) => phones?.filter((each) => isVowel(each.symbol)).length

describe('the packed dictionary', () => {
  it('answers every word as it was packed', () => {
    const { entries } = readLexicon()
    const sample = entries.filter((_, i) => i % 11 === 0 || i < 40 || i > entries.length - 40)
    const wrong = sample.filter(([word, phones]) => symbols(opened.lookUp(word)) !== symbols(phones))
    expect(wrong).toEqual([])
  })
  it('agrees with cmudict, but for the repairs that scripts/cmudict.ts lists', () => {
    const english = openEnglish()
    const sample = Object.entries(cmudict).filter(([word], i) => i % 67 === 0 && !/\(\d\)$/.test(word))
    const read = sample.map(([word, arpabet]) => [english.known(word), parseArpabet(arpabet.replace(/ #.*/, ''))] as const)
    expect(read.every(([ours]) => ours !== null)).toBe(true)
    const same = read.filter(([ours, theirs]) => symbols(ours) === symbols(theirs))
    expect(same.length / read.length).toBeGreaterThan(0.9)
    const alike = read.filter(([ours, theirs]) => vowels(ours) === vowels(theirs))
    expect(alike.length / read.length).toBeGreaterThan(0.99)
  })
  it('has no word that is not in it', () => {
    for (const word of ['', 'zzzzzz', '0', 'a\u{0}', 'naïve', 'streamerz', 'x'.repeat(1000), '\u{1F600}']) {
      expect(opened.lookUp(word)).toBeNull()
    }
  })
  it('finds the words at the edges of blocks and files of any size', () => {
    const phones = parseArpabet('T AO1 R IY0') ?? []
    for (const count of [1, 2, 15, 16, 17, 33]) {
      const entries = Array.from(
        { length: count },
        (_, i) => [`w${String.fromCharCode(97 + i / 8)}${'x'.repeat(i % 8)}`, phones] as const,
      )
      const packed = openDictionary(packDictionary([...entries].sort(([a], [b]) => (a < b ? -1 : 1))))
      expect(entries.every(([word]) => symbols(packed.lookUp(word)) === 'T AO R IY')).toBe(true)
      expect(packed.lookUp('w')).toBeNull()
      expect(packed.lookUp('zz')).toBeNull()
    }
  })
  it('opens from any place in a larger buffer and says what to do when it is damaged', () => {
    const bytes = packDictionary([['tori', parseArpabet('T AO1 R IY0') ?? []]])
    const larger = new Uint8Array(bytes.length + 3)
    larger.set(bytes, 3)
    expect(symbols(openDictionary(larger.subarray(3)).lookUp('tori'))).toBe('T AO R IY')
    expect(() => openDictionary(larger)).toThrow(/restore/)
    expect(() => openDictionary(new Uint8Array(0))).toThrow(/restore/)
  })
})

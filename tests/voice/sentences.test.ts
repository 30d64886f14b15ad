// The sentences that the voice is judged by: enough of them, short, each once, known to the recogniser, and English in what they sound like.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SENTENCES } from '../../bench/hearing-sentences'
import { rankCorrelation } from '../../bench/judge/correlation'
import { ALIGNED_PHONES } from '../../bench/judge/phone-grammar'
import { recogniserDictionary, wordsOf } from '../../bench/judge/recogniser-dictionary'
import { readSentences } from '../../bench/judge/sentence-file'
import { findSpeechModel } from '../../bench/judge/speech-model'
import { root } from '../checkout'

const lists = ['sentences.txt', 'sentences-other.txt'].map((name) => readSentences(join(root, 'tests/voice', name)))
const [main = [], other = []] = lists

/** How often each phone comes, in the order of ALIGNED_PHONES. */
function phoneCounts(sentences: readonly string[]): number[] {
  const dictionary = recogniserDictionary()
  const phones = sentences.flatMap(wordsOf).flatMap((word) => dictionary.get(word)?.[0] ?? [])
  return ALIGNED_PHONES.map((phone) => phones.filter((each) => each === phone).length)
}

describe('the sentences the voice is judged by', () => {
  it('are at least a hundred, and sixty of another kind', () => {
    expect(main.length).toBeGreaterThanOrEqual(100)
    expect(other.length).toBeGreaterThanOrEqual(60)
  })
  it('are each there once', () => {
    expect(new Set([...main, ...other]).size).toBe(main.length + other.length)
  })
  it('have five to ten words each, and no numerals', () => {
    const odd = [...main, ...other].filter((sentence) => {
      const count = wordsOf(sentence).length
      return count < 5 || count > 10 || /\d/.test(sentence)
    })
    expect(odd).toEqual([])
  })
  it('name nobody', () => {
    const inside = [...main, ...other].flatMap((sentence) => sentence.match(/(?<=\s)[A-Z][a-z']*/g) ?? [])
    expect(inside.filter((word) => !/^I('|$)/.test(word))).toEqual([])
  })

  describe.skipIf(!findSpeechModel())('with the recogniser’s dictionary', () => {
    it('hold no word that the recogniser does not know', () => {
      const dictionary = recogniserDictionary()
      expect([...main, ...other].flatMap(wordsOf).filter((word) => !dictionary.has(word))).toEqual([])
    })
    it('hold every phone of American English, the rare ones at least ten times', () => {
      expect(phoneCounts(main).every((count) => count >= 10)).toBe(true)
      expect(phoneCounts(other).every((count) => count >= 1)).toBe(true)
    })
    it('use the phones about as often as other everyday speech', () => {
      const usual = phoneCounts([...SENTENCES.tuning, ...SENTENCES['held-out']])
      for (const list of lists) expect(rankCorrelation(phoneCounts(list), usual)).toBeGreaterThan(0.85)
    })
  })
})

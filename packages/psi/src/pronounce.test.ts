import { describe, expect, it } from 'vitest'
import { readLexicon } from '../scripts/cmudict'
import { splitWords } from '../scripts/held-out'
import { measure } from '../scripts/measure-guesses'
import { letterToSound, openEnglish } from '../scripts/open-english'
import { openLetterToSound } from './letter-to-sound'
import type { Phone } from './phone'

const english = openEnglish()
const shown = (phones: readonly Phone[] | null) => phones?.map((each) => `${each.symbol}${each.stress || ''}`).join(' ')

describe('a word', () => {
  it('is said as the character says it, whatever its case', () => {
    const own = openEnglish({ GIF: 'JH IH F', Bad: 'QQ', read: 'R EH1 D' })
    expect(shown(own.lookUp('gif'))).toBe('JH IH2 F')
    expect(shown(own.own('Gif'))).toBe('JH IH2 F')
    expect(shown(own.lookUp('read'))).toBe('R EH2 D')
    expect(shown(own.lookUp('bad'))).toBe('B AE2 D')
    expect(english.own('gif')).toBeNull()
  })
  it.each([
    ['twitch', 'T W IH2 CH'],
    ['which', 'W IH2 CH'],
    ['wanted', 'W AO2 N T IX D'],
    ['message', 'M EH2 S IX JH'],
    ['around', 'AX R AW2 N D'],
    ["tori's", 'T AO2 R IY Z'],
    ['streamers', 'S T R IY2 M AXR Z'],
    ['yeeting', 'Y IY2 T IH NG'],
    ['emoted', 'IY2 M OW1 T IX D'],
    ['unsubscribe', 'AH N S AX B S K R AY2 B'],
    ['googleable', 'G UW2 G AX L AX B AX L'],
    ['speedrunner', 'S P IY2 D R AH1 N AXR'],
    ['nightowl', 'N AY2 T AW1 L'],
    ["streamer'll", 'S T R IY2 M AXR AX L'],
    ["bob's", 'B AA2 B Z'],
    ["boss's", 'B AO2 S IX Z'],
    ['speedrunners', 'S P IY2 D R AH1 N AXR Z'],
    ['glitchily', 'G L IH2 CH AX L IY'],
    ['laggy', 'L AE2 G IY'],
  ])('%s is known: %s', (word, phones) => expect(shown(english.known(word))).toBe(phones))

  it.each([
    ['blorft', 'B L AO2 R F T'],
    ['zindle', 'Z IH2 N D AX L'],
    ['phlim', 'F L IH2 M'],
    ['knest', 'N EH2 S T'],
    ['plation', 'P L EY2 SH AX N'],
    ['brindaless', 'B R IH2 N D AX L AX S'],
  ])('%s is guessed: %s', (word, phones) => {
    expect(english.known(word)).toBeNull()
    expect(shown(english.lookUp(word))).toBe(phones)
  })
  it('is guessed in bounded time and never as nothing, if it has a letter', () => {
    for (const word of ['x', 'qqqqqq', 'zxcvbnm', 'a'.repeat(100_000), "'''b", 'ab-cd', 'ÅÄÖx']) {
      expect(letterToSound.lookUp(word)?.length).toBeGreaterThan(0)
    }
    expect(letterToSound.lookUp('')).toBeNull()
    expect(letterToSound.lookUp("'")).toBeNull()
    expect(letterToSound.lookUp('123')).toBeNull()
  })
  it('guessed has one vowel with primary stress, if it has a vowel', () => {
    for (const word of ['blorfonitude', 'krastelvania', 'mimsy', 'tulgeywood', 'snicker']) {
      expect(letterToSound.lookUp(word)?.filter((each) => each.stress === 2)).toHaveLength(1)
    }
  })
  it('has at most 8 of 100 phones wrong in words of the dictionary that were never taught', () => {
    const { teaching, heldOut } = splitWords(readLexicon().entries)
    expect(heldOut.length / (teaching.length + heldOut.length)).toBeCloseTo(0.1, 2)
    expect(measure(letterToSound, heldOut).phones).toBeLessThan(0.08)
  })
  it('of a damaged model is a problem that says what to do', () => {
    expect(() => openLetterToSound(new Uint8Array(4))).toThrow(/restore/)
  })
})

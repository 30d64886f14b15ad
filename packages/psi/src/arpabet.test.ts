import { describe, expect, it } from 'vitest'
import { parseArpabet, phone, phoneFromByte, phoneToByte } from './arpabet'

const shown = (text: string) =>
  parseArpabet(text)
    ?.map((each) => `${each.symbol}${each.stress || ''}`)
    .join(' ')

describe('ARPAbet', () => {
  it('turns 1 into primary stress, 2 into secondary, and unstressed full vowels into reduced ones', () => {
    expect(shown('T AO1 R IY0')).toBe('T AO2 R IY')
    expect(shown('B AA1 T AH0 L')).toBe('B AA2 T AX L')
    expect(shown('L EH1 T ER0 HH EH2 D')).toBe('L EH2 T AXR HH EH1 D')
  })
  it('stresses the first vowel of a word written without digits', () => {
    expect(shown('JH IH F')).toBe('JH IH2 F')
    expect(shown('AH')).toBe('AH2')
  })
  it('knows no phones but its own', () => {
    expect(parseArpabet('QX AA1')).toBeNull()
    expect(parseArpabet('aa1')).toBeNull()
    expect(parseArpabet('')).toBeNull()
  })
  it('gives every phone one byte and gets it back', () => {
    for (const each of [phone('B'), phone('ZH'), phone('AA', 2), phone('UW', 1), phone('AX')]) {
      expect(phoneFromByte(phoneToByte(each))).toBe(each)
    }
    expect(() => phoneFromByte(200)).toThrow(RangeError)
  })
})

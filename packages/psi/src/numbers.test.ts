import { describe, expect, it } from 'vitest'
import { cardinal, codeNumber, decimal, fraction, ordinal, pluralOf, romanToDigits, year } from './numbers'

describe('numbers', () => {
  it.each([
    ['0', 'zero'],
    ['000', 'zero'],
    ['13', 'thirteen'],
    ['40', 'forty'],
    ['99', 'ninety nine'],
    ['110', 'one hundred ten'],
    ['1001', 'one thousand one'],
    ['20020', 'twenty thousand twenty'],
    ['1000001', 'one million one'],
    [
      '999999999999',
      'nine hundred ninety nine billion nine hundred ninety nine million nine hundred ninety nine thousand nine hundred ninety nine',
    ],
    ['1000000000000000', 'one quadrillion'],
    ['1234567890123456789', 'one two three four five six seven eight nine zero one two three four five six seven eight nine'],
  ])('%s → %s', (digits, words) => expect(cardinal(digits).join(' ')).toBe(words))

  it.each([
    ['1', 'first'],
    ['12', 'twelfth'],
    ['20', 'twentieth'],
    ['33', 'thirty third'],
    ['105', 'one hundred fifth'],
    ['1000', 'one thousandth'],
  ])('%s as an ordinal → %s', (digits, words) => expect(ordinal(digits).join(' ')).toBe(words))

  it.each([
    ['1066', 'ten sixty six'],
    ['1500', 'fifteen hundred'],
    ['1806', 'eighteen oh six'],
    ['2000', 'two thousand'],
    ['2010', 'twenty ten'],
  ])('%s as a year → %s', (digits, words) => expect(year(digits).join(' ')).toBe(words))

  it('reads decimals digit by digit after the point', () => {
    expect(decimal('10.05').join(' ')).toBe('ten point zero five')
    expect(decimal('.5').join(' ')).toBe('zero point five')
  })
  it('names fractions, plurals and Roman numbers', () => {
    expect(fraction('1', '2').join(' ')).toBe('one half')
    expect(fraction('5', '8').join(' ')).toBe('five eighths')
    expect(pluralOf(['nineteen', 'sixty']).join(' ')).toBe('nineteen sixties')
    expect(romanToDigits('XLIX')).toBe('49')
    expect(romanToDigits('IIII')).toBeNull()
    expect(romanToDigits('')).toBeNull()
  })
})

describe('numbers that count nothing', () => {
  it.each([
    ['66', 'sixty six'],
    ['007', 'zero zero seven'],
    ['101', 'one oh one'],
    ['360', 'three sixty'],
    ['500', 'five hundred'],
    ['4090', 'forty ninety'],
    ['2000', 'two thousand'],
    ['13700', 'thirteen seven hundred'],
    ['123456', 'one two three four five six'],
  ])('%s → %s', (digits, said) => expect(codeNumber(digits).join(' ')).toBe(said))
})

import { expect, test } from 'vitest'
import { leftText, paceText, partText, sizeText } from './size-text'

test('sizes have three digits at most', () => {
  expect(sizeText(0)).toBe('0 kB')
  expect(sizeText(44_100)).toBe('44 kB')
  expect(sizeText(660_000_000)).toBe('660 MB')
  expect(sizeText(999_600_000)).toBe('1.0 GB')
  expect(sizeText(1_240_000_000)).toBe('1.2 GB')
  expect(sizeText(250_000_000_000)).toBe('250 GB')
})

test('a part is said in the unit of the whole, and is never more than it', () => {
  expect(partText(412_300_000, 660_000_000)).toBe('412 of 660 MB')
  expect(partText(900_000, 1_200_000_000)).toBe('0.0 of 1.2 GB')
  expect(partText(700_000_000, 660_000_000)).toBe('660 of 660 MB')
})

test('a pace keeps a digit where it matters', () => {
  expect(paceText(3_140_000)).toBe('3.1 MB/s')
  expect(paceText(840_000)).toBe('840 kB/s')
  expect(paceText(120_000_000)).toBe('120 MB/s')
})

test('what is left is a guess and looks like one', () => {
  expect(leftText(2)).toBe('about 5 s')
  expect(leftText(38)).toBe('about 40 s')
  expect(leftText(80)).toBe('about 1 min')
  expect(leftText(7300)).toBe('about 2 h')
})

import { expect, test } from 'vitest'
import { giftText } from './gift-text'

test('bits and points are counted, a reward is named, money has no figure', () => {
  expect(giftText({ kind: 'bits', amount: 1, title: '' })).toBe('1 bit')
  expect(giftText({ kind: 'points', amount: 500, title: 'Hydrate' })).toBe('500 points · Hydrate')
  expect(giftText({ kind: 'points', amount: 0, title: '' })).toBe('points')
  expect(giftText({ kind: 'money', amount: 499, title: '' })).toBe('paid')
})

import { LoadSettings, SAVINGS } from '@psiona/shared'
import { expect, test } from 'vitest'
import { byHand, choiceOf, percentText, pressureWord, shareText, stepWord } from './load-words'

test('a number is by hand, and every number of savings can be chosen', () => {
  expect((['auto', 'off', 1, 4] as const).map(choiceOf)).toEqual(['auto', 'off', 'by-hand', 'by-hand'])
  for (let count = 1; count <= SAVINGS.length; count++) {
    expect(byHand(count)).toBe(count)
    expect(LoadSettings.parse({ mode: byHand(count) }).mode).toBe(count)
  }
  expect([byHand(0), byHand(9)]).toEqual([1, 4])
})

test('pressure has three words', () => {
  expect([0, 0.79, 0.8, 1, 1.01].map(pressureWord)).toEqual([
    'at ease',
    'at ease',
    'near the limit',
    'near the limit',
    'too much',
  ])
})

test('a step says whether it is in force, could be, or would change nothing', () => {
  expect(stepWord({ inForce: true, applies: true })).toEqual({ look: 'on', text: 'in force' })
  expect(stepWord({ inForce: false, applies: true }).text).toBe('in reserve')
  expect(stepWord({ inForce: false, applies: false }).text).toBe('saves nothing here')
})

test('figures have units', () => {
  expect(percentText(47.6)).toBe('48 %')
  expect(shareText(0.0123)).toBe('1.2 %')
})

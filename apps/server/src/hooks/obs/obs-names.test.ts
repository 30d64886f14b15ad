import { expect, it } from 'vitest'
import { createObsNames } from './obs-names'

const token = 'A'.repeat(20)
const namesOf = () => createObsNames(() => `http://localhost:4747/overlay#token=${token}`)

it('names are shown as they are where they are fit to be seen, and lead back', () => {
  const names = namesOf()
  for (const name of ['Game', '🎮 Spiel', 'シーン 1']) {
    expect(names.shown(name)).toBe(name)
    expect(names.real(name)).toBe(name)
  }
})

it('what is not fit is changed, kept apart, and leads back', () => {
  const names = namesOf()
  const odd = [
    ' Game',
    'Game ',
    'a\u202eb',
    `x${token}`,
    `http://other/overlay#token=old-${'B'.repeat(30)}`,
    'é'.repeat(500),
    '',
    ' ',
  ]
  const shown = odd.map(names.shown)
  expect(shown.slice(0, 5)).toEqual(['Game', 'Game (2)', 'ab', 'x…', 'http://other/overlay#token=…'])
  expect(shown.every((name) => name.length > 0 && name.length <= 200)).toBe(true)
  expect(new Set(shown).size).toBe(odd.length)
  expect(shown.map(names.real)).toEqual(odd)
  expect(shown.map((_, i) => names.shown(odd[i]!))).toEqual(shown)
})

it('an unknown name is taken as OBS’s own', () => {
  expect(namesOf().real('Later')).toBe('Later')
})

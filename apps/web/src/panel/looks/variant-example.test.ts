import { Appearance } from '@psiona/shared'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { VARIANT_EXAMPLE } from './variant-example'

test('the example is one that a character file may have', () => {
  const { variants } = Appearance.parse(parse(VARIANT_EXAMPLE).appearance)
  expect(variants.map(({ id, when, command }) => ({ id, hours: when.hours, command }))).toEqual([
    { id: 'cosy', hours: [22, 6] },
    { id: 'party', command: 'party' },
  ])
})

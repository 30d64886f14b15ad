import { Slug } from '@psiona/shared'
import { expect, test } from 'vitest'
import { freeId } from './free-id'

test('a copy gets the next free number', () => {
  expect(freeId('tori', ['tori'])).toBe('tori-2')
  expect(freeId('tori-2', ['tori', 'tori-2', 'tori-3'])).toBe('tori-4')
})

test('a long id stays a good file name', () => {
  const long = `${'a'.repeat(45)}-bc`
  expect(Slug.safeParse(freeId(long, [long])).success).toBe(true)
})

import { expect, test } from 'vitest'
import { AS_FILED, undoOf } from './look-undo'

const BEFORE = {
  variants: [{ id: 'cosy', title: 'Cosy', worn: true, why: '' }],
  outfits: [
    { id: 'default', title: 'Usual', worn: true },
    { id: 'evening', title: 'Evening', worn: false },
  ],
  accessories: [
    { id: 'hat', title: 'Hat', on: true },
    { id: 'scarf', title: 'Scarf', on: false },
  ],
}

test('the change that is undone is the only one', () => {
  expect(undoOf(BEFORE, { outfit: 'evening' })).toEqual({ outfit: 'default' })
  expect(undoOf(BEFORE, { variant: 'party' })).toEqual({ variant: 'cosy' })
  expect(undoOf(BEFORE, { accessories: { hat: false, scarf: true } })).toEqual({ accessories: { hat: true, scarf: false } })
})

test('where nothing was worn, nothing is put on', () => {
  expect(undoOf({ ...BEFORE, variants: [] }, { variant: 'cosy' })).toEqual({ variant: null })
})

test('back to the file is undone as a whole', () => {
  expect(undoOf(BEFORE, AS_FILED)).toEqual({ variant: 'cosy', outfit: 'default', accessories: { hat: true, scarf: false } })
})

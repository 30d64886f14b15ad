import { ModelSheet } from '@psiona/shared'
import { expect, test } from 'vitest'
import { changedParts, sameValue } from './sheet-changes'
import { editSheet, isUnsaved, openSheet } from './sheet-desk'

const SHEET = ModelSheet.parse({
  title: 'Aki',
  live2d: { file: 'aki.model3.json' },
  puppet: null,
  map: { mouth: 'vowels', links: [{ channel: 'angleX', parameter: 'ParamAngleX', from: [-30, 30], to: [-30, 30] }] },
})
const titled = (title: string) => (sheet: ModelSheet) => ({ ...sheet, title })

test('an edit is unsaved until it is saved; undo brings back what was saved before', () => {
  const edited = editSheet(openSheet(SHEET), { type: 'edited', edit: titled('Aki two') })
  expect(isUnsaved(edited)).toBe(true)
  const saved = editSheet(edited, { type: 'saved', sent: edited.draft, sheet: edited.draft, over: SHEET })
  expect(isUnsaved(saved)).toBe(false)
  expect(saved.before).toEqual(SHEET)
  const undone = editSheet(saved, { type: 'undone', sheet: SHEET })
  expect(undone).toEqual({ saved: SHEET, draft: SHEET, before: null })
})

test('news of a save that come before its answer do not cost the undo', () => {
  const edited = editSheet(openSheet(SHEET), { type: 'edited', edit: titled('Aki two') })
  const found = editSheet(edited, { type: 'found', sheet: edited.draft })
  const saved = editSheet(found, { type: 'saved', sent: edited.draft, sheet: edited.draft, over: SHEET })
  expect(saved).toEqual({ saved: edited.draft, draft: edited.draft, before: SHEET })
})

test('what was edited while it was saved stays, and so does it when the sheet changed elsewhere', () => {
  const sent = titled('Sent')(SHEET)
  const later = editSheet({ saved: SHEET, draft: sent, before: null }, { type: 'edited', edit: titled('Later') })
  const saved = editSheet(later, { type: 'saved', sent, sheet: sent, over: SHEET })
  expect(saved.draft.title).toBe('Later')
  expect(editSheet(saved, { type: 'found', sheet: titled('Theirs')(SHEET) })).toMatchObject({
    saved: { title: 'Theirs' },
    draft: { title: 'Later' },
  })
  expect(editSheet(openSheet(SHEET), { type: 'found', sheet: titled('Theirs')(SHEET) }).draft.title).toBe('Theirs')
})

test('an edit taken back by hand is no change', () => {
  const there = editSheet(openSheet(SHEET), { type: 'edited', edit: titled('Other') })
  expect(isUnsaved(editSheet(there, { type: 'edited', edit: titled('Aki') }))).toBe(false)
})

test('order of names means nothing, order in a list does', () => {
  expect(sameValue({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true)
  expect(sameValue([1, 2], [2, 1])).toBe(false)
  expect(sameValue({ a: undefined }, {})).toBe(false)
})

test('what differs is said by its parts', () => {
  const link = SHEET.map.links[0]!
  const after: ModelSheet = {
    ...SHEET,
    map: {
      ...SHEET.map,
      links: [
        { ...link, to: [30, -30] },
        { ...link, channel: 'angleY', parameter: 'ParamAngleY' },
      ],
      place: { scale: 1.2, x: 0, y: 0 },
    },
  }
  expect(changedParts(SHEET, after)).toBe('2 links, placement')
  expect(changedParts(SHEET, SHEET)).toBe('')
})

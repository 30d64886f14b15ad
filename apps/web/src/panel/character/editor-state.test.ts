import { expect, test } from 'vitest'
import { type EditorEvent, edit, isEdited, openEditor, problemLine } from './editor-state'

const after = (...events: EditorEvent[]) => events.reduce(edit, openEditor('tori', 'a\nb'))
const typed = (draft: string): EditorEvent => ({ type: 'typed', draft })
const found = (yaml: string, at = 5): EditorEvent => ({ type: 'found', yaml, at, note: 'changed outside' })

test('typing makes it edited, typing back does not', () => {
  expect(isEdited(after(typed('a\nc')))).toBe(true)
  expect(isEdited(after(typed('a\nc'), typed('a\nb')))).toBe(false)
})

test('a save takes what the server wrote, but not what was typed meanwhile', () => {
  const quiet = after(typed('x'), { type: 'save-began' }, { type: 'saved', sent: 'x', yaml: 'x\n', note: 'Saved.' })
  expect(quiet).toMatchObject({ base: 'x\n', draft: 'x\n', saving: false, note: 'Saved.' })
  const busy = after(typed('x'), { type: 'save-began' }, typed('xy'), { type: 'saved', sent: 'x', yaml: 'x', note: 'Saved.' })
  expect(busy).toMatchObject({ base: 'x', draft: 'xy' })
  expect(isEdited(busy)).toBe(true)
})

test('a mistake keeps the text and points at its line', () => {
  const problem = {
    code: 'bad',
    category: 'input',
    message: 'Line 2: a number.',
    where: { file: 'tori.yaml', line: 2, column: 1 },
  } as const
  const state = after(typed('a\n?'), { type: 'save-began' }, { type: 'save-failed', problem })
  expect(state).toMatchObject({ draft: 'a\n?', saving: false })
  expect(problemLine(state)).toBe(1)
  expect(problemLine(edit(state, typed('a')))).toBeNull()
})

test('a file changed outside is simply taken when nothing was typed', () => {
  expect(after(found('new'))).toMatchObject({ base: 'new', draft: 'new', theirs: null, note: 'changed outside' })
})

test('with edits here, somebody decides', () => {
  const torn = after(typed('mine'), found('theirs'))
  expect(torn).toMatchObject({ draft: 'mine', base: 'a\nb', theirs: { yaml: 'theirs', seenAt: 5 } })
  expect(edit(torn, found('theirs', 9)).theirs?.seenAt).toBe(5)
  expect(edit(torn, { type: 'went-on-from-theirs' })).toMatchObject({ base: 'theirs', draft: 'mine', theirs: null })
  expect(edit(torn, found('a\nb'))).toMatchObject({ theirs: null, draft: 'mine' })
})

test('both edits the same is no conflict', () => {
  const state = after(typed('same'), found('same'))
  expect(state.theirs).toBeNull()
  expect(isEdited(state)).toBe(false)
})

// In: what happens to the sheets of models. Out: the desk of each, and which model is looked at; both outlive the page, so that what was not saved is
// still there when somebody comes back to it.
import { observable } from '../../lib/observable'
import { editSheet, isUnsaved, openSheet, type SheetDesk, type SheetEvent } from './sheet-desk'

export const sheetDesks = observable<ReadonlyMap<string, SheetDesk>>(new Map())
/** The model that is looked at; null = none. */
export const openModelId = observable<string | null>(null)

export function tellSheet(id: string, event: SheetEvent): void {
  const before = sheetDesks.get().get(id)
  const after = before ? editSheet(before, event) : event.type === 'found' ? openSheet(event.sheet) : null
  if (after && after !== before) sheetDesks.set(new Map(sheetDesks.get()).set(id, after))
}

/** It is gone: what was edited of it is, too. */
export function forgetSheet(id: string): void {
  const rest = new Map(sheetDesks.get())
  if (rest.delete(id)) sheetDesks.set(rest)
  if (openModelId.get() === id) openModelId.set(null)
}

export const unsavedIds = (desks: ReadonlyMap<string, SheetDesk>): ReadonlySet<string> =>
  new Set([...desks].flatMap(([id, desk]) => (isUnsaved(desk) ? [id] : [])))

/** A closed tab would lose them; the browser asks, in its own words. */
const ask = (event: BeforeUnloadEvent) => event.preventDefault()
sheetDesks.subscribe(() => {
  if (unsavedIds(sheetDesks.get()).size > 0) window.addEventListener('beforeunload', ask)
  else window.removeEventListener('beforeunload', ask)
})

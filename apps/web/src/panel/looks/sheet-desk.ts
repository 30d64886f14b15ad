// In: what happens to the sheet of one model. Out: the sheet as saved, as edited, and as it was before the last save.
import type { ModelSheet } from '@psiona/shared'
import { sameValue } from './sheet-changes'

export interface SheetDesk {
  readonly saved: ModelSheet
  readonly draft: ModelSheet
  /** What the last save here wrote over; null when there was none, or it is undone. */
  readonly before: ModelSheet | null
}

export type SheetEvent =
  | { readonly type: 'edited'; readonly edit: (draft: ModelSheet) => ModelSheet }
  | { readonly type: 'reverted' }
  /** `over`: what was saved when it was sent; news of this very save may come before its answer. */
  | { readonly type: 'saved'; readonly sent: ModelSheet; readonly sheet: ModelSheet; readonly over: ModelSheet }
  | { readonly type: 'undone'; readonly sheet: ModelSheet }
  /** As the server has it now; somebody else may have changed it. */
  | { readonly type: 'found'; readonly sheet: ModelSheet }

export const openSheet = (saved: ModelSheet): SheetDesk => ({ saved, draft: saved, before: null })
export const isUnsaved = ({ saved, draft }: SheetDesk): boolean => !sameValue(saved, draft)

export function editSheet(desk: SheetDesk, event: SheetEvent): SheetDesk {
  switch (event.type) {
    case 'edited':
      return { ...desk, draft: event.edit(desk.draft) }
    case 'reverted':
      return { ...desk, draft: desk.saved }
    case 'saved':
      // What was edited while it was being written is still unsaved.
      return {
        saved: event.sheet,
        draft: sameValue(desk.draft, event.sent) ? event.sheet : desk.draft,
        before: event.over,
      }
    case 'undone':
      return { saved: event.sheet, draft: isUnsaved(desk) ? desk.draft : event.sheet, before: null }
    case 'found':
      if (sameValue(desk.saved, event.sheet)) return desk
      return { saved: event.sheet, draft: isUnsaved(desk) ? desk.draft : event.sheet, before: null }
    default:
      return event satisfies never
  }
}

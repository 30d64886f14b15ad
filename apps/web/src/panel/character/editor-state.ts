// In: what happens to one character file, here and elsewhere. Out: the editor's state: the text as saved, as typed, as changed outside.
import type { ProblemBody } from '@psiona/shared'
import { linesOf } from '../../lib/line-diff'

export interface EditorState {
  readonly id: string
  /** The file as this editor last saw it. */
  readonly base: string
  readonly draft: string
  /** The file as it is now, when somebody else changed it while there were edits here. */
  readonly theirs: { readonly yaml: string; readonly seenAt: number } | null
  readonly problem: ProblemBody | null
  readonly saving: boolean
  /** What last happened without being asked for, or was finished. */
  readonly note: string | null
}

export type EditorEvent =
  | { readonly type: 'typed'; readonly draft: string }
  | { readonly type: 'save-began' }
  | { readonly type: 'saved'; readonly sent: string; readonly yaml: string; readonly note: string }
  | { readonly type: 'save-failed'; readonly problem: ProblemBody }
  /** The file as found on disk. */
  | { readonly type: 'found'; readonly yaml: string; readonly at: number; readonly note: string }
  /** Somebody decided: what is typed here goes on from their version. */
  | { readonly type: 'went-on-from-theirs' }

export const openEditor = (id: string, yaml: string): EditorState => ({
  id,
  base: yaml,
  draft: yaml,
  theirs: null,
  problem: null,
  saving: false,
  note: null,
})

export const isEdited = ({ base, draft }: EditorState): boolean => base !== draft

/** The line (0 = first) a problem points at, if the text still has it. */
export function problemLine({ problem, draft }: EditorState): number | null {
  const line = problem?.where ? problem.where.line - 1 : -1
  return line >= 0 && line < linesOf(draft).length ? line : null
}

export function edit(state: EditorState, event: EditorEvent): EditorState {
  switch (event.type) {
    case 'typed':
      return { ...state, draft: event.draft, note: null }
    case 'save-began':
      return { ...state, saving: true, note: null }
    case 'saved':
      // Typing went on while the file was written: what came after `sent` is still unsaved.
      return {
        ...state,
        base: event.yaml,
        draft: state.draft === event.sent ? event.yaml : state.draft,
        theirs: null,
        problem: null,
        saving: false,
        note: event.note,
      }
    case 'save-failed':
      return { ...state, saving: false, problem: event.problem }
    case 'found':
      if (event.yaml === state.base) return state.theirs ? { ...state, theirs: null } : state
      // Both arrived at the same text, or nothing was typed here: there is nothing to decide.
      if (event.yaml === state.draft || !isEdited(state))
        return { ...state, base: event.yaml, draft: event.yaml, theirs: null, problem: null, note: event.note }
      return state.theirs?.yaml === event.yaml
        ? state
        : { ...state, saving: false, theirs: { yaml: event.yaml, seenAt: event.at } }
    case 'went-on-from-theirs':
      return state.theirs ? { ...state, base: state.theirs.yaml, theirs: null, problem: null } : state
    default:
      return event satisfies never
  }
}

// In: a character's id. Out: its file in the editor, kept beside the file on disk: saved on demand, looked at again when it may have changed.
import { useCallback, useEffect, useRef, useState } from 'react'
import { callApi } from '../../lib/api-call'
import { timeOfDay } from '../../lib/figure-text'
import { usePanel } from '../panel-store'
import { type EditorEvent, type EditorState, edit, isEdited, openEditor } from './editor-state'

/** Somebody who saves in another editor looks over within a few seconds. */
const LOOK_EVERY_MS = 3000

export interface CharacterFileHandle {
  readonly editor: EditorState | null
  /** The file cannot be read, or is gone. */
  readonly trouble: string | null
  readonly tell: (event: EditorEvent) => void
  readonly save: () => Promise<void>
}

export function useCharacterFile(id: string, onSaved: () => void): CharacterFileHandle {
  const [editor, setEditor] = useState<EditorState | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const onStream = usePanel((state) => state.character)
  const now = useRef<EditorState | null>(null)

  const put = useCallback((next: EditorState) => {
    now.current = next
    setEditor(next)
  }, [])
  const tell = useCallback(
    (event: EditorEvent) => {
      if (now.current) put(edit(now.current, event))
    },
    [put],
  )
  const look = useCallback(async () => {
    const answer = await callApi('getCharacter', { params: { id } })
    // That she is not there is said once, at the top of the page.
    if (!answer.ok && answer.problem.code === 'not-reached') return
    setTrouble(answer.ok ? null : answer.problem.message)
    if (!answer.ok) return
    const at = Date.now()
    if (now.current?.id !== id) put(openEditor(id, answer.value.yaml))
    else if (!now.current.saving)
      tell({ type: 'found', yaml: answer.value.yaml, at, note: `Changed outside at ${timeOfDay(at, true)}, taken over.` })
  }, [id, put, tell])

  // biome-ignore lint/correctness/useExhaustiveDependencies: news of the character is a reason to look
  useEffect(() => {
    const lookIfSeen = () => {
      if (document.visibilityState === 'visible') void look()
    }
    lookIfSeen()
    const timer = window.setInterval(lookIfSeen, LOOK_EVERY_MS)
    document.addEventListener('visibilitychange', lookIfSeen)
    window.addEventListener('focus', lookIfSeen)
    return () => {
      window.clearInterval(timer)
      document.removeEventListener('visibilitychange', lookIfSeen)
      window.removeEventListener('focus', lookIfSeen)
    }
  }, [look, onStream])

  const save = useCallback(async () => {
    // Looked at first, so that nobody's change outside is written over unseen.
    if (!now.current || now.current.saving || !isEdited(now.current)) return
    await look()
    const state = now.current
    if (!state || state.theirs || !isEdited(state)) return
    tell({ type: 'save-began' })
    const answer = await callApi('putCharacter', { params: { id }, body: { yaml: state.draft } })
    if (!answer.ok) return tell({ type: 'save-failed', problem: answer.problem })
    const follows = answer.value.active ? ' She follows already.' : ''
    tell({
      type: 'saved',
      sent: state.draft,
      yaml: answer.value.yaml,
      note: `Saved at ${timeOfDay(Date.now(), true)}.${follows}`,
    })
    onSaved()
  }, [id, look, tell, onSaved])

  return { editor: editor?.id === id ? editor : null, trouble, tell, save }
}

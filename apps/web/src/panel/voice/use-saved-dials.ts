// In: dials to keep. Out: them in her file, and the way back to how it was.
import type { VoiceDials } from '@psiona/shared'
import { useState } from 'react'
import { callApi } from '../../lib/api-call'
import { timeOfDay } from '../../lib/figure-text'

export interface SavedDials {
  readonly busy: boolean
  readonly note: string | null
  readonly trouble: string | null
  readonly save: (dials: VoiceDials) => Promise<void>
  /** Null when nothing was saved here, or it is undone. */
  readonly undo: (() => Promise<void>) | null
}

export interface SavedDialsParts {
  /** The character's. */
  readonly id: string
  /** Her file is another one now. */
  readonly onSaved: () => Promise<void>
  readonly onUndone: () => Promise<void>
}

export function useSavedDials({ id, onSaved, onUndone }: SavedDialsParts): SavedDials {
  const [busy, setBusy] = useState(false)
  const [note, setNote] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [before, setBefore] = useState<{ id: string; yaml: string } | null>(null)

  const save = async (dials: VoiceDials) => {
    setBusy(true)
    setNote(null)
    const answer = await callApi('putDials', { params: { id }, body: { dials } })
    setTrouble(answer.ok ? null : answer.problem.message)
    if (answer.ok) {
      setBefore({ id, yaml: answer.value.before })
      await onSaved()
      setNote(`Saved at ${timeOfDay(Date.now(), true)}.`)
    }
    setBusy(false)
  }
  const undo = async () => {
    if (!before) return
    setBusy(true)
    setNote(null)
    const answer = await callApi('putCharacter', { params: { id: before.id }, body: { yaml: before.yaml } })
    setTrouble(answer.ok ? null : answer.problem.message)
    if (answer.ok) {
      setBefore(null)
      await onUndone()
      setNote('The file is as it was before.')
    }
    setBusy(false)
  }
  return { busy, note, trouble, save, undo: before?.id === id ? undo : null }
}

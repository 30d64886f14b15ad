// In: the model that is looked at. Out: what the server knows of it, its sheet to edit, and the ways to save and undo.
import type { ModelSheet } from '@psiona/shared'
import { useCallback, useEffect, useState } from 'react'
import { type AnswerOf, callApi } from '../../lib/api-call'
import { timeOfDay } from '../../lib/figure-text'
import { useObserved } from '../../lib/observable'
import { usePanel } from '../panel-store'
import { isUnsaved, type SheetDesk } from './sheet-desk'
import { forgetSheet, openModelId, sheetDesks, tellSheet } from './sheet-desks'

const NO_DESKS: ReadonlyMap<string, SheetDesk> = new Map()

export interface OpenModel {
  readonly id: string
  readonly known: AnswerOf<'getAvatar'>
  readonly desk: SheetDesk
  readonly busy: boolean
  readonly note: string | null
  readonly trouble: string | null
  readonly edit: (edit: (draft: ModelSheet) => ModelSheet) => void
  readonly save: () => Promise<void>
  readonly revert: () => void
  /** Null when nothing was saved here, or it is undone. */
  readonly undo: (() => Promise<void>) | null
}

export interface OpenModelState {
  readonly id: string | null
  /** Null while it is being asked for. */
  readonly model: OpenModel | null
  readonly trouble: string | null
}

export function useOpenModel(): OpenModelState {
  const id = useObserved(openModelId, null)
  const desks = useObserved(sheetDesks, NO_DESKS)
  const news = usePanel((state) => state.looksNews)
  const [known, setKnown] = useState<{ id: string; answer: AnswerOf<'getAvatar'> } | null>(null)
  const [lost, setLost] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [note, setNote] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: news are a reason to ask
  useEffect(() => {
    let left = false
    if (id === null) return
    void callApi('getAvatar', { params: { id } }).then((answer) => {
      if (left) return
      // Taken out elsewhere: the list says so.
      if (!answer.ok && answer.problem.category === 'missing') return forgetSheet(id)
      setLost(answer.ok ? null : answer.problem.message)
      if (!answer.ok) return
      setKnown({ id, answer: answer.value })
      tellSheet(id, { type: 'found', sheet: answer.value.sheet })
    })
    return () => {
      left = true
    }
  }, [id, news])
  useEffect(() => {
    setTrouble(null)
    setLost(null)
    const desk = id === null ? undefined : sheetDesks.get().get(id)
    setNote(desk && isUnsaved(desk) ? 'Your changes from before are here. They are not saved yet.' : null)
  }, [id])

  const put = useCallback(async (of: string, sheet: ModelSheet, done: (written: ModelSheet) => void, said: string) => {
    setBusy(true)
    setNote(null)
    const answer = await callApi('putAvatar', { params: { id: of }, body: sheet })
    setBusy(false)
    setTrouble(answer.ok ? null : answer.problem.message)
    if (!answer.ok) return
    done(answer.value)
    setNote(said)
  }, [])

  const desk = id === null ? undefined : desks.get(id)
  if (id === null || !desk || known?.id !== id) return { id, model: null, trouble: lost }
  const { before, draft, saved } = desk
  return {
    id,
    trouble: lost,
    model: {
      id,
      known: known.answer,
      desk,
      busy,
      note,
      trouble,
      edit: (edit) => {
        setNote(null)
        tellSheet(id, { type: 'edited', edit })
      },
      save: () =>
        put(
          id,
          draft,
          (sheet) => tellSheet(id, { type: 'saved', sent: draft, sheet, over: saved }),
          `Saved at ${timeOfDay(Date.now(), true)}. She follows already where she wears it.`,
        ),
      revert: () => {
        setNote(null)
        tellSheet(id, { type: 'reverted' })
      },
      undo: before
        ? () => put(id, before, (sheet) => tellSheet(id, { type: 'undone', sheet }), 'The sheet is as it was before.')
        : null,
    },
  }
}

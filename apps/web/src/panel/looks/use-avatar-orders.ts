// In: orders about a model: wear it, take it out, put it back. Out: they are given one at a time, each with a way back.
import type { ModelCard } from '@psiona/shared'
import { useState } from 'react'
import { callApi } from '../../lib/api-call'
import { usePanel } from '../panel-store'
import { forgetSheet, openModelId } from './sheet-desks'

interface Undo {
  readonly label: string
  readonly run: () => Promise<string | null>
}

export interface AvatarOrders {
  readonly busy: boolean
  readonly note: string | null
  readonly trouble: string | null
  readonly undo: (() => Promise<void>) | null
  readonly wear: (model: ModelCard) => Promise<void>
  readonly remove: (model: ModelCard) => Promise<void>
  readonly restore: (removed: { readonly id: string; readonly title: string }) => Promise<void>
}

export function useAvatarOrders(renew: () => Promise<void>): AvatarOrders {
  const character = usePanel((state) => state.character)
  const [busy, setBusy] = useState(false)
  const [note, setNote] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [back, setBack] = useState<Undo | null>(null)

  /** `order` answers with what to say and the way back, or with what went wrong. */
  const give = async (order: () => Promise<{ said: string; back: Undo | null } | string>) => {
    setBusy(true)
    const done = await order()
    setBusy(false)
    if (typeof done === 'string') return setTrouble(done)
    setTrouble(null)
    setNote(done.said)
    setBack(done.back)
    await renew()
  }
  const troubleOf = (answer: { ok: true } | { ok: false; problem: { message: string } }) =>
    answer.ok ? null : answer.problem.message

  const wear = (model: ModelCard) =>
    give(async () => {
      const answer = await callApi('putAppearance', { params: { id: character.id }, body: { model: model.id } })
      if (!answer.ok) return answer.problem.message
      const { before } = answer.value
      const run = async () => troubleOf(await callApi('putCharacter', { params: { id: character.id }, body: { yaml: before } }))
      return {
        said: `${character.name} wears ${model.title}; it stands in ${character.id}.yaml.`,
        back: { label: 'The file is as it was before.', run },
      }
    })
  const restored = async (id: string) => troubleOf(await callApi('restoreAvatar', { params: { id } }))
  const remove = (model: ModelCard) =>
    give(async () => {
      const isOpen = openModelId.get() === model.id
      // Shut before it is gone: the news of that would ask for it again.
      if (isOpen) openModelId.set(null)
      const answer = await callApi('removeAvatar', { params: { id: model.id } })
      if (!answer.ok && isOpen) openModelId.set(model.id)
      if (!answer.ok) return answer.problem.message
      forgetSheet(model.id)
      return { said: `${model.title} is taken out.`, back: { label: `${model.title} is back.`, run: () => restored(model.id) } }
    })
  const restore = ({ id, title }: { readonly id: string; readonly title: string }) =>
    give(async () => (await restored(id)) ?? { said: `${title} is back.`, back: null })
  const undo = back ? () => give(async () => (await back.run()) ?? { said: back.label, back: null }) : null
  return { busy, note, trouble, undo, wear, remove, restore }
}

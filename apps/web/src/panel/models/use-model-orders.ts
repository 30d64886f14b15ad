// In: orders about one model. Out: they are given one at a time; what the server answers shows at once, what it refuses is said.
import type { ModelInfo } from '@psiona/shared'
import { useState } from 'react'
import { callApi } from '../../lib/api-call'
import { dispatch, panelState } from '../panel-store'

export type ModelOrder = 'pullModel' | 'pauseModel' | 'verifyModel' | 'deleteModel'

export interface ModelOrders {
  readonly busy: ModelOrder | null
  readonly trouble: string | null
  give(order: ModelOrder): Promise<void>
}

export function useModelOrders({ id }: Pick<ModelInfo, 'id'>): ModelOrders {
  const [busy, setBusy] = useState<ModelOrder | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const give = async (order: ModelOrder) => {
    setBusy(order)
    setTrouble(null)
    const answer = await callApi(order, { params: { id } })
    setBusy(null)
    if (!answer.ok) return setTrouble(answer.problem.message)
    const model = answer.value
    dispatch({ type: 'models', data: panelState().models.map((known) => (known.id === id ? model : known)) })
  }
  return { busy, trouble, give }
}

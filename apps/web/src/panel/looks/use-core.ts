// Out: whether Live2D's Core is there; asked for once, told by the wire after that.
import type { CoreState } from '@psiona/shared'
import { useEffect, useState } from 'react'
import { callApi } from '../../lib/api-call'
import { dispatch, usePanel } from '../panel-store'

export function useCore(): { readonly core: CoreState | null; readonly trouble: string | null } {
  const core = usePanel((state) => state.core)
  const news = usePanel((state) => state.looksNews)
  const [trouble, setTrouble] = useState<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: after a gap in the connection it may be another
  useEffect(() => {
    let left = false
    void callApi('cubism').then((answer) => {
      if (left) return
      setTrouble(answer.ok ? null : answer.problem.message)
      if (answer.ok) dispatch({ type: 'cubism', data: answer.value })
    })
    return () => {
      left = true
    }
  }, [news])
  return { core, trouble }
}

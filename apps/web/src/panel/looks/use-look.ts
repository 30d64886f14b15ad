// Out: how she looks now and what else she could wear, asked for at once and whenever the server says that it changed.
import type { LookState } from '@psiona/shared'
import { useCallback, useEffect, useState } from 'react'
import { callApi } from '../../lib/api-call'
import { usePanel } from '../panel-store'

export function useLook() {
  const news = usePanel((state) => state.looksNews)
  const character = usePanel((state) => state.character)
  const [look, setLook] = useState<LookState | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const renew = useCallback(async () => {
    const answer = await callApi('look')
    setTrouble(answer.ok ? null : answer.problem.message)
    if (answer.ok) setLook(answer.value)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: news are a reason to ask
  useEffect(() => void renew(), [renew, news, character])
  return { look, trouble, setLook }
}

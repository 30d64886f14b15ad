// Out: the models that are there and those that can be put back, asked for at once and whenever the server says that it changed.
import type { AvatarList } from '@psiona/shared'
import { useCallback, useEffect, useState } from 'react'
import { callApi } from '../../lib/api-call'
import { usePanel } from '../panel-store'

export interface Avatars {
  /** Null while it is being asked for. */
  readonly there: AvatarList | null
  readonly trouble: string | null
  readonly renew: () => Promise<void>
}

export function useAvatars(): Avatars {
  const news = usePanel((state) => state.looksNews)
  const character = usePanel((state) => state.character)
  const [there, setThere] = useState<AvatarList | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const renew = useCallback(async () => {
    const answer = await callApi('listAvatars')
    setTrouble(answer.ok ? null : answer.problem.message)
    if (answer.ok) setThere(answer.value)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: news are a reason to ask
  useEffect(() => void renew(), [renew, news, character])
  return { there, trouble, renew }
}

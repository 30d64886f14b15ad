// Out: the voices by dials and the engines of this machine, asked for at once and on demand.
import type { VoicesReply } from '@psiona/shared'
import { useCallback, useEffect, useState } from 'react'
import { callApi } from '../../lib/api-call'

/** Servers of this machine are asked as well; the slowest answers within this. */
const PATIENCE_MS = 10_000

export interface Voices {
  /** Null while they are being asked for. */
  readonly there: VoicesReply | null
  readonly trouble: string | null
  readonly look: () => Promise<void>
}

export function useVoices(reason: unknown): Voices {
  const [there, setThere] = useState<VoicesReply | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const look = useCallback(async () => {
    const answer = await callApi('listVoices', { timeoutMs: PATIENCE_MS })
    setTrouble(answer.ok ? null : answer.problem.message)
    setThere((before) => (answer.ok ? answer.value : (before ?? { voices: [], engines: [] })))
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is given is a reason to look again
  useEffect(() => void look(), [look, reason])
  return { there, trouble, look }
}

// In: something asked of the server. Out: whether it is under way, and what went wrong, for the place where it was asked.
import { useState } from 'react'
import type { Answer } from '../lib/api-call'

export interface Order {
  readonly busy: boolean
  readonly trouble: string | null
  /** What was answered; null when it went wrong. */
  readonly run: <T>(ask: () => Promise<Answer<T>>) => Promise<T | null>
}

export function useOrder(): Order {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const run = async <T>(ask: () => Promise<Answer<T>>): Promise<T | null> => {
    setBusy(true)
    setTrouble(null)
    const answer = await ask()
    setBusy(false)
    if (answer.ok) return answer.value
    setTrouble(answer.problem.message)
    return null
  }
  return { busy, trouble, run }
}

// Out: the recordings that may be imitated, as the server keeps them.
import type { VoiceReference } from '@psiona/shared'
import { useEffect, useState } from 'react'
import { callApi } from '../../lib/api-call'

export function useReferences() {
  const [references, setReferences] = useState<readonly VoiceReference[]>([])
  const [trouble, setTrouble] = useState<string | null>(null)
  useEffect(() => {
    let gone = false
    void callApi('listReferences').then((answer) => {
      if (gone) return
      setTrouble(answer.ok ? null : answer.problem.message)
      if (answer.ok) setReferences(answer.value.references)
    })
    return () => {
      gone = true
    }
  }, [])
  return { references, trouble, setReferences }
}

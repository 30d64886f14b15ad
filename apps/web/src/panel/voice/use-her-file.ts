// In: the character on stream. Out: what of her file the Voice page needs, read anew when it changes.
import type { Character } from '@psiona/shared'
import { useCallback, useEffect, useState } from 'react'
import { callApi } from '../../lib/api-call'
import { usePanel } from '../panel-store'

export interface HerFile {
  readonly id: string
  readonly character: Character
}

export function useHerFile() {
  const onStream = usePanel((state) => state.character)
  const [file, setFile] = useState<HerFile | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const { id } = onStream
  const renew = useCallback(async () => {
    const answer = await callApi('getCharacter', { params: { id } })
    setTrouble(answer.ok ? null : answer.problem.message)
    if (answer.ok) setFile({ id, character: answer.value.character })
  }, [id])
  // biome-ignore lint/correctness/useExhaustiveDependencies: news of the character is a reason to read her file
  useEffect(() => void renew(), [renew, onStream])
  return { file: file?.id === id ? file : null, trouble, renew }
}

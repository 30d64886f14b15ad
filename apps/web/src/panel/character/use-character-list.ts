// In: the character folder. Out: its characters, renewed when one comes on, is copied or goes to the bin.
import { useCallback, useEffect, useState } from 'react'
import { type AnswerOf, callApi } from '../../lib/api-call'
import { usePanel } from '../panel-store'

export type Listed = AnswerOf<'listCharacters'>['characters'][number]

export function useCharacterList() {
  const [characters, setCharacters] = useState<readonly Listed[] | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const onStream = usePanel((state) => state.character)
  const renew = useCallback(async () => {
    const answer = await callApi('listCharacters')
    setTrouble(answer.ok ? null : answer.problem.message)
    if (answer.ok) setCharacters(answer.value.characters)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another character on stream is the trigger
  useEffect(() => void renew(), [renew, onStream])
  return { characters, trouble, renew }
}

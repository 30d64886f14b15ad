// Out: the characters in the folder, and the file of the chosen one.
'use client'
import { useState } from 'react'
import { usePanel } from '../panel-store'
import { CharacterList } from './character-list'
import { FileCard } from './file-card'
import { useCharacterList } from './use-character-list'

export function CharacterPage() {
  const onStream = usePanel((state) => state.character.id)
  const known = usePanel((state) => state.known)
  const { characters, trouble, renew } = useCharacterList()
  const [chosen, setChosen] = useState<string | null>(null)
  if (!known) return null
  // A character that went to the bin is no longer a choice.
  const open = chosen !== null && (characters === null || characters.some(({ id }) => id === chosen)) ? chosen : onStream
  return (
    <div className="grid h-full min-h-108 grid-rows-[auto_minmax(20rem,1fr)] gap-3 rail:grid-cols-[15rem_minmax(0,1fr)] rail:grid-rows-1 wide:grid-cols-[20rem_minmax(0,1fr)]">
      <CharacterList characters={characters} trouble={trouble} open={open} onOpen={setChosen} onChanged={renew} />
      <FileCard key={open} id={open} onSaved={renew} />
    </div>
  )
}

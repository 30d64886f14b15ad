// In: words she never says, words she may say, what she says instead. Out: those, otherwise.
import { SafetySettings } from '@psiona/shared'
import { useState } from 'react'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Field } from '../../ui/field'
import { Trouble } from '../../ui/trouble'
import { WordListField } from '../chat/word-list-field'
import { DeskHead } from '../desk-head'
import { useSection } from '../use-section'
import { SecretWords } from './secret-words'

const MOST = 500
const MOST_LETTERS = 200
const { ownWords: OwnWords, allowedWords: AllowedWords } = SafetySettings.shape

export function WordsCard() {
  const desk = useSection('safety')
  const { ownWords, allowedWords, insteadSays } = desk.value
  return (
    <Card aria-labelledby="words">
      <DeskHead id="words" title="Words" desk={desk} />
      <div className="grid gap-5 px-3.5 pb-4">
        <SecretWords
          list={ownWords}
          one={OwnWords.unwrap().element}
          most={MOST}
          onList={(next) => desk.change({ ownWords: next })}
        />
        <WordListField
          label="Words you allow"
          hint="Said although a list forbids them: a game’s name, a friend’s joke."
          placeholder="a word, or several with commas"
          list={allowedWords}
          one={AllowedWords.unwrap().element}
          most={MOST}
          refusal="A word has at most 80 letters."
          onList={(next) => desk.change({ allowedWords: next })}
        />
        <InsteadForm kept={insteadSays} onKeep={(next) => desk.change({ insteadSays: next })} />
        <Trouble>{desk.trouble}</Trouble>
      </div>
    </Card>
  )
}

function InsteadForm({ kept, onKeep }: { kept: string; onKeep: (words: string) => Promise<boolean> }) {
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? kept
  const keep = async () => {
    if (await onKeep(shown.trim())) setTyped(null)
  }
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <Field
        label="She says instead"
        hint="In place of what is held back; the rest of that answer is dropped. Empty: nothing."
        maxLength={MOST_LETTERS}
        value={shown}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" className="mt-6.5 min-h-10" disabled={shown.trim() === kept}>
        Keep
      </Button>
    </form>
  )
}

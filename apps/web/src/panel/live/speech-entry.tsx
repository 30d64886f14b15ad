// In: what is being said to her. Out: it word by word, in the place where its turn will stand.
import { OWNER } from '@psiona/shared'
import { useEffect } from 'react'
import { PersonMark } from '../../ui/who'
import { dispatch, usePanel } from '../panel-store'
import { spokenWords } from '../speech-under-way'
import { Entry } from './entry'
import { SpokenText } from './spoken-text'

/** Its turn follows within milliseconds. Words that are still here by then became none, and are not left standing as if she had them. */
const LAPSES_MS = 4000

export function SpeechEntry() {
  const speech = usePanel((state) => state.speech)
  const over = speech.length > 0 && speech.every(({ state }) => state === 'over')
  useEffect(() => {
    if (!over) return
    const timer = window.setTimeout(() => dispatch({ type: 'speech-lapsed' }), LAPSES_MS)
    return () => window.clearTimeout(timer)
  }, [over])
  if (speech.length === 0) return null
  const words = spokenWords(speech)
  const speaking = speech.some(({ state }) => state === 'speaking')
  return (
    <Entry
      mark={<PersonMark from={OWNER} spoken />}
      colour="text-you"
      name="You"
      remark={speaking ? 'speaking now' : words.more ? 'finding the words' : ''}
      figure={null}
    >
      <SpokenText words={words} />
    </Entry>
  )
}

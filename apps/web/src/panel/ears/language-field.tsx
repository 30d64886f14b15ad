// In: the language that is spoken. Out: another one, saved when it is whole.
import { Hearing } from '@psiona/shared'
import { type FormEvent, useId, useState } from 'react'
import { classNames } from '../../lib/class-names'
import { Button } from '../../ui/button'
import { fieldLook } from '../../ui/field'
import { Trouble } from '../../ui/trouble'
import { changeHearing } from '../change-settings'
import { languageWords } from '../models/language-words'
import { usePanel } from '../panel-store'

const COMMON = ['en-US', 'en-GB', 'de-DE', 'es-ES', 'fr-FR', 'it-IT', 'ja-JP', 'ko-KR', 'pl-PL', 'pt-BR', 'ru-RU', 'zh-CN']
const NO_TAG = 'A language tag is two letters, with a country if you like: de, or en-GB.'

export function LanguageField() {
  const saved = usePanel((state) => state.settings.hearing.language)
  const [typed, setTyped] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const id = useId()
  const language = (typed ?? saved).trim()
  const parsed = Hearing.shape.language.safeParse(language)

  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!parsed.success) return setTrouble(NO_TAG)
    const answer = await changeHearing({ language: parsed.data })
    setTrouble(answer.ok ? null : answer.problem.message)
    if (answer.ok) setTyped(null)
  }
  return (
    <form onSubmit={(event) => void save(event)} className="grid gap-1.5 px-3.5 pb-3.5">
      <label htmlFor={id} className="font-semibold">
        You speak
      </label>
      <div className="flex items-center gap-2">
        <input
          id={id}
          list={`${id}-common`}
          value={typed ?? saved}
          onChange={(event) => {
            setTyped(event.target.value)
            setTrouble(null)
          }}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={`${id}-name`}
          className={classNames(fieldLook, 'max-w-36')}
        />
        <datalist id={`${id}-common`}>
          {COMMON.map((tag) => (
            <option key={tag} value={tag} label={languageWords([tag])} />
          ))}
        </datalist>
        <span id={`${id}-name`} className="min-w-0 flex-1 truncate text-ink2">
          {parsed.success && language.length > 1 ? languageWords([language]) : ''}
        </span>
        <Button type="submit" size="small" disabled={language === saved}>
          Save
        </Button>
      </div>
      <Trouble>{trouble}</Trouble>
    </form>
  )
}

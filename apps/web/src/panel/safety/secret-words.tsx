// In: words nobody may read over your shoulder. Out: the list, each word behind a bar until it is pointed at or all are shown; more of them, and fewer.
import { useState } from 'react'
import type { z } from 'zod'
import { classNames } from '../../lib/class-names'
import { counted } from '../../lib/figure-text'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import { Icon } from '../../ui/icon'
import { withWords } from '../chat/word-list'

export interface SecretWordsProps {
  readonly list: readonly string[]
  readonly one: z.ZodType<string>
  readonly most: number
  readonly onList: (list: string[]) => Promise<boolean>
}

export function SecretWords({ list, one, most, onList }: SecretWordsProps) {
  const [typed, setTyped] = useState('')
  const [trouble, setTrouble] = useState<string | null>(null)
  const [shown, setShown] = useState(false)
  const add = async () => {
    const { list: next, refused, full } = withWords(list, typed, one, most)
    if (next.length > list.length && !(await onList(next))) return
    setTyped(refused.join(', '))
    setTrouble(refused.length > 0 ? 'A word has at most 80 letters.' : full ? `The list is full: ${most} at most.` : null)
  }
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2">
        <Field
          label="Your own words"
          hint="Names, a street, a game’s secret. Never said, in whatever spelling. This page may be on stream, so they stand behind bars."
          placeholder="a word, or several with commas"
          autoCapitalize="none"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setTrouble(null)
          }}
          trouble={trouble}
          // Dots as for a password, without a browser that offers to keep one.
          className={classNames(!shown && typed !== '' && '[&_input]:[-webkit-text-security:disc]')}
        />
        <Button type="submit" className="mt-6.5 min-h-10" disabled={typed.trim() === ''}>
          Add<span className="sr-only"> to your own words</span>
        </Button>
      </div>
      <div className="flex min-h-9 items-center gap-3">
        <p className="text-sm text-ink3">{list.length === 0 ? 'None yet.' : counted(list.length, 'word')}</p>
        <Button size="small" weight="outline" aria-pressed={shown} onClick={() => setShown(!shown)} className="ml-auto">
          <Icon name="eye" className="size-4" />
          {shown ? 'Hide' : 'Show'}
          <span className="sr-only"> your own words</span>
        </Button>
      </div>
      {list.length > 0 && (
        <ul aria-label="Your own words" className="flex max-h-60 flex-wrap gap-1.5 overflow-y-auto">
          {list.map((word) => (
            <li key={word} className="group flex min-w-0 items-center rounded-control bg-s3 pl-2.5 text-sm">
              <span
                className={classNames(
                  'min-w-0 rounded-tag [overflow-wrap:anywhere]',
                  !shown && 'bg-edge group-focus-within:bg-transparent group-hover:bg-transparent',
                )}
              >
                <span className={classNames(!shown && 'invisible group-focus-within:visible group-hover:visible')}>{word}</span>
              </span>
              <button
                type="button"
                aria-label={`Remove ${word} from your own words`}
                onClick={() => void onList(list.filter((other) => other !== word))}
                className="grid size-9 flex-none place-items-center rounded-control text-ink2 hover:text-ink slim:size-11"
              >
                <Icon name="close" className="size-3.5 stroke-2" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </form>
  )
}

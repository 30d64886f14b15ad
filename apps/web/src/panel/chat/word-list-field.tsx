// In: a list of names or words. Out: more of them, typed or pasted, and fewer, each with one press.
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import { Icon } from '../../ui/icon'
import { withWords } from './word-list'

/** More than these make a wall of them; the rest is one press away. */
const SHOWN = 24

export interface WordListFieldProps {
  readonly label: string
  readonly hint: ReactNode
  readonly placeholder?: string
  readonly list: readonly string[]
  readonly one: z.ZodType<string>
  readonly most: number
  /** What an entry may be, for whoever typed something else. */
  readonly refusal: string
  /** The words for an entry. */
  readonly text?: (entry: string) => string
  readonly onList: (list: string[]) => Promise<boolean>
}

export function WordListField(props: WordListFieldProps) {
  const { label, hint, placeholder, list, one, most, refusal, text = (entry) => entry, onList } = props
  const [typed, setTyped] = useState('')
  const [trouble, setTrouble] = useState<string | null>(null)
  const [all, setAll] = useState(false)
  const add = async () => {
    const { list: next, refused, full } = withWords(list, typed, one, most)
    if (next.length > list.length && !(await onList(next))) return
    setTyped(refused.join(', '))
    setTrouble(refused.length > 0 ? refusal : full ? `The list is full: ${most} at most.` : null)
  }
  const shown = all ? list : list.slice(0, SHOWN)
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
          label={label}
          hint={hint}
          placeholder={placeholder}
          autoCapitalize="none"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setTrouble(null)
          }}
          trouble={trouble}
        />
        <Button type="submit" className="mt-6.5 min-h-10" disabled={typed.trim() === ''}>
          Add<span className="sr-only"> to {label}</span>
        </Button>
      </div>
      {list.length > 0 && (
        <ul aria-label={label} className="flex flex-wrap gap-1.5">
          {shown.map((entry) => (
            <li key={entry} className="flex min-w-0 items-center rounded-control bg-s3 pl-2.5 text-sm">
              <span className="min-w-0 [overflow-wrap:anywhere]">{text(entry)}</span>
              <button
                type="button"
                aria-label={`Remove ${entry} from ${label}`}
                onClick={() => void onList(list.filter((other) => other !== entry))}
                className="grid size-9 flex-none place-items-center rounded-control text-ink2 hover:text-ink slim:size-11"
              >
                <Icon name="close" className="size-3.5 stroke-2" />
              </button>
            </li>
          ))}
          {list.length > shown.length && (
            <li>
              <Button size="small" weight="quiet" onClick={() => setAll(true)}>
                {list.length - shown.length} more
              </Button>
            </li>
          )}
        </ul>
      )}
    </form>
  )
}

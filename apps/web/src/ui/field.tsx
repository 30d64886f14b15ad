// In: something to type. Out: a labelled field, with what it is for and what was wrong with it.
import { type ComponentProps, type ReactNode, useId } from 'react'
import { classNames } from '../lib/class-names'
import { Trouble } from './trouble'

export const fieldLook = 'min-h-10 w-full rounded-control border border-edge bg-s2 px-3 text-ink slim:min-h-11 slim:text-md'

export interface FieldProps extends ComponentProps<'input'> {
  readonly label: string
  readonly hint?: ReactNode
  readonly trouble?: string | null
  /** Stands in the field before the text, such as '#'. */
  readonly prefix?: string
}

export function Field({ label, hint, trouble, prefix, className, ...props }: FieldProps) {
  const id = useId()
  return (
    <div className={classNames('grid gap-1.5', className)}>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <div className="relative">
        {prefix && (
          <span aria-hidden="true" className="absolute inset-y-0 left-3 grid place-items-center text-ink3">
            {prefix}
          </span>
        )}
        <input
          id={id}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={trouble ? true : undefined}
          aria-describedby={`${id}-hint ${id}-trouble`}
          className={classNames(fieldLook, prefix && 'pl-7')}
          {...props}
        />
      </div>
      <p id={`${id}-hint`} className="text-sm text-ink2 empty:hidden">
        {hint}
      </p>
      <Trouble id={`${id}-trouble`}>{trouble}</Trouble>
    </div>
  )
}

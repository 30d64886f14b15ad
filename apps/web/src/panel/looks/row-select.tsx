// In: things of which one is chosen, for a row that names itself. Out: a list to choose from; what is chosen and is not in the list stands in it, marked.
import type { ComponentProps } from 'react'
import { classNames } from '../../lib/class-names'
import { fieldLook } from '../../ui/field'

export interface RowSelectProps extends Omit<ComponentProps<'select'>, 'onChange' | 'value'> {
  readonly label: string
  /** '' = none. */
  readonly value: string
  readonly none: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  /** Null = none. */
  readonly onChoose: (value: string | null) => void
}

export function RowSelect({ label, value, none, choices, onChoose, className, ...props }: RowSelectProps) {
  const strange = value !== '' && !choices.some((choice) => choice.value === value)
  return (
    <select
      aria-label={label}
      value={value}
      onChange={({ target }) => onChoose(target.value === '' ? null : target.value)}
      className={classNames(fieldLook, 'min-w-0 px-2', className)}
      {...props}
    >
      <option value="">{none}</option>
      {strange && <option value={value}>{value} (the model has none)</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  )
}

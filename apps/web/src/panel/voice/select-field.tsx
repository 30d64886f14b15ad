// In: things of which one is chosen. Out: a labelled list to choose from.
import { type ComponentProps, type ReactNode, useId } from 'react'
import { classNames } from '../../lib/class-names'
import { fieldLook } from '../../ui/field'

export interface SelectFieldProps extends ComponentProps<'select'> {
  readonly label: string
  readonly hint?: ReactNode
}

export function SelectField({ label, hint, className, children, ...props }: SelectFieldProps) {
  const id = useId()
  return (
    <div className={classNames('grid content-start gap-1.5', className)}>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <select id={id} aria-describedby={hint === undefined ? undefined : `${id}-hint`} className={fieldLook} {...props}>
        {children}
      </select>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-sm text-ink2">
          {hint}
        </p>
      )}
    </div>
  )
}

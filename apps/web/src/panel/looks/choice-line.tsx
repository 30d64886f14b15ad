// In: a name and things of which one goes with it. Out: a row with the list to choose from, and what tries it.
import type { ReactNode } from 'react'
import { RowSelect, type RowSelectProps } from './row-select'

export interface ChoiceLineProps extends Omit<RowSelectProps, 'label'> {
  readonly label: string
  /** The whole of it, for readers. */
  readonly says: string
  readonly children: ReactNode
}

export function ChoiceLine({ label, says, children, ...select }: ChoiceLineProps) {
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 border-t border-line px-3.5 py-1.5 min-[30rem]:grid-cols-[10rem_minmax(0,1fr)_auto]">
      <span className={select.value === '' ? 'text-ink2 [overflow-wrap:anywhere]' : 'font-semibold [overflow-wrap:anywhere]'}>
        {label}
      </span>
      <RowSelect
        {...select}
        label={says}
        className="col-span-2 row-start-2 min-[30rem]:col-span-1 min-[30rem]:col-start-2 min-[30rem]:row-start-1"
      />
      {children}
    </li>
  )
}

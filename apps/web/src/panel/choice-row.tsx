// In: something that can be chosen. Out: a row with what it is, and the button that puts it in use.
import type { ReactNode } from 'react'
import { InUse } from './in-use'

export interface ChoiceRowProps {
  readonly title: string
  readonly detail: ReactNode
  readonly inUse: boolean
  readonly onUse: () => void
  readonly disabled?: boolean
  readonly children?: ReactNode
}

export function ChoiceRow({ title, detail, inUse, onUse, disabled = false, children }: ChoiceRowProps) {
  return (
    <li className="flex items-center gap-3 border-t border-line px-3.5 py-2.5">
      <div className="min-w-0 flex-1">
        <h3 className="font-[650] [overflow-wrap:anywhere]">{title}</h3>
        <p className="text-sm [overflow-wrap:anywhere] text-ink2">{detail}</p>
        {children}
      </div>
      <InUse quiet inUse={inUse} what={title} onUse={onUse} disabled={disabled} />
    </li>
  )
}

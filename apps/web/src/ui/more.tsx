// In: what few people need. Out: it behind its title, closed at first.
import type { ReactNode } from 'react'
import { Icon } from './icon'

export interface MoreProps {
  readonly title: string
  readonly remark?: string
  readonly open?: boolean
  /** The content goes to the edges, as rows do. */
  readonly flush?: boolean
  readonly children: ReactNode
}

export function More({ title, remark, open = false, flush = false, children }: MoreProps) {
  return (
    <details open={open} className="group border-t border-line">
      <summary className="flex min-h-11 list-none items-center gap-2 px-3.5 [&::-webkit-details-marker]:hidden">
        <Icon name="down" className="size-3.5 -rotate-90 stroke-2 text-ink3 group-open:rotate-0" />
        <span className="font-semibold">{title}</span>
        {remark !== undefined && <span className="min-w-0 truncate text-sm text-ink3">{remark}</span>}
      </summary>
      <div className={flush ? '' : 'px-3.5 pb-3.5'}>{children}</div>
    </details>
  )
}

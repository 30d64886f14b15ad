// In: who said something, and what. Out: it as a row of the conversation.
import type { ReactNode } from 'react'
import { classNames } from '../../lib/class-names'

export interface EntryProps {
  readonly mark: ReactNode
  readonly colour: string
  readonly name: string
  readonly remark: ReactNode
  readonly figure: ReactNode
  readonly children: ReactNode
}

export function Entry({ mark, colour, name, remark, figure, children }: EntryProps) {
  return (
    <article className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-2.5">
      {mark}
      <div className="min-w-0 max-w-[78ch]">
        <div className="flex min-h-4.5 items-baseline gap-2 text-sm text-ink3">
          <b className={classNames('max-w-[45%] flex-none truncate font-[650]', colour)}>{name}</b>
          <span className="min-w-0 truncate">{remark}</span>
          <span className="ml-auto flex-none pl-2">{figure}</span>
        </div>
        <p className="text-speech [overflow-wrap:anywhere]">{children}</p>
      </div>
    </article>
  )
}

// In: a part of a page. Out: it on a surface of its own.
import type { ComponentProps, ReactNode } from 'react'
import { classNames } from '../lib/class-names'

export function Card({ className, ...props }: ComponentProps<'section'>) {
  return (
    <section
      className={classNames('flex min-h-0 min-w-0 flex-col overflow-hidden rounded-card border border-(--card-edge) bg-s1', className)}
      {...props}
    />
  )
}

/** The row above a card's content: title, a quiet remark, what can be done. */
export function CardHead({ title, id, remark, children, className }: { title: string; id?: string; remark?: ReactNode; children?: ReactNode; className?: string }) {
  return (
    <div className={classNames('flex min-h-11 flex-none items-center gap-2 px-3.5 pt-3 pb-2', className)}>
      <h2 id={id} className="font-[650] whitespace-nowrap">
        {title}
      </h2>
      {remark !== undefined && <span className="min-w-0 truncate text-sm text-ink3">{remark}</span>}
      {children !== undefined && <div className="ml-auto flex items-center gap-2">{children}</div>}
    </div>
  )
}

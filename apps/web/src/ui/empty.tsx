// In: a place with nothing in it. Out: what is so, what it means, what to do.
import type { ReactNode } from 'react'
import { classNames } from '../lib/class-names'

export function Empty({ title, children, action, className }: { title: string; children: ReactNode; action?: ReactNode; className?: string }) {
  return (
    <div className={classNames('grid content-start justify-items-start gap-1.5 p-4', className)}>
      <p className="text-md font-[650]">{title}</p>
      <div className="max-w-[70ch] text-ink2">{children}</div>
      {action !== undefined && <div className="mt-2 flex flex-wrap gap-2">{action}</div>}
    </div>
  )
}

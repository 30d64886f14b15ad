// In: the cards of a settings page. Out: them in columns no wider than is good to read.
import type { ReactNode } from 'react'
import { classNames } from '../lib/class-names'

export const PageColumns = ({ children, className }: { children: ReactNode; className?: string }) => (
  <div className={classNames('grid max-w-300 items-start gap-3 strip:grid-cols-2', className)}>{children}</div>
)

// In: the name of a key. Out: a key cap.
import type { ComponentProps } from 'react'
import { classNames } from '../lib/class-names'

export function Kbd({ className, ...props }: ComponentProps<'kbd'>) {
  return (
    <kbd
      className={classNames('rounded-tag border border-line bg-s1 px-1.25 font-mono text-xs font-medium whitespace-nowrap text-ink2', className)}
      {...props}
    />
  )
}

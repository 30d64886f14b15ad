// In: views of which one shows. Out: tabs with a line under the chosen one.
import * as Radix from 'radix-ui/tabs'
import type { ComponentProps } from 'react'
import { classNames } from '../lib/class-names'

export function Tabs({ className, ...props }: ComponentProps<typeof Radix.Root>) {
  return <Radix.Root className={classNames('flex min-h-0 min-w-0 flex-col', className)} {...props} />
}

export function TabList({ className, ...props }: ComponentProps<typeof Radix.List>) {
  return <Radix.List className={classNames('flex flex-none gap-4 border-b border-line px-3.5', className)} {...props} />
}

export function Tab({ className, ...props }: ComponentProps<typeof Radix.Trigger>) {
  return (
    <Radix.Trigger
      className={classNames(
        '-mb-px flex min-h-10 items-center gap-1.5 border-b-2 border-transparent text-ink2 hover:text-ink data-[state=active]:border-ink data-[state=active]:font-[650] data-[state=active]:text-ink slim:min-h-11',
        className,
      )}
      {...props}
    />
  )
}

export function TabPanel({ className, ...props }: ComponentProps<typeof Radix.Content>) {
  return <Radix.Content className={classNames('flex min-h-0 flex-1 flex-col', className)} {...props} />
}

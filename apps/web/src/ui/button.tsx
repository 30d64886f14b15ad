// In: what a button does. Out: a button in one of four weights; 36 px high, 44 px on docks and phones.
import { cva, type VariantProps } from 'class-variance-authority'
import { Root as Slot } from 'radix-ui/slot'
import type { ComponentProps } from 'react'
import { classNames } from '../lib/class-names'

const button = cva(
  'inline-flex min-h-9 items-center justify-center gap-2 rounded-control px-3.5 font-semibold whitespace-nowrap select-none slim:min-h-11 disabled:bg-s2 disabled:text-ink3',
  {
    variants: {
      weight: {
        plain: 'bg-s3 text-ink hover:bg-line forced-colors:border',
        primary: 'bg-ink text-bg hover:bg-ink2 forced-colors:border',
        outline: 'border border-line bg-transparent text-ink hover:border-edge disabled:bg-transparent',
        quiet: 'bg-transparent px-2 text-ink2 hover:text-ink disabled:bg-transparent',
      },
      size: { normal: '', small: 'px-2.5 text-sm' },
    },
    defaultVariants: { weight: 'plain', size: 'normal' },
  },
)

export type ButtonProps = ComponentProps<'button'> & VariantProps<typeof button> & { asChild?: boolean }

export function Button({ className, weight, size, asChild = false, type = 'button', ...props }: ButtonProps) {
  const Element = asChild ? Slot : 'button'
  return <Element className={classNames(button({ weight, size }), className)} {...(asChild ? {} : { type })} {...props} />
}

// In: a short remark. Out: it as a label; only a picked one carries colour.
import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { classNames } from '../lib/class-names'

const tag = cva('inline-flex min-w-0 items-center gap-1 rounded-tag border px-1.75 text-xs/4 [&>svg]:size-3.5 [&>svg]:stroke-2', {
  variants: {
    look: {
      plain: 'border-transparent bg-s3 text-ink2',
      picked: 'border-chat font-semibold text-chat',
      warn: 'border-transparent bg-warn font-semibold text-onwarn',
      on: 'border-transparent bg-ink font-bold text-bg',
    },
  },
  defaultVariants: { look: 'plain' },
})

export function Tag({ className, look, ...props }: ComponentProps<'span'> & VariantProps<typeof tag>) {
  return <span className={classNames(tag({ look }), className)} {...props} />
}

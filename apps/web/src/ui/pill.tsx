// In: one of a few choices, whether it is the one. Out: a button that stays pressed while it is.
import type { ComponentProps } from 'react'
import { classNames } from '../lib/class-names'

export function Pill({ pressed, ...props }: Pick<ComponentProps<'button'>, 'children' | 'onClick'> & { pressed: boolean }) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      className={classNames(
        'min-h-9 rounded-full border-2 bg-s2 px-3 text-sm slim:min-h-11',
        pressed
          ? 'border-ink font-[650] text-ink'
          : 'border-transparent text-ink2 hover:text-ink forced-colors:border-[ButtonBorder]',
      )}
      {...props}
    />
  )
}

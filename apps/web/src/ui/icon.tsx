// In: the name of an icon. Out: its strokes in the colour of the text; always beside a word, so hidden from readers.
import { classNames } from '../lib/class-names'
import { ICON_PATHS } from './icon-paths'

export type IconName = keyof typeof ICON_PATHS

/** 18 px unless `className` says otherwise; strokes keep their weight beside 14 px text. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      className={classNames('block size-4.5 flex-none fill-none stroke-current stroke-[1.75] [stroke-linecap:round] [stroke-linejoin:round]', className)}
    >
      <path d={ICON_PATHS[name]} />
    </svg>
  )
}

// In: who speaks. Out: their mark: you a circle, her the ψ tile, a viewer a square. The form tells them apart where colour does not.
import type { Person } from '@psiona/shared'
import { classNames } from '../lib/class-names'
import { Icon } from './icon'

const box = 'grid size-7 flex-none place-items-center text-sm font-bold'

export const HerMark = ({ className }: { className?: string }) => (
  <span aria-hidden="true" className={classNames(box, 'rounded-[0.5625rem_0.5625rem_0.5625rem_0.125rem] bg-her text-onglyph forced-colors:border', className)}>
    <Icon name="psi" className="size-3.5 stroke-[2.6]" />
  </span>
)

const letters = new Intl.Segmenter()
/** The first letter as a reader would count it, so that an emoji stays whole. */
const initial = (name: string) => [...letters.segment(name)][0]?.segment.toUpperCase() ?? '?'

export interface PersonMarkProps {
  readonly from: Person
  readonly picked?: boolean
  /** Said into the microphone, not typed. */
  readonly spoken?: boolean
  readonly className?: string
}

export function PersonMark({ from, picked = false, spoken = false, className }: PersonMarkProps) {
  if (from.platform === 'owner' || from.platform === 'room')
    return (
      <span
        aria-hidden="true"
        className={classNames(box, 'rounded-full border-2', from.platform === 'owner' ? 'border-you text-you' : 'border-edge text-ink2', className)}
      >
        <Icon name={spoken ? 'mic' : 'keyboard'} className="size-3.5 stroke-2" />
      </span>
    )
  return (
    <span aria-hidden="true" className={classNames(box, 'rounded-[0.375rem] border-2', picked ? 'border-chat text-chat' : 'border-edge text-ink3', className)}>
      {initial(from.name)}
    </span>
  )
}

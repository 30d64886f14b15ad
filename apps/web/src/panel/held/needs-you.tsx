// Out: what on Live waits for the owner: lines that are held, people who may need somebody. Where there is room, a line's place is kept for it.
import { classNames } from '../../lib/class-names'
import { useObserved } from '../../lib/observable'
import { usePanel } from '../panel-store'
import { CareNotices } from './care-notices'
import { HeldLines } from './held-lines'
import { HeldPlace } from './held-place'
import { heldTrouble } from './judge-held'

export interface NeedsYouProps {
  readonly className?: string
  /** While lines wait at all, what stands below never moves for one. */
  readonly keepsPlace?: boolean
}

export function NeedsYou({ className, keepsPlace = false }: NeedsYouProps) {
  const waits = usePanel(({ safety: { held, care } }) => held.length > 0 || care.length > 0)
  const kept = usePanel(({ known, safety, settings }) => keepsPlace && known && settings.safety.holdSeconds > 0 && !safety.panic)
  const troubled = useObserved(heldTrouble, null) !== null
  return (
    <div className={waits || troubled || kept ? classNames('grid flex-none content-start gap-2', className) : 'sr-only'}>
      <HeldLines />
      {kept && <HeldPlace />}
      <CareNotices />
    </div>
  )
}

// Out: what on Live waits for the owner: lines that are held, people who may need somebody; no room is taken while nothing does.
import { classNames } from '../../lib/class-names'
import { useObserved } from '../../lib/observable'
import { usePanel } from '../panel-store'
import { CareNotices } from './care-notices'
import { HeldLines } from './held-lines'
import { heldTrouble } from './judge-held'

export function NeedsYou({ className }: { className?: string }) {
  const waits = usePanel(({ safety: { held, care } }) => held.length > 0 || care.length > 0)
  const troubled = useObserved(heldTrouble, null) !== null
  return (
    <div className={waits || troubled ? classNames('grid flex-none content-start gap-2', className) : 'sr-only'}>
      <HeldLines />
      <CareNotices />
    </div>
  )
}

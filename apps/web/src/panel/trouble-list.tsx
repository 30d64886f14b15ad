// In: the parts that need somebody. Out: each with cause, remedy and the way there.
import type { PartHealth } from '@psiona/shared'
import Link from 'next/link'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Icon } from '../ui/icon'
import { CURE, PART_LABEL } from './health-fold'

export function TroubleList({ troubles, onClose }: { troubles: readonly PartHealth[]; onClose: () => void }) {
  return (
    <Dialog title={troubles.length === 0 ? 'All is fine' : `${troubles.length} to fix`} onClose={onClose}>
      <ul className="overflow-y-auto px-4 pb-3">
        {troubles.map(({ part, detail, remedy }) => (
          <li key={part} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-3 last:border-0">
            <div className="min-w-0 flex-1 basis-60">
              <p className="flex items-center gap-2 font-[650]">
                <Icon name="warn" className="text-(--warnsign)" />
                {PART_LABEL[part]}: {detail}
              </p>
              <p className="mt-0.5 pl-6.5 text-ink2">{remedy}</p>
            </div>
            <Button asChild weight="primary">
              <Link href={`${CURE[part].href}#${part}`} onClick={onClose}>
                {CURE[part].label}
                <span className="sr-only"> {PART_LABEL[part]}</span>
              </Link>
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

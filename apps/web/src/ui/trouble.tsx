// In: what went wrong and what to do, or nothing. Out: it where the action was, read aloud when it appears.
import { classNames } from '../lib/class-names'
import { Icon } from './icon'

export function Trouble({ id, className, children }: { id?: string; className?: string; children?: string | null | undefined }) {
  return (
    <div id={id} role="alert" className={classNames(!children && 'hidden', className)}>
      {children && (
        <p className="flex items-start gap-2 rounded-control bg-warn px-3 py-2 text-onwarn">
          <Icon name="warn" className="mt-px" />
          <span className="min-w-0 font-semibold [overflow-wrap:anywhere]">{children}</span>
        </p>
      )}
    </div>
  )
}

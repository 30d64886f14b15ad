// In: how something is. Out: it with its sign: what is so, then what it means or what to do.
import type { ReactNode } from 'react'
import { classNames } from '../lib/class-names'
import { sentenceStart } from '../lib/sentence-start'
import { Icon, type IconName } from '../ui/icon'

export type StateLook = 'ok' | 'off' | 'busy' | 'trouble'

const ICON: Record<StateLook, IconName> = { ok: 'tick', off: 'off', busy: 'dots', trouble: 'warn' }
const COLOUR: Record<StateLook, string> = { ok: 'text-ok', off: 'text-ink3', busy: 'text-ink2', trouble: 'text-(--warnsign)' }

/** Words of the server come as parts of a line, too. */
const asSentence = (words: string) => sentenceStart(words).replace(/[^.?…]$/, '$&.')

export interface StateLineProps {
  readonly look: StateLook
  readonly title: string
  readonly children?: ReactNode
  readonly className?: string
}

export const StateLine = ({ look, title, children, className }: StateLineProps) => (
  <div role="status" className={classNames('flex gap-2', className)}>
    <Icon name={ICON[look]} className={classNames('mt-px stroke-2', COLOUR[look])} />
    <p className="min-w-0 max-w-[70ch] [overflow-wrap:anywhere]">
      <b className="font-[650]">{asSentence(title)}</b> <span className="text-ink2">{children}</span>
    </p>
  </div>
)

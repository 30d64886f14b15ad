// In: one chat line. Out: who wrote it, what became of it and why; only a picked one is coloured.
import type { ChatLine, ChatTag } from '@psiona/shared'
import { memo } from 'react'
import { classNames } from '../../lib/class-names'
import { Icon, type IconName } from '../../ui/icon'
import { Tag } from '../../ui/tag'
import { PersonMark } from '../../ui/who'

const WORD: Record<ChatTag['state'], string> = {
  shown: '',
  waiting: 'waiting',
  next: 'next',
  answering: 'answering',
  answered: 'answered',
  'passed-over': 'passed over',
}
const ICON: Partial<Record<ChatTag['state'], IconName>> = { next: 'tick', answering: 'wave' }

export const ChatRow = memo(function ChatRow({ line: { from, text, tag } }: { line: ChatLine }) {
  const picked = tag.state === 'next' || tag.state === 'answering'
  const dim = tag.state === 'passed-over'
  const icon = ICON[tag.state]
  const words = [WORD[tag.state], tag.why].filter(Boolean).join(' · ')
  return (
    <article
      className={classNames(
        'grid grid-cols-[1.75rem_minmax(0,1fr)] gap-2.5 rounded-control py-1.75 pr-1.5 pl-1.5',
        tag.state === 'answering' && 'border-l-3 border-chat bg-s2 pl-0.75',
        dim && 'text-ink3',
      )}
    >
      <PersonMark from={from} picked={picked} />
      <div className="min-w-0">
        <div className="flex min-h-5 items-center justify-between gap-2">
          <b className={classNames('min-w-16 truncate text-sm', dim ? 'font-medium' : 'font-[650]')}>{from.name}</b>
          {words !== '' && (
            <Tag look={picked ? 'picked' : 'plain'} title={words}>
              {icon && <Icon name={icon} />}
              <span className="min-w-0 truncate">{words}</span>
            </Tag>
          )}
        </div>
        <p className="[overflow-wrap:anywhere]">{text}</p>
      </div>
    </article>
  )
})

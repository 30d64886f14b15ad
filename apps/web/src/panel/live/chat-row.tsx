// In: one chat line. Out: who wrote it, what was given with it, how many said it, what became of it and why; and the way to moderate it. Only a picked one is coloured.
import type { ChatLine, ChatTag } from '@psiona/shared'
import { memo } from 'react'
import { classNames } from '../../lib/class-names'
import { Icon, type IconName } from '../../ui/icon'
import { Tag } from '../../ui/tag'
import { PersonMark } from '../../ui/who'
import { canBeModerated } from '../moderation/measures'
import { giftText } from './gift-text'

const WORD: Record<ChatTag['state'], string> = {
  shown: '',
  waiting: 'waiting',
  next: 'next',
  answering: 'answering',
  answered: 'answered',
  'passed-over': 'passed over',
}
const ICON: Partial<Record<ChatTag['state'], IconName>> = { next: 'tick', answering: 'wave' }

export interface ChatRowProps {
  readonly line: ChatLine
  /** Of all rows one is reached by Tab; from there the arrows lead on. */
  readonly reached: boolean
  readonly onModerate: (line: ChatLine) => void
}

export const ChatRow = memo(function ChatRow({ line, reached, onModerate }: ChatRowProps) {
  const { from, text, tag, paid, people = 1 } = line
  const picked = tag.state === 'next' || tag.state === 'answering'
  const dim = tag.state === 'passed-over'
  const icon = ICON[tag.state]
  // Of an answered line the reason is that it is answered.
  const words = [...new Set([WORD[tag.state], tag.why])].filter(Boolean).join(' · ')
  return (
    <article
      className={classNames(
        'group relative grid grid-cols-[1.75rem_minmax(0,1fr)] gap-2.5 rounded-control py-1.75 pr-1.5 pl-1.5',
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
        <p className="[overflow-wrap:anywhere] slim:pr-9">
          {paid && (
            <Tag look="on" className="mr-1.5 align-text-bottom">
              <Icon name="gem" />
              {giftText(paid)}
            </Tag>
          )}
          {text}
          {people > 1 && (
            <Tag className="ml-1.5 align-text-bottom font-[650] text-ink">
              ×{people}
              <span className="sr-only"> people</span>
            </Tag>
          )}
        </p>
      </div>
      {canBeModerated(from) && (
        <button
          type="button"
          data-moderate
          tabIndex={reached ? 0 : -1}
          aria-haspopup="dialog"
          onClick={() => onModerate(line)}
          className="absolute right-0.5 bottom-0.5 grid size-9 place-items-end rounded-control p-1 text-ink2 opacity-0 group-hover:opacity-100 hover:text-ink focus:opacity-100 slim:size-11 slim:opacity-100"
        >
          <span className="rounded-tag bg-s2 p-1 slim:bg-transparent">
            <Icon name="shield" className="size-4" />
          </span>
          <span className="sr-only">Moderate {from.name}</span>
        </button>
      )}
    </article>
  )
})

// In: an entry of the audit log. Out: it as a row: when, what became of it, which rule, which platform.
import type { AuditEntry, AuditKind } from '@psiona/shared'
import { memo } from 'react'
import { momentText, sameDay, timeOfDay } from '../../lib/figure-text'
import { Icon, type IconName } from '../../ui/icon'
import { auditDetail, auditSentence } from './audit-words'

const ICON: Readonly<Record<AuditKind, IconName>> = {
  'held-back': 'shield',
  'line-refused': 'bubble',
  approved: 'tick',
  skipped: 'close',
  'waited-out': 'clock',
  'cut-short': 'off',
  'panic-on': 'octagon',
  'panic-off': 'octagon',
  care: 'heart',
  deleted: 'bin',
  moderated: 'hand',
}

export const AuditRow = memo(function AuditRow({ entry }: { entry: AuditEntry }) {
  const detail = auditDetail(entry)
  return (
    <li className="flex gap-2.5 border-t border-line px-3.5 py-2">
      <Icon name={ICON[entry.kind]} className="mt-px text-ink2" />
      <div className="min-w-0 flex-1">
        <p className="[overflow-wrap:anywhere]">{auditSentence(entry)}</p>
        {detail !== '' && <p className="text-xs text-ink3">{detail}</p>}
      </div>
      <time dateTime={new Date(entry.at).toISOString()} className="flex-none text-right text-sm text-ink3">
        {!sameDay(entry.at, Date.now()) && <span className="block">{momentText(entry.at, Date.now())}</span>}
        {timeOfDay(entry.at, true)}
      </time>
    </li>
  )
})

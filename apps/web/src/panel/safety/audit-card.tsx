// In: the audit log. Out: it as a list that can be read, narrowed to one kind and removed.
import type { AuditKind } from '@psiona/shared'
import { useState } from 'react'
import { Button } from '../../ui/button'
import { Card, CardHead } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { Icon } from '../../ui/icon'
import { Pill } from '../../ui/pill'
import { Slider } from '../../ui/slider'
import { Trouble } from '../../ui/trouble'
import { useSection } from '../use-section'
import { AuditRow } from './audit-row'
import { AUDIT_KINDS, kindsIn } from './audit-words'
import { useAudit } from './use-audit'
import { WipeAudit } from './wipe-audit'

const MOST_DAYS = 365

export function AuditCard() {
  const { entries, trouble, hasMore, more, wipe } = useAudit()
  const [kind, setKind] = useState<AuditKind | null>(null)
  const [wiping, setWiping] = useState(false)
  const kinds = kindsIn(entries ?? [])
  // A kind of which nothing is left is no filter any more.
  const narrowed = kinds.some((one) => one.kind === kind) ? kind : null
  const shown = (entries ?? []).filter((entry) => narrowed === null || entry.kind === narrowed)
  return (
    <Card aria-labelledby="audit">
      <CardHead id="audit" title="Audit log" remark="what became of it; no words, no names">
        {entries !== null && entries.length > 0 && (
          <Button size="small" weight="outline" aria-haspopup="dialog" onClick={() => setWiping(true)}>
            <Icon name="bin" className="size-4" />
            Remove<span className="sr-only"> the audit log</span>
          </Button>
        )}
      </CardHead>
      <Trouble className="px-3.5 pb-3">{trouble}</Trouble>
      {kinds.length > 1 && (
        <fieldset className="flex flex-wrap gap-1.5 px-3.5 pb-3">
          <legend className="sr-only">Which of it</legend>
          <Pill pressed={narrowed === null} onClick={() => setKind(null)}>
            All
          </Pill>
          {kinds.map((one) => (
            <Pill key={one.kind} pressed={narrowed === one.kind} onClick={() => setKind(one.kind)}>
              {AUDIT_KINDS[one.kind]} {one.count}
            </Pill>
          ))}
        </fieldset>
      )}
      {entries?.length === 0 ? (
        <Empty title="Nothing yet" className="pt-0">
          What is held back, let through or stopped shows up here, with its rule and its time.
        </Empty>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable by keys
        <ol tabIndex={0} aria-label="Audit log" className="max-h-112 overflow-y-auto -outline-offset-2">
          {shown.map((entry, index) => (
            // Two of the same kind may have the same time.
            // biome-ignore lint/suspicious/noArrayIndexKey: as said above
            <AuditRow key={`${entry.at} ${entry.kind} ${index}`} entry={entry} />
          ))}
          {hasMore && (
            <li className="border-t border-line p-2.5">
              <Button size="small" weight="quiet" onClick={more}>
                Show older ones
              </Button>
            </li>
          )}
        </ol>
      )}
      <KeepDays />
      {wiping && <WipeAudit count={entries?.length ?? 0} isMore={hasMore} wipe={wipe} onClose={() => setWiping(false)} />}
    </Card>
  )
}

function KeepDays() {
  const { value, change, trouble } = useSection('safety')
  return (
    <div className="grid gap-2 border-t border-line px-3.5 pt-3 pb-3.5">
      <Slider
        label="Kept for"
        hint="In data/audit, a file for each day: when, what kind, which rule, which platform."
        value={value.auditDays}
        min={1}
        max={MOST_DAYS}
        step={1}
        text={(days) => (days === 1 ? '1 day' : `${days} days`)}
        onCommit={(next) => void change({ auditDays: next })}
      />
      <Trouble>{trouble}</Trouble>
    </div>
  )
}

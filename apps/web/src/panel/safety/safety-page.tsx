// Out: what she may say and what became of it: rules, words, lines that wait, a place to try a text, panic, the audit log.
'use client'
import { PageColumns } from '../page-columns'
import { usePanel } from '../panel-store'
import { AuditCard } from './audit-card'
import { HoldCard } from './hold-card'
import { LinksCard } from './links-card'
import { PanicCard } from './panic-card'
import { RulesCard } from './rules-card'
import { TryCard } from './try-card'
import { WordsCard } from './words-card'

const column = 'grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3'

export function SafetyPage() {
  if (!usePanel((state) => state.known)) return null
  return (
    <PageColumns>
      <div className={column}>
        <RulesCard />
        <HoldCard />
        <LinksCard />
        <PanicCard />
      </div>
      <div className={column}>
        <TryCard />
        <WordsCard />
        <AuditCard />
      </div>
    </PageColumns>
  )
}

// In: news of safety. Out: the audit log as the server has it, read again when something was counted; more of it, and none of it.
import type { AuditEntry } from '@psiona/shared'
import { useCallback, useEffect, useState } from 'react'
import { type Answer, callApi } from '../../lib/api-call'
import { useCalm } from '../../lib/use-calm'
import { usePanel } from '../panel-store'

/** A screenful or two; the server gives 1000 at most. */
export const PAGE_ENTRIES = 200
export const MOST_ENTRIES = 1000
/** In a flood something is counted every second. */
const READ_EVERY_MS = 3000

export interface AuditDesk {
  /** Null until it was read. Newest first. */
  readonly entries: readonly AuditEntry[] | null
  readonly trouble: string | null
  readonly hasMore: boolean
  readonly more: () => void
  readonly wipe: () => Promise<Answer<unknown>>
}

export function useAudit(): AuditDesk {
  // Whatever became of something, one of these has changed.
  const mark = usePanel(({ safety: { counts, panic, care, held } }) => JSON.stringify([counts, panic, care.length, held.length]))
  const calmMark = useCalm(mark, READ_EVERY_MS)
  const [limit, setLimit] = useState(PAGE_ENTRIES)
  const [entries, setEntries] = useState<readonly AuditEntry[] | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const read = useCallback(async (most: number, isWanted: () => boolean) => {
    const answer = await callApi('audit', { query: { limit: most } })
    if (!isWanted()) return
    setTrouble(answer.ok ? null : answer.problem.message)
    if (answer.ok) setEntries(answer.value.entries)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another mark is the trigger
  useEffect(() => {
    let wanted = true
    void read(limit, () => wanted)
    return () => {
      wanted = false
    }
  }, [read, limit, calmMark])
  return {
    entries,
    trouble,
    hasMore: entries !== null && entries.length >= limit && limit < MOST_ENTRIES,
    more: () => setLimit(MOST_ENTRIES),
    async wipe() {
      const answer = await callApi('wipeAudit')
      if (answer.ok) await read(limit, () => true)
      return answer
    },
  }
}

// What OBS must be brought back to should this process be killed. In: each thing that ducking and rules touch, how it was and how they leave it; the same of the last run. Out: a list that outlives us; OBS as it was, before anybody acts there.
//
// Ducking lies above rules: a rule's volume is what ducking goes back to. So what ducking left is brought back first, and what rules left is compared after that.
// A list belongs to the OBS at one host and port. For another one it waits: who tries a second OBS for an hour finds the first as it was.
import { ObsAction, type ObsSettings, type PartHealth, Problem } from '@psiona/shared'
import { z } from 'zod'
import type { ObsAct } from './obs-act'
import { LEVEL_TOLERANCE_DB, sameWish } from './obs-things'

const BROUGHT_BACK = 'brought back to how it was before Psiona ended unexpectedly'
/** More than rules and ducking touch at a time; of an OBS that never comes back the oldest go. */
const MOST_EARLIER = 500

/** How one thing was, and how we may have left it. */
export interface LeftSo {
  readonly back: ObsAction
  readonly left: readonly ObsAction[]
}

export const ObsLeftEntry = z.strictObject({
  host: z.string(),
  port: z.number(),
  /** Of ducking any level between two of `left` counts as ours. */
  by: z.enum(['duck', 'rules']),
  back: ObsAction,
  left: z.array(ObsAction).min(1),
})
export type ObsLeftEntry = z.infer<typeof ObsLeftEntry>

/** Null: nothing has to be brought back any more. Resolves when that would outlive us; never rejects. */
export type KeepLeft = (thing: string, so: LeftSo | null) => Promise<void>

export interface ObsLeftOptions {
  readonly kept: { readonly earlier: readonly ObsLeftEntry[]; put(entries: readonly ObsLeftEntry[]): Promise<void> }
  readonly place: () => Pick<ObsSettings, 'host' | 'port'>
  /** 'unread': connected, but what is there has not been read yet, so names may not be known. */
  readonly link: () => 'away' | 'unread' | 'read'
  readonly act: ObsAct
  readonly onTrouble: (cause: unknown) => void
}

export interface ObsLeft {
  /** The link to OBS may be another one now. */
  look(): void
  /** For ducking and rules: acts when everything of the last run has been brought back. */
  readonly act: ObsAct
  keep(by: ObsLeftEntry['by']): KeepLeft
  /** The same, with a sentence more when something was brought back since the start. */
  told(health: PartHealth): PartHealth
  /** Resolves when the list is as it shall be. */
  close(): Promise<void>
}

const levelOf = (action: ObsAction): number[] => (action.do === 'volume' ? [action.db] : [])

function isOurs({ by, left }: ObsLeftEntry, found: ObsAction): boolean {
  if (by === 'rules' || found.do !== 'volume') return left.some((one) => sameWish(one, found))
  const levels = left.flatMap(levelOf)
  return found.db >= Math.min(...levels) - LEVEL_TOLERANCE_DB && found.db <= Math.max(...levels) + LEVEL_TOLERANCE_DB
}

/** Ducking first; of rules the last first, as they go back themselves. */
const inOrder = (entries: readonly ObsLeftEntry[]): ObsLeftEntry[] => [
  ...entries.filter(({ by }) => by === 'duck'),
  ...entries.filter(({ by }) => by === 'rules').reverse(),
]

export function createObsLeft({ kept, place, link, act, onTrouble }: ObsLeftOptions): ObsLeft {
  let earlier = kept.earlier.slice(-MOST_EARLIER)
  const own = new Map<string, ObsLeftEntry>()
  let saved = Promise.resolve()
  let bringing: Promise<void> | null = null
  let broughtBack = false
  /** Those who wait until OBS has been read. */
  let waiters: (() => void)[] = []

  const save = (): Promise<void> => {
    saved = kept.put([...earlier, ...own.values()])
    return saved
  }
  const due = () => {
    const { host, port } = place()
    return earlier.filter((entry) => entry.host === host && entry.port === port)
  }
  /** False: OBS is not to be spoken to at the moment. */
  const bring = async (entry: ObsLeftEntry): Promise<boolean> => {
    try {
      if (await act(entry.back, (found) => isOurs(entry, found))) broughtBack = true
    } catch (cause) {
      // What OBS does not do now it may do with the next look; the health says what is wrong with the link.
      if (cause instanceof Problem && cause.category === 'busy') return false
      onTrouble(cause)
    }
    earlier = earlier.filter((one) => one !== entry)
    return true
  }
  const bringAll = async () => {
    const before = earlier.length
    for (const entry of inOrder(due())) if (!(await bring(entry))) break
    if (earlier.length < before) await save()
  }
  const wakeAll = () => {
    const woken = waiters
    waiters = []
    for (const wake of woken) wake()
  }
  const look = () => {
    const now = earlier.length > 0 ? link() : 'read'
    if (now === 'read' && due().length > 0)
      bringing ??= bringAll().finally(() => {
        bringing = null
      })
    if (now !== 'unread') wakeAll()
  }

  return {
    look,
    async act(action, mayChange) {
      look()
      while (due().length > 0 && link() === 'unread') await new Promise<void>((resolve) => void waiters.push(resolve))
      await bringing
      return act(action, mayChange)
    },
    keep: (by) => (thing, so) => {
      const { host, port } = place()
      const key = JSON.stringify([host, port, by, thing])
      const entry: ObsLeftEntry | undefined = so ? { host, port, by, back: so.back, left: [...so.left] } : undefined
      if (JSON.stringify(own.get(key)) === JSON.stringify(entry)) return Promise.resolve()
      if (entry) own.set(key, entry)
      else own.delete(key)
      return save()
    },
    told: (health) =>
      broughtBack && health.state === 'ok' ? { ...health, detail: `${health.detail}; ${BROUGHT_BACK}` } : health,
    async close() {
      await bringing
      await saved
    },
  }
}

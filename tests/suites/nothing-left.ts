// What this process holds open, before and after: programs, threads and connections that an adapter must have given back when it is closed.
import { expect, vi } from 'vitest'

/** How many of each kind. */
export type Held = Readonly<Record<string, number>>

export const held = (kinds: readonly string[]): Held =>
  Object.fromEntries(kinds.map((kind) => [kind, process.getActiveResourcesInfo().filter((active) => active === kind).length]))

/** The other end of a connection is told a moment after this one. */
export const nothingMoreThan = (before: Held, patience: { timeout: number }): Promise<void> =>
  vi.waitFor(() => {
    const more = Object.entries(held(Object.keys(before))).filter(([kind, count]) => count > (before[kind] ?? 0))
    expect(more).toEqual([])
  }, patience)

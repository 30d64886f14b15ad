// An OBS on paper: a board with one value for each thing. In: actions, a hand, failures. Out: what takes them back, and what stands there.
import type { ObsAction } from '@psiona/shared'
import type { ObsAct } from '../../apps/server/src/hooks/obs/obs-act'
import { sameWish, thingOf } from '../../apps/server/src/hooks/obs/obs-things'

export interface ObsBoard {
  /** As Obs.act; takes a moment. */
  readonly act: ObsAct
  /** Changes it as a streamer does. */
  hand(action: ObsAction): void
  now(action: ObsAction): ObsAction | null
  /** The next acts fail with this until it is null. */
  failing: Error | null
  /** Every act that was done, in order. */
  readonly done: ObsAction[]
  /** All that stands there. */
  picture(): Record<string, ObsAction>
}

export function obsBoard(...before: readonly ObsAction[]): ObsBoard {
  const things = new Map(before.map((action) => [thingOf(action), action]))
  const board: ObsBoard = {
    failing: null,
    done: [],
    async act(action, mayChange) {
      await Promise.resolve()
      if (board.failing) throw board.failing
      const key = thingOf(action)
      const was = things.get(key)
      if (!was) throw new Error(`nothing is called ${key}`)
      if (!sameWish(was, action) && mayChange && !(await mayChange(was))) return null
      board.done.push(action)
      things.set(key, action)
      return sameWish(was, action) ? null : was
    },
    hand: (action) => void things.set(thingOf(action), action),
    now: (action) => things.get(thingOf(action)) ?? null,
    picture: () => Object.fromEntries([...things].sort(([a], [b]) => a.localeCompare(b))),
  }
  return board
}

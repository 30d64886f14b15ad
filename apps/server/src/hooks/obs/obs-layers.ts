// Who wants what of each thing in OBS. In: actions put on and taken off again by their owners, in any order. Out: acts, so that the latest wish shows and, when the last has gone, what was there before the first.
//
// Each thing carries the wishes in the order in which they were put on; the latest shows. Taking one off that does not show changes nothing in OBS; taking off
// the one that shows brings back the next below it, and below the last lies what was there before. What the streamer changes by hand overrules whatever lies
// there: it is what everything after it goes back to, and wishes from before it are forgotten. An action that is there to stay counts as done by her hand.
import type { ObsAction } from '@psiona/shared'
import type { ObsAct } from './obs-act'
import type { KeepLeft } from './obs-left'
import { sameWish, thingOf } from './obs-things'

export interface ObsLayersOptions {
  readonly act: ObsAct
  /** The thing an action touches as it was a moment ago, if that is known without asking OBS. With it most changes by hand are not even touched. */
  readonly now?: ((action: ObsAction) => ObsAction | null) | undefined
  /** Told before a thing changes: what must be brought back, should we be killed. */
  readonly keep?: KeepLeft | undefined
  readonly onTrouble: (cause: unknown) => void
}

export interface ObsLayers {
  /** In this order. An owner has one wish for each thing: a new one replaces it and is the latest. Those that fail do not stop the others. */
  put(owner: object, actions: readonly ObsAction[], onTrouble?: (cause: unknown) => void): Promise<void>
  /** Done to stay. */
  leave(actions: readonly ObsAction[], onTrouble?: (cause: unknown) => void): Promise<void>
  /** All that is this owner's, in reverse order. */
  takeOff(owner: object): Promise<void>
  /** OBS is there again: what could not be brought back is tried once more. */
  again(): Promise<void>
  /** Resolves when everything that was asked for so far has been done. */
  done(): Promise<void>
}

interface Layer {
  readonly owner: object
  readonly wanted: ObsAction
  readonly order: number
}

interface Thing {
  /** Before the first layer. */
  readonly before: ObsAction
  /** How we left it. */
  left: ObsAction
  /** Everything it has been since before the first layer, by us. */
  readonly ours: readonly ObsAction[]
  layers: readonly Layer[]
}

export function createObsLayers({ act, now, keep, onTrouble }: ObsLayersOptions): ObsLayers {
  const things = new Map<string, Thing>()
  let orders = 0
  /** One act after the other: every answer tells what was there before. */
  let queue = Promise.resolve()
  const next = (work: () => Promise<void>): Promise<void> => {
    queue = queue.then(work)
    return queue
  }

  const keepSo = (key: string, back: ObsAction, ...ways: readonly ObsAction[]): Promise<void> | undefined => {
    const left = ways.filter((one) => !sameWish(one, back))
    return keep?.(key, left.length > 0 ? { back, left } : null)
  }
  /** Once it stands. */
  const keepAsIs = (key: string) => {
    const thing = things.get(key)
    void (thing ? keepSo(key, thing.before, thing.left) : keep?.(key, null))
  }
  const ownIf = (key: string, found: ObsAction): Thing | null => {
    const thing = things.get(key)
    return thing && sameWish(thing.left, found) ? thing : null
  }
  const put = async (wanted: ObsAction, owner: object | null) => {
    const key = thingOf(wanted)
    try {
      const back = await act(wanted, async (found) => {
        // Killed in between, it is found as it is or as wanted.
        if (owner) await keepSo(key, ownIf(key, found)?.before ?? found, found, wanted)
        return true
      })
      if (!owner) return void things.delete(key)
      const ours = ownIf(key, back ?? wanted)
      const below = ours?.layers.filter((layer) => layer.owner !== owner) ?? []
      const layers = [...below, { owner, wanted, order: orders++ }]
      const before = ours?.before ?? back ?? wanted
      const known = ours?.ours ?? [before]
      const all = known.some((one) => sameWish(one, wanted)) ? known : [...known, wanted]
      things.set(key, { before, left: wanted, ours: all, layers })
    } finally {
      keepAsIs(key)
    }
  }
  const putAll = (actions: readonly ObsAction[], owner: object | null, tell: (cause: unknown) => void) =>
    next(async () => {
      for (const action of actions) await put(action, owner).catch(tell)
    })

  /** Brings it to what the uppermost layer wants. */
  const bring = async (key: string, thing: Thing) => {
    const wanted = thing.layers.at(-1)?.wanted ?? thing.before
    if (!sameWish(wanted, thing.left)) {
      const seen = now?.(wanted) ?? null
      // What is seen may lag behind: only what we never made of it tells of a hand.
      if (seen && !thing.ours.some((one) => sameWish(one, seen))) return void things.delete(key)
      let byHand = false
      await act(wanted, async (found) => {
        byHand = !sameWish(found, thing.left)
        if (!byHand) await keepSo(key, thing.before, thing.left, wanted)
        return !byHand
      })
      if (byHand) return void things.delete(key)
      thing.left = wanted
    }
    if (thing.layers.length === 0) things.delete(key)
  }
  const bringAll = async (keys: readonly string[]) => {
    for (const key of keys) {
      const thing = things.get(key)
      if (!thing) continue
      await bring(key, thing).catch(onTrouble)
      keepAsIs(key)
    }
  }

  return {
    put: (owner, actions, tell = onTrouble) => putAll(actions, owner, tell),
    leave: (actions, tell = onTrouble) => putAll(actions, null, tell),
    takeOff: (owner) =>
      next(async () => {
        const own = [...things].flatMap(([key, { layers }]) =>
          layers.filter((layer) => layer.owner === owner).map(({ order }) => ({ key, order })),
        )
        for (const thing of things.values()) thing.layers = thing.layers.filter((layer) => layer.owner !== owner)
        await bringAll(own.sort((a, b) => b.order - a.order).map(({ key }) => key))
      }),
    again: () => next(() => bringAll([...things.keys()])),
    done: () => queue,
  }
}

// While she speaks, what else sounds gets quieter. In: whether she speaks, what is chosen. Out: the levels of inputs in OBS, step by step, down and up again.
import type { ObsAction, ObsSettings } from '@psiona/shared'
import type { Clock } from '../../clock'
import { DuckFader, type DuckFaderOptions } from './duck-fader'
import type { ObsAct } from './obs-act'
import type { KeepLeft } from './obs-left'
import { thingOf } from './obs-things'

/** OBS mixes in pieces of 21 ms; two of them make steps that are not heard as steps, at 25 requests a second for each input. */
const STEP_MS = 40

export interface ObsDuckOptions extends Pick<DuckFaderOptions, 'act' | 'now'> {
  readonly clock: Clock
  readonly wanted: () => ObsSettings['duck']
  /** What must be brought back, should we be killed. */
  readonly keep?: KeepLeft
  readonly onTrouble: (cause: unknown) => void
}

export interface ObsDuck {
  speaking(on: boolean): void
  /** Other choices: what is no longer chosen gets its level back at once. */
  settle(): void
  /** Something is quieter because of her. */
  active(): boolean
  /** OBS is there again. What was quieter when the connection was lost, and should not be any more, gets its level back;
   *  meanwhile it stays as OBS has it. */
  reconnected(): void
  /** For others that act in OBS: levels are set and found as if nobody spoke, so that the two do not take each other for the streamer's hand. */
  readonly act: ObsAct
  /** For them too: how a thing is. Levels are never told: what is known of them lags behind the steps. */
  now(action: ObsAction): ObsAction | null
  /** Everything gets its level back. */
  close(): Promise<void>
}

interface Ducked {
  readonly fader: DuckFader
  offsetDb: number
  /** It failed: left alone until she speaks again, choices change, or OBS is back. Also when it is missing: it may be in another scene collection. */
  stuck: boolean
  /** Told once until it works. */
  told: boolean
}

export function createObsDuck({ clock, wanted, act, now, keep, onTrouble }: ObsDuckOptions): ObsDuck {
  const inputs = new Map<string, Ducked>()
  let speaks = false
  let closed = false
  let moving = false
  /** Ends the pause between two steps. */
  let hurry = new AbortController()

  const chosen = (): ReadonlySet<string> => {
    const { on, inputs: names } = wanted()
    return new Set(on && !closed ? names : [])
  }
  const goalDb = (input: string, names: ReadonlySet<string>) => (speaks && names.has(input) ? wanted().byDb : 0)
  const nextDb = (fromDb: number, toDb: number, elapsedMs: number): number => {
    const { attackMs, releaseMs, byDb } = wanted()
    const [wayMs, sign] = toDb > fromDb ? [attackMs, 1] : [releaseMs, -1]
    if (wayMs <= elapsedMs) return toDb
    const stepDb = (Math.max(byDb, fromDb) * elapsedMs) / wayMs
    return Math.abs(toDb - fromDb) <= stepDb ? toDb : fromDb + sign * stepDb
  }
  const step = async (input: string, ducked: Ducked, elapsedMs: number, names: ReadonlySet<string>) => {
    const goal = goalDb(input, names)
    const offsetDb = names.has(input) ? nextDb(ducked.offsetDb, goal, elapsedMs) : 0
    try {
      await ducked.fader.move(offsetDb, goal)
      ducked.offsetDb = offsetDb
      ducked.told = false
    } catch (cause) {
      ducked.stuck = true
      if (!ducked.told) onTrouble(cause)
      ducked.told = true
    }
  }
  const due = (names: ReadonlySet<string>) =>
    [...inputs].filter(([input, { fader, offsetDb, stuck }]) => {
      const goal = goalDb(input, names)
      return !stuck && (offsetDb !== goal || (goal === 0 && fader.touched))
    })
  const move = async () => {
    if (moving) return
    moving = true
    let elapsedMs = STEP_MS
    for (;;) {
      const names = chosen()
      const late = due(names)
      if (late.length === 0) break
      const beganMs = clock.monotonicMs()
      await Promise.all(late.map(([input, ducked]) => step(input, ducked, elapsedMs, names)))
      if (due(chosen()).length === 0) break
      hurry = new AbortController()
      await clock.sleep(Math.max(0, STEP_MS - (clock.monotonicMs() - beganMs)), hurry.signal)
      elapsedMs = clock.monotonicMs() - beganMs
    }
    moving = false
    const names = chosen()
    for (const [input, { fader }] of inputs) if (!names.has(input) && !fader.touched) inputs.delete(input)
  }
  const faderOf = (input: string) => {
    const thing = thingOf({ do: 'volume', input, db: 0 })
    return new DuckFader({ input, act, now, keep: keep && ((so) => keep(thing, so)) })
  }
  /** Looks again at all of them. */
  const rouse = () => {
    const names = chosen()
    for (const input of names)
      if (!inputs.has(input)) inputs.set(input, { fader: faderOf(input), offsetDb: 0, stuck: false, told: false })
    for (const ducked of inputs.values()) ducked.stuck = false
    hurry.abort()
    void move()
  }

  return {
    speaking(on) {
      if (on === speaks || closed) return
      speaks = on
      rouse()
    },
    settle: () => {
      if (!closed) rouse()
    },
    active: () => [...inputs.values()].some(({ fader }) => fader.touched),
    reconnected() {
      if (closed) return
      for (const { fader } of inputs.values()) fader.doubt()
      rouse()
    },
    act: (action, mayChange) => {
      const ducked = action.do === 'volume' ? inputs.get(action.input) : undefined
      return ducked && action.do === 'volume' ? ducked.fader.actAside(action, mayChange) : act(action, mayChange)
    },
    now: (action) => (action.do === 'volume' ? null : (now?.(action) ?? null)),
    async close() {
      closed = true
      speaks = false
      hurry.abort()
      await Promise.all([...inputs.values()].map(({ fader }) => fader.move(0).catch(onTrouble)))
    },
  }
}

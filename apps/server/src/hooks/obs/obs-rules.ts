// Rules: when something happens, do this in OBS, then take it back. In: what she feels, what happens, whether she speaks, panic. Out: acts; which rules are in force.
// What becomes of two rules that touch the same thing, and of the streamer's own hand: obs-layers.ts.
import { type Emotion, type Ms, NEUTRAL, type ObsRule, Problem, type StreamEvent } from '@psiona/shared'
import type { Clock } from '../../clock'
import { createObsLayers, type ObsLayersOptions } from './obs-layers'

/** A feeling lets go this far below where it took hold, or half-way to nothing where that is less. */
const LETS_GO_BELOW = 0.15
/** A rule that goes back when its trigger is over, tried out: long enough to be seen. */
const TRIED_MS: Ms = 3000

export interface ObsRulesOptions extends ObsLayersOptions {
  readonly clock: Clock
  readonly rules: () => readonly ObsRule[]
  /** Other rules are in force. */
  readonly onChange: () => void
}

export interface ObsRules {
  felt(emotion: Emotion): void
  /** Told once for each event; of those that last, when they begin. */
  happened(kind: StreamEvent, amount: number | null): void
  speaking(on: boolean): void
  panic(on: boolean): void
  /** The rules may have changed: what is gone, off or different goes back at once. */
  settle(): void
  /** Acts now, whatever its trigger, its rest and its switch say, and goes back as it says. Resolves when it has acted.
   *  @throws Problem 'missing' when there is no such rule, and the first of its actions that failed */
  tryOut(id: string): Promise<void>
  /** Ids, in the order in which they took hold. */
  inForce(): string[]
  /** OBS is there again: what could not be taken back is. */
  reconnected(): Promise<void>
  /** Takes everything back, but for what never goes back. */
  close(): Promise<void>
}

/** A rule in force. */
interface Run {
  readonly tried: boolean
  readonly timer: AbortController | null
}

/** Owns what it has put on. */
interface Standing {
  readonly rule: ObsRule
  /** Of triggers that last. */
  on: boolean
  /** It has acted since its trigger came on. */
  spent: boolean
  /** It rests from when it has gone back. */
  restsUntilMs: Ms
  run: Run | null
  /** Waits for the end of the rest. */
  wake: AbortController | null
}

export function createObsRules(options: ObsRulesOptions): ObsRules {
  const { clock, onChange } = options
  const layers = createObsLayers(options)
  let standings = new Map<string, Standing>()
  /** Those with a run, oldest first. */
  const inForce = new Set<Standing>()
  let emotion = NEUTRAL
  let speaks = false
  let panics = false
  let closed = false

  const later = (ms: Ms, then: () => void): AbortController => {
    const off = new AbortController()
    void clock.sleep(ms, off.signal).then(() => {
      if (!off.signal.aborted) then()
    })
    return off
  }

  const goBack = (standing: Standing) => {
    const { run, rule } = standing
    if (!run) return
    run.timer?.abort()
    standing.run = null
    inForce.delete(standing)
    if (!run.tried) standing.restsUntilMs = clock.monotonicMs() + rule.restSeconds * 1000
    onChange()
    void layers.takeOff(standing)
    look(standing)
  }

  /** Null: until its trigger is over. */
  const lastsMs = ({ rule: { when, back }, on }: Standing, tried: boolean): Ms | null => {
    if (back.after === 'seconds') return back.seconds * 1000
    if (when.on === 'event') return tried ? TRIED_MS : 0
    return tried && !on ? TRIED_MS : null
  }

  /** Once more while it is in force: it does everything again, as the latest, and its time begins anew. */
  const begin = (standing: Standing, tried: boolean, tell?: (cause: unknown) => void): Promise<void> => {
    const { rule } = standing
    if (rule.back.after === 'never') {
      if (!tried) standing.restsUntilMs = clock.monotonicMs() + rule.restSeconds * 1000
      return layers.leave(rule.does, tell)
    }
    const before = standing.run
    before?.timer?.abort()
    const forMs = lastsMs(standing, tried)
    const timer = forMs === null ? null : later(forMs, () => goBack(standing))
    standing.run = { tried: tried && (before?.tried ?? true), timer }
    inForce.delete(standing)
    inForce.add(standing)
    onChange()
    const done = layers.put(standing, rule.does, tell)
    if (forMs === 0) goBack(standing)
    return done
  }

  /** Panic waits for nothing. */
  const mayBegin = ({ rule, run, restsUntilMs }: Standing): boolean =>
    rule.when.on === 'panic' || ((!run || run.tried || rule.restSeconds === 0) && clock.monotonicMs() >= restsUntilMs)

  const isOn = ({ rule: { when, enabled }, on }: Standing): boolean => {
    if (!enabled) return false
    switch (when.on) {
      case 'emotion': {
        const slack = on ? Math.min(LETS_GO_BELOW, when.atLeast / 2) : 0
        return (emotion[when.emotion] ?? 0) >= when.atLeast - slack
      }
      case 'speaking':
        return speaks
      case 'panic':
        return panics
      case 'event':
        return false
      default:
        return when satisfies never
    }
  }
  /** Of triggers that last: what has come on acts once, as soon as it has rested; what is over goes back if it goes by that. */
  const look = (standing: Standing) => {
    if (closed || standings.get(standing.rule.id) !== standing) return
    standing.wake?.abort()
    standing.wake = null
    const was = standing.on
    standing.on = isOn(standing)
    if (!standing.on) {
      standing.spent = false
      if (was && standing.rule.back.after === 'over') goBack(standing)
    } else if (!standing.spent && mayBegin(standing)) {
      standing.spent = true
      void begin(standing, false)
    } else if (!standing.spent && (!standing.run || standing.run.tried)) {
      const restMs = Math.max(1, standing.restsUntilMs - clock.monotonicMs())
      standing.wake = later(restMs, () => look(standing))
    }
  }
  const lookAt = (trigger: ObsRule['when']['on']) => {
    for (const standing of standings.values()) if (standing.rule.when.on === trigger) look(standing)
  }

  const settle = () => {
    if (closed) return
    const before = standings
    standings = new Map()
    for (const rule of options.rules()) {
      const old = before.get(rule.id)
      const same = old && JSON.stringify({ ...old.rule, title: '' }) === JSON.stringify({ ...rule, title: '' })
      const anew = { rule, on: false, spent: false, restsUntilMs: Number.NEGATIVE_INFINITY, run: null, wake: null }
      standings.set(rule.id, same ? old : anew)
    }
    for (const old of before.values()) if (standings.get(old.rule.id) !== old) old.wake?.abort()
    for (const old of [...inForce].reverse()) if (standings.get(old.rule.id) !== old) goBack(old)
    for (const standing of standings.values()) if (standing.rule.when.on !== 'event') look(standing)
  }
  settle()

  return {
    felt(next) {
      emotion = next
      lookAt('emotion')
    },
    speaking(on) {
      speaks = on
      lookAt('speaking')
    },
    panic(on) {
      panics = on
      lookAt('panic')
    },
    happened(kind, amount) {
      if (closed) return
      for (const standing of standings.values()) {
        const { when, enabled } = standing.rule
        if (!enabled || when.on !== 'event' || when.event !== kind || (amount ?? 0) < when.atLeast) continue
        if (mayBegin(standing)) void begin(standing, false)
      }
    },
    settle,
    async tryOut(id) {
      const standing = standings.get(id)
      if (!standing || closed) throw new Problem('no-rule', 'missing', 'There is no such rule. Save it first, then try it.')
      const failures: unknown[] = []
      await begin(standing, true, (cause) => failures.push(cause))
      if (failures.length > 0) throw failures[0]
    },
    inForce: () => [...inForce].map(({ rule }) => rule.id),
    reconnected: () => layers.again(),
    async close() {
      closed = true
      for (const { wake } of standings.values()) wake?.abort()
      for (const standing of [...inForce].reverse()) goBack(standing)
      await layers.done()
    },
  }
}

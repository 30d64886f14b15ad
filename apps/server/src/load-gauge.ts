// How busy the machine is, how much of that is us, how late we come to our turn. In: the counters of the system. Out: what they grew by since the last look, in percent and ms.
import { cpus } from 'node:os'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Ms } from '@psiona/shared'
import type { Clock } from './clock'

/** The event loop is looked at this often: 50 looks a second, so that a p99 of a second is its worst but for one. */
const LOOK_MS: Ms = 20

export interface LoadSource {
  /** Of all cores together, since whenever. */
  machine(): { readonly busyMs: Ms; readonly allMs: Ms }
  /** Time on any core that this process has had, its threads included; not the programs it started. */
  ownMs(): Ms
  cores(): number
  /** p99 since it was last asked; 0 when there was nothing to look at. */
  loopLagMs(): Ms
  close(): void
}

export interface Load {
  /** Percent of the whole machine. */
  readonly own: number
  readonly all: number
  readonly loopLagMs: Ms
}

export interface LoadGauge {
  /** Since the last sample. */
  sample(): Load
  close(): void
}

export function systemLoad(): LoadSource {
  const delay = monitorEventLoopDelay({ resolution: LOOK_MS })
  delay.enable()
  return {
    machine() {
      let [busyMs, allMs] = [0, 0]
      for (const { times } of cpus()) {
        const busy = times.user + times.nice + times.sys + times.irq
        busyMs += busy
        allMs += busy + times.idle
      }
      return { busyMs, allMs }
    },
    ownMs() {
      const { user, system } = process.cpuUsage()
      return (user + system) / 1000
    },
    cores: () => cpus().length,
    loopLagMs() {
      // It measures from look to look, so that at ease it says the time between them.
      const lagMs = delay.count === 0 ? 0 : Math.max(0, delay.percentile(99) / 1e6 - LOOK_MS)
      delay.reset()
      return lagMs
    },
    close: () => void delay.disable(),
  }
}

const percent = (part: number, whole: number): number => (whole > 0 ? Math.min(100, Math.max(0, (part / whole) * 100)) : 0)

export function createLoadGauge({ clock, source = systemLoad() }: { clock: Clock; source?: LoadSource }): LoadGauge {
  const look = () => ({ atMs: clock.monotonicMs(), ownMs: source.ownMs(), ...source.machine() })
  let before = look()
  let all = 0
  return {
    sample() {
      const now = look()
      const own = percent(now.ownMs - before.ownMs, (now.atMs - before.atMs) * source.cores())
      // The system counts in hundredths of a second: two looks in one tell nothing.
      if (now.allMs > before.allMs) all = percent(now.busyMs - before.busyMs, now.allMs - before.allMs)
      before = now
      return { own, all, loopLagMs: source.loopLagMs() }
    },
    close: () => source.close(),
  }
}

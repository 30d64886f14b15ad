// Counters of the stage. In: what happened. Out: Prometheus text.
import { monitorEventLoopDelay } from 'node:perf_hooks'

/** Fine enough to see one 16.7 ms block go late. */
const LAG_RESOLUTION_MS = 10
const NS_PER_S = 1e9

export interface Metrics {
  blocksSent: number
  /** Blocks a slow viewer was spared. */
  blocksSkipped: number
  refused: number
  text(sockets: Readonly<Record<'overlay' | 'panel' | 'mic', number>>): string
  close(): void
}

export function createMetrics(): Metrics {
  const lag = monitorEventLoopDelay({ resolution: LAG_RESOLUTION_MS })
  lag.enable()
  const metric = (name: string, kind: 'counter' | 'gauge', help: string, values: Readonly<Record<string, number>>) =>
    [
      `# HELP psiona_${name} ${help}`,
      `# TYPE psiona_${name} ${kind}`,
      ...Object.entries(values).map(([labels, value]) => `psiona_${name}${labels} ${value}`),
    ].join('\n')
  return {
    blocksSent: 0,
    blocksSkipped: 0,
    refused: 0,
    text(sockets) {
      const perNamespace = Object.entries(sockets).map(([name, count]) => [`{namespace="${name}"}`, count])
      // Measured since the last reading, less the timer's own period.
      const lagS = Math.max(0, lag.percentile(99) / NS_PER_S - LAG_RESOLUTION_MS / 1000)
      lag.reset()
      return `${[
        metric('blocks_sent_total', 'counter', 'Voice blocks sent to viewers.', { '': this.blocksSent }),
        metric('blocks_skipped_total', 'counter', 'Voice blocks slow viewers were spared.', { '': this.blocksSkipped }),
        metric('refused_total', 'counter', 'Requests and upgrades refused at the border.', { '': this.refused }),
        metric('sockets', 'gauge', 'Open sockets.', Object.fromEntries(perNamespace)),
        metric('event_loop_lag_p99_seconds', 'gauge', 'Lag of the event loop since the last reading.', { '': lagS }),
        metric('resident_memory_bytes', 'gauge', 'Memory of the process.', { '': process.memoryUsage.rss() }),
      ].join('\n')}\n`
    },
    close: () => lag.disable(),
  }
}

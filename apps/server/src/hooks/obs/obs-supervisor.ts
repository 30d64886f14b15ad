// Comes back to OBS by itself. In: one attempt to hold a line, which says why it ended. Out: how the connection is; waits grow, and what only the owner can mend waits for the owner.
import type { Ms, ObsLink } from '@psiona/shared'
import type { Clock } from '../../clock'
import { backOffMs } from '../back-off'
import type { LinkEnd } from './obs-link'

/** 0.5, 1, 2, 4 s and no more: OBS is on this machine or next to it, so knocking costs nothing, and it is back within five seconds. */
const MOST_DOUBLINGS = 3

/** Trying again by itself would change nothing. */
const NEEDS_OWNER: Partial<Record<LinkEnd, ObsLink>> = {
  'no-password': 'no-password',
  'wrong-password': 'wrong-password',
  'too-old': 'too-old',
  'sent-away': 'waiting',
}

export interface Connection {
  readonly link: ObsLink
  /** How the last one ended; null before the first end and while it stands. */
  readonly why: LinkEnd | null
}

export interface SupervisorOptions {
  readonly clock: Clock
  /** 0..1. */
  readonly random: () => number
  /** Resolves with why it ended; calls `opened` when it stands. Never rejects. */
  readonly hold: (signal: AbortSignal, opened: () => void) => Promise<LinkEnd>
  readonly onChange: (connection: Connection) => void
}

export interface Supervisor {
  /** Does not wait any longer; nothing happens while connected or connecting. */
  tryNow(): void
  stop(): Promise<void>
}

export function superviseObs({ clock, random, hold, onChange }: SupervisorOptions): Supervisor {
  const stopped = new AbortController()
  let patience: AbortController | null = null
  const waitFor = async (ms: Ms | null) => {
    patience = new AbortController()
    const { signal } = patience
    if (ms !== null) await clock.sleep(ms, signal)
    else if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
    patience = null
    return signal.aborted
  }
  const run = async () => {
    let failures = 0
    onChange({ link: 'connecting', why: null })
    while (!stopped.signal.aborted) {
      const why = await hold(stopped.signal, () => {
        failures = 0
        onChange({ link: 'connected', why: null })
      })
      if (stopped.signal.aborted) return
      const owner = NEEDS_OWNER[why]
      onChange({ link: owner ?? 'waiting', why })
      const asked = await waitFor(owner === undefined ? backOffMs(Math.min(failures++, MOST_DOUBLINGS), random) : null)
      if (stopped.signal.aborted) return
      if (asked) {
        failures = 0
        onChange({ link: 'connecting', why })
      }
    }
  }
  const ended = run()
  return {
    tryNow: () => patience?.abort(),
    stop() {
      stopped.abort()
      patience?.abort()
      return ended
    },
  }
}

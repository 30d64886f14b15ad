// Twitch's chat, read anonymously. In: which channel. Out: what is written there, and how the reading goes. Comes back by itself, for ever.
import type { Ms, PartHealth } from '@psiona/shared'
import { type Clock, sinceNow } from '../../clock'
import { backOffMs } from '../back-off'
import { type LinkEnd, type LinkNews, type LinkState, readChannel } from './twitch-link'

export interface TwitchReadingOptions {
  readonly clock: Clock
  readonly server: string
  readonly port: number
  readonly secure: boolean
  readonly random: () => number
  /** The health has changed. */
  readonly onChange: () => void
  /** tmi.js's own arguments, unchecked. */
  readonly onNews: (news: LinkNews, args: readonly unknown[]) => void
}
export interface TwitchReading {
  /** '' = none. Resolves when the one before is left. */
  choose(channel: string): Promise<void>
  /** The room was found and answers. */
  reads(): boolean
  /** Since when the channel has been read, or tried (wall clock). */
  sittingSinceMs(): number
  health(skipped: number): PartHealth
}

type State =
  | { readonly state: 'off' }
  | { readonly state: 'waiting'; readonly why: LinkEnd; readonly untilMs: Ms }
  | { readonly state: 'connecting' | Exclude<LinkState, 'alive' | 'doubtful'>; readonly doubtful: boolean }

const CHECK_NAME = 'Check the channel name on the Stream page.'
const WHY: Record<LinkEnd, { detail: string; remedy: string }> = {
  unreachable: { detail: 'cannot reach Twitch', remedy: 'Check the internet connection' },
  closed: { detail: 'Twitch closed the connection', remedy: 'Nothing to do' },
  silent: { detail: 'Twitch stopped answering', remedy: 'Check the internet connection' },
  'asked-to-return': { detail: 'Twitch is moving to another server', remedy: 'Nothing to do' },
  refused: { detail: 'Twitch refused to let us read', remedy: 'Twitch may be limiting this network' },
  'told-to-stop': { detail: 'stopped', remedy: 'Nothing to do' },
}

export function createTwitchReading(options: TwitchReadingOptions): TwitchReading {
  const { clock, server, port, secure, random, onChange, onNews } = options
  let channel = ''
  let reading: State = { state: 'off' }
  let sittingSinceMs = sinceNow(clock)
  let current: { readonly stop: AbortController; readonly ended: Promise<void> } | null = null

  const become = (next: State) => {
    reading = next
    onChange()
  }
  const keepReading = async (name: string, signal: AbortSignal) => {
    let failures = 0
    while (!signal.aborted) {
      if (failures === 0) become({ state: 'connecting', doubtful: false })
      const why = await readChannel({
        ...{ server, port, secure, channel: name, clock, signal, onNews },
        onState(state) {
          if (signal.aborted) return
          if (state === 'greeted') failures = 0
          if (state !== 'doubtful' && state !== 'alive') become({ state, doubtful: false })
          else if ('doubtful' in reading) become({ ...reading, doubtful: state === 'doubtful' })
        },
      })
      if (signal.aborted) return
      const waitMs = backOffMs(failures++, random)
      become({ state: 'waiting', why, untilMs: clock.monotonicMs() + waitMs })
      await clock.sleep(waitMs, signal)
    }
  }

  return {
    async choose(name) {
      const left = current
      current = null
      left?.stop.abort()
      channel = name
      sittingSinceMs = sinceNow(clock)
      if (name === '') become({ state: 'off' })
      else {
        const stop = new AbortController()
        current = { stop, ended: keepReading(name, stop.signal) }
      }
      await left?.ended
    },
    reads: () => reading.state === 'room-found' && !reading.doubtful,
    sittingSinceMs: () => sittingSinceMs(),
    health(skipped) {
      const is = (state: PartHealth['state'], detail: string, remedy?: string): PartHealth => {
        return { part: 'twitch', state, detail, ...(remedy === undefined ? {} : { remedy }) }
      }
      if ('doubtful' in reading && reading.doubtful)
        return is(
          'trouble',
          'Twitch does not answer at the moment',
          'Check the internet connection; a new one is tried in a few seconds.',
        )
      switch (reading.state) {
        case 'off':
          return is('off', 'no channel set', 'Enter a channel name on the Stream page; no login is needed to read chat.')
        case 'connecting':
        case 'greeted':
          return is('ok', `connecting to #${channel}`)
        case 'room-found':
          return is('ok', `reading #${channel}${skipped > 0 ? `, ${skipped} lines skipped in floods` : ''}`)
        case 'room-missing':
          return is('trouble', `#${channel} does not exist or is empty so far`, CHECK_NAME)
        case 'room-suspended':
          return is('trouble', `#${channel} is suspended on Twitch`, CHECK_NAME)
        case 'waiting': {
          const { detail, remedy } = WHY[reading.why]
          const seconds = Math.max(1, Math.ceil((reading.untilMs - clock.monotonicMs()) / 1000))
          return is('trouble', detail, `${remedy}; trying again in ${seconds} s.`)
        }
      }
    },
  }
}

// Twitch's chat, read anonymously. In: the channel from the settings. Out: lines written and taken back, and how the reading goes. Comes back by itself, for ever.
import type { Ms, PartHealth } from '@psiona/shared'
import type { Clock } from '../../clock'
import type { Hook } from '../../organs'
import { backOffMs } from '../back-off'
import { createHappeningQueue } from '../happening-queue'
import { type LinkEnd, type LinkNews, type LinkState, readChannel } from './twitch-link'
import { chatCleared, lineWritten, messageDeleted, personCleared } from './twitch-message.external'

/** Twitch delivers a message twice when servers change or channels share a chat; never more than a few seconds apart. */
const REMEMBERED_IDS = 2000

export interface TwitchHookOptions {
  readonly clock: Clock
  readonly server: string
  readonly port: number
  readonly secure: boolean
  /** 0..1, for the jitter of waiting times; default Math.random. */
  readonly random?: () => number
  /** The health has changed. */
  readonly onHealth?: () => void
}

type Reading =
  | { readonly state: 'off' }
  | { readonly state: 'waiting'; readonly why: LinkEnd; readonly untilMs: Ms }
  | { readonly state: 'connecting' | Exclude<LinkState, 'alive' | 'doubtful'>; readonly doubtful: boolean }

const WHY: Record<LinkEnd, { detail: string; remedy: string }> = {
  unreachable: { detail: 'cannot reach Twitch', remedy: 'Check the internet connection' },
  closed: { detail: 'Twitch closed the connection', remedy: 'Nothing to do' },
  silent: { detail: 'Twitch stopped answering', remedy: 'Check the internet connection' },
  'asked-to-return': { detail: 'Twitch is moving to another server', remedy: 'Nothing to do' },
  refused: { detail: 'Twitch refused to let us read', remedy: 'Twitch may be limiting this network' },
  'told-to-stop': { detail: 'stopped', remedy: 'Nothing to do' },
}

export function createTwitchHook({ clock, server, port, secure, random = Math.random, onHealth }: TwitchHookOptions): Hook {
  const queue = createHappeningQueue()
  const seen = new Set<string>()
  let channel = ''
  let reading: Reading = { state: 'off' }
  let current: { readonly stop: AbortController; readonly ended: Promise<void> } | null = null

  const become = (next: Reading) => {
    reading = next
    onHealth?.()
  }
  const isNew = (messageId: string) => {
    if (seen.has(messageId)) return false
    seen.add(messageId)
    for (const oldest of seen) {
      if (seen.size <= REMEMBERED_IDS) break
      seen.delete(oldest)
    }
    return true
  }
  const take = (news: LinkNews, args: readonly unknown[], sittingSinceMs: number) => {
    if (news === 'line') {
      const line = lineWritten(args, clock.wallMs())
      if (line && isNew(line.messageId)) queue.push(line)
      return
    }
    const deleted =
      news === 'message-deleted'
        ? messageDeleted(args)
        : news === 'chat-cleared'
          ? chatCleared(sittingSinceMs)
          : personCleared(args, news === 'person-timed-out' ? sittingSinceMs : undefined)
    if (deleted) queue.push(deleted)
  }

  const keepReading = async (name: string, signal: AbortSignal) => {
    const sittingSinceMs = clock.wallMs()
    let failures = 0
    while (!signal.aborted) {
      if (failures === 0) become({ state: 'connecting', doubtful: false })
      const why = await readChannel({
        ...{ server, port, secure, channel: name, clock, signal },
        onState(state) {
          if (signal.aborted) return
          if (state === 'greeted') failures = 0
          if (state !== 'doubtful' && state !== 'alive') become({ state, doubtful: false })
          else if ('doubtful' in reading) become({ ...reading, doubtful: state === 'doubtful' })
        },
        onNews: (news, args) => take(news, args, sittingSinceMs),
      })
      if (signal.aborted) return
      const waitMs = backOffMs(failures++, random)
      become({ state: 'waiting', why, untilMs: clock.monotonicMs() + waitMs })
      await clock.sleep(waitMs, signal)
    }
  }

  const health = (): PartHealth => {
    const part = 'twitch' as const
    if ('doubtful' in reading && reading.doubtful)
      return {
        part,
        state: 'trouble',
        detail: 'Twitch does not answer at the moment',
        remedy: 'Check the internet connection; a new one is tried in a few seconds.',
      }
    switch (reading.state) {
      case 'off':
        return {
          part,
          state: 'off',
          detail: 'no channel set',
          remedy: 'Enter a channel name in the settings; no login is needed to read chat.',
        }
      case 'connecting':
      case 'greeted':
        return { part, state: 'ok', detail: `connecting to #${channel}` }
      case 'room-found': {
        const skipped = queue.skipped > 0 ? `, ${queue.skipped} lines skipped in floods` : ''
        return { part, state: 'ok', detail: `reading #${channel}${skipped}` }
      }
      case 'room-missing':
        return {
          part,
          state: 'trouble',
          detail: `#${channel} does not exist or is empty so far`,
          remedy: 'Check the channel name in the settings.',
        }
      case 'room-suspended':
        return {
          part,
          state: 'trouble',
          detail: `#${channel} is suspended on Twitch`,
          remedy: 'Check the channel name in the settings.',
        }
      case 'waiting': {
        const { detail, remedy } = WHY[reading.why]
        const seconds = Math.max(1, Math.ceil((reading.untilMs - clock.monotonicMs()) / 1000))
        return { part, state: 'trouble', detail, remedy: `${remedy}; trying again in ${seconds} s.` }
      }
    }
  }
  const leave = (): Promise<void> => {
    const left = current
    current = null
    left?.stop.abort()
    return left?.ended ?? Promise.resolve()
  }

  return {
    happenings: queue,
    settle(settings) {
      if (settings.twitch.channel === channel) return
      void leave()
      channel = settings.twitch.channel
      if (channel === '') return become({ state: 'off' })
      const stop = new AbortController()
      current = { stop, ended: keepReading(channel, stop.signal) }
    },
    health,
    async close() {
      await leave()
      become({ state: 'off' })
      queue.close()
    },
  }
}

// The Twitch hook through the real tmi.js, reading a server on loopback by a clock that stands still. In: server options. Out: both ends, and what to wait for.
import { defaultSettings, type Happening } from '@psiona/shared'
import { createTwitchHook } from '../../apps/server/src/hooks/twitch/twitch-hook'
import type { Hook } from '../../apps/server/src/organs'
import { type FakeClock, fakeClock } from './clock'
import { startTwitchServer, type TwitchServer, type TwitchServerOptions } from './twitch-server'

export interface TwitchReading {
  readonly server: TwitchServer
  readonly clock: FakeClock
  readonly hook: Hook
  choose(channel: string): void
  /** Chooses a channel and resolves when it is read. */
  read(channel?: string): Promise<void>
  next(): Promise<Happening>
  /** Resolves when the health says so; what is waited for comes over a real socket, so there is nothing to advance. */
  whenHealth(words: string): Promise<void>
  close(): Promise<void>
}

export async function startTwitchReading(options: TwitchServerOptions = {}): Promise<TwitchReading> {
  const server = await startTwitchServer(options)
  const clock = fakeClock()
  const watchers = new Set<() => void>()
  const hook = createTwitchHook({
    ...{ clock, server: '127.0.0.1', port: server.port, secure: false },
    // No chance: waits are 0.5, 1, 2, 4 … s.
    random: () => 1,
    onHealth: () => {
      for (const watch of watchers) watch()
    },
  })
  const reader = hook.happenings[Symbol.asyncIterator]()
  const choose = (channel: string) => hook.settle({ ...defaultSettings(), twitch: { channel } })
  const whenHealth = (words: string) =>
    new Promise<void>((resolve) => {
      const watch = () => {
        const { detail, remedy } = hook.health()
        if (!`${detail} ${remedy}`.includes(words)) return
        watchers.delete(watch)
        resolve()
      }
      watchers.add(watch)
      watch()
    })
  return {
    ...{ server, clock, hook, choose, whenHealth },
    read(channel = 'psiona') {
      choose(channel)
      return whenHealth(`reading #${channel}`)
    },
    async next() {
      const { value, done } = await reader.next()
      if (done) throw new Error('the hook was closed')
      return value
    },
    async close() {
      await hook.close()
      await server.close()
    },
  }
}

// The Twitch hook on loopback by a clock that stands still: the real tmi.js and Twurple's real calls. In: server options, who is signed in. Out: both ends, and what to wait for.
import { defaultSettings, type Happening, TwitchSettings } from '@psiona/shared'
import { createTwitchHook, type TwitchHook } from '../../apps/server/src/hooks/twitch/twitch-hook'
import { ANSWER_WITHIN_MS } from '../../apps/server/src/hooks/twitch/twitch-http'
import { TWITCH_SCOPES } from '../../apps/server/src/hooks/twitch/twitch-scopes'
import type { Secrets } from '../../apps/server/src/organs'
import { type FakeClock, fakeClock } from './clock'
import { keptSecrets } from './kept-secrets'
import { createPatience } from './patience'
import { startTwitchApi, type TwitchApi } from './twitch-api'
import { CLIENT_ID } from './twitch-api-id'
import { startTwitchServer, type TwitchServer, type TwitchServerOptions } from './twitch-server'

export interface TwitchReadingOptions extends TwitchServerOptions {
  /** Somebody who signed in before the start, and for what. */
  readonly signedIn?: { readonly name: string; readonly scopes?: readonly string[] }
  /** What stands in the secrets instead. */
  readonly kept?: string
  /** May write more. */
  readonly moderators?: readonly string[]
}
export interface TwitchReading {
  readonly server: TwitchServer
  readonly api: TwitchApi
  readonly clock: FakeClock
  readonly hook: TwitchHook
  readonly secrets: Secrets
  choose(channel: string): void
  /** Chooses a channel and resolves when it is read. */
  read(channel?: string): Promise<void>
  next(): Promise<Happening>
  /** So many, in their order. */
  nextOf(count: number): Promise<Happening[]>
  /** Resolves when the health says so; what is waited for comes over a real socket, so there is nothing to advance. */
  whenHealth(words: string): Promise<void>
  /** The same for anything the hook tells. */
  when(isSo: () => boolean): Promise<void>
  /** As `when`, while time passes, unless an answer of the API is waited for. */
  soon(isSo: () => boolean, stepMs?: number): Promise<void>
  close(): Promise<void>
}

export async function startTwitchReading(options: TwitchReadingOptions = {}): Promise<TwitchReading> {
  const server = await startTwitchServer(options)
  const clock = fakeClock()
  const api = await startTwitchApi({
    wallMs: clock.wallMs,
    onWritten: ({ id, name, text, replyTo }) =>
      void server.say('psiona', { id, name, text: replyTo === undefined ? text : `@somebody ${text}` }),
  })
  const secrets = keptSecrets(options.kept === undefined ? {} : { 'twitch-login': options.kept })
  for (const name of options.moderators ?? []) api.helix.moderators.add(name)
  if (options.signedIn) {
    const { name, scopes = TWITCH_SCOPES } = options.signedIn
    const { accessToken, refreshToken } = api.signIn.issue(name, scopes)
    secrets.write(
      'twitch-login',
      JSON.stringify({ clientId: CLIENT_ID, accessToken, refreshToken, userId: '', name: '', scopes: [] }),
    )
  }
  const patience = createPatience(clock, ANSWER_WITHIN_MS)
  const watchers = new Set<() => void>()
  const told = () => {
    for (const watch of watchers) watch()
  }
  const hook = createTwitchHook({
    ...{ clock: patience.clock, server: '127.0.0.1', port: server.port, secure: false, secrets, apiPort: api.port },
    // No chance: waits are 0.5, 1, 2, 4 … s.
    random: () => 1,
    onHealth: told,
    onChange: told,
  })
  const reader = hook.happenings[Symbol.asyncIterator]()
  const choose = (channel: string) =>
    hook.settle({ ...defaultSettings(), twitch: TwitchSettings.parse({ channel, clientId: CLIENT_ID }) })
  const when = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      const watch = () => {
        if (!isSo()) return
        watchers.delete(watch)
        resolve()
      }
      watchers.add(watch)
      watch()
    })
  const whenHealth = (words: string) =>
    when(() => {
      const { detail, remedy } = hook.health()
      return `${detail} ${remedy}`.includes(words)
    })
  const next = async (): Promise<Happening> => {
    const { value, done } = await reader.next()
    if (done) throw new Error('the hook was closed')
    return value
  }
  return {
    ...{ server, api, clock, hook, secrets, choose, when, whenHealth, soon: patience.soon },
    read(channel = 'psiona') {
      choose(channel)
      return whenHealth(`reading #${channel}`)
    },
    next,
    async nextOf(count) {
      const all: Happening[] = []
      while (all.length < count) all.push(await next())
      return all
    },
    async close() {
      await hook.close()
      await server.close()
      await api.close()
    },
  }
}

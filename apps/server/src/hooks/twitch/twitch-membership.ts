// What whoever is signed in is in the channel. In: sign-in and channel. Out: their ids and rights, and EventSub listening there. Tries again by itself, for ever.
import { Problem } from '@psiona/shared'
import type { ApiClient } from '@twurple/api'
import { z } from 'zod'
import type { Clock } from '../../clock'
import { backOffMs } from '../back-off'
import type { EventSub } from './eventsub'
import type { TwitchTokens } from './twitch-tokens'

/** Nobody moderates more than a thousand channels that she sits in. */
const MOST_PAGES = 10
const MODERATED = 'user:read:moderated_channels'
const UserId = z.string().min(1).max(100)

export interface TwitchRoom {
  readonly channelId: string
  readonly userId: string
  readonly broadcaster: boolean
  /** Or broadcaster. */
  readonly moderator: boolean
}
export interface TwitchMembership {
  /** Nothing happens when neither has changed. */
  settle(tokens: TwitchTokens | null, channel: string): void
  room(): TwitchRoom | null
  /** Why there is no room although there should be; '' = none. */
  trouble(): string
  close(): Promise<void>
}
export interface TwitchMembershipOptions {
  readonly clock: Clock
  readonly random: () => number
  readonly helix: () => Promise<ApiClient>
  readonly eventSub: Pick<EventSub, 'listen'>
  readonly onChange: () => void
}

async function roomOf(api: ApiClient, { userId, name, scopes }: TwitchTokens, channel: string): Promise<TwitchRoom> {
  if (name.toLowerCase() === channel) return { channelId: userId, userId, broadcaster: true, moderator: true }
  const user = await api.users.getUserByName(channel)
  if (!user)
    throw new Problem(
      'twitch-channel',
      'missing',
      `#${channel} is not known at Twitch. Check the channel name on the Stream page.`,
    )
  const channelId = UserId.parse(user.id)
  const moderator = scopes.includes(MODERATED) && (await moderates(api, userId, channelId))
  return { channelId, userId, broadcaster: false, moderator }
}

async function moderates(api: ApiClient, userId: string, channelId: string): Promise<boolean> {
  let after: string | undefined
  for (let page = 0; page < MOST_PAGES; page++) {
    const { data, cursor } = await api.moderation.getModeratedChannels(userId, { limit: 100, ...(after ? { after } : {}) })
    if (data.some(({ id }) => id === channelId)) return true
    if (!cursor) return false
    after = cursor
  }
  return false
}

export function createTwitchMembership({ clock, random, helix, eventSub, onChange }: TwitchMembershipOptions): TwitchMembership {
  let wanted = ''
  let room: TwitchRoom | null = null
  let trouble = ''
  let stop = new AbortController()
  let ended = Promise.resolve()

  const join = async (tokens: TwitchTokens, channel: string, signal: AbortSignal) => {
    for (let failures = 0; !signal.aborted; failures++) {
      try {
        const found = await roomOf(await helix(), tokens, channel)
        if (signal.aborted) return
        room = found
        trouble = ''
        await eventSub.listen(found)
        return onChange()
      } catch (cause) {
        if (signal.aborted) return
        trouble = cause instanceof Problem ? cause.message : 'Twitch answers something else than it should. Wait a minute.'
        onChange()
      }
      await clock.sleep(backOffMs(failures, random), signal)
    }
  }
  const leave = async () => {
    stop.abort()
    room = null
    trouble = ''
    await ended
    await eventSub.listen(null)
  }
  return {
    settle(tokens, channel) {
      const member = tokens?.userId && channel ? tokens : null
      const next = member ? [channel, member.userId, member.name, ...member.scopes].join(' ') : ''
      if (next === wanted) return
      wanted = next
      const left = leave()
      stop = new AbortController()
      const { signal } = stop
      ended = left.then(() => (member ? join(member, channel, signal) : onChange()))
    },
    room: () => room,
    trouble: () => trouble,
    async close() {
      wanted = ''
      await leave()
    },
  }
}

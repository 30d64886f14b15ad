// Twitch's events, kept coming. In: whose channel, as whom. Out: notices, each once; and per kind whether it comes, or why not. Comes back by itself, for ever.
import { Problem, type TwitchState } from '@psiona/shared'
import type { ApiClient } from '@twurple/api'
import type { Clock } from '../../clock'
import { backOffMs } from '../back-off'
import { createOnce } from '../once'
import { type EventSubNotice, runEventSubSession } from './eventsub-session'
import { EVENTSUB_TOPICS, type EventSubTopic } from './eventsub-topics'
import { HelixRefusal } from './helix-refusal'
import type { TwitchPlaces } from './twitch-places'

export interface EventSubRoom {
  readonly channelId: string
  readonly userId: string
}
export interface EventSubOptions {
  readonly clock: Clock
  readonly places: TwitchPlaces
  readonly random: () => number
  readonly helix: () => Promise<ApiClient>
  readonly onNotice: (notice: EventSubNotice) => void
  readonly onChange: () => void
}
export interface EventSub {
  /** Listens there and nowhere else; null = not at all. Resolves when what was there before has ended. */
  listen(room: EventSubRoom | null): Promise<void>
  /** One entry a kind, in the order of the topics. */
  states(): TwitchState['events']
}

type TopicState = TwitchState['events'][number]['state']
const REVOKED: Record<string, string> = {
  authorization_revoked: 'the permission was taken back at Twitch; sign in again',
  user_removed: 'the account is gone',
  version_removed: 'Twitch no longer tells this; update Psiona',
}
const CONNECTING = 'connecting'

export function createEventSub({ clock, places, random, helix, onNotice, onChange }: EventSubOptions): EventSub {
  const told = createOnce()
  const states = new Map<string, { readonly state: TopicState; readonly why: string }>()
  let current: { readonly stop: AbortController; readonly ended: Promise<void> } | null = null

  const become = (type: string, state: TopicState, why = '') => {
    states.set(type, { state, why })
    onChange()
  }
  const all = (state: TopicState, why: string) => {
    for (const { type } of EVENTSUB_TOPICS) states.set(type, { state, why })
    onChange()
  }
  /** True: it is settled, one way or the other. */
  const subscribe = async (topic: EventSubTopic, room: EventSubRoom, sessionId: string): Promise<boolean> => {
    try {
      const api = await helix()
      const transport = { method: 'websocket', session_id: sessionId } as const
      await api.asUser(room.userId, (me) => topic.ask(me.eventSub, room.channelId, transport))
      become(topic.type, 'on')
      return true
    } catch (cause) {
      // 409: it is there already.
      if (cause instanceof HelixRefusal && cause.status === 409) {
        become(topic.type, 'on')
        return true
      }
      become(topic.type, 'trouble', cause instanceof Problem ? cause.message : 'Twitch answers something else than it should.')
      return cause instanceof Problem && !cause.retry
    }
  }
  const subscribeAll = async (room: EventSubRoom, sessionId: string, signal: AbortSignal) => {
    let left = [...EVENTSUB_TOPICS]
    for (let round = 0; left.length > 0 && !signal.aborted; round++) {
      if (round > 0) await clock.sleep(backOffMs(round, random), signal)
      const again: EventSubTopic[] = []
      for (const topic of left) {
        if (signal.aborted) return
        if (!(await subscribe(topic, room, sessionId))) again.push(topic)
      }
      left = again
    }
  }
  const keepListening = async (room: EventSubRoom, signal: AbortSignal) => {
    let failures = 0
    while (!signal.aborted) {
      all('off', CONNECTING)
      const session = new AbortController()
      let subscribing = Promise.resolve()
      const why = await runEventSubSession({
        ...{ places, clock, signal },
        onWelcome(sessionId) {
          failures = 0
          subscribing = subscribeAll(room, sessionId, AbortSignal.any([signal, session.signal]))
        },
        onNotice(notice) {
          if (told.first(notice.messageId)) onNotice(notice)
        },
        onRevoked: (type, status) => become(type, 'trouble', REVOKED[status] ?? `Twitch ended it (${status})`.slice(0, 100)),
      })
      session.abort()
      await subscribing
      if (signal.aborted) return
      all('trouble', why === 'unreachable' ? 'Twitch cannot be reached; trying again' : 'the connection ended; trying again')
      await clock.sleep(backOffMs(failures++, random), signal)
    }
  }
  return {
    async listen(room) {
      const old = current
      current = null
      old?.stop.abort()
      await old?.ended
      states.clear()
      if (!room || current) return
      const stop = new AbortController()
      current = { stop, ended: keepListening(room, stop.signal) }
    },
    states() {
      const titles = new Set(EVENTSUB_TOPICS.map(({ title }) => title))
      return [...titles].map((title) => {
        const mine = EVENTSUB_TOPICS.filter((topic) => topic.title === title).map(({ type }) => states.get(type))
        const worst = mine.find((one) => one?.state === 'trouble') ?? mine.find((one) => one?.state !== 'on')
        return { title, state: mine.every(Boolean) || worst ? (worst?.state ?? 'on') : 'off', why: worst?.why ?? '' }
      })
    },
  }
}

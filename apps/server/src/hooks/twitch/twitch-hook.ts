// Twitch as one source of chat: read anonymously, and with a sign-in events, writing and moderation. In: settings. Out: happenings, health, and what the panel shows.
import { type Ms, type PartHealth, Problem, type TwitchState, twoHalves } from '@psiona/shared'
import type { ApiClient } from '@twurple/api'
import type { Clock } from '../../clock'
import type { ChatSource, Secrets } from '../../organs'
import { createChatWriter } from '../chat-writer'
import { createHappeningQueue } from '../happening-queue'
import { createEventSub } from './eventsub'
import { openHelix } from './helix'
import { createOwnLines } from './own-lines'
import { createTwitchDesk } from './twitch-desk'
import { createTwitchHappenings } from './twitch-happenings'
import { createTwitchHttp } from './twitch-http'
import { createTwitchId } from './twitch-id'
import { createTwitchLogin } from './twitch-login'
import { createTwitchMembership } from './twitch-membership'
import { twitchPlaces } from './twitch-places'
import { createTwitchReading } from './twitch-reading'

export interface TwitchHookOptions {
  readonly clock: Clock
  readonly server: string
  readonly port: number
  readonly secure: boolean
  readonly secrets: Secrets
  /** For tests: a stand-in for sign-in, API and events on this machine. */
  readonly apiPort?: number | undefined
  /** 0..1, for the jitter of waiting times; default Math.random. */
  readonly random?: () => number
  /** The health has changed. */
  readonly onHealth?: () => void
  /** The state has changed. */
  readonly onChange?: () => void
}
export interface TwitchHook extends ChatSource {
  state(): TwitchState
  /** Resolves when a code stands on the screen. @throws Problem */
  signIn(): Promise<TwitchState>
  signOut(): Promise<TwitchState>
}

/** The chat tells these by itself, without a sign-in. */
const TOLD_BY_CHAT = ['subscription', 'gift', 'raid', 'bits', 'announcement']
const SIGN_IN = 'sign in to Twitch to see these'
const WRITE = 'user:write:chat'
/** Twitch ignores whoever writes more, for half an hour. */
const MOST_LINES = 20
const MOST_LINES_OF_MODERATORS = 100
const LINES_WITHIN_MS: Ms = 30_000
const LONGEST_LINE = 500

export function createTwitchHook(options: TwitchHookOptions): TwitchHook {
  const { clock, secrets, random = Math.random, onHealth, onChange } = options
  const queue = createHappeningQueue()
  const closing = new AbortController()
  const places = twitchPlaces(options.apiPort)
  const http = createTwitchHttp(clock)
  let channel = ''
  let clientId = ''

  const changed = () => {
    onHealth?.()
    onChange?.()
  }
  const login = createTwitchLogin({
    ...{ clock, secrets, random, id: createTwitchId(http, places) },
    onChange() {
      membership.settle(login.tokens(), channel)
      changed()
    },
  })
  let opened: Promise<ApiClient> | null = null
  const helix = () => (opened ??= openHelix({ clock, http, places, login, signal: closing.signal }))
  const own = createOwnLines(clock)
  const eventSub = createEventSub({
    ...{ clock, places, random, helix },
    onNotice: (notice) => happenings.eventSub(notice),
    onChange: changed,
  })
  const membership = createTwitchMembership({ clock, random, helix, eventSub, onChange: changed })
  const reading = createTwitchReading({
    ...{ clock, server: options.server, port: options.port, secure: options.secure, random },
    onNews: (news, args) => happenings.chat(news, args),
    onChange: changed,
  })
  const happenings = createTwitchHappenings({
    ...{ clock, push: queue.push },
    isOwn: (line) => own.isOwn(line, membership.room()?.userId),
    sittingSinceMs: reading.sittingSinceMs,
    redeemsTold: () => eventSub.states().some(({ title, state }) => title === 'redeem' && state === 'on'),
    chatRead: reading.reads,
  })
  const desk = createTwitchDesk({ helix, own, room: membership.room, lack: () => lack() })
  const moderates = () => membership.room()?.moderator === true
  const writer = createChatWriter({
    ...{ clock, send: desk.send, withinMs: LINES_WITHIN_MS, longest: LONGEST_LINE },
    most: () => (moderates() ? MOST_LINES_OF_MODERATORS : MOST_LINES),
    mayRepeat: moderates,
    onChange: changed,
  })

  /** Why nothing can be done in the channel; '' = it can. */
  const lack = (): string => {
    if (channel === '') return 'No Twitch channel is set. Enter one on the Stream page.'
    const { login: how, detail } = login.state()
    if (how === 'expired') return detail
    if (!login.tokens()) return 'Nobody is signed in at Twitch. Sign in on the Stream page.'
    if (!membership.room()) return membership.trouble() || detail || 'Twitch is being asked who is signed in. Wait a moment.'
    return ''
  }
  const cannotWrite = (): string => {
    const missing = lack()
    if (missing) return missing
    const may = login.state().scopes.includes(WRITE)
    return may ? '' : 'Twitch was not asked whether she may write. Sign in again on the Stream page.'
  }
  const events = (): TwitchState['events'] => {
    const reads = reading.reads()
    const told = eventSub.states().map((one) => {
      if (reads && TOLD_BY_CHAT.includes(one.title)) return { title: one.title, state: 'on' as const, why: '' }
      return membership.room() ? one : { title: one.title, state: 'off' as const, why: login.tokens() ? lack() : SIGN_IN }
    })
    const others = TOLD_BY_CHAT.filter((title) => told.every((one) => one.title !== title))
    const chat = others.map((title) => ({
      title,
      state: reads ? ('on' as const) : ('off' as const),
      why: reads ? '' : 'the chat is not read',
    }))
    return [...told, ...chat]
  }
  const state = (): TwitchState => {
    const { detail, ...how } = login.state()
    return {
      ...{ channel, ...how, events: events(), waitingToWrite: writer.waiting },
      moderator: moderates(),
      detail: detail || membership.trouble(),
    }
  }
  const health = (): PartHealth => {
    const read = reading.health(queue.skipped)
    const { login: how, detail } = login.state()
    if (read.state !== 'ok' || how !== 'expired') return read
    return { part: 'twitch', state: 'trouble', ...twoHalves(detail, 'Sign in to Twitch again on the Stream page.') }
  }

  return {
    platform: 'twitch',
    happenings: queue,
    settle({ twitch }) {
      clientId = twitch.clientId
      if (twitch.channel === channel) return
      channel = twitch.channel
      writer.clear('the channel was changed')
      void reading.choose(channel)
      membership.settle(login.tokens(), channel)
    },
    health,
    state,
    cannotWrite,
    async write(line, signal) {
      const why = cannotWrite()
      return why === '' ? writer.write(line, signal) : { sent: false, why }
    },
    async moderate(order) {
      if (order.messageId === undefined && order.personId === undefined)
        throw new Problem('nothing-to-moderate', 'input', 'Neither a line nor a person is named. Name one of them.')
      await desk.moderate(order)
    },
    async signIn() {
      if (clientId === '')
        throw new Problem(
          'twitch-client',
          'input',
          'There is no client id of a Twitch application. Register one of the public kind at dev.twitch.tv and enter its client id.',
        )
      await login.signIn(clientId)
      return state()
    },
    async signOut() {
      writer.clear('signed out')
      await login.signOut()
      return state()
    },
    async close() {
      closing.abort()
      happenings.close()
      await Promise.all([writer.close(), membership.close(), reading.choose(''), login.close()])
      queue.close()
    },
  }
}

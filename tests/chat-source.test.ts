// One suite, two platforms: Twitch as it ships, and YouTube's way of listing a chat as a second source that exists in tests alone.
import { defaultSettings, type Happening } from '@psiona/shared'
import { describe } from 'vitest'
import type { ChatSource } from '../apps/server/src/organs'
import { fakeClock } from './fakes/clock'
import { createPatience } from './fakes/patience'
import { userIdOf } from './fakes/twitch-dialect'
import { startTwitchReading } from './fakes/twitch-reading'
import { channelIdOf, startYoutubeServer, TOKEN } from './fakes/youtube-server'
import { createYoutubeSource, YOUTUBE_LIMIT_MS } from './fakes/youtube-source'
import { type ChatSourceAtWork, chatSourceSuite } from './suites/chat-source-suite'

const readerOf = (source: ChatSource): (() => Promise<Happening>) => {
  const reader = source.happenings[Symbol.asyncIterator]()
  return async () => {
    const { value, done } = await reader.next()
    if (done) throw new Error('the source was closed')
    return value
  }
}

async function openTwitch(): Promise<ChatSourceAtWork> {
  const twitch = await startTwitchReading({ moderators: ['ToriBot'] })
  const { server, api, hook, clock, soon } = twitch
  // One whose lines do not count as the broadcaster's own.
  const signIn = async () => {
    await hook.signIn()
    api.signIn.enter('ToriBot')
    await soon(() => hook.cannotWrite() === '', 1000)
  }
  return {
    ...{ source: hook, clock, soon, signIn, most: 100, longest: 500, replies: true, next: twitch.next },
    choose: () => twitch.choose('psiona'),
    leave: () => twitch.choose(''),
    heard: server.read,
    say: (name, text, id) => server.say('psiona', { name, text, ...(id === undefined ? {} : { id }) }),
    personOf: userIdOf,
    remove: server.clearMessage,
    silence: (name) => server.clearChat(name),
    clear: () => server.clearChat(),
    subscribe: (name) => server.userNotice('psiona', 'sub', { name, text: '', id: `sub-${name}` }, { 'cumulative-months': '1' }),
    network(up) {
      server.refuse(!up)
      api.refuse(!up)
      if (up) return
      server.dropAll()
      api.events.drop()
    },
    refuseNext: (reason) => api.helix.dropNext('as_told', reason),
    written: () => api.helix.written,
    moderated: () => api.helix.moderated,
    close: twitch.close,
  }
}

async function openYoutube(): Promise<ChatSourceAtWork> {
  const server = await startYoutubeServer()
  const clock = fakeClock()
  const { clock: watched, soon } = createPatience(clock, YOUTUBE_LIMIT_MS)
  let chatId = ''
  let token = ''
  const source = createYoutubeSource({
    ...{ clock: watched, port: server.port, ownId: channelIdOf('Tori') },
    chatId: () => chatId,
    token: () => token,
    onChange: () => {},
  })
  const choose = (id: string) => {
    chatId = id
    source.settle(defaultSettings())
  }
  return {
    ...{ source, clock, soon, most: 10, longest: 200, replies: null, clear: null, next: readerOf(source) },
    choose: () => choose('live-1'),
    leave: () => choose(''),
    async signIn() {
      token = TOKEN
    },
    heard: () => soon(server.allTaken),
    say: server.say,
    personOf: channelIdOf,
    remove: (messageId) =>
      void server.item('messageDeletedEvent', 'Mod', { messageDeletedDetails: { deletedMessageId: messageId } }),
    silence: (name) =>
      void server.item('userBannedEvent', 'Mod', {
        userBannedDetails: { bannedUserDetails: { channelId: channelIdOf(name) }, banType: 'permanent' },
      }),
    subscribe: (name) => void server.item('newSponsorEvent', name, { newSponsorDetails: {} }, `sponsor-${name}`),
    network: (up) => server.refuse(!up),
    refuseNext: server.refuseNext,
    written: () => server.written.map((text) => ({ text })),
    moderated: () => server.moderated,
    async close() {
      await source.close()
      await server.close()
    },
  }
}

describe('[R117] one suite for every chat', () => {
  chatSourceSuite('Twitch', openTwitch)
  chatSourceSuite('YouTube', openYoutube)
})

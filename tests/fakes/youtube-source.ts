// A second source of chat, to prove that one more platform is one more adapter: YouTube's live chat by polling. In: a server and a token. Out: the ChatSource port.
import { Problem } from '@psiona/shared'
import type { Clock } from '../../apps/server/src/clock'
import { backOffMs } from '../../apps/server/src/hooks/back-off'
import { createChatWriter } from '../../apps/server/src/hooks/chat-writer'
import { createHappeningQueue } from '../../apps/server/src/hooks/happening-queue'
import { createOnce } from '../../apps/server/src/hooks/once'
import type { ChatOut, ChatSent, ChatSource } from '../../apps/server/src/organs'
import { YoutubePage, youtubeItem } from './youtube-item.external'

export const YOUTUBE_LIMIT_MS = 9000
const SIGN_IN = 'Nobody is signed in at YouTube. Sign in first.'

export function createYoutubeSource(options: {
  readonly clock: Clock
  readonly port: number
  /** '' = off. */
  readonly chatId: () => string
  readonly token: () => string
  /** As whom she writes: what comes from there is her own. */
  readonly ownId: string
  readonly onChange: () => void
}): ChatSource {
  const { clock, chatId, token, onChange } = options
  const queue = createHappeningQueue()
  const seen = createOnce()
  let state: 'off' | 'connecting' | 'reading' | 'trouble' = 'off'
  let current: { readonly id: string; readonly stop: AbortController; readonly ended: Promise<void> } | null = null
  const closing = new AbortController()

  const ask = async (
    method: string,
    path: string,
    body: unknown,
    signal: AbortSignal,
  ): Promise<{ status: number; json: unknown }> => {
    const over = new AbortController()
    const either = AbortSignal.any([signal, over.signal])
    const timer = new AbortController()
    void clock.sleep(YOUTUBE_LIMIT_MS, timer.signal).then(() => timer.signal.aborted || over.abort())
    try {
      const response = await fetch(`http://127.0.0.1:${options.port}/youtube/v3/liveChat/${path}`, {
        method,
        headers: { authorization: `Bearer ${token()}` },
        signal: either,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      return { status: response.status, json: await response.json() }
    } finally {
      timer.abort()
    }
  }
  const become = (next: typeof state) => {
    state = next
    onChange()
  }
  const poll = async (id: string, signal: AbortSignal) => {
    let page = ''
    let failures = 0
    while (!signal.aborted) {
      let waitMs: number
      try {
        const { json } = await ask('GET', `messages?liveChatId=${id}${page && `&pageToken=${page}`}`, undefined, signal)
        const { nextPageToken, pollingIntervalMillis, items } = YoutubePage.parse(json)
        if (signal.aborted) return
        page = nextPageToken
        failures = 0
        waitMs = pollingIntervalMillis
        for (const raw of items) {
          const item = youtubeItem(raw, clock.wallMs())
          if (item?.happening && item.authorId !== options.ownId && seen.first(item.id)) queue.push(item.happening)
        }
        if (state !== 'reading') become('reading')
      } catch {
        if (signal.aborted) return
        waitMs = backOffMs(failures++, () => 1)
        become('trouble')
      }
      await clock.sleep(waitMs, signal)
    }
  }
  const send = async ({ text }: ChatOut): Promise<ChatSent> => {
    try {
      const snippet = { liveChatId: chatId(), type: 'textMessageEvent', textMessageDetails: { messageText: text } }
      const { status, json } = await ask('POST', 'messages?part=snippet', { snippet }, closing.signal)
      if (status !== 200) return { sent: false, why: `YouTube refuses: ${JSON.stringify(json).slice(0, 100)}` }
      return { sent: true }
    } catch {
      return { sent: false, why: 'YouTube cannot be reached. Check the internet connection.' }
    }
  }
  const writer = createChatWriter({
    ...{ clock, send, onChange, withinMs: 30_000, longest: 200 },
    most: () => 10,
    mayRepeat: () => true,
  })
  const cannotWrite = () => (token() === '' ? SIGN_IN : chatId() === '' ? 'No live chat is set. Choose one.' : '')
  const leave = async () => {
    const left = current
    current = null
    left?.stop.abort()
    await left?.ended
  }

  return {
    platform: 'youtube',
    happenings: queue,
    settle() {
      const id = chatId()
      if (id === (current?.id ?? '')) return
      void leave()
      if (id === '') return become('off')
      become('connecting')
      const stop = new AbortController()
      current = { id, stop, ended: poll(id, stop.signal) }
    },
    health() {
      const part = 'youtube'
      if (state === 'off') return { part, state: 'off', detail: 'no live chat set', remedy: 'Choose a live chat.' }
      if (state === 'trouble')
        return { part, state: 'trouble', detail: 'cannot reach YouTube', remedy: 'Check the internet connection; trying again.' }
      return {
        part,
        state: 'ok',
        detail: state === 'reading' ? `reading the live chat, ${queue.skipped} lines skipped` : 'connecting',
      }
    },
    cannotWrite,
    async write(line, signal) {
      const why = cannotWrite()
      return why === '' ? writer.write(line, signal) : { sent: false, why }
    },
    async moderate({ messageId, personId, seconds }) {
      if (token() === '') throw new Problem('youtube-sign-in', 'refused', SIGN_IN)
      if (messageId !== undefined) await ask('DELETE', `messages?id=${messageId}`, undefined, closing.signal)
      const ban = {
        bannedUserDetails: { channelId: personId },
        ...(seconds === undefined ? { type: 'permanent' } : { type: 'temporary', banDurationSeconds: seconds }),
      }
      if (personId !== undefined) await ask('POST', 'bans?part=snippet', { snippet: ban }, closing.signal)
    },
    async close() {
      closing.abort()
      await Promise.all([leave(), writer.close()])
      become('off')
      queue.close()
    },
  }
}

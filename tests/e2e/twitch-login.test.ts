// Twitch with a sign-in, as the streamer uses it: a real server over HTTP, Twitch's chat, sign-in, Helix and EventSub on loopback, a real overlay page.
import { AuditEntry, done, Settings, StopReply, TwitchState } from '@psiona/shared'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { EVENTSUB_TOPICS } from '../../apps/server/src/hooks/twitch/eventsub-topics'
import { startTwitchApi, type TwitchApi } from '../fakes/twitch-api'
import { CLIENT_ID } from '../fakes/twitch-api-id'
import { userIdOf } from '../fakes/twitch-dialect'
import { startTwitchServer, type TwitchServer } from '../fakes/twitch-server'
import { launch, openPage } from './browser'
import { whenIdle, whenStats } from './overlay-gauge'
import { type RunningPsiona, startPsiona } from './psiona'

const CHANNEL = 'psiona_test'
const AuditEntries = z.object({ entries: z.array(AuditEntry) })
const OWNER = 'Psiona_Test'
let chat: TwitchServer
let api: TwitchApi
let psiona: RunningPsiona
let browser: Browser
let page: Page

const state = () => psiona.api('GET', '/api/twitch', TwitchState)
const when = (condition: (state: TwitchState) => boolean) =>
  expect.poll(async () => condition(await state()), { timeout: 30_000 }).toBe(true)

beforeAll(async () => {
  chat = await startTwitchServer()
  api = await startTwitchApi({ wallMs: Date.now })
  psiona = await startPsiona({
    environment: { PSIONA_TWITCH_SERVER: `127.0.0.1:${chat.port}`, PSIONA_TWITCH_API: String(api.port) },
  })
  const settings = await psiona.api('GET', '/api/settings', Settings)
  await psiona.api('PUT', '/api/settings', Settings, {
    ...settings,
    twitch: { channel: CHANNEL, clientId: CLIENT_ID, writes: 'answers' },
    chat: { ...settings.chat, cooldownSeconds: 0 },
  })
  await chat.joined(CHANNEL)
  browser = await launch()
  page = (await openPage(browser, await psiona.overlayUrl('?antialias=0'))).page
  await whenIdle(page)
})
afterAll(async () => {
  await browser?.close()
  await psiona?.stop()
  await api?.close()
  await chat?.close()
})

describe('signing in', () => {
  it('[R113] shows a code, takes it once it was entered, and tells nobody the token', async () => {
    const { device, login } = await psiona.api('POST', '/api/twitch/login', TwitchState)
    expect(login).toBe('waiting')
    expect(device?.code).not.toBe('')
    api.signIn.enter(OWNER)
    await when((now) => now.login === 'signed-in' && now.name.toLowerCase() === OWNER.toLowerCase())
    await api.events.subscribed(EVENTSUB_TOPICS.length)
    await when(({ events }) => events.length > 0 && events.every((event) => event.state === 'on'))
    const told = JSON.stringify([await state(), await psiona.health()]) + psiona.output()
    expect(told).not.toMatch(/access-\d|refresh-\d/)
  })

  it('a follow is thanked for aloud', async () => {
    api.events.notify('channel.follow', {
      ...{ user_id: userIdOf('newcomer'), user_login: 'newcomer', user_name: 'newcomer' },
      ...{ broadcaster_user_id: userIdOf(OWNER), followed_at: '2026-03-02T12:00:00Z' },
    })
    await whenStats(page, ({ subtitles }) => subtitles.some(({ text }) => /newcomer/i.test(text)))
    await whenIdle(page)
  })

  it('[R118] an answer stands in the chat as a reply to the line it answers, in the words that were heard', async () => {
    const id = chat.say(CHANNEL, { name: 'curious', text: 'Tori, what is your favourite colour?' })
    await expect.poll(() => api.helix.written.find(({ replyTo }) => replyTo === id)?.text, { timeout: 30_000 }).toBeTruthy()
    const turn = (await psiona.turns()).findLast(({ messageId }) => messageId === id)
    expect(api.helix.written.find(({ replyTo }) => replyTo === id)?.text).toBe(turn?.heard)
  })

  it('[R118] moderation acts on the platform', async () => {
    const id = chat.say(CHANNEL, { name: 'rude', text: 'something rude' })
    await psiona.api('POST', '/api/moderation', done, { platform: 'twitch', messageId: id })
    await psiona.api('POST', '/api/moderation', done, { platform: 'twitch', personId: userIdOf('rude'), seconds: 600 })
    expect((await psiona.api('GET', '/api/audit', AuditEntries)).entries.filter(({ kind }) => kind === 'moderated')).toHaveLength(
      2,
    )
    expect(api.helix.moderated).toEqual([`delete ${id}`, `timeout ${userIdOf('rude')} 600`])
  })

  it('[R113] a sign-out revokes the token and removes it', async () => {
    await psiona.api('POST', '/api/stop', StopReply)
    const after = await psiona.api('DELETE', '/api/twitch/login', TwitchState)
    expect([after.login, after.name]).toEqual(['none', ''])
    await expect.poll(() => api.signIn.revoked.length, { timeout: 20_000 }).toBeGreaterThan(0)
  })
})

// Live safety from end to end: a real server, a Twitch-dialect server, a real overlay page that shows and sounds her.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ChatReply, LoadState, SAVINGS, SafetyState, SayReply, Settings, Snapshot } from '@psiona/shared'
import type { Browser, Page } from 'playwright-core'
import { io, type Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type OpenaiServer, openaiServer } from '../fakes/openai-server'
import { startTwitchServer, type TwitchServer } from '../fakes/twitch-server'
import { launch, openPage } from './browser'
import { overlayStats, whenIdle, whenSounding, whenStats } from './overlay-gauge'
import { type RunningPsiona, startPsiona } from './psiona'

const CHANNEL = 'psiona_test'
/** Far more than a panic takes; the bench measures it. */
const SILENT_WITHIN_MS = 1000
let psiona: RunningPsiona
let twitch: TwitchServer
let model: OpenaiServer
let browser: Browser
let page: Page
let panel: Socket
/** All that a panel has been told, as text. */
const told: { readonly event: string; readonly body: unknown }[] = []

const settled = async (change: Partial<Settings>) => {
  const settings = await psiona.api('GET', '/api/settings', Settings)
  await psiona.api('PUT', '/api/settings', Settings, { ...settings, ...change })
}
const safetyIs = async (condition: (state: SafetyState) => boolean): Promise<SafetyState> => {
  for (;;) {
    const state = await psiona.api('GET', '/api/safety', SafetyState)
    if (condition(state)) return state
    await new Promise((resolve) => panel.once('safety', resolve))
  }
}
/** Resolves with the first event of that kind, past or to come, whose body has these words. */
const toldOf = (event: string, words: string) =>
  new Promise<unknown>((resolve) => {
    const known = told.find((one) => one.event === event && JSON.stringify(one.body).includes(words))
    if (known) return resolve(known.body)
    const look = (body: unknown) => {
      if (!JSON.stringify(body).includes(words)) return
      panel.off(event, look)
      resolve(body)
    }
    panel.on(event, look)
  })
const post = (path: string, body: unknown) =>
  fetch(`${psiona.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${psiona.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
/** From now on that server answers, and does whatever it is told. */
const thinkingBy = ({ baseUrl }: OpenaiServer) => settled({ mind: { kind: 'openai', baseUrl, model: 'tiny' } })
const shownLines = async () => (await overlayStats(page)).subtitles.map(({ text }) => text).join('\n')

beforeAll(async () => {
  twitch = await startTwitchServer()
  model = await openaiServer()
  psiona = await startPsiona({ environment: { PSIONA_TWITCH_SERVER: `127.0.0.1:${twitch.port}` } })
  browser = await launch()
  const settings = await psiona.api('GET', '/api/settings', Settings)
  await settled({
    twitch: { ...settings.twitch, channel: CHANNEL },
    chat: { ...settings.chat, cooldownSeconds: 0 },
    overlay: { ...settings.overlay, bubbles: { ...settings.overlay.bubbles, on: true, which: 'all', staysSeconds: 60 } },
  })
  await twitch.joined(CHANNEL)
  panel = io(`${psiona.url}/panel`, {
    transports: ['websocket'],
    extraHeaders: { authorization: `Bearer ${psiona.token}` },
  })
  panel.onAny((event: string, body: unknown) => told.push({ event, body }))
  await new Promise((resolve) => panel.once('snapshot', resolve))
  page = (await openPage(browser, await psiona.overlayUrl('?antialias=0'), { viewport: { width: 900, height: 700 } })).page
  await whenIdle(page)
})
afterAll(async () => {
  panel?.close()
  await browser?.close()
  await psiona?.stop()
  await twitch?.close()
  await model?.close()
})
afterEach(async () => {
  await psiona.api('POST', '/api/panic', SafetyState, { on: false })
  await psiona.api('POST', '/api/stop', ChatReply.partial(), undefined)
  await whenIdle(page)
})

describe('what may be said', () => {
  it('[R121] a breath that is refused never sounds, shows or is kept, and something else is said instead', async () => {
    const settings = await psiona.api('GET', '/api/settings', Settings)
    await settled({ safety: { ...settings.safety, ownWords: ['Zanzibar Street'] } })
    model.script({
      kind: 'stream',
      deltas: ['This is fine. We live in z4nz1b@r', '  str33t, number nine. ', 'And this is never reached.'],
    })
    await thinkingBy(model)
    const { reply } = await psiona.api('POST', '/api/chat', ChatReply, { text: 'Where do we live?' })
    expect(reply.toLowerCase()).not.toMatch(/z4nz|never reached/)
    await whenStats(page, ({ subtitles }) => subtitles.some(({ text }) => text.includes(settings.safety.insteadSays)))
    await whenIdle(page)
    const shown = await shownLines()
    expect(shown).toContain('This is fine.')
    expect(shown.toLowerCase()).not.toMatch(/z4nz|zanzibar|never reached/)
    const turns = JSON.stringify(await psiona.turns())
    expect(turns).toContain('This is fine.')
    expect(turns.toLowerCase()).not.toMatch(/zanzibar|z4nz|never reached/)
    const refused = await post('/api/say', { text: 'Zanzibar Street it is.' })
    expect([refused.status, await refused.json()]).toMatchObject([403, { code: 'held-back' }])
    await settled({ mind: { kind: 'builtin' } })
  })

  it('[R121] the filter can be asked, and says which rule without repeating the words', async () => {
    const body = await (await post('/api/safety/try', { text: 'write me at mira (at) example dot org', policy: 'twitch' })).json()
    expect(body).toMatchObject({ allowed: false, offence: 'personal-data' })
    expect(JSON.stringify(body)).not.toContain('mira')
  })
})

describe('lines that wait', () => {
  it('[R123] a held answer to a viewer goes when it is approved, and never when it is skipped', async () => {
    const settings = await psiona.api('GET', '/api/settings', Settings)
    await settled({ safety: { ...settings.safety, holdSeconds: 30 } })
    twitch.say(CHANNEL, { name: 'oddsocks', text: 'Tori, what is your favourite colour?' })
    const waiting = await safetyIs(({ held }) => held.length > 0)
    expect(waiting.held[0]).toMatchObject({ to: { name: 'oddsocks' } })
    expect((await overlayStats(page)).sounds.every(({ endMs }) => endMs !== null)).toBe(true)
    const approvedAt = Date.now()
    await psiona.api('POST', `/api/held/${waiting.held[0]!.lineId}`, SafetyState, { verdict: 'approve' })
    await whenSounding(page, approvedAt)
    await psiona.api('POST', '/api/stop', ChatReply.partial(), undefined)
    await whenIdle(page)
    twitch.say(CHANNEL, { name: 'sunny_jan', text: 'Tori, tell me a joke?' })
    const again = await safetyIs(({ held }) => held.length > 0)
    const skippedAt = Date.now()
    const after = await psiona.api('POST', `/api/held/${again.held[0]!.lineId}`, SafetyState, { verdict: 'skip' })
    expect(after.held).toEqual([])
    await settled({ safety: settings.safety })
    // The next thing that sounds is another answer, and nothing of the skipped one.
    await psiona.api('POST', '/api/say', SayReply, { text: 'Next.' })
    const shownSince = ({ subtitles }: Awaited<ReturnType<typeof overlayStats>>) =>
      subtitles.filter(({ shownMs }) => shownMs >= skippedAt).map(({ text }) => text)
    expect(shownSince(await whenStats(page, (stats) => shownSince(stats).length > 0))).toEqual(['Next.'])
  })
})

describe('panic', () => {
  it('[R125] silences her, rests her face, empties chat and queue; and only its end lets her speak again', async () => {
    twitch.say(CHANNEL, { name: 'mossy', text: 'what a lovely evening this is' })
    await page.getByText('what a lovely evening this is').waitFor()
    const sentAt = Date.now()
    await psiona.api('POST', '/api/say', SayReply, {
      text: 'I am so happy that I could sing all night long, and then some more, until the sun comes up again.',
      emotion: { joy: 1 },
    })
    await whenSounding(page, sentAt)
    await whenStats(page, ({ frames }) => (frames.at(-1)?.feeling ?? 0) > 0.2)
    const state = await psiona.api('POST', '/api/panic', SafetyState, {})
    const silentSince = Date.now() + SILENT_WITHIN_MS
    expect(state).toMatchObject({ panic: true, held: [] })
    await whenStats(
      page,
      ({ sounds, frames }) => sounds.every(({ endMs }) => endMs !== null) && (frames.at(-1)?.feeling ?? 1) < 0.1,
    )
    await page.getByText('what a lovely evening this is').waitFor({ state: 'detached' })

    const refused = await post('/api/say', { text: 'Still here.' })
    expect([refused.status, await refused.json()]).toMatchObject([403, { code: 'panic' }])
    twitch.say(CHANNEL, { name: 'mossy', text: 'Tori, are you there?', id: 'in-panic' })
    expect(await toldOf('chat-line', 'in-panic')).toMatchObject({ tag: { state: 'passed-over', why: 'panic is on' } })
    // A question of the owner is answered, in writing.
    const { reply } = await psiona.api('POST', '/api/chat', ChatReply, { text: 'What is your favourite colour?' })
    expect(reply).not.toBe('')

    await psiona.api('POST', '/api/panic', SafetyState, { on: false })
    const onAgain = Date.now()
    await psiona.api('POST', '/api/say', SayReply, { text: 'I am back.' })
    await whenSounding(page, onAgain)
    const { sounds } = await overlayStats(page)
    expect(sounds.filter(({ startMs }) => startMs > silentSince && startMs < onAgain)).toEqual([])
  })
})

describe('the chat', () => {
  it('[R127] somebody who may need help is told to the owner, not to the stream', async () => {
    twitch.say(CHANNEL, { name: 'quiet_one', text: 'Tori I want to kill myself tonight', id: 'care-1' })
    const { care } = await safetyIs((state) => state.care.length > 0)
    expect(care).toMatchObject([{ messageId: 'care-1', from: { name: 'quiet_one' } }])
    expect(await page.getByText('kill myself').count()).toBe(0)
    expect((await psiona.api('DELETE', '/api/care/care-1', SafetyState)).care).toEqual([])
  })

  it('[R119] bits are read aloud, cleaned, and then answered; a subscription is thanked for', async () => {
    const sentAt = Date.now()
    twitch.say(CHANNEL, { name: 'tipsy', text: 'what do you think of waves? https://evil.example/x', tags: { bits: '100' } })
    await whenStats(page, ({ subtitles }) => subtitles.some(({ text }) => /tipsy.*100/i.test(text)))
    await whenSounding(page, sentAt)
    expect(await shownLines()).not.toContain('evil.example')
    twitch.userNotice(CHANNEL, 'sub', { name: 'newfriend', text: '' }, { 'cumulative-months': '1', 'sub-plan': '1000' })
    expect(await toldOf('stream-event', 'newfriend')).toMatchObject({ kind: 'subscription' })
    await whenStats(page, ({ subtitles }) => subtitles.some(({ text }) => /newfriend/i.test(text)), 60_000)
  })

  it('[R24] a message that is taken back is gone from overlay, panel, queue and memory', async () => {
    const secret = 'pineapple submarine forever'
    model.script({ kind: 'stream', deltas: ['I hear you. ', `You say ${secret}, and I like that.`] })
    await thinkingBy(model)
    twitch.say(CHANNEL, { name: 'regretful', text: `Tori, what do you say to ${secret}?`, id: 'taken-back' })
    await page.getByText(secret).first().waitFor()
    await whenStats(page, ({ subtitles }) => subtitles.length > 0)
    await toldOf('turn', secret)
    twitch.clearMessage('taken-back')
    await page.getByText(secret).first().waitFor({ state: 'detached' })
    await toldOf('chat-removed', 'taken-back')
    await whenIdle(page)
    const snapshot = await new Promise<unknown>((resolve) => {
      const second = io(`${psiona.url}/panel`, {
        transports: ['websocket'],
        forceNew: true,
        extraHeaders: { authorization: `Bearer ${psiona.token}` },
      })
      second.once('snapshot', (body: unknown) => {
        second.close()
        resolve(body)
      })
    })
    expect(JSON.stringify(Snapshot.parse(snapshot))).not.toContain(secret)
    expect(JSON.stringify(await psiona.turns())).not.toContain(secret)
    model.script({ kind: 'stream', deltas: ['Nothing at all.'] })
    const asked = model.played()
    twitch.say(CHANNEL, { name: 'regretful', text: 'Tori, and what do you say now?' })
    await asked
    expect(JSON.stringify(model.asked.at(-1)?.body)).not.toContain(secret)
    await settled({ mind: { kind: 'builtin' } })
    await expect
      .poll(() => readdirSync(psiona.dataDir).some((name) => filesHold(join(psiona.dataDir, name), secret)), { timeout: 20_000 })
      .toBe(false)
  })

  it('[R126] the audit log says what became of it all, and holds no word and no name', () => {
    const folder = join(psiona.dataDir, 'audit')
    const text = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('')
    for (const kind of ['held-back', 'approved', 'skipped', 'panic-on', 'panic-off', 'care', 'deleted'])
      expect(text).toContain(kind)
    expect(text.toLowerCase()).not.toMatch(/zanzibar|oddsocks|quiet_one|pineapple|tipsy/)
  })

  it('[R129] what she goes without by hand is drawn so, and comes back', async () => {
    const settings = await psiona.api('GET', '/api/settings', Settings)
    const savingsAre = async (wanted: readonly string[]) =>
      expect.poll(async () => (await psiona.api('GET', '/api/load', LoadState)).savings, { timeout: 20_000 }).toEqual(wanted)
    const framesApartMs = async () => {
      const { frames } = await overlayStats(page)
      const gaps = frames.slice(-40).map(({ atMs }, i, all) => (i === 0 ? 0 : atMs - all[i - 1]!.atMs))
      return gaps.sort((a, b) => a - b)[20]!
    }
    await settled({ load: { ...settings.load, mode: 3, fps: 24 } })
    // The built-in mind and her own voice are the least there is, so those two steps save nothing.
    await savingsAre(['lower-fps'])
    await expect.poll(framesApartMs, { timeout: 20_000 }).toBeGreaterThan(36)
    await settled({ load: { ...settings.load, mode: 'off' } })
    await savingsAre([])
    expect((await psiona.api('GET', '/api/load', LoadState)).steps.map(({ saving }) => saving)).toEqual(SAVINGS)
  })
})

/** Any file of the database, its log included. */
function filesHold(path: string, words: string): boolean {
  return /\.(db|sqlite|db-wal|sqlite-wal|jsonl|log)$/.test(path) && readFileSync(path).includes(words)
}

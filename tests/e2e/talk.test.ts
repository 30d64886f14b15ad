// The way through the house: a line typed in the panel, or written in a Twitch chat, ends as sound and a moving mouth in the overlay.
import { ChatReply, SAMPLE_RATE, SayReply, Settings, StopReply, type TurnRecord } from '@psiona/shared'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openaiServer } from '../fakes/openai-server'
import { startTwitchServer, type TwitchServer } from '../fakes/twitch-server'
import { launch, openPage, type WatchedPage } from './browser'
import { type OverlayStats, whenIdle, whenSounding, whenStats } from './overlay-gauge'
import { type RunningPsiona, startPsiona } from './psiona'

let psiona: RunningPsiona
let twitch: TwitchServer
let browser: Browser
let overlay: WatchedPage

beforeAll(async () => {
  twitch = await startTwitchServer()
  psiona = await startPsiona({ environment: { PSIONA_TWITCH_SERVER: `127.0.0.1:${twitch.port}` } })
  browser = await launch()
  overlay = await openPage(browser, await psiona.overlayUrl())
  await whenIdle(overlay.page)
})
afterAll(async () => {
  await browser?.close()
  await psiona?.stop()
  await twitch?.close()
})

/** Where the mouth was clearly open, in samples playing, against where there was sound. */
const openWithoutSound = ({ frames, levels }: OverlayStats) => {
  const loud = levels.filter(({ rms }) => rms > 1e-4).map(({ atSample }) => atSample)
  // The jaw leads the sound by a look-ahead and closes after it: a tenth of a second either way.
  const near = SAMPLE_RATE / 10
  return frames.filter(
    ({ mouthOpen, playingSample }) =>
      mouthOpen > 0.15 && playingSample !== null && !loud.some((at) => Math.abs(at - playingSample) < near),
  )
}
/** The turn, once it has been spoken to its end or cut. */
const overTurn = async (is: (turn: TurnRecord) => boolean): Promise<TurnRecord> => {
  for (;;) {
    const turn = (await psiona.turns()).find((candidate) => is(candidate) && ['done', 'cut'].includes(candidate.status))
    if (turn) return turn
    await overlay.page.waitForTimeout(50)
  }
}
const spokenTurn = (text: string) => overTurn(({ said }) => said === text)

describe('talking', () => {
  it('[R1] a line typed in the panel ends as sound in the overlay, mouth and subtitle with it', async () => {
    const panel = await openPage(browser, psiona.url, { viewport: { width: 1280, height: 800 } })
    await panel.page.waitForSelector('h1')
    const notice = panel.page.getByRole('button', { name: /understood|got it|i know|continue/i })
    if (await notice.count()) await notice.first().click()
    const sentAt = Date.now()
    const composer = panel.page.getByRole('textbox').first()
    await composer.fill('Hello Tori, what is your name?')
    await composer.press('Enter')
    await whenSounding(overlay.page, sentAt)
    const turn = await spokenTurn('Hello Tori, what is your name?')
    const stats = await whenIdle(overlay.page)
    expect(turn.answered).toMatch(/Tori/)
    expect(turn.heard).toBe(turn.answered)
    expect(turn.firstAudioMs).not.toBeNull()
    const spoken = stats.frames.filter(({ mouthOpen }) => mouthOpen > 0.15)
    expect(spoken.length).toBeGreaterThan(3)
    expect(openWithoutSound(stats)).toEqual([])
    // Every line, each once, in the order in which they sound.
    expect([...new Set(stats.subtitles.map(({ text }) => text))].join(' ')).toBe(turn.answered.replace(/\s+/g, ' ').trim())
    expect(await panel.page.getByText(turn.answered.split(/[.!?]/)[0] as string).count()).toBeGreaterThan(0)
    expect(panel.complaints).toEqual([])
    await panel.page.context().close()
  })

  it('a line of a Twitch chat is answered aloud, another is shown only', async () => {
    const settings = await psiona.api('GET', '/api/settings', Settings)
    await psiona.api('PUT', '/api/settings', Settings, { ...settings, twitch: { channel: 'psiona_test' } })
    await twitch.joined('psiona_test')
    const sentAt = Date.now()
    twitch.say('psiona_test', { name: 'mira_plays', text: 'Tori, do you like games?' })
    await whenSounding(overlay.page, sentAt)
    const turn = await spokenTurn('Tori, do you like games?')
    expect(turn.from).toMatchObject({ platform: 'twitch', name: 'mira_plays' })
    expect(turn.heard.length).toBeGreaterThan(0)
    const stats = await whenIdle(overlay.page)
    expect(stats.subtitles.at(-1)?.text).toBeTruthy()
  })

  it('a chosen language model answers, its tags become feelings and are neither shown nor said', async () => {
    const model = await openaiServer()
    model.script({ kind: 'stream', deltas: ['[jo', 'y:0.8] Waves are ', 'my favourite. [wi', 'nk]'] })
    const settings = await psiona.api('GET', '/api/settings', Settings)
    const mind = { kind: 'openai' as const, baseUrl: model.baseUrl, model: 'tiny' }
    await psiona.api('PUT', '/api/settings', Settings, { ...settings, mind })
    const sentAt = Date.now()
    const reply = await psiona.api('POST', '/api/chat', ChatReply, { text: 'What do you like?' })
    expect(reply).toMatchObject({ reply: 'Waves are my favourite.', emotion: { joy: 0.8 } })
    await whenSounding(overlay.page, sentAt)
    const turn = await overTurn(({ id }) => id === reply.turnId)
    expect(turn.heard).toBe('Waves are my favourite.')
    await whenIdle(overlay.page)
    await model.close()
    const again = await psiona.api('POST', '/api/chat', ChatReply, { text: 'Are you still there?', speak: false })
    expect(again.reply.length).toBeGreaterThan(0)
    const { parts } = await psiona.health()
    expect(parts.find(({ part }) => part === 'mind')).toMatchObject({ state: 'trouble', remedy: expect.stringMatching(/\w/) })
    await psiona.api('PUT', '/api/settings', Settings, { ...settings, mind: { kind: 'builtin' } })
  })

  it('a reload in mid-sentence goes on with the sentence', async () => {
    const sentAt = Date.now()
    const { turnId } = await psiona.api('POST', '/api/say', SayReply, {
      text: 'This is a rather long sentence, so that the page can be loaded again while I am in the middle of it, and you still hear how it ends.',
    })
    await whenSounding(overlay.page, sentAt)
    await overlay.page.reload({ waitUntil: 'domcontentloaded' })
    const again = await whenSounding(overlay.page, sentAt + 1)
    expect(again.startSample).toBeGreaterThan(0)
    expect((await overTurn(({ id }) => id === turnId)).status).toBe('done')
    const stats = await whenIdle(overlay.page)
    expect(stats.subtitles.some(({ text }) => text.includes('how it ends'))).toBe(true)
  })

  it('[R25] Stop ends the sound, and the store keeps the words that were heard', async () => {
    const sentAt = Date.now()
    const text = 'One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen.'
    const { turnId } = await psiona.api('POST', '/api/say', SayReply, { text })
    await whenSounding(overlay.page, sentAt)
    await whenStats(overlay.page, ({ subtitle }) => (subtitle?.current ?? 0) >= 3)
    const { stopped, heard } = await psiona.api('POST', '/api/stop', StopReply)
    expect(stopped).toBe(true)
    await whenStats(overlay.page, ({ cuts }) => cuts.length > 0)
    const over = ({ frames, sounds }: OverlayStats) =>
      sounds.every(({ endMs }) => endMs !== null) && (frames.at(-1)?.mouthOpen ?? 1) < 0.1
    await whenStats(overlay.page, over)
    const words = heard.split(' ')
    expect(words.length).toBeGreaterThanOrEqual(2)
    expect(words.length).toBeLessThan(16)
    expect(text.startsWith(heard)).toBe(true)
    const stored = (await psiona.turns()).find(({ id }) => id === turnId)
    expect(stored).toMatchObject({ heard, status: 'cut' })
  })

  it('of two overlays one sounds, and the other takes over when it goes', async () => {
    const second = await openPage(browser, await psiona.overlayUrl())
    await whenStats(second.page, ({ frames }) => frames.length > 5)
    await whenStats(second.page, ({ sounding }) => sounding)
    await whenStats(overlay.page, ({ sounding }) => !sounding)
    await second.page.context().close()
    await whenIdle(overlay.page)
  })

  it('no page complained, nothing was fetched from elsewhere', () => {
    expect(overlay.complaints).toEqual([])
  })
})

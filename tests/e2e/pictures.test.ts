// Panel and overlay as people see them, in the pictures of the README; and that nothing overlaps or runs out of the page.
import { ChatReply, SayReply, Settings } from '@psiona/shared'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTwitchServer, type TwitchServer } from '../fakes/twitch-server'
import { launch, openPage } from './browser'
import { whenIdle, whenSounding, whenStats } from './overlay-gauge'
import { picture } from './pictures'
import { type RunningPsiona, startPsiona } from './psiona'

let psiona: RunningPsiona
let twitch: TwitchServer
let browser: Browser

beforeAll(async () => {
  twitch = await startTwitchServer()
  psiona = await startPsiona({ environment: { PSIONA_TWITCH_SERVER: `127.0.0.1:${twitch.port}` } })
  // Its microphone beeps once a second.
  browser = await launch(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'])
  const settings = await psiona.api('GET', '/api/settings', Settings)
  await psiona.api('PUT', '/api/settings', Settings, { ...settings, twitch: { channel: 'psiona_test' } })
  await twitch.joined('psiona_test')
  for (const text of ['Hi Tori, good to see you.', 'My cat is called Schroedinger.', 'What is your favourite colour?'])
    await psiona.api('POST', '/api/chat', ChatReply, { text, speak: false })
})
afterAll(async () => {
  await browser?.close()
  await psiona?.stop()
  await twitch?.close()
})

const fitsAcross = async (page: Page) =>
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
const openPanel = async (width: number, height: number, colorScheme: 'dark' | 'light', path = '/') => {
  const panel = await openPage(browser, `${psiona.url}${path}`, { viewport: { width, height }, colorScheme })
  const understood = panel.page.getByRole('button', { name: 'Understood' })
  await understood.waitFor()
  await understood.click()
  return panel
}

describe('pictures', () => {
  it.each(['dark', 'light'] as const)('the Live page while she speaks, %s', async (colorScheme) => {
    const { page, complaints } = await openPanel(1280, 800, colorScheme)
    const preview = await page.waitForSelector('iframe')
    expect(preview).toBeTruthy()
    twitch.say('psiona_test', { name: 'sunny_jan', text: 'that dodge!!', id: `dodge-${colorScheme}` })
    twitch.say('psiona_test', { name: 'oddsocks', text: '!uptime', id: `uptime-${colorScheme}` })
    await page.getByText('that dodge!!').last().waitFor()
    await psiona.api('POST', '/api/say', SayReply, {
      text: 'The second phase is faster, but he warns you twice before every big swing.',
      emotion: { joy: 0.6, curiosity: 0.4 },
    })
    await page.getByText('Speaking', { exact: true }).first().waitFor()
    await page
      .getByText(/[5-9] of \d+ words heard/)
      .first()
      .waitFor()
    await picture(page, `live-1280-${colorScheme}`)
    await fitsAcross(page)
    expect(complaints).toEqual([])
    await page.context().close()
    await psiona.api('POST', '/api/stop', SayReply.partial().loose())
  })

  it.each([
    ['phone-390', 390, 844, '/'],
    ['dock-400', 400, 720, '/?dock=1'],
    ['wide-2560', 2560, 1440, '/'],
    ['character', 1280, 800, '/character'],
    ['voice', 1280, 1000, '/voice'],
    ['looks', 1280, 1000, '/looks'],
    ['looks-390', 390, 844, '/looks'],
    ['rate', 1280, 800, '/rate'],
    ['ears', 1280, 800, '/ears'],
    ['ears-390', 390, 844, '/ears'],
    ['mind', 1280, 800, '/mind'],
    ['stream', 1280, 800, '/stream'],
    ['health', 1280, 800, '/health'],
  ] as const)('%s', async (name, width, height, path) => {
    const { page, complaints } = await openPanel(width, height, 'dark', path)
    if (path === '/ears')
      await page
        .getByRole('button', { name: /^turn on$/i })
        .first()
        .click()
    if (path === '/voice') {
      await page.getByRole('button', { name: 'Speak take A' }).click()
      await page.getByRole('region', { name: 'Sound' }).getByRole('button', { name: 'Stop' }).waitFor()
    }
    await page.waitForTimeout(800)
    await picture(page, name)
    await fitsAcross(page)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('the overlay: idle, and in four feelings', async () => {
    const { page, complaints } = await openPage(browser, await psiona.overlayUrl(), { viewport: { width: 800, height: 1000 } })
    await whenIdle(page)
    await picture(page, 'overlay-idle', { omitBackground: true })
    for (const [name, emotion, text] of [
      ['joy', { joy: 1 }, 'We won, we actually won this one!'],
      ['sadness', { sadness: 1 }, 'Oh no, not again, that was so close.'],
      ['surprise', { surprise: 1 }, 'What, where did that come from?'],
      ['affection', { affection: 1 }, 'You are the best chat in the world.'],
    ] as const) {
      const sentAt = Date.now()
      await psiona.api('POST', '/api/say', SayReply, { text, emotion })
      await whenSounding(page, sentAt)
      await whenStats(page, ({ subtitle }) => subtitle?.text === text && subtitle.current >= 4)
      await picture(page, `overlay-${name}`, { omitBackground: true })
      await whenIdle(page)
    }
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('the overlay on a stream: a chat line that she answers, words as they are said, something that flies', async () => {
    const settings = await psiona.api('GET', '/api/settings', Settings)
    const { overlay } = settings
    await psiona.api('PUT', '/api/settings', Settings, {
      ...settings,
      overlay: { ...overlay, subtitles: 'karaoke', bubbles: { ...overlay.bubbles, on: true, which: 'all', side: 'right' } },
    })
    const { page, complaints } = await openPage(browser, await psiona.overlayUrl('align=left&bg=20283a'), {
      viewport: { width: 1280, height: 720 },
    })
    await whenIdle(page)
    twitch.say('psiona_test', { name: 'sunny_jan', text: 'that was the cleanest dodge all week', id: 'stream-1' })
    await page.getByText('the cleanest dodge').waitFor()
    const sentAt = Date.now()
    await psiona.api('POST', '/api/say', SayReply, {
      text: 'Did you see that, chat? I would clap if it did not clip.',
      emotion: { joy: 0.9 },
    })
    await whenSounding(page, sentAt)
    await psiona.api('POST', '/api/effects', SayReply.partial().loose(), { kind: 'confetti', strength: 1 })
    await whenStats(page, ({ subtitle }) => (subtitle?.current ?? 0) >= 5)
    await picture(page, 'overlay-stream')
    expect(complaints).toEqual([])
    await page.context().close()
    await psiona.api('PUT', '/api/settings', Settings, settings)
  })
})

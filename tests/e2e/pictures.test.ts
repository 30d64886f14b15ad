// Panel and overlay as people see them, in the pictures of the README; and that nothing overlaps or runs out of the page.
import { join } from 'node:path'
import { ChatReply, type ObsRule, ObsState, SafetyState, SayReply, Settings } from '@psiona/shared'
import { OBSWebSocket } from 'obs-websocket-js/json'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../checkout'
import { OBS_LACKS, startRealObs } from '../fakes/real-obs'
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
/** As settings are for a while; the answer brings back those before. */
const settled = async (change: (kept: Settings) => Partial<Settings>) => {
  const kept = await psiona.api('GET', '/api/settings', Settings)
  await psiona.api('PUT', '/api/settings', Settings, { ...kept, ...change(kept) })
  return () => psiona.api('PUT', '/api/settings', Settings, kept)
}
const openPanel = async (width: number, height: number, colorScheme: 'dark' | 'light', path = '/') => {
  const panel = await openPage(browser, `${psiona.url}${path}`, { viewport: { width, height }, colorScheme })
  const understood = panel.page.getByRole('button', { name: 'Understood' })
  await understood.waitFor()
  await understood.click()
  return panel
}

const RAID_OF_42 = { viewerCount: '42', displayName: 'harbour_crew', login: 'harbour_crew' }
const RULES: ObsRule[] = [
  {
    ...{ id: 'raid', title: 'A raid comes', enabled: true, restSeconds: 10 },
    when: { on: 'event', event: 'raid', atLeast: 10 },
    does: [{ do: 'scene', scene: 'Raid party' }],
    back: { after: 'seconds', seconds: 20 },
  },
  {
    ...{ id: 'joy', title: 'She is happy', enabled: true, restSeconds: 10 },
    when: { on: 'emotion', emotion: 'joy', atLeast: 0.7 },
    does: [{ do: 'source', scene: 'Boss fight', source: 'Sparkles', visible: true }],
    back: { after: 'over' },
  },
  {
    ...{ id: 'panic', title: 'Panic shows the break', enabled: true, restSeconds: 0 },
    when: { on: 'panic' },
    does: [
      { do: 'scene', scene: 'Be right back' },
      { do: 'mute', input: 'Game music', muted: true },
    ],
    back: { after: 'over' },
  },
]
/** Her face has come to rest. */
const whenCalm = (page: Page) =>
  expect.poll(() => page.getByText(/^(?:joy|curious|surprised|affection) 0\.[3-9]$/).count(), { timeout: 20_000 }).toBe(0)

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

  it('a line that waits, then panic, and what page Safety says of it', async () => {
    const back = await settled(({ safety, chat }) => ({
      chat: { ...chat, cooldownSeconds: 0 },
      safety: { ...safety, holdSeconds: 20, ownWords: ['Lukas', 'Harbour Street', 'the seventh seal'] },
    }))
    const { page, complaints } = await openPanel(1280, 800, 'dark')
    await page.waitForSelector('iframe')
    for (const [name, text] of [
      ['sunny_jan', 'he is at half health already'],
      ['oddsocks', '!song'],
      ['dani_w', 'back from dinner, what did I miss'],
      ['kestrel_04', 'Tori, what is your favourite colour?'],
    ] as const)
      twitch.say('psiona_test', { name, text, id: `held-${name}` })
    await page.getByText('Held for you').waitFor()
    await page.getByText(/skipped in 1\d s/).waitFor()
    await picture(page, 'live-held')
    await fitsAcross(page)
    await page.keyboard.press('y')
    await page.getByText('Speaking', { exact: true }).first().waitFor()
    await page.keyboard.press('F8')
    await page.getByText('Panic is on.').waitFor()
    await whenCalm(page)
    await picture(page, 'live-panic')
    await page.getByRole('button', { name: 'Switch panic off' }).click()
    await page.getByText('Panic is on.').waitFor({ state: 'detached' })

    await page.getByRole('navigation').getByRole('link', { name: 'Safety' }).click()
    await page.setViewportSize({ width: 1280, height: 1160 })
    await page.getByLabel('A text to try').fill('It ends with the s3venth  s34l, obviously.')
    await page.getByRole('button', { name: 'Try it' }).click()
    await page.getByText('She does not say it').waitFor()
    await page.getByText('You let a line be said.').waitFor()
    await picture(page, 'safety')
    await fitsAcross(page)
    expect(complaints).toEqual([])
    await page.context().close()
    await back()
    await psiona.api('POST', '/api/panic', SafetyState, { on: false })
  })

  it.skipIf(OBS_LACKS.length > 0)('OBS with her in it, and rules', async () => {
    const real = await startRealObs({ scenes: ['Boss fight', 'Starting soon', 'Be right back', 'Raid party'] })
    const raw = new OBSWebSocket()
    try {
      await raw.connect(`ws://127.0.0.1:${real.port}`, real.password)
      const create = (inputName: string, inputKind: string, inputSettings: Record<string, string | number> = {}) =>
        raw.call('CreateInput', { sceneName: 'Boss fight', inputName, inputKind, inputSettings })
      await create('Game', 'image_source', { file: join(root, 'docs/images/overlay-stream.png') })
      await create('Game music', 'ffmpeg_source')
      const { sceneItemId } = await create('Sparkles', 'color_source_v3')
      await raw.call('SetSceneItemEnabled', { sceneName: 'Boss fight', sceneItemId, sceneItemEnabled: false })
      await psiona.api('PUT', '/api/obs/password', ObsState, { password: real.password })
      const back = await settled(({ obs }) => ({
        obs: { ...obs, on: true, port: real.port, rules: RULES, duck: { ...obs.duck, on: true, inputs: ['Game music'] } },
      }))
      const { page, complaints } = await openPanel(1280, 1000, 'dark', '/stream#obs')
      await page.getByText('Connected.').waitFor()
      await page.getByRole('img', { name: /Boss fight/ }).waitFor()
      await page.getByText(/[1-9]\d* frames a second/).waitFor()
      await picture(page, 'obs')
      await fitsAcross(page)
      await page.getByRole('tab', { name: 'Rules' }).click()
      await page.setViewportSize({ width: 1280, height: 720 })
      twitch.userNotice('psiona_test', 'raid', { name: 'harbour_crew', text: '' }, RAID_OF_42)
      await page.getByText('in force now').first().waitFor()
      await picture(page, 'rules')
      await fitsAcross(page)
      expect(complaints).toEqual([])
      await page.context().close()
      await back()
    } finally {
      await raw.disconnect()
      await real.close()
    }
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

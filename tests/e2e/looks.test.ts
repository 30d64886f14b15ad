// Her looks from end to end: a real server, a real browser, and, where the test copy is there, the real Cubism Core.
import { readFileSync } from 'node:fs'
import { CoreState, done, LookState, SayReply, Settings } from '@psiona/shared'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTwitchServer, type TwitchServer } from '../fakes/twitch-server'
import { testCore } from '../test-core'
import { launch, openPage } from './browser'
import { whenIdle, whenStats } from './overlay-gauge'
import { type RunningPsiona, startPsiona } from './psiona'

let psiona: RunningPsiona
let twitch: TwitchServer
let browser: Browser
beforeAll(async () => {
  twitch = await startTwitchServer()
  psiona = await startPsiona({ environment: { PSIONA_TWITCH_SERVER: `127.0.0.1:${twitch.port}` } })
  browser = await launch()
  const settings = await psiona.api('GET', '/api/settings', Settings)
  await psiona.api('PUT', '/api/settings', Settings, {
    ...settings,
    twitch: { channel: 'psiona_test' },
    overlay: { ...settings.overlay, bubbles: { ...settings.overlay.bubbles, on: true, which: 'all' } },
  })
  await twitch.joined('psiona_test')
})
afterAll(async () => {
  await browser?.close()
  await psiona?.stop()
  await twitch?.close()
})

const drawnBy = (page: Page, renderer: 'live2d' | 'puppet') => whenStats(page, (stats) => stats.renderer === renderer)
const sendCore = async (bytes: Uint8Array) => {
  const { licence } = await psiona.api('GET', '/api/cubism', CoreState)
  return fetch(`${psiona.url}/api/cubism?licenceVersion=${encodeURIComponent(licence.version)}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${psiona.token}`, 'content-type': 'text/javascript' },
    body: Uint8Array.from(bytes),
  })
}

describe('her looks', () => {
  it.skipIf(testCore === null)(
    'Live2D takes over from the puppet when the Core comes, and the puppet again when it goes (needs the test copy of the Core)',
    { timeout: 120_000 },
    async () => {
      const { page, complaints } = await openPage(browser, await psiona.overlayUrl('antialias=0'))
      await whenIdle(page)
      await drawnBy(page, 'puppet')
      expect((await sendCore(readFileSync(testCore ?? ''))).status).toBe(200)
      await drawnBy(page, 'live2d')
      await psiona.api('POST', '/api/say', SayReply, { text: 'Now I am drawn by somebody else, and my lips still follow.' })
      await whenStats(page, ({ frames }) => frames.some(({ mouthOpen }) => mouthOpen > 0.3))
      await psiona.api('DELETE', '/api/cubism', CoreState)
      await drawnBy(page, 'puppet')
      expect(complaints).toEqual([])
      await page.context().close()
    },
  )

  it('an outfit put on is worn, and taken back again', async () => {
    const { outfits } = await psiona.api('GET', '/api/look', LookState)
    const other = outfits.find(({ worn }) => !worn)
    const changed = await psiona.api('PUT', '/api/look', LookState, { outfit: other!.id })
    expect(changed.outfits.find(({ worn }) => worn)?.id).toBe(other!.id)
    expect(changed.scene.parameters).not.toEqual(
      (await psiona.api('PUT', '/api/look', LookState, { variant: null })).scene.parameters,
    )
  })

  it('a chat line stands beside her, and is gone at once when it is taken back', async () => {
    const { page, complaints } = await openPage(browser, await psiona.overlayUrl(), { viewport: { width: 900, height: 700 } })
    await whenIdle(page)
    twitch.say('psiona_test', { name: 'sunny_jan', text: 'she looks <b>great</b> today', id: 'line-1' })
    const bubble = page.getByText('she looks <b>great</b> today')
    await bubble.waitFor()
    twitch.clearMessage('line-1')
    await bubble.waitFor({ state: 'detached' })
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('an effect flies once', async () => {
    const { page, complaints } = await openPage(browser, await psiona.overlayUrl(), { viewport: { width: 900, height: 700 } })
    await whenIdle(page)
    await psiona.api('POST', '/api/effects', done, { kind: 'confetti', caption: 'sunny_jan is here' })
    await page.getByText('sunny_jan is here').waitFor()
    await page.getByText('sunny_jan is here').waitFor({ state: 'detached' })
    expect(complaints).toEqual([])
    await page.context().close()
  })
})

// Without OBS the panel's preview is the one that sounds: on every page of the panel, shown or not, and always the same frame.
import { SayReply } from '@psiona/shared'
import type { Browser, ElementHandle, Frame, Page } from 'playwright-core'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { launch, openPage } from './browser'
import { overlayStats, whenIdle, whenSounding, whenStats } from './overlay-gauge'
import { type RunningPsiona, startPsiona } from './psiona'

let psiona: RunningPsiona
let browser: Browser
/** Another panel, and what the server has told it about who sounds. */
let listener: Socket
const told: unknown[] = []

beforeAll(async () => {
  psiona = await startPsiona()
  browser = await launch()
  listener = io(`${psiona.url}/panel`, {
    transports: ['websocket'],
    extraHeaders: { authorization: `Bearer ${psiona.token}` },
  })
  listener.on('sounding', (client) => told.push(client))
  await new Promise((resolve) => listener.once('snapshot', resolve))
})
afterAll(async () => {
  listener?.close()
  await browser?.close()
  await psiona?.stop()
})

const openPanel = async (path = '/') => {
  const panel = await openPage(browser, `${psiona.url}${path}`, { viewport: { width: 1280, height: 800 } })
  await panel.page.getByRole('button', { name: 'Understood' }).click()
  const element = (await panel.page.waitForSelector('iframe', { state: 'attached' })) as ElementHandle<HTMLElement>
  const frame = (await element.contentFrame()) as Frame
  return { ...panel, element, frame }
}
const goTo = async (page: Page, label: string) => {
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: label }).click()
  await page.getByRole('heading', { level: 1, name: label }).waitFor()
}
/** Another one after every load of the frame. */
const loadedAt = async (frame: Frame) => z.number().parse(await frame.evaluate('performance.timeOrigin'))
const claim = async (frame: Frame) => z.unknown().parse(await frame.evaluate('window.__psiona.stats().claim'))
const loudSince = (sinceMs: number) => (stats: Awaited<ReturnType<typeof overlayStats>>) =>
  stats.levels.some(({ rms, epochMs }) => rms > 1e-3 && epochMs > sinceMs)

describe('the preview', () => {
  it('goes on sounding on another page, and is the same frame when she is seen again', async () => {
    const { page, element, frame, complaints } = await openPanel()
    await whenIdle(frame)
    const firstLoadedAt = await loadedAt(frame)
    expect(told.at(-1)).toBe('preview')
    const toldThen = told.length
    const sentAt = Date.now()
    const text =
      'This is a rather long sentence, so that there is time to look at another page of the panel while I am still in the middle of it, and you still hear how it ends.'
    const { turnId } = await psiona.api('POST', '/api/say', SayReply, { text })
    await whenSounding(frame, sentAt)
    await goTo(page, 'Character')
    await page.getByRole('textbox', { name: 'tori.yaml' }).waitFor()
    const arrivedAt = Date.now()
    await whenStats(frame, loudSince(arrivedAt))

    const away = await overlayStats(frame)
    expect(away.sounding).toBe(true)
    expect(await claim(frame)).toEqual({ kind: 'preview', unlocked: true })
    expect(await page.getByText('in the panel').count()).toBeGreaterThan(0)
    // Not seen, no room taken, not reached by Tab, not read aloud.
    expect(await element.isVisible()).toBe(false)
    expect(await element.boundingBox()).toBeNull()
    expect(await page.locator('main').ariaSnapshot()).not.toMatch(/iframe|Preview/)

    const spoken = async () => {
      const turn = (await psiona.turns()).find(({ id }) => id === turnId)
      return turn && ['done', 'cut'].includes(turn.status) ? turn : null
    }
    let turn = await spoken()
    for (; !turn; turn = await spoken()) await page.waitForTimeout(50)
    expect(turn).toMatchObject({ status: 'done', heard: text })
    expect((await overlayStats(frame)).sounding).toBe(true)

    await goTo(page, 'Live')
    await element.waitForElementState('visible')
    const backAt = Date.now()
    await whenStats(frame, ({ frames }) => frames.filter(({ atMs }) => atMs > backAt).length > 10)
    expect(await loadedAt(frame)).toBe(firstLoadedAt)
    expect(await page.locator('iframe').count()).toBe(1)
    expect(told.slice(toldThen)).toEqual([])
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('sounds in a panel that was opened elsewhere, and draws her once she is to be seen', async () => {
    const { page, element, frame, complaints } = await openPanel('/character')
    const { counts } = await whenStats(frame, ({ sounding }) => sounding)
    expect(counts.avatarBuilt).toBe(0)
    const sentAt = Date.now()
    await psiona.api('POST', '/api/say', SayReply, { text: 'Nobody looks, and still I am heard.' })
    await whenSounding(frame, sentAt)
    await goTo(page, 'Live')
    await element.waitForElementState('visible')
    await whenStats(frame, (stats) => (stats.counts.avatarBuilt ?? 0) === 1)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('is left out where there is no room for it', async () => {
    const { page, element } = await openPanel()
    await page.setViewportSize({ width: 390, height: 844 })
    await element.waitForElementState('hidden')
    expect(await page.locator('iframe').count()).toBe(0)
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.locator('iframe').waitFor()
    await page.context().close()
  })
})

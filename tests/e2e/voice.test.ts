// The Voice page and the listening test as people use them: a real browser, the real server, and espeak-ng behind a speech server as another
// voice on stream.
import { readFileSync } from 'node:fs'
import { CharacterFile, SayReply, Settings } from '@psiona/shared'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readMark } from '../../packages/psi/src/ai-mark'
import { launch, openPage, type WatchedPage } from './browser'
import { whenSounding, whenStats } from './overlay-gauge'
import { type RunningPsiona, startPsiona } from './psiona'

let psiona: RunningPsiona
let browser: Browser
let panel: WatchedPage
let page: Page

beforeAll(async () => {
  psiona = await startPsiona()
  browser = await launch()
  panel = await openPage(browser, `${psiona.url}/voice`, { viewport: { width: 1280, height: 1400 } })
  page = panel.page
})
afterAll(async () => {
  await browser?.close()
  await psiona?.stop()
})

const sound = () => page.getByRole('region', { name: 'Sound' })
const place = () => page.getByRole('slider', { name: 'Place in the sound' })
const speak = async (take: 'A' | 'B') => {
  await page.getByRole('button', { name: `Speak take ${take}` }).click()
  await sound().getByRole('button', { name: 'Stop' }).waitFor()
}
const tori = async () => psiona.api('GET', '/api/characters/tori', CharacterFile)

describe('the Voice page', () => {
  it('speaks a text for you alone: sound, words under it, and her face moves with it', async () => {
    const understood = page.getByRole('button', { name: 'Understood' })
    if (await understood.isVisible()) await understood.click()
    await page.getByRole('textbox', { name: 'Text' }).fill('Papa saw my arms, how far apart are they?')
    await speak('A')
    const frame = page.frames().find((one) => one.url().includes('studio=1'))!
    const widest = await frame.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let most = 0
          addEventListener('message', ({ data }) => {
            most = Math.max(most, data.face?.[0] ?? 0)
            if (most > 0.3) resolve(most)
          })
        }),
    )
    expect(widest).toBeGreaterThan(0.3)
    expect(await sound().getByText('apart', { exact: true }).count()).toBeGreaterThan(0)
    expect((await psiona.turns()).length).toBe(0)
    await page.keyboard.press('Escape')
  })

  it('holds two takes, and X changes between them', async () => {
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await page.keyboard.press('x')
    await page.getByRole('combobox', { name: 'Voice', exact: true }).selectOption('masculine')
    await speak('B')
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await page.keyboard.press('x')
    await expect.poll(() => page.getByRole('radio', { name: /^A/ }).getAttribute('aria-checked')).toBe('true')
    await page.keyboard.press('Escape')
    await place().waitFor()
  })

  it('saves dials into her file, comments kept, and takes it back', async () => {
    const before = await tori()
    await page.getByRole('slider', { name: 'Pitch' }).focus()
    await page.keyboard.type('240')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Save to Tori' }).click()
    await page.getByText(/Saved at/).waitFor()
    const saved = await tori()
    expect(saved.character.voice.dials.pitchHz).toBe(240)
    expect(saved.yaml.split('\n').filter((line) => line.includes('#'))).toHaveLength(
      before.yaml.split('\n').filter((line) => line.includes('#')).length,
    )
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.poll(async () => (await tori()).yaml).toBe(before.yaml)
  })

  it('saves a file that says a machine spoke', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save WAV,' }).click()])
    const mark = readMark(readFileSync(await download.path()))
    expect(mark).toMatchObject({ engine: 'psi', sourceType: 'algorithmicMedia' })
    expect(panel.complaints).toEqual([])
  })
})

describe('the listening test', () => {
  it('plays a blind round, takes the answers, and shows who it was afterwards', async () => {
    await page.goto(`${psiona.url}/rate`)
    await page.getByRole('radio', { name: 'Which is better' }).waitFor()
    await page.getByRole('checkbox', { name: /Deep/ }).check()
    await page.getByRole('slider', { name: 'Questions' }).focus()
    await page.keyboard.press('Home')
    await page.getByRole('button', { name: 'Begin the round' }).click()
    for (let question = 1; question <= 4; question++) {
      await page.getByText(`Question ${question} of 4`).waitFor()
      const choice = page.getByRole('button', { name: 'No difference' })
      expect(await choice.isDisabled()).toBe(true)
      for (const name of ['Play the first', 'Play the second']) {
        await page.getByRole('button', { name }).click()
        await page.getByRole('button', { name: new RegExp(`${name}.*heard`) }).waitFor({ timeout: 20_000 })
      }
      await choice.click()
    }
    await page.getByText('4 answers').waitFor()
    await page.getByRole('table').getByText(/psi:/).first().waitFor()
    expect(panel.complaints).toEqual([])
  }, 90_000)
})

describe('another voice on stream', () => {
  it('[R103] that is not there is replaced by her own, and health says so', async () => {
    const settings = await psiona.api('GET', '/api/settings', Settings)
    const voice = { kind: 'openai', baseUrl: 'http://127.0.0.1:9/v1', model: 'm', voice: 'v', speed: 1 } as const
    await psiona.api('PUT', '/api/settings', Settings, { ...settings, voice })
    const overlay = await openPage(browser, await psiona.overlayUrl())
    await whenStats(overlay.page, ({ link }) => link === 'connected')
    const sentAt = Date.now()
    await psiona.api('POST', '/api/say', SayReply, { text: 'Can you hear me anyway?' })
    await whenSounding(overlay.page, sentAt)
    await expect
      .poll(async () => (await psiona.health()).parts.find(({ part }) => part === 'voice'))
      .toMatchObject({ state: 'trouble', remedy: expect.any(String) })
    await psiona.api('PUT', '/api/settings', Settings, settings)
    await expect.poll(async () => (await psiona.health()).parts.find(({ part }) => part === 'voice')?.state).toBe('ok')
  })
})

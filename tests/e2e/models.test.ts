// Models on the Ears page: fetched with the picture of how far it is, used, found damaged, and she lives on. A real browser, a real file server.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ServedModels, serveModels, someBytes } from '../fakes/served-models'
import { launch, openPage, type WatchedPage } from './browser'
import { type RunningPsiona, startPsiona } from './psiona'

let models: ServedModels
let psiona: RunningPsiona
let browser: Browser
let panel: WatchedPage

beforeAll(async () => {
  models = await serveModels({ small: [{ bytes: someBytes(3_000_000) }, { bytes: Buffer.from('a 0\nb 1\n') }] })
  psiona = await startPsiona({ environment: { PSIONA_MODEL_CATALOGUE: models.catalogueFile } })
  browser = await launch()
  panel = await openPage(browser, `${psiona.url}/ears`, { viewport: { width: 1280, height: 1600 } })
})
afterAll(async () => {
  await browser?.close()
  await psiona?.stop()
  await models?.close()
})

const ears = async () => (await psiona.health()).parts.find(({ part }) => part === 'ears')
const row = () => panel.page.getByRole('listitem').filter({ hasText: 'Model small' })

describe('models', () => {
  it('a pull that breaks off says so, and goes on where it was', async () => {
    models.server.script('/small/model.onnx', { kind: 'cut', afterBytes: 1_500_000 }, { kind: 'status', status: 404 })
    await row().getByRole('button', { name: 'Fetch' }).click()
    await row().getByText('no longer has this file').waitFor({ timeout: 30_000 })
    const before = models.server.asked.length
    await row().getByRole('button', { name: /go on/i }).click()
    await row().getByText('here', { exact: true }).waitFor({ timeout: 30_000 })
    const again = models.server.asked.slice(before).find(({ path }) => path === '/small/model.onnx')
    expect(again?.fromByte).toBeGreaterThan(1_000_000)
  })

  it('a model that is none ends its own process at most; the health says what to do', async () => {
    await expect
      .poll(ears, { timeout: 30_000 })
      .toMatchObject({ state: 'trouble', remedy: expect.stringMatching(/fetch|choose/i) })
    expect((await psiona.health()).ready).toBe(true)
  })

  it('is removed, and she says that she has no recogniser', async () => {
    await row().getByRole('button', { name: 'Remove' }).click()
    await row().getByRole('button', { name: 'Remove it' }).click()
    await row().getByRole('button', { name: 'Fetch' }).waitFor()
    await expect.poll(ears).toMatchObject({ detail: expect.stringContaining('no recogniser') })
    expect(panel.complaints).toEqual([])
  })
})

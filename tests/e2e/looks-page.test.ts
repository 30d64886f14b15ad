// Page Looks as its owner uses it: the Core behind its licence, a model that is taken in, one that is not, wearing and taking out.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modelFiles } from '../fakes/broken-models-parts'
import { zipOf } from '../fakes/broken-models-zip'
import { testCore } from '../test-core'
import { launch, openPage, type WatchedPage } from './browser'
import { type RunningPsiona, startPsiona } from './psiona'

let psiona: RunningPsiona
let browser: Browser
let panel: WatchedPage
let page: Page
const folder = mkdtempSync(join(tmpdir(), 'psiona-looks-'))
const zipFile = (name: string, files: ReturnType<typeof modelFiles>): string => {
  const file = join(folder, name)
  writeFileSync(file, zipOf(Object.entries(files).map(([path, data]) => ({ name: `Mira/${path}`, data }))))
  return file
}
beforeAll(async () => {
  psiona = await startPsiona()
  browser = await launch()
  panel = await openPage(browser, `${psiona.url}/looks`, { viewport: { width: 1280, height: 1000 } })
  page = panel.page
  await page.getByRole('button', { name: 'Understood' }).click()
})
afterAll(async () => {
  await browser?.close()
  await psiona?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const choose = async (button: string, file: string) => {
  const chooser = page.waitForEvent('filechooser')
  await page.getByText(button, { exact: true }).click()
  await (await chooser).setFiles(file)
}

describe('page Looks', () => {
  it.skipIf(testCore === null)('keeps the Core only once its licence is accepted (needs the test copy of the Core)', async () => {
    await page.getByText('She is drawn by the built-in puppet.').waitFor()
    expect(
      await page
        .getByRole('link', { name: /licence|agreement/i })
        .first()
        .getAttribute('href'),
    ).toMatch(/live2d\.com/)
    await page.getByLabel(/I have read and accept/).check()
    await choose('Choose the file', testCore ?? '')
    await page.getByText('Cubism Core 4.2.2').first().waitFor()
    await page.getByText('Live2D, Cubism Core 4.2.2').waitFor()
  })

  it('takes a model in, says what was found, and wears it', async () => {
    await choose('Choose a zip', zipFile('mira.zip', modelFiles({ 'expressions/smile.exp3.json': null })))
    await page
      .getByText(/is here\. You see it tried on|is here\./)
      .first()
      .waitFor()
    await page
      .getByText(/smile\.exp3\.json/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: /^Wear/ }).first().click()
    await page.getByRole('listitem').filter({ hasText: 'haru' }).getByText('worn').waitFor()
  })

  it('says in a sentence why another one cannot be used, and changes nothing', async () => {
    await choose('Choose a zip', zipFile('old.zip', { 'model.json': '{"model":"old.moc"}', 'old.moc': 'moc' }))
    await page.getByText(/was not taken in\./).waitFor()
    await page
      .getByText(/Cubism 2/)
      .first()
      .waitFor()
    expect(await page.getByRole('button', { name: 'Look at it old' }).count()).toBe(0)
  })

  it('puts back what was taken out', async () => {
    await page.getByRole('button', { name: 'Wear Tori' }).click()
    const row = page.getByRole('listitem').filter({ hasText: 'haru' })
    await row.getByRole('button', { name: /^Take out/ }).click()
    await page
      .getByRole('button', { name: /put .*back|undo/i })
      .first()
      .click()
    await row.getByRole('button', { name: /^Take out/ }).waitFor()
    expect(panel.complaints).toEqual([])
  })
})

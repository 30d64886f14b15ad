// Pictures of panel and overlay, taken by the end-to-end run. They land in a cache folder, or in docs/images with PSIONA_PICTURES=docs/images.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { root } from '../checkout'

const folder = join(root, process.env.PSIONA_PICTURES ?? 'node_modules/.psiona/pictures')

export async function picture(page: Page, name: string, options: { omitBackground?: boolean } = {}): Promise<string> {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path, ...options })
  return path
}

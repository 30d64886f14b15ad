// A real Chromium with software GL, and pages in it whose every error is kept.
import { existsSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const CHROMIUM = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
)
export const hasBrowser = CHROMIUM !== undefined

export const launch = (more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM as string,
    args: [
      '--no-sandbox',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-accelerated-2d-canvas',
      // As in an OBS browser source: sound plays without a click.
      '--autoplay-policy=no-user-gesture-required',
      ...more,
    ],
  })

export interface WatchedPage {
  readonly page: Page
  /** Console errors and warnings, page errors, requests to other hosts. */
  readonly complaints: string[]
}

export async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 320, height: 400 }, ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`page: ${error.message}`))
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url())
    if (protocol.startsWith('http') && host !== new URL(url).host) complaints.push(`foreign request: ${host}`)
  })
  await page.goto(url, { waitUntil: 'domcontentloaded' })
  return { page, complaints }
}

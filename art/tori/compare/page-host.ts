// Files in, a page in headless Chromium out, under the policy the overlay is served with. No server: every request is answered here.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { type Browser, chromium, type Page } from 'playwright-core'

const ROOT = path.join(import.meta.dirname, '../../..')
const ORIGIN = 'http://tori.test'
const POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' blob:; worker-src 'self'; style-src 'self' 'unsafe-inline'"
const FLAGS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
const TYPES: Record<string, string> = { '.json': 'application/json', '.webp': 'image/webp', '.js': 'text/javascript' }

export interface HostedPage {
  readonly page: Page
  readonly bundleBytes: number
  /** What the page complained about. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

export const openPage = async (): Promise<HostedPage> => {
  const bundle = await build({
    entryPoints: [path.join(import.meta.dirname, 'compare-page.ts')],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    splitting: false,
    target: 'es2022',
  })
  const script = bundle.outputFiles[0]!.text
  const browser: Browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS })
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() !== 'log' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url())
    const headers = { 'content-security-policy': POLICY }
    if (pathname === '/')
      return route.fulfill({
        contentType: 'text/html',
        headers,
        body: '<!doctype html><body><script type="module" src="/page.js"></script>',
      })
    if (pathname === '/page.js') return route.fulfill({ contentType: 'text/javascript', headers, body: script })
    if (!pathname.startsWith('/models/')) return route.fulfill({ status: 204, headers })
    const file = path.join(ROOT, 'live2d-models', pathname.slice('/models/'.length))
    return route.fulfill({
      contentType: TYPES[path.extname(file)] ?? 'application/octet-stream',
      headers,
      body: readFileSync(file),
    })
  })
  await page.goto(`${ORIGIN}/`)
  await page.waitForFunction('window.compare !== undefined')
  return { page, bundleBytes: script.length, complaints, close: () => browser.close() }
}

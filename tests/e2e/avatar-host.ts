// In: a browser, folders of models, the Core's file. Out: a page with nothing but avatar stands in it, under the policy of the overlay's page.
// No server: every request is answered here.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { pagePolicy } from '../../apps/server/src/stage/security-headers'

export const ORIGIN = 'http://psiona.test'
/** Canvases lie over each other, as the overlay's style sheet has it. */
const HTML =
  '<!doctype html><style>canvas { position: absolute; inset: 0 }</style><body style="margin: 0"><script type="module" src="/avatar-page.js"></script>'
const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.webp': 'image/webp',
  '.png': 'image/png',
}

export interface AvatarHost {
  readonly page: Page
  /** Console errors and warnings, page errors, requests that were refused. */
  readonly complaints: string[]
  /** Addresses asked for, in order. */
  readonly asked: string[]
  /** From now on this address has these bytes; null = it is not there. */
  put(pathname: string, bytes: Buffer | null): void
  close(): Promise<void>
}

/** `folders`: what lies under '/models/<name>/'. */
export async function openAvatarPage(
  browser: Browser,
  folders: Readonly<Record<string, string>>,
  core: string,
): Promise<AvatarHost> {
  const bundle = await build({
    entryPoints: [path.join(import.meta.dirname, 'avatar-page.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    // As on the site: what Live2D needs is loaded when it is wanted.
    splitting: true,
    outdir: '/',
    target: 'es2023',
  })
  const scripts = new Map(bundle.outputFiles.map((file) => [`/${path.basename(file.path)}`, Buffer.from(file.contents)]))
  const changed = new Map<string, Buffer | null>([['/cubism/live2dcubismcore.min.js', readFileSync(core)]])
  const fileOf = (pathname: string): Buffer | null => {
    const put = changed.get(pathname)
    if (put !== undefined) return put
    const script = scripts.get(pathname)
    if (script) return script
    const [, models, name = '', ...rest] = decodeURIComponent(pathname).split('/')
    const folder = models === 'models' ? folders[name] : undefined
    try {
      return folder === undefined ? null : readFileSync(path.join(folder, ...rest))
    } catch {
      return null
    }
  }
  const context = await browser.newContext({ viewport: { width: 1200, height: 1200 } })
  const page = await context.newPage()
  const complaints: string[] = []
  const asked: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`page: ${error.message}`))
  const headers = { 'content-security-policy': pagePolicy(HTML, 'none') }
  await page.route('**/*', async (route) => {
    const { origin, pathname } = new URL(route.request().url())
    asked.push(origin === ORIGIN ? pathname : route.request().url())
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', headers, body: HTML })
    if (pathname === '/favicon.ico') return route.fulfill({ status: 204 })
    const body = origin === ORIGIN ? fileOf(pathname) : null
    if (body === null) return route.fulfill({ status: 404, headers, body: '' })
    return route.fulfill({ contentType: TYPES[path.extname(pathname)] ?? 'application/octet-stream', headers, body })
  })
  await page.goto(`${ORIGIN}/`)
  await page.waitForFunction('window.avatars !== undefined')
  return { page, complaints, asked, put: (pathname, bytes) => changed.set(pathname, bytes), close: () => context.close() }
}

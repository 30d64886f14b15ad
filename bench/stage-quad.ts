// What this machine's browser can draw at most: a page that draws a single quad with pixi, at the size of the overlay. In: a browser. Out:
// frames a second, and the times between them.
import { build } from 'esbuild'
import type { Browser } from 'playwright-core'
import { z } from 'zod'
import { root } from '../tests/checkout'

const PAGE = `
  import { Application, Graphics } from 'pixi.js'
  const app = new Application()
  await app.init({ width: 320, height: 400, antialias: false, backgroundAlpha: 0, preference: 'webgl', autoStart: false })
  document.body.append(app.canvas)
  const quad = new Graphics().rect(0, 0, 100, 100).fill(0xff7799)
  app.stage.addChild(quad)
  globalThis.quadFrames = []
  const draw = (now) => {
    requestAnimationFrame(draw)
    quad.x = 100 + 90 * Math.sin(now / 300)
    app.render()
    globalThis.quadFrames.push(performance.timeOrigin + performance.now())
  }
  requestAnimationFrame(draw)
`

/** When each of its frames was drawn, ms since 1970. */
export async function quadFrames(browser: Browser, seconds: number): Promise<number[]> {
  const { outputFiles } = await build({
    stdin: { contents: PAGE, resolveDir: `${root}/apps/web` },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'error',
  })
  const context = await browser.newContext({ viewport: { width: 320, height: 400 } })
  try {
    const page = await context.newPage()
    await page.setContent('<body style="margin:0"></body>')
    await page.addScriptTag({ type: 'module', content: outputFiles[0]!.text })
    const frames = () => page.evaluate('globalThis.quadFrames ?? []').then(z.array(z.number()).parse)
    while ((await frames()).length < 30) await page.waitForTimeout(50)
    const before = (await frames()).length
    await page.waitForTimeout(seconds * 1000)
    return (await frames()).slice(before)
  } finally {
    await context.close()
  }
}

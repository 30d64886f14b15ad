// A window of a real Chromium on a test's own screen, heard through its own sound. In: screen, sound, an address. Out: the window, and when its page is the one that sounds.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { whenIdle } from '../e2e/overlay-gauge'
import type { RealDisplay, RealSound } from './real-display'

const CHROMIUM = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
)
export const WINDOW_LACKS = CHROMIUM === undefined ? ['chromium'] : []

export interface RealWindow {
  /** Resolves when the overlay is connected, draws, sounds and is silent. */
  isSounding(): Promise<void>
  close(): Promise<void>
}

/** Without a window manager it is where it is put, and above what was there before. */
export async function openWindow(display: RealDisplay, sound: RealSound, url: string, folder: string): Promise<RealWindow> {
  const context = await chromium.launchPersistentContext(join(folder, 'browser'), {
    executablePath: CHROMIUM as string,
    headless: false,
    viewport: null,
    env: { PATH: process.env.PATH ?? '', HOME: folder, DISPLAY: display.name, PULSE_SERVER: sound.server },
    // Playwright would silence it.
    ignoreDefaultArgs: ['--mute-audio'],
    args: [
      ...['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking'],
      ...['--no-first-run', '--test-type', '--autoplay-policy=no-user-gesture-required', '--disable-accelerated-2d-canvas'],
      ...['--window-position=0,0', '--window-size=640,720', `--app=${url}`],
    ],
  })
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  return {
    isSounding: async () => void (await whenIdle(page)),
    close: () => context.close(),
  }
}

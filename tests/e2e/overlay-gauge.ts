// The overlay's measuring surface (window.__psiona, M1–M10) as tests and benches read it.
import type { Page } from 'playwright-core'
import { z } from 'zod'

const Stats = z.object({
  link: z.unknown(),
  sounding: z.boolean(),
  frames: z.array(
    z.object({
      atMs: z.number(),
      drawnSample: z.number().nullable(),
      playingSample: z.number().nullable(),
      mouthOpen: z.number(),
    }),
  ),
  levels: z.array(z.object({ atSample: z.number(), rms: z.number(), epochMs: z.number() })),
  sounds: z.array(z.object({ startSample: z.number(), startMs: z.number(), endMs: z.number().nullable() })),
  cuts: z.array(z.object({ epoch: z.number(), receivedMs: z.number(), silentMs: z.number().nullable() })),
  subtitle: z.object({ lineId: z.string(), text: z.string(), current: z.number() }).nullable(),
  subtitles: z.array(z.object({ lineId: z.string(), text: z.string(), shownMs: z.number() })),
  counts: z.record(z.string(), z.number()),
})
export type OverlayStats = z.infer<typeof Stats>

export const overlayStats = async (page: Page): Promise<OverlayStats> =>
  Stats.parse(await page.evaluate('window.__psiona.stats()'))

/** Resolves when sound that began after `sinceMs` leaves the page. */
export async function whenSounding(page: Page, sinceMs: number): Promise<OverlayStats['sounds'][number]> {
  await page.waitForFunction(`window.__psiona?.firstSoundAt(${sinceMs}) != null`, undefined, { timeout: 20_000, polling: 20 })
  const { sounds } = await overlayStats(page)
  const sound = sounds.find(({ startMs }) => startMs >= sinceMs)
  if (!sound) throw new Error('the sound was announced but is not in the list')
  return sound
}

/** Resolves when the page is connected, draws, is the one that sounds, and is silent. */
export async function whenIdle(page: Page): Promise<void> {
  await page.waitForFunction(
    `(() => { const s = window.__psiona?.stats(); return s && s.sounding && s.frames.length > 10 && s.levels.length > 10 && s.sounds.every(({ endMs }) => endMs !== null) })()`,
    undefined,
    { timeout: 30_000, polling: 20 },
  )
}

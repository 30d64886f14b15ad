// The overlay's measuring surface (window.__psiona, M1–M15) as tests and benches read it.
import type { Frame, Page } from 'playwright-core'
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
      drawnFrom: z.enum(['track', 'forecast', 'idle']),
      moved: z.number(),
      left: z.number(),
      feeling: z.number(),
    }),
  ),
  gaps: z.array(
    z.object({
      startMs: z.number(),
      packetMs: z.number().nullable(),
      endMs: z.number().nullable(),
      frames: z.number(),
      stillFrames: z.number(),
    }),
  ),
  renderer: z.enum(['live2d', 'puppet', 'none']),
  levels: z.array(z.object({ atSample: z.number(), rms: z.number(), epochMs: z.number() })),
  sounds: z.array(z.object({ startSample: z.number(), startMs: z.number(), endMs: z.number().nullable() })),
  cuts: z.array(z.object({ epoch: z.number(), receivedMs: z.number(), silentMs: z.number().nullable() })),
  ducks: z.array(z.object({ gainDb: z.number(), rampMs: z.number(), receivedMs: z.number() })),
  subtitle: z.object({ lineId: z.string(), text: z.string(), current: z.number() }).nullable(),
  subtitles: z.array(z.object({ lineId: z.string(), text: z.string(), shownMs: z.number() })),
  counts: z.record(z.string(), z.number()),
})
export type OverlayStats = z.infer<typeof Stats>

export const overlayStats = async (page: Page | Frame): Promise<OverlayStats> =>
  Stats.parse(await page.evaluate('window.__psiona.stats()'))

/** Asks the page again and again until the condition holds. The page's policy forbids eval, so asking is done from outside. */
export async function whenStats(
  page: Page | Frame,
  condition: (stats: OverlayStats) => boolean,
  timeoutMs = 30_000,
): Promise<OverlayStats> {
  const deadline = performance.now() + timeoutMs
  for (;;) {
    const stats = await page.evaluate('window.__psiona ? window.__psiona.stats() : null').then(Stats.nullable().parse)
    if (stats && condition(stats)) return stats
    if (performance.now() > deadline)
      throw new Error(
        `the overlay did not come to that: ${JSON.stringify({ ...stats, frames: stats?.frames.slice(-2), levels: stats?.levels.slice(-2) })}`,
      )
    await page.waitForTimeout(15)
  }
}

/** Resolves when sound that began after `sinceMs` leaves the page. */
export async function whenSounding(page: Page | Frame, sinceMs: number): Promise<OverlayStats['sounds'][number]> {
  const { sounds } = await whenStats(page, (stats) => stats.sounds.some(({ startMs }) => startMs >= sinceMs))
  return sounds.find(({ startMs }) => startMs >= sinceMs) as OverlayStats['sounds'][number]
}

/** Resolves when the page is connected, draws, is the one that sounds, and is silent. */
export const whenIdle = (page: Page | Frame): Promise<OverlayStats> =>
  whenStats(
    page,
    ({ sounding, frames, levels, sounds, counts }) =>
      sounding &&
      (counts.avatarBuilt ?? 0) > 0 &&
      frames.length > 10 &&
      levels.length > 10 &&
      sounds.every(({ endMs }) => endMs !== null),
  )

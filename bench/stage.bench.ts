// How the overlay draws: through the real server and a real page in Chromium with software GL, 320×400, no antialiasing.
// frameErrorMs: |sample drawn − sample playing| at every frame while she sounds, but in gaps and the 500 ms after them.
// fpsOverCalibration: frames a second of the overlay while she speaks, against those of a page that draws a single quad, in the same run.
// gapRecoveryMs (median): packets are withheld while she speaks with feelings and gestures, until 200 ms have been drawn without any; from the
//   first packet after that to the first frame of the stream with all but a twentieth of the difference gone.
// maxJumpAfterGap: the largest move of a frame in the 500 ms after a return, against the largest in calm: any channel but the mouth's, in parts
//   of its range, each frame taken as 1/60 s. noFreezeShare: frames without packets in which something moved, of all such.
// textureBytesAfter20Switches: bytes of textures on the graphics card after 20 switches between two models, against after the first two;
//   counted at WebGL's calls, whatever the renderer says.
// lipDelayMs: between a vowel's onset leaving the worklet and the mouth that is drawn open; amounts, whichever was first.
// forecast: what the packets' forecast is worth, without a page: face-forecast.ts.
// --only page|forecast
import { parseArgs } from 'node:util'
import { ChatReply, SayReply } from '@psiona/shared'
import type { Page } from 'playwright-core'
import { openPage } from '../tests/e2e/browser'
import { overlayStats, whenIdle, whenSounding, whenStats } from '../tests/e2e/overlay-gauge'
import { measureForecast } from './face-forecast'
import { progress, quantile, quantiles, report, rounded } from './figures'
import { StageFrames } from './stage-frames'
import { openStageHouse, type StageHouse, TWO_MODELS } from './stage-house'
import { quadFrames } from './stage-quad'
import { countTextures, textureBytes } from './stage-textures'

const { only } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' } } }).values
const FPS_SECONDS = 8
const GAPS = 12
const GAP_MS = 200
const SWITCHES = 20
/** Each begins with a vowel and nothing before it. */
const VOWELS = ['All of us.', 'Our turn.', 'Oh, is it?', 'Ice on everything.', 'Arms up!', 'Eat it.', 'Odd one.', 'Each of them.']
const ROUNDS_OF_VOWELS = 3

report('stage', {
  ...(only === 'forecast' ? {} : await measurePage()),
  ...(only === 'page' ? {} : { forecast: await measureForecast() }),
})

async function measurePage() {
  const house = await openStageHouse()
  try {
    const quad = framesPerSecond(await quadFrames(house.browser, FPS_SECONDS))
    const page = await openOverlay(house)
    const renderer = (await overlayStats(page)).renderer
    if (!house.hasCore) progress('The Cubism Core for tests is missing: the puppet is measured.')
    const stage = new StageFrames()
    const overlay = await measureFps(house, page, stage)
    progress(`${rounded(overlay)} frames a second, a single quad ${rounded(quad)}`)
    await measureGaps(house, page, stage)
    const gaps = stage.gapsOf(GAP_MS)
    const moves = stage.largestMoves(gaps)
    const drawn = gaps.reduce((sum, { frames }) => sum + frames, 0)
    const still = gaps.reduce((sum, { stillFrames }) => sum + stillFrames, 0)
    progress(`${gaps.length} gaps`)
    const lips = await measureLips(house, page)
    const textures = await measureTextures(house, page)
    return {
      frameErrorMs: quantiles(stage.errorsMs(), ['p50', 'p99']),
      fpsOverCalibration: rounded(overlay / quad, 3),
      gapRecoveryMs: rounded(quantile(stage.recoveriesMs(gaps), 0.5)),
      maxJumpAfterGap: rounded(moves.afterGap / moves.calm, 3),
      textureBytesAfter20Switches: rounded(textures, 3),
      lipDelayMs: quantiles(lips.map(Math.abs), ['p50', 'p99']),
      renderer,
      fps: { overlay: rounded(overlay), quad: rounded(quad) },
      noFreezeShare: rounded(1 - still / drawn, 4),
      gaps: { count: gaps.length, frames: drawn, largestMove: rounded(moves.afterGap, 4), largestInCalm: rounded(moves.calm, 4) },
      lips: { onsets: lips.length, signedMs: rounded(quantile(lips, 0.5)) },
    }
  } finally {
    await house.close()
  }
}

async function openOverlay({ psiona, browser }: StageHouse): Promise<Page> {
  const address = await psiona.overlayUrl('?antialias=0&fps=screen&subtitles=off')
  const { page } = await openPage(browser, 'about:blank')
  await countTextures(page)
  await page.goto(address, { waitUntil: 'domcontentloaded' })
  await whenIdle(page)
  return page
}

function framesPerSecond(atMs: readonly number[]): number {
  return ((atMs.length - 1) * 1000) / (atMs.at(-1)! - atMs[0]!)
}

/** She answers at length, with feelings and gestures. */
async function speak({ psiona }: StageHouse, page: Page): Promise<void> {
  const sentAt = Date.now()
  await psiona.api('POST', '/api/chat', ChatReply, { text: 'How was your game?' })
  await whenSounding(page, sentAt)
}

async function measureFps(house: StageHouse, page: Page, stage: StageFrames): Promise<number> {
  await speak(house, page)
  const sinceMs = Date.now()
  await page.waitForTimeout(FPS_SECONDS * 1000)
  await stage.look(page)
  const drawn = stage.frames.map(({ atMs }) => atMs).filter((atMs) => atMs > sinceMs)
  await whenIdle(page)
  await stage.look(page)
  return framesPerSecond(drawn)
}

async function measureGaps(house: StageHouse, page: Page, stage: StageFrames): Promise<void> {
  for (let done = 0; done < GAPS; ) {
    await speak(house, page)
    for (let inAnswer = 0; inAnswer < 4 && done < GAPS; inAnswer++) {
      await page.waitForTimeout(1200 + ((done * 173) % 600))
      const { sounds, gaps } = await stage.look(page)
      if (sounds.at(-1)?.endMs !== null) break
      house.link.withhold()
      const deadline = Date.now() + 3000
      for (let open = null as number | null; open === null || Date.now() - open < GAP_MS; ) {
        if (Date.now() > deadline) break
        const newest = (await overlayStats(page)).gaps.at(-1)
        open = newest && newest.endMs === null && newest.startMs !== gaps.at(-1)?.startMs ? newest.startMs : null
      }
      house.link.release()
      done++
      await page.waitForTimeout(900)
      await stage.look(page)
    }
    await whenIdle(page)
    await stage.look(page)
    progress(`${done} of ${GAPS} gaps …`)
  }
}

async function measureLips({ psiona }: StageHouse, page: Page): Promise<number[]> {
  const stage = new StageFrames()
  for (let round = 0; round < ROUNDS_OF_VOWELS; round++)
    for (const text of VOWELS) {
      const sentAt = Date.now()
      await psiona.api('POST', '/api/say', SayReply, { text })
      await whenSounding(page, sentAt)
      await whenIdle(page)
      // Her mouth is shut before the next one.
      await page.waitForTimeout(300)
      await stage.look(page)
    }
  return stage.lipDelaysMs()
}

async function measureTextures(house: StageHouse, page: Page): Promise<number> {
  let first = 0
  for (let turn = 1; turn <= SWITCHES + 2; turn++) {
    const { counts } = await overlayStats(page)
    await house.wear(TWO_MODELS[turn % 2]!)
    await whenStats(page, (stats) => (stats.counts.avatarBuilt ?? 0) > (counts.avatarBuilt ?? 0))
    // What was worn before fades out first.
    await page.waitForTimeout(1200)
    if (turn === 2) first = await textureBytes(page)
  }
  return (await textureBytes(page)) / first
}

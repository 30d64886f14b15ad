// In: rounds. Out: how long it takes from the panic button until she is silent, her mouth is closed and her feeling is gone, through the real
// server and a real overlay page in Chromium.
import { Emotion, SafetyState, SayReply } from '@psiona/shared'
import type { Page } from 'playwright-core'
import { io } from 'socket.io-client'
import { launch, openPage } from '../tests/e2e/browser'
import { whenIdle, whenSounding, whenStats } from '../tests/e2e/overlay-gauge'
import { type RunningPsiona, startPsiona } from '../tests/e2e/psiona'
import { progress } from './figures'

/** The first rounds fill caches in server and browser; a streamer's evening is the rest. */
const WARM_UP = 3
/** As in tests/e2e/talk.test.ts: below it a mouth is closed. */
const CLOSED_MOUTH = 0.1
/** Of a feeling, 0..1: less is not seen in her face. */
const UNSEEN_FEELING = 0.05
const LONG_ANSWER =
  'Oh, that is wonderful news, and I have waited for it the whole evening, so let me tell you from the beginning how we found the key, who opened the door, what stood behind it, and why nobody believed us.'

interface FeelingTold {
  readonly atMs: number
  readonly neutral: boolean
}

export interface PanicTimes {
  /** Until the last sample left the page's worklet. */
  readonly silentMs: number[]
  /** Until the first frame drawn with a closed mouth, from which on it stayed closed. */
  readonly mouthClosedMs: number[]
  /** Until the panels were told of no feeling. */
  readonly faceNeutralMs: number[]
}

export async function measurePanic(rounds: number): Promise<PanicTimes> {
  const psiona = await startPsiona()
  const browser = await launch()
  const panel = io(`${psiona.url}/panel`, {
    transports: ['websocket'],
    extraHeaders: { authorization: `Bearer ${psiona.token}` },
  })
  const feelings: FeelingTold[] = []
  panel.on('emotion', (told: unknown) => {
    const strengths = Object.values(Emotion.parse(told))
    feelings.push({ atMs: Date.now(), neutral: strengths.every((strength) => strength < UNSEEN_FEELING) })
  })
  const connected = new Promise((resolve) => panel.once('snapshot', resolve))
  try {
    await connected
    const { page } = await openPage(browser, await psiona.overlayUrl('?antialias=0'))
    const times: PanicTimes = { silentMs: [], mouthClosedMs: [], faceNeutralMs: [] }
    for (let round = 0; round < rounds + WARM_UP; round++) {
      await whenIdle(page)
      const { silentMs, mouthClosedMs, faceNeutralMs } = await panicOnce(psiona, page, round, feelings)
      if (round < WARM_UP) continue
      times.silentMs.push(silentMs)
      times.mouthClosedMs.push(mouthClosedMs)
      times.faceNeutralMs.push(faceNeutralMs)
      if (round % 10 === 0) progress(`${round} of ${rounds} times panic …`)
    }
    return times
  } finally {
    panel.close()
    await browser.close()
    await psiona.stop()
  }
}

async function panicOnce(psiona: RunningPsiona, page: Page, round: number, feelings: FeelingTold[]) {
  const sentAt = Date.now()
  await psiona.api('POST', '/api/say', SayReply, { text: LONG_ANSWER, emotion: { joy: 0.9 } })
  await whenSounding(page, sentAt)
  // Somewhere in mid-sentence, never at the same place.
  await page.waitForTimeout(400 + ((round * 137) % 700))
  feelings.length = 0
  const panicAt = Date.now()
  const { panic } = await psiona.api('POST', '/api/panic', SafetyState, { on: true })
  if (!panic) throw new Error('the panic button was pressed, and there is no panic')
  const { cuts } = await whenStats(page, (stats) =>
    stats.cuts.some(({ receivedMs, silentMs }) => receivedMs >= panicAt && silentMs !== null),
  )
  const silentAt = cuts.find(({ receivedMs }) => receivedMs >= panicAt)?.silentMs ?? Number.NaN
  const { frames } = await whenStats(page, (stats) => {
    const last = stats.frames.at(-1)
    return last !== undefined && last.atMs > silentAt && last.mouthOpen < CLOSED_MOUTH
  })
  const lastOpen = frames.findLastIndex(({ mouthOpen }) => mouthOpen >= CLOSED_MOUTH)
  const closedAt = frames[lastOpen + 1]?.atMs ?? Number.NaN
  const neutralAt = await whenNeutral(page, feelings)
  await psiona.api('POST', '/api/panic', SafetyState, { on: false })
  return {
    silentMs: silentAt - panicAt,
    // It may have been closed at the moment of the panic.
    mouthClosedMs: Math.max(0, closedAt - panicAt),
    faceNeutralMs: neutralAt - panicAt,
  }
}

async function whenNeutral(page: Page, feelings: readonly FeelingTold[]): Promise<number> {
  const deadline = Date.now() + 10_000
  for (;;) {
    const told = feelings.find(({ neutral }) => neutral)
    if (told) return told.atMs
    if (Date.now() > deadline) throw new Error('after the panic her feeling did not go')
    await page.waitForTimeout(15)
  }
}

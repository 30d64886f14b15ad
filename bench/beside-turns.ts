// Questions to her, one after the other, each stopped in mid-sentence. In: her, her page, how many. Out: how long until she sounded, how far the face was from the sound.
import { ChatReply, SAMPLE_RATE, StopReply } from '@psiona/shared'
import type { Page } from 'playwright-core'
import { overlayStats, whenIdle, whenSounding } from '../tests/e2e/overlay-gauge'
import type { RunningPsiona } from '../tests/e2e/psiona'

const QUESTIONS = [
  'What is your favourite colour?',
  'Tell me a joke.',
  'Who are you?',
  'What do you think of waves?',
  'How do you feel today?',
  'Do you like games?',
]

export interface Round {
  readonly askedAtMs: number
  /** From sending the question until the first sample of the answer leaves the page's AudioWorklet. */
  readonly firstAudioMs: number
  /** |sample drawn − sample playing| at every animation frame while she speaks, ms. */
  readonly frameErrorsMs: readonly number[]
}

export async function oneRound(psiona: RunningPsiona, page: Page, round: number): Promise<Round> {
  const askedAtMs = Date.now()
  await psiona.api('POST', '/api/chat', ChatReply, { text: QUESTIONS[round % QUESTIONS.length] })
  const sound = await whenSounding(page, askedAtMs)
  // Somewhere in mid-sentence, never at the same place.
  await page.waitForTimeout(400 + ((round * 137) % 700))
  const { frames } = await overlayStats(page)
  const stopAtMs = Date.now()
  await psiona.api('POST', '/api/stop', StopReply)
  await whenIdle(page)
  const frameErrorsMs = frames.flatMap(({ atMs, drawnSample, playingSample }) =>
    atMs > sound.startMs && atMs < stopAtMs && drawnSample !== null && playingSample !== null
      ? [(Math.abs(drawnSample - playingSample) * 1000) / SAMPLE_RATE]
      : [],
  )
  return { askedAtMs, firstAudioMs: sound.startMs - askedAtMs, frameErrorsMs }
}

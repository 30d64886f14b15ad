// How fast she answers, how fast she stops, how well the face keeps to the sound: through the real server and a real overlay page in Chromium.
// textToFirstAudioMs: from sending POST /api/chat until the first sample of her voice leaves the page's AudioWorklet.
// stopToSilenceMs: from sending POST /api/stop until the last sample before the cut has left it.
// frameErrorMs: |sample drawn − sample playing| at every animation frame while she speaks.
import { ChatReply, SAMPLE_RATE, StopReply } from '@psiona/shared'
import { launch, openPage } from '../tests/e2e/browser'
import { overlayStats, whenIdle, whenSounding } from '../tests/e2e/overlay-gauge'
import { startPsiona } from '../tests/e2e/psiona'
import { progress, quantiles, report } from './figures'

const ROUNDS = 30
/** The first answers fill caches in server and browser; a streamer's evening is the rest. */
const WARM_UP = 3
const QUESTIONS = [
  'What is your favourite colour?',
  'Tell me a joke.',
  'Who are you?',
  'What do you think of waves?',
  'How do you feel today?',
  'Do you like games?',
]

const psiona = await startPsiona()
const browser = await launch()
try {
  const { page } = await openPage(browser, await psiona.overlayUrl('?antialias=0'))
  await whenIdle(page)
  const firstAudio: number[] = []
  const stopped: number[] = []
  const frameErrors: number[] = []
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    const sentAt = Date.now()
    await psiona.api('POST', '/api/chat', ChatReply, { text: QUESTIONS[round % QUESTIONS.length] })
    const sound = await whenSounding(page, sentAt)
    // Somewhere in mid-sentence, never at the same place.
    await page.waitForTimeout(400 + ((round * 137) % 700))
    const { frames } = await overlayStats(page)
    const stopAt = Date.now()
    await psiona.api('POST', '/api/stop', StopReply, undefined)
    await whenIdle(page)
    const { cuts } = await overlayStats(page)
    const cut = cuts.findLast(({ receivedMs }) => receivedMs >= stopAt)
    if (round < WARM_UP) continue
    firstAudio.push(sound.startMs - sentAt)
    if (cut?.silentMs) stopped.push(cut.silentMs - stopAt)
    for (const { atMs, drawnSample, playingSample } of frames)
      if (atMs > sound.startMs && atMs < stopAt && drawnSample !== null && playingSample !== null)
        frameErrors.push((Math.abs(drawnSample - playingSample) * 1000) / SAMPLE_RATE)
    if (round % 10 === 0) progress(`${round} of ${ROUNDS} answers …`)
  }
  report('reply', {
    textToFirstAudioMs: quantiles(firstAudio, ['p50', 'p95']),
    stopToSilenceMs: quantiles(stopped, ['p50', 'p95']),
    frameErrorMs: quantiles(frameErrors, ['p50', 'p99']),
  })
} finally {
  await browser.close()
  await psiona.stop()
}

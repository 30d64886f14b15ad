// How fast she gets quiet when somebody speaks over her: a microphone in real time, the real server, a real overlay page in Chromium.
// duckMs: from the first sample of the speech (20 dB under its loudest 10 ms) until the page's worklet has gone down by the whole of duckDb.
// returnedMs: from the end of the recording until she is told to be as loud as before; most of it is the pause that tells that the voice has ended.
import { SayReply, Settings, StopReply } from '@psiona/shared'
import { launch, openPage } from '../tests/e2e/browser'
import { whenIdle, whenSounding, whenStats } from '../tests/e2e/overlay-gauge'
import { onsetOf, plugProgramMicrophone } from '../tests/e2e/program-microphone'
import { startPsiona } from '../tests/e2e/psiona'
import { progress, quantiles, report, rounded } from './figures'
import { SPEAKING_VOICES, speakAll } from './hearing-voices'

const ROUNDS = 24
const OVER_HER = [
  'Wait a second.',
  'Stop, look at that.',
  'Hold on, Tori.',
  'No, the other one.',
  'Hey, listen.',
  'What was that?',
]
const HERS =
  'This is a rather long sentence, which goes on for quite a while, so that somebody has the time to speak over it, whenever they like, and it still has a good way to go.'

const psiona = await startPsiona()
const browser = await launch()
const microphone = await plugProgramMicrophone(psiona)
try {
  const settings = await psiona.api('GET', '/api/settings', Settings)
  await psiona.api('PUT', '/api/settings', Settings, {
    ...settings,
    hearing: { ...settings.hearing, recogniser: { kind: 'none' } },
  })
  const { page } = await openPage(browser, await psiona.overlayUrl('?antialias=0'))
  await whenIdle(page)
  const speech = speakAll(
    Array.from({ length: ROUNDS }, (_, round) => ({
      voice: SPEAKING_VOICES[round % SPEAKING_VOICES.length]!,
      text: OVER_HER[round % OVER_HER.length]!,
    })),
  )
  const ducked: number[] = []
  const returned: number[] = []
  let missed = 0
  for (const [round, samples] of speech.entries()) {
    const sentAt = Date.now()
    await psiona.api('POST', '/api/say', SayReply, { text: HERS })
    await whenSounding(page, sentAt)
    await page.waitForTimeout(300 + ((round * 137) % 400))
    const beganMs = await microphone.play(samples)
    const onsetMs = beganMs + (onsetOf(samples) / 16_000) * 1000
    await microphone.played()
    const stats = await whenStats(page, ({ ducks }) =>
      ducks.some(({ gainDb, receivedMs }) => gainDb === 0 && receivedMs > onsetMs),
    )
    const down = stats.ducks.find(({ gainDb, receivedMs }) => gainDb < 0 && receivedMs > beganMs)
    const up = stats.ducks.find(({ gainDb, receivedMs }) => gainDb === 0 && receivedMs > onsetMs)
    if (down) ducked.push(down.receivedMs + down.rampMs - onsetMs)
    else missed++
    if (up) returned.push(up.receivedMs - (beganMs + (samples.length / 16_000) * 1000))
    await psiona.api('POST', '/api/stop', StopReply)
    await whenIdle(page)
    if (round % 6 === 0) progress(`${round} of ${ROUNDS} times …`)
  }
  report('duck', {
    duckMs: quantiles(ducked, ['p50', 'p95']),
    returnedMs: quantiles(returned, ['p50', 'p95']),
    missedRate: rounded(missed / ROUNDS, 3),
  })
} finally {
  microphone.close()
  await browser.close()
  await psiona.stop()
}

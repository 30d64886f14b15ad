// How she lives beside a game: the real server, a real overlay page in Chromium, a model and a voice on servers of their own; calm, then with every core taken by another process, then calm again.
// turnP95Ratio, frameErrorRatio: text → first audio (p95) and frame error (p99) under load ÷ calm, from when the load begins.
// cpuPercent: what her process takes of the whole machine under load.
// savings: what she did without, in order, and seconds since the load began; then what she took back, and seconds since it ended.
// recoverySeconds: from the end of the load until she saves nothing any more; null when she does not within two minutes.
import { SAVINGS, Settings } from '@psiona/shared'
import { launch, openPage } from '../tests/e2e/browser'
import { whenIdle } from '../tests/e2e/overlay-gauge'
import { startPsiona } from '../tests/e2e/psiona'
import { openaiServer } from '../tests/fakes/openai-server'
import { speechServer } from '../tests/fakes/speech-server'
import { testCore } from '../tests/test-core'
import { type BusyMachine, busyMachine } from './beside-load'
import { oneRound, type Round } from './beside-turns'
import { type SavingStep, watchLoad } from './beside-watch'
import { progress, quantile, report, rounded } from './figures'
import { dropCore } from './stage-house'

const ROUNDS = 24
/** The first answers fill caches in server and browser; a streamer's evening is the rest. */
const WARM_UP = 3
/** Four savings come within 15 s: the load goes on until she has had as long again with all of them. */
const LOAD_MS = 45_000
/** Four savings go within 40 s when there is room. */
const RECOVERY_MS = 120_000
const ANSWER = [
  'I like ',
  'the slow ones best, ',
  'the ones that take ',
  'their time to arrive, ',
  'and then stay for a while ',
  'before they go.',
]

const model = await openaiServer(['large', 'small'])
model.script({ kind: 'stream', deltas: ANSWER })
const speech = await speechServer()
const psiona = await startPsiona()
const browser = await launch()
const watch = watchLoad(psiona)
let game: BusyMachine | null = null
try {
  if (testCore) await dropCore(psiona, testCore)
  else progress('The Cubism Core for tests is missing: the puppet is all there is to draw, and saves nothing.')
  const before = await psiona.api('GET', '/api/settings', Settings)
  const choose = (mode: Settings['load']['mode']) =>
    psiona.api('PUT', '/api/settings', Settings, {
      ...before,
      mind: { kind: 'openai', baseUrl: model.baseUrl, model: 'large' },
      voice: { kind: 'openai', baseUrl: speech.baseUrl, model: 'espeak', voice: 'en', speed: 1 },
      // Software GL on the same cores: more would be a load of its own.
      overlay: { ...before.overlay, fps: 30 },
      load: { ...before.load, mode, smallerModel: 'small', fps: 24 },
    } satisfies Settings)
  // Calm is what she is without a game; a machine that is too small even for that is no reason to save here.
  await choose('off')
  const { page } = await openPage(browser, await psiona.overlayUrl('?antialias=0'))
  await whenIdle(page)
  const calm: Round[] = []
  const calmFromMs = Date.now()
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    const done = await oneRound(psiona, page, round)
    if (round >= WARM_UP) calm.push(done)
    if (round % 8 === 0) progress(`calm: ${round} of ${ROUNDS + WARM_UP} answers …`)
  }
  const calmLoads = watch.since(calmFromMs)
  const steps = (await watch.when(() => true, 5000))?.steps ?? []

  await choose('auto')
  game = await busyMachine()
  const loadedFromMs = Date.now()
  const loaded: Round[] = []
  while (loaded.length < ROUNDS || Date.now() - loadedFromMs < LOAD_MS) {
    loaded.push(await oneRound(psiona, page, loaded.length))
    if (loaded.length % 8 === 0) progress(`loaded: ${loaded.length} answers, ${watch.steps.length} savings …`)
  }
  const loads = watch.since(loadedFromMs)
  const loadedToMs = Date.now()
  await game.end()
  game = null
  const recovered = await watch.when(({ savings }) => savings.length === 0, RECOVERY_MS)
  const recoveredMs = Date.now()
  if (!recovered) progress(`not recovered: ${JSON.stringify(watch.since(recoveredMs - 2000).at(-1)?.load)}`)

  const applying = SAVINGS.filter((saving) => steps.some((step) => step.saving === saving && step.applies))
  const came = watch.steps.filter(({ inForce, atMs }) => inForce && atMs < loadedToMs)
  const went = watch.steps.filter(({ inForce, atMs }) => !inForce && atMs >= loadedToMs)
  const names = (some: readonly SavingStep[]) => some.map(({ saving }) => saving)
  const timed = (some: readonly SavingStep[], fromMs: number) =>
    some.map(({ saving, atMs }) => ({ saving, seconds: rounded((atMs - fromMs) / 1000) }))
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  const turnP95 = (rounds: readonly Round[]) =>
    quantile(
      rounds.map(({ firstAudioMs }) => firstAudioMs),
      0.95,
    )
  const frameP99 = (rounds: readonly Round[]) =>
    quantile(
      rounds.flatMap(({ frameErrorsMs }) => frameErrorsMs),
      0.99,
    )
  report('beside', {
    turnP95Ratio: rounded(turnP95(loaded) / turnP95(calm), 2),
    frameErrorRatio: rounded(frameP99(loaded) / frameP99(calm), 2),
    cpuPercent: rounded(mean(loads.map(({ load }) => load.cpu.own))),
    calm: {
      textToFirstAudioMs: { p95: rounded(turnP95(calm)) },
      frameErrorMs: { p99: rounded(frameP99(calm)) },
      machinePercent: rounded(mean(calmLoads.map(({ load }) => load.cpu.all))),
    },
    loaded: {
      textToFirstAudioMs: { p95: rounded(turnP95(loaded)) },
      frameErrorMs: { p99: rounded(frameP99(loaded)) },
      machinePercent: rounded(mean(loads.map(({ load }) => load.cpu.all))),
    },
    savings: { applying, came: timed(came, loadedFromMs), went: timed(went, loadedToMs) },
    inOrder: names(came).join() === applying.join() && names(went).join() === names(came).toReversed().join(),
    recoverySeconds: recovered ? rounded((recoveredMs - loadedToMs) / 1000) : null,
  })
} finally {
  await game?.end()
  await watch.stop().catch((cause: unknown) => progress(`the watch ended: ${String(cause)}`))
  await browser.close()
  await psiona.stop()
  await speech.close()
  await model.close()
}

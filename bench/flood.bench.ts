// How she lives through a flood of chat: the real server reads a server that speaks Twitch's dialect (a process of its own) and 1,000 lines a second of it for 60 s;
// a real overlay page in Chromium; an owner who says a line every 5 s into a microphone in real time. The same is done before, without a chat: the calm.
// ownerDelayMs: the first sample of the answer to the owner leaving the page's worklet, after the last audible sample of what the owner said; each delay in the flood
//   less the median of the calm. (Printed too: both medians. In both is the half second of silence that ends what somebody says.)
// frameErrorRatio: |sample drawn − sample playing| at every frame while she sounds, p99 in the flood over p99 in the calm.
// rssGrowthMb: the server process's memory, the most of the flood less that before it.
// recoverySeconds: from the last line of the flood until a panel is told of a line to her that was written afterwards, within 250 ms of its writing and not skipped:
//   the chat is read as it is written again, and looked at closely.
// eventLoopLagMs: p99 over the flood, from /metrics.
// --seconds 10: a shorter flood, and a calm as long. --rate: lines a second.
import { parseArgs } from 'node:util'
import { type OverlayStats, overlayStats } from '../tests/e2e/overlay-gauge'
import { onsetOf } from '../tests/e2e/program-microphone'
import { progress, quantile, quantiles, report, rounded } from './figures'
import { type FloodHouse, openFloodHouse } from './flood-house'
import { SPEAKING_VOICES, speakAll } from './hearing-voices'
import { StageFrames } from './stage-frames'

const { values } = parseArgs({ options: { json: { type: 'boolean' }, seconds: { type: 'string' }, rate: { type: 'string' } } })
const SECONDS = Number(values.seconds ?? 60)
const RATE = Number(values.rate ?? 1000)
const EVERY_MS = 5000
/** The first answers fill caches in server and browser. */
const WARM_UP = 3
const UP_TO_DATE_MS = 250
const NEVER_S = 30
const OWNER_SAYS = ['Hey, what do you think?', 'Tell me, which one is it?', 'Look at that, what is it?', 'So, which do you like?']

const clips = speakAll(OWNER_SAYS.map((text, at) => ({ voice: SPEAKING_VOICES[at % SPEAKING_VOICES.length]!, text })))
/** The last sample that can be heard. */
const endOf = (speech: Float32Array) => speech.length - onsetOf(speech.toReversed())
const pause = (ms: number) => new Promise((later) => setTimeout(later, ms))

/** When the answer to the turn that was taken at `atMs` began to sound: after what was cut for it has ended. */
function answerMs({ sounds, cuts }: OverlayStats, atMs: number): number | null {
  const cut = cuts.find(({ receivedMs }) => receivedMs >= atMs - 20)
  const fromMs = cut?.silentMs ?? atMs
  return sounds.find(({ startMs }) => startMs >= fromMs)?.startMs ?? null
}

/** She is asked every 5 s. Returns the delays. */
async function ask({ psiona, page, microphone }: FloodHouse, rounds: number, stage: StageFrames | null): Promise<number[]> {
  const delays: number[] = []
  for (let round = 0; round < rounds; round++) {
    const startedMs = Date.now()
    const clip = clips[round % clips.length]!
    const spokenMs = (await microphone.play(clip)) + (endOf(clip) / 16_000) * 1000
    await pause(startedMs + EVERY_MS - 500 - Date.now())
    const stats = await (stage?.look(page) ?? overlayStats(page))
    const turn = (await psiona.turns()).findLast(({ from, at }) => from.platform === 'owner' && at >= spokenMs - 500)
    const soundMs = turn ? answerMs(stats, turn.at) : null
    if (soundMs === null) progress(`round ${round}: no answer to the owner`)
    delays.push(soundMs === null ? EVERY_MS : soundMs - spokenMs)
    await pause(startedMs + EVERY_MS - Date.now())
  }
  return delays
}

async function recover(house: FloodHouse, lastMs: number): Promise<number> {
  for (let count = 0; (Date.now() - lastMs) / 1000 < NEVER_S; count++) {
    const id = `marker-${count}`
    const writtenMs = Date.now()
    house.tell({ type: 'say', id, name: `late_${count}`, text: `Tori, what is the number ${count} after the flood?` })
    await pause(UP_TO_DATE_MS)
    const told = house.panel.lines.get(id)
    if (told && told.firstMs - writtenMs <= UP_TO_DATE_MS && told.line.tag.why !== 'too many at once')
      return (told.firstMs - lastMs) / 1000
  }
  return NEVER_S
}

const house = await openFloodHouse()
try {
  await ask(house, WARM_UP, null)
  const rounds = Math.max(1, Math.round((SECONDS * 1000) / EVERY_MS))
  const calmStage = new StageFrames()
  await house.loopLagMs()
  const calm = await ask(house, rounds, calmStage)
  const calmLagMs = await house.loopLagMs()
  progress(`calm: ${quantiles(calm, ['p50', 'p95']).p50} ms until she answers, event loop ${rounded(calmLagMs)} ms late`)

  const before = house.residentBytes()
  let most = before
  const weighing = setInterval(() => {
    most = Math.max(most, house.residentBytes())
  }, 1000)
  const floodStage = new StageFrames()
  const beganAt = Date.now()
  const over = house.report()
  house.tell({ type: 'flood', perSecond: RATE, seconds: SECONDS })
  const recovered = over.then(async (end) => {
    if (end.type !== 'over') throw new Error('the chat did not flood')
    const lagMs = await house.loopLagMs()
    return { ...end, lagMs, mood: house.panel.mood, recoverySeconds: await recover(house, end.atMs) }
  })
  const flooded = await ask(house, rounds, floodStage)
  const end = await recovered
  clearInterval(weighing)
  most = Math.max(most, house.residentBytes())

  const turns = (await house.psiona.turns()).filter(({ at }) => at >= beganAt && at <= end.atMs)
  const health = (await house.psiona.health()).parts.find(({ part }) => part === 'twitch')?.detail ?? ''
  const unread = Number(/([\d,.\s]+) lines skipped/.exec(health)?.[1]?.replace(/\D/g, '') ?? 0)
  const calmMs = quantile(calm, 0.5)
  report('flood', {
    ownerDelayMs: quantiles(
      flooded.map((delayMs) => delayMs - calmMs),
      ['p50', 'p95'],
    ),
    frameErrorRatio: rounded(quantile(floodStage.errorsMs(), 0.99) / quantile(calmStage.errorsMs(), 0.99), 3),
    rssGrowthMb: rounded((most - before) / 1e6),
    recoverySeconds: rounded(end.recoverySeconds, 2),
    eventLoopLagMs: { p99: rounded(end.lagMs) },
    calm: {
      ownerMs: quantiles(calm, ['p50', 'p95']),
      eventLoopLagMs: rounded(calmLagMs),
      frameErrorMs: rounded(quantile(calmStage.errorsMs(), 0.99)),
    },
    flood: {
      ownerMs: quantiles(flooded, ['p50', 'p95']),
      frameErrorMs: rounded(quantile(floodStage.errorsMs(), 0.99)),
      rssMb: rounded(most / 1e6),
    },
    lines: {
      sent: end.sent,
      sentLateMs: rounded(end.latestMs),
      considered: end.sent - unread,
      skippedLastMinute: end.mood?.skipped ?? 0,
      answered: turns.filter(({ from, kind }) => from.platform === 'twitch' && kind === 'ask').length,
      readAloud: turns.filter(({ from, kind }) => from.platform === 'twitch' && kind === 'say').length,
      ownerAnswered: turns.filter(({ from }) => from.platform === 'owner').length,
      told: house.panel.events,
      linesPerSecond: end.mood?.linesPerSecond ?? 0,
      summary: end.mood?.summary ?? '',
      themes: end.mood?.themes.map(({ people, text }) => `${people}: ${text}`) ?? [],
    },
  })
} finally {
  await house.close()
}

// How well she notices that somebody speaks: synthesised speech in music, typing and fan noise at 20, 10 and 5 dB goes through the real speech finder
// with the real Silero models, 20 ms at a time. Thresholds were chosen on the tuning sentences and seeds (--tuning measures those);
// what is printed is measured on others. Top-level figures: all nine scenes together, except falseSpeechPerMinute, which is at 10 dB.
// vadOnsetMs: end of the 20 ms chunk in which a voice was noticed, plus what listening to that chunk took, minus where the clean speech begins
// (clean-speech.ts, AUDIBLE_DB). It is what a user gets, network apart. vadOffsetMs likewise from where the clean speech ends; the pause
// that ends an utterance (PAUSE_MS) is in it. missedSpeechRate: utterances of which less than half was handed on. falseSpeechPerMinute: starts
// while nobody speaks, later dropped or not, a minute of nobody speaking. firstWordLostRate: of the utterances that were heard, those whose
// softest beginning (SOFT_DB) was not handed on; what was not heard at all counts as missed. cpuPercentOfCore: CPU time of the process while
// listening over the length of the sound. uplinkKbps: mic-uplink.ts.
import { join } from 'node:path'
import { MIC_CHUNK_SAMPLES, MIC_RATE } from '@psiona/shared'
import { createSpeechFinder } from '../apps/server/src/ears/speech-finder'
import { openSileroVads } from '../apps/server/src/ears/vad-silero'
import { root } from '../tests/checkout'
import { progress, report, rounded } from './figures'
import { hearingScenes, NOISES, type Scene, SNRS_DB } from './hearing-scenes'
import { falsePerMinute, figuresOf, type HeardVoice, type Score, score } from './hearing-score'
import { missingSpeakers } from './hearing-voices'
import { uplinkKbps } from './mic-uplink'

const PAUSE_MS = 500
/** The bar for false alarms is set here. */
const FALSE_AT_DB = 10

const missing = missingSpeakers()
if (missing.length > 0) {
  progress(`ears: this bench speaks with ${missing.join(' and ')}. Install: apt-get install ${missing.join(' ')}`)
  process.exit(1)
}

const vads = await openSileroVads(join(root, 'models/silero/silero_vad_v5.onnx'))
let cpuSeconds = 0
let heardSeconds = 0

async function hear({ samples }: Scene): Promise<HeardVoice[]> {
  const vad = vads.open()
  const finder = createSpeechFinder({ vad, pauseMs: () => PAUSE_MS })
  const voices: HeardVoice[] = []
  let open: Pick<HeardVoice, 'fromSample' | 'noticedSample' | 'noticedWorkMs'> | null = null
  const cpuBefore = process.cpuUsage()
  const chunks = Math.floor(samples.length / MIC_CHUNK_SAMPLES)
  for (let sequence = 0; sequence <= chunks; sequence++) {
    const atSample = sequence * MIC_CHUNK_SAMPLES
    const startedAt = performance.now()
    const chunk = samples.subarray(atSample, atSample + MIC_CHUNK_SAMPLES)
    const events =
      sequence === chunks
        ? finder.finish()
        : await finder.take({ sequence, atSample, samples: chunk, gate: 'open', micId: 'scene' })
    const workMs = performance.now() - startedAt
    for (const event of events)
      if (event.type === 'voice-start') {
        const { noticedAtSample: noticedSample } = event
        open = { fromSample: noticedSample - event.samples.length, noticedSample, noticedWorkMs: workMs }
      } else if (event.type !== 'voice-sound' && open) {
        const toSample = Math.min(samples.length, atSample + MIC_CHUNK_SAMPLES)
        voices.push({ ...open, toSample, stopWorkMs: workMs, dropped: event.type === 'voice-dropped' })
        open = null
      }
  }
  const { user, system } = process.cpuUsage(cpuBefore)
  cpuSeconds += (user + system) / 1e6
  heardSeconds += (chunks * MIC_CHUNK_SAMPLES) / MIC_RATE
  await vad.close()
  return voices
}

const scores: Score[] = []
for (const scene of hearingScenes(process.argv.includes('--tuning') ? 'tuning' : 'held-out')) {
  const scored = score(scene, await hear(scene))
  scores.push(scored)
  const name = `${scene.noise} ${scene.snrDb} dB`
  const { vadOnsetMs, vadOffsetMs } = figuresOf([scored])
  progress(
    `${name.padEnd(15)} onset ${vadOnsetMs.p50} / ${vadOnsetMs.p95} ms, offset ${vadOffsetMs.p50} / ${vadOffsetMs.p95} ms, missed ${scored.missed.length}, first word lost ${scored.beginningLost.length} of ${scene.utterances.length}, false ${scored.falseStarts} (${scored.falseDropped} dropped) in ${rounded(scored.quietMinutes)} min`,
  )
  for (const { voice, text } of scored.missed) progress(`${' '.repeat(15)} missed: ${voice}, ${text}`)
  for (const { voice, text } of scored.beginningLost) progress(`${' '.repeat(15)} first word lost: ${voice}, ${text}`)
}
await vads.close()

const groups = <K extends string | number>(keys: readonly K[], keyOf: (scene: Scene) => K) =>
  Object.fromEntries(keys.map((key) => [key, figuresOf(scores.filter(({ scene }) => keyOf(scene) === key))]))
report('ears', {
  ...figuresOf(scores),
  falseSpeechPerMinute: falsePerMinute(scores.filter(({ scene }) => scene.snrDb === FALSE_AT_DB)),
  cpuPercentOfCore: rounded((cpuSeconds / heardSeconds) * 100, 2),
  uplinkKbps: rounded(await uplinkKbps()),
  bySnr: groups(SNRS_DB, ({ snrDb }) => snrDb),
  byNoise: groups(Object.keys(NOISES), ({ noise }) => noise),
})

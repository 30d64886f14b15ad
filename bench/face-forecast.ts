// What the forecast of the face is worth, without network or page: she speaks with feelings and gestures, and at every frame the face that
// comes is held against the face that was foretold, and against the last face held. Out: errors in parts of the channels' ranges, bytes, time.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { composeScore, createEngine, type Engine, phonemise } from '@psiona/psi'
import {
  BLOCK_SAMPLES,
  decodeBlock,
  encodeBlock,
  FACE_CHANNEL_COUNT,
  FACE_CHANNELS,
  FORECAST_CHANNELS,
  FORECAST_LENGTH,
  foretold,
  GESTURES,
  type Ms,
  samplesFromMs,
} from '@psiona/shared'
import { build } from 'esbuild'
import { root } from '../tests/checkout'
import { quantile, quantiles, rounded } from './figures'
import { shippedEnglish, shippedTori } from './judge/psi-speaker'
import { withScratchFolder } from './judge/scratch-folder'

const AHEAD_MS: readonly Ms[] = [100, 200, 300]
const LINES = [
  { text: 'Welcome back everybody, it is so good to see you!', emotion: { joy: 0.9 } },
  { text: 'Did you really walk past the treasure again?', emotion: { curiosity: 0.8 } },
  { text: 'No, that was my last life, and it is all gone.', emotion: { sadness: 0.8 } },
  { text: 'Whoa! Who put a dragon in there?', emotion: { surprise: 1 } },
  { text: 'Thank you for the gift, that was very kind.', emotion: { affection: 0.7 } },
  { text: 'Give me a moment while I check the sound.', emotion: {} },
]
const ROUNDS = 4
const { dials } = shippedTori().voice
const pronouncer = shippedEnglish()
const SILENCE_BLOCKS = 60
const LINES_A_TURN = 3
/** As in voice.ts. */
const COMPOSED_AHEAD = samplesFromMs(600)
/** Opening and keys of the mouth are not foretold, its shape only for silence: neither is judged here. */
const JUDGED = FORECAST_CHANNELS.flatMap((channel, k) =>
  FACE_CHANNELS[channel]!.name.startsWith('mouth') ? [] : [{ channel, k }],
)

interface Frame {
  readonly face: Float32Array
  /** As it comes out of the wire. */
  readonly forecast: Float32Array
  readonly forecastBytes: number
}

export async function measureForecast() {
  const frames = perform()
  const errors = Object.fromEntries(
    AHEAD_MS.map((ms) => {
      const ahead = samplesFromMs(ms)
      const [foretoldRms, heldRms] = [errorRms(frames, ahead, true), errorRms(frames, ahead, false)]
      const shares = { forecast: rounded(foretoldRms, 5), held: rounded(heldRms, 5), ratio: rounded(foretoldRms / heldRms, 3) }
      return [`at${ms}Ms`, shares]
    }),
  )
  return {
    ...errors,
    bytesPerBlock: quantiles(
      frames.map(({ forecastBytes }) => forecastBytes),
      ['p50', 'p95', 'p100'],
    ),
    cost: await cost(),
  }
}

function perform(): Frame[] {
  const engine = createEngine({ seed: 7, dials })
  const frames: Frame[] = []
  say(engine, () => frames.push(foretell(engine, frames.length)))
  return frames
}

/** Turns of three lines as the server says them: the first at once, the next when 600 ms of the one before are left, each with its gesture,
 *  which begins when its line is placed; then silence. Calls `block` for each block that is due. */
function say(engine: Engine, block: () => void): void {
  let gestures = 0
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, { text, emotion }] of LINES.entries()) {
      engine.gesture(GESTURES[gestures++ % GESTURES.length]!)
      engine.enqueue(composeScore(phonemise(text, pronouncer), { dials, emotion, seed: 100 * round + i }))
      const more = (i + 1) % LINES_A_TURN !== 0
      while (engine.queuedSamples > (more ? COMPOSED_AHEAD : 0)) block()
      for (let left = more ? 0 : SILENCE_BLOCKS; left > 0; left--) block()
    }
}

function foretell(engine: Engine, blockId: number): Frame {
  const face = new Float32Array(FACE_CHANNEL_COUNT)
  const pcm = new Float32Array(BLOCK_SAMPLES)
  const raw = new Float32Array(FORECAST_LENGTH)
  engine.render(pcm, face, raw)
  const block = { blockId, epoch: 0, atSample: blockId * BLOCK_SAMPLES, pcm: null, face }
  const bytes = encodeBlock({ ...block, forecast: raw })
  const forecastBytes = bytes.byteLength - encodeBlock({ ...block, forecast: null }).byteLength
  return { face, forecast: decodeBlock(bytes).forecast!, forecastBytes }
}

function errorRms(frames: readonly Frame[], ahead: number, byForecast: boolean): number {
  const blocks = ahead / BLOCK_SAMPLES
  let sum = 0
  let count = 0
  for (let i = 0; i + blocks < frames.length; i++) {
    const { face, forecast } = frames[i]!
    for (const { channel, k } of JUDGED) {
      const { min, max } = FACE_CHANNELS[channel]!
      const guessed = byForecast ? foretold(forecast, k, face[channel]!, ahead) : face[channel]!
      sum += ((frames[i + blocks]!.face[channel]! - guessed) / (max - min)) ** 2
      count++
    }
  }
  return Math.sqrt(sum / count)
}

/** What a block costs with and without it, in turns, so that neither has the cooler machine: of the engine as it is shipped, in one file. */
async function cost() {
  const bundled = await bundledEngine()
  const spentMs = { with: [] as Ms[], without: [] as Ms[] }
  const [pcm, face, forecast] = [
    new Float32Array(BLOCK_SAMPLES),
    new Float32Array(FACE_CHANNEL_COUNT),
    new Float32Array(FORECAST_LENGTH),
  ]
  for (const kind of ['without', 'with', 'without', 'with', 'without', 'with', 'without', 'with'] as const) {
    const engine = bundled({ seed: 7, dials })
    const given = kind === 'with' ? forecast : null
    say(engine, () => {
      const startedMs = performance.now()
      engine.render(pcm, face, given)
      spentMs[kind].push(performance.now() - startedMs)
    })
  }
  // The middle: a busy machine makes some blocks as long as it likes.
  const [usual, more] = [quantile(spentMs.without, 0.5), quantile(spentMs.with, 0.5)]
  return {
    blockWithoutUs: rounded(1000 * usual),
    forecastUs: rounded(1000 * (more - usual)),
    share: rounded((more - usual) / usual, 3),
  }
}

const bundledEngine = (): Promise<typeof createEngine> =>
  withScratchFolder(async (folder) => {
    const outfile = join(folder, 'engine.mjs')
    await build({
      entryPoints: [join(root, 'packages/psi/src/engine.ts')],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      logLevel: 'error',
    })
    const bundle: { createEngine: typeof createEngine } = await import(pathToFileURL(outfile).href)
    return bundle.createEngine
  })

// Silero behind the detector's port. In: frames of microphone. Out: how likely it is that somebody speaks.
// Two generations of it listen and the mean of both counts: they fail at different sounds. One session each for all detectors, a memory for each.
// Alone, either missed more speech of the tuning scenes (bench ears --tuning) at the same rate of false alarms.
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { MIC_RATE, Problem } from '@psiona/shared'
import type { InferenceSession } from 'onnxruntime-node'
import { VAD_FRAME_SAMPLES } from '../organs'
import { createHighPass, VOICE_FROM_HZ } from './high-pass'
import type { LoadedVads } from './vads-on-demand'

/** The newer one lies beside the older one. It hears the sound without its bass and at half the loudness, and is led astray less by music so. */
const NEWER_MODEL = 'silero_vad_v6.onnx'
const NEWER_GAIN = 0.5
/** The models look back so far over the edge of a frame; without it they hear nothing. */
const CONTEXT_SAMPLES = 64
const INPUT_SAMPLES = CONTEXT_SAMPLES + VAD_FRAME_SAMPLES
const STATE = [2, 1, 128] as const
const STATE_SIZE = 2 * 128

type Runtime = typeof import('onnxruntime-node')

/** Where both lie, by the older one. */
const modelsBeside = (modelFile: string) => [modelFile, join(dirname(modelFile), NEWER_MODEL)] as const

/** What can be told without loading anything: the Problem 'no-vad' of a model that is not there. */
export function missingSilero(modelFile: string): Problem | null {
  const missing = modelsBeside(modelFile).find((file) => !existsSync(file))
  return missing ? unusable(missing, 'is missing') : null
}

/** `modelFile`: silero_vad_v5.onnx, in the folder of both. Its detectors need no closing beside that of all.
 *  @throws Problem 'no-vad' when a model is missing or damaged */
export async function openSileroVads(modelFile: string): Promise<LoadedVads> {
  const missing = missingSilero(modelFile)
  if (missing) throw missing
  // Loaded here and not above: the runtime alone takes 14 MB, its first model 40 more.
  const runtime = await import('onnxruntime-node')
  const [olderFile, newerFile] = modelsBeside(modelFile)
  const older = await openSession(runtime, olderFile)
  const newer = await openSession(runtime, newerFile).catch(async (problem: unknown) => {
    await older.release()
    throw problem
  })
  return {
    open() {
      const whole = createListener(runtime, older)
      const voiced = createListener(runtime, newer)
      const highPass = createHighPass(VOICE_FROM_HZ)
      const filtered = new Float32Array(VAD_FRAME_SAMPLES)
      return {
        async probability(frame) {
          highPass.filter(frame, filtered)
          for (let i = 0; i < filtered.length; i++) filtered[i]! *= NEWER_GAIN
          return ((await whole.probability(frame)) + (await voiced.probability(filtered))) / 2
        },
        reset() {
          whole.reset()
          voiced.reset()
          highPass.reset()
        },
        close: async () => {},
      }
    },
    async close() {
      await older.release()
      await newer.release()
    },
  }
}

const unusable = (modelFile: string, what: string, cause?: unknown) =>
  new Problem(
    'no-vad',
    'missing',
    `The voice detector's model ${basename(modelFile)} ${what}. She can listen only while the talk key is down. Run git checkout models, then start again.`,
    { cause },
  )

async function openSession(runtime: Runtime, modelFile: string): Promise<InferenceSession> {
  const session = await runtime.InferenceSession.create(modelFile, {
    // A frame takes a tenth of a millisecond: threads would cost more than they give, and spinning ones a whole core.
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    extra: { session: { intra_op: { allow_spinning: '0' }, inter_op: { allow_spinning: '0' } } },
    logSeverityLevel: 3,
  }).catch((cause: unknown) => {
    throw unusable(modelFile, 'is damaged', cause)
  })
  const fits =
    ['input', 'state', 'sr'].every((name) => session.inputNames.includes(name)) && session.outputNames.includes('stateN')
  if (fits) return session
  await session.release()
  throw unusable(modelFile, 'is not the one that is expected')
}

/** One model's ear. All tensors are made once; the state goes back and forth between two. */
function createListener({ Tensor }: Runtime, session: InferenceSession) {
  const input = new Float32Array(INPUT_SAMPLES)
  const output = new Float32Array(1)
  const states = [new Float32Array(STATE_SIZE), new Float32Array(STATE_SIZE)] as const
  const tensors = states.map((state) => new Tensor('float32', state, STATE))
  const shared = {
    input: new Tensor('float32', input, [1, INPUT_SAMPLES]),
    sr: new Tensor('int64', BigInt64Array.of(BigInt(MIC_RATE)), []),
  }
  const probability = new Tensor('float32', output, [1, 1])
  const runs = [0, 1].map((from) => ({
    feeds: { ...shared, state: tensors[from]! },
    fetches: { output: probability, stateN: tensors[1 - from]! },
  }))
  let turn = 0
  return {
    async probability(frame: Float32Array): Promise<number> {
      input.copyWithin(0, VAD_FRAME_SAMPLES)
      input.set(frame, CONTEXT_SAMPLES)
      const { feeds, fetches } = runs[turn]!
      turn = 1 - turn
      await session.run(feeds, fetches)
      return output[0]!
    },
    reset() {
      input.fill(0)
      for (const state of states) state.fill(0)
    },
  }
}

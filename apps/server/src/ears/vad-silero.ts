// Silero behind the detector's port. In: frames of microphone. Out: how likely it is that somebody speaks.
// Two generations of it listen and the mean of both counts: they fail at different sounds. One session each for all detectors, a memory for each.
// Alone, either missed more speech of the tuning scenes (bench ears --tuning) at the same rate of false alarms.
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { MIC_RATE, Problem } from '@psiona/shared'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { VAD_FRAME_SAMPLES, type Vad } from '../organs'
import { createHighPass, VOICE_FROM_HZ } from './high-pass'

/** The newer one lies beside the older one. It hears the sound without its bass and at half the loudness, and is led astray less by music so. */
const NEWER_MODEL = 'silero_vad_v6.onnx'
const NEWER_GAIN = 0.5
/** The models look back so far over the edge of a frame; without it they hear nothing. */
const CONTEXT_SAMPLES = 64
const INPUT_SAMPLES = CONTEXT_SAMPLES + VAD_FRAME_SAMPLES
const STATE = [2, 1, 128] as const
const STATE_SIZE = 2 * 128

export interface SileroVads {
  /** A detector for one microphone or recording. It needs no closing beside that of all. */
  open(): Vad
  close(): Promise<void>
}

/** `modelFile`: silero_vad_v5.onnx, in the folder of both.
 *  @throws Problem 'no-vad' when a model is missing or damaged */
export async function openSileroVads(modelFile: string): Promise<SileroVads> {
  const older = await openSession(modelFile)
  const newer = await openSession(join(dirname(modelFile), NEWER_MODEL)).catch(async (problem: unknown) => {
    await older.release()
    throw problem
  })
  return {
    open() {
      const whole = createListener(older)
      const voiced = createListener(newer)
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

async function openSession(modelFile: string): Promise<InferenceSession> {
  const failed = (what: string, cause?: unknown) =>
    new Problem(
      'no-vad',
      'missing',
      `The voice detector's model ${basename(modelFile)} ${what}. She can listen only while the talk key is down. Run git checkout models, then start again.`,
      { cause },
    )
  if (!existsSync(modelFile)) throw failed('is missing')
  const session = await InferenceSession.create(modelFile, {
    // A frame takes a tenth of a millisecond: threads would cost more than they give, and spinning ones a whole core.
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    extra: { session: { intra_op: { allow_spinning: '0' }, inter_op: { allow_spinning: '0' } } },
    logSeverityLevel: 3,
  }).catch((cause: unknown) => {
    throw failed('is damaged', cause)
  })
  const fits =
    ['input', 'state', 'sr'].every((name) => session.inputNames.includes(name)) && session.outputNames.includes('stateN')
  if (fits) return session
  await session.release()
  throw failed('is not the one that is expected')
}

/** One model's ear. All tensors are made once; the state goes back and forth between two. */
function createListener(session: InferenceSession) {
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

// Why a sherpa process is not there. In: the model's title, how its process ended. Out: a Problem that says what to do.
import { type Ms, Problem } from '@psiona/shared'
import type { SherpaEnd } from './sherpa-child'

/** Windows has no signals; this is its exit code for the same. */
const WINDOWS_ILLEGAL_INSTRUCTION = 0xc000001d

/** Nothing of the model was touched yet. */
export const notStarted = (title: string, end: SherpaEnd): Problem =>
  new Problem('sherpa-stopped', 'broken', `${title} could not be started. If it stays so, restart Psiona.`, {
    cause: causeOf(end),
  })

/** It would not go better a second time with the same files. */
export function notLoaded(title: string, end: SherpaEnd): Problem {
  const problem = (code: string, sentence: string) => new Problem(code, 'missing', sentence, { cause: causeOf(end) })
  if (end.signal === 'SIGKILL')
    return problem(
      'model-too-large',
      `${title} could not be loaded: the system ended it, most likely because memory ran out. Choose a smaller model on the Ears page, or close other programs and restart Psiona.`,
    )
  if (end.signal === 'SIGILL' || end.code === WINDOWS_ILLEGAL_INSTRUCTION)
    return problem(
      'sherpa-missing',
      'The recogniser sherpa-onnx does not run on this processor. Choose another recogniser on the Ears page.',
    )
  return problem(
    'model-file-damaged',
    `${title} could not be loaded: its files are damaged. Fetch it again on the Ears page. If that does not help, choose another model.`,
  )
}

export const stoppedWorking = (title: string, end: SherpaEnd): Problem =>
  new Problem(
    'sherpa-stopped',
    'broken',
    `${title} stopped while it worked. It starts again at the next words; if it keeps stopping, choose another recogniser.`,
    { cause: causeOf(end) },
  )

export const stoppedTooOften = (title: string, times: number, withinMs: Ms): Problem =>
  new Problem(
    'sherpa-stopped',
    'broken',
    `${title} stopped ${times} times within ${withinMs / 60_000} minutes. Choose another recogniser on the Ears page.`,
  )

const causeOf = ({ code, signal, failure }: SherpaEnd): unknown =>
  failure ?? new Error(`sherpa process ended by ${signal ?? `exit code ${code}`}`)

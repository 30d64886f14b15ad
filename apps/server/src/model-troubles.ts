// Why a model's process is not there. In: what the model does for her, its title, how its process ended. Out: a Problem that says what to do.
import { type Ms, Problem } from '@psiona/shared'
import type { ModelEnd } from './model-child'

/** Windows has no signals; this is its exit code for the same. */
const WINDOWS_ILLEGAL_INSTRUCTION = 0xc000001d

/** How one organ speaks of its models. */
export interface ModelWords {
  /** 'recogniser', 'voice'. */
  readonly kind: string
  /** Where one chooses another and fetches it again: 'the Ears page'. */
  readonly page: string
  /** When it starts again: 'the next words'. */
  readonly next: string
}

export function modelTroubles({ kind, page, next }: ModelWords, title: string) {
  const missing = (end: ModelEnd, code: string, sentence: string) =>
    new Problem(code, 'missing', sentence, { cause: causeOf(end) })
  const stopped = (sentence: string, end?: ModelEnd) =>
    new Problem('sherpa-stopped', 'broken', sentence, end ? { cause: causeOf(end) } : {})
  return {
    /** Nothing of the model was touched yet. */
    notStarted: (end: ModelEnd) => stopped(`${title} could not be started. If it stays so, restart Psiona.`, end),
    /** It would not go better a second time with the same files. */
    notLoaded(end: ModelEnd): Problem {
      if (end.signal === 'SIGKILL')
        return missing(
          end,
          'model-too-large',
          `${title} could not be loaded: the system ended it, most likely because memory ran out. Choose a smaller model on ${page}, or close other programs and restart Psiona.`,
        )
      if (end.signal === 'SIGILL' || end.code === WINDOWS_ILLEGAL_INSTRUCTION)
        return missing(
          end,
          'sherpa-missing',
          `The ${kind} sherpa-onnx does not run on this processor. Choose another ${kind} on ${page}.`,
        )
      return missing(
        end,
        'model-file-damaged',
        `${title} could not be loaded: its files are damaged. Fetch it again on ${page}. If that does not help, choose another model.`,
      )
    },
    stoppedWorking: (end: ModelEnd) =>
      stopped(`${title} stopped while it worked. It starts again at ${next}; if it keeps stopping, choose another ${kind}.`, end),
    stoppedTooOften: (times: number, withinMs: Ms) =>
      stopped(`${title} stopped ${times} times within ${withinMs / 60_000} minutes. Choose another ${kind} on ${page}.`),
  }
}

const causeOf = ({ code, signal, failure }: ModelEnd): unknown =>
  failure ?? new Error(`sherpa process ended by ${signal ?? `exit code ${code}`}`)

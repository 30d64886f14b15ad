// How a speech server fails, in sentences that say what to do. In: where it is and what it did. Out: a Problem.
import { Problem, type ProblemCategory } from '@psiona/shared'

export const UNREACHABLE = 'ears-unreachable'

const statusProblem = (place: string, model: string, status: number): [ProblemCategory, string] => {
  if (status === 404)
    return [
      'missing',
      `The speech server at ${place} has no model ${model}, or no transcriptions. Choose another one on the Ears page.`,
    ]
  if (status === 401 || status === 403)
    return ['refused', `The speech server at ${place} wants a key. Use a server on this machine that needs none.`]
  if (status === 429 || status === 503) return ['busy', `The speech server at ${place} is busy. Say it again in a moment.`]
  if (status >= 300 && status < 400)
    return [
      'refused',
      `The speech server at ${place} sends us to another address, which is not followed. Enter the final address on the Ears page.`,
    ]
  return [
    status >= 500 ? 'broken' : 'input',
    `The speech server at ${place} refused the sound with status ${status}. Look at its own window or log.`,
  ]
}

export const transcriptionProblems = (place: string, model: string) => ({
  unreachable: (cause?: unknown) =>
    new Problem(
      UNREACHABLE,
      'broken',
      `The speech server at ${place} does not answer. Start it, or choose another recogniser on the Ears page.`,
      { cause },
    ),
  slow: () =>
    new Problem(
      'ears-slow',
      'busy',
      `The speech server at ${place} took too long. Choose a smaller model, or close what else uses the machine.`,
    ),
  garbled: (cause?: unknown) =>
    new Problem(
      'ears-garbled',
      'broken',
      `What answers at ${place} does not write transcriptions in the OpenAI dialect. Check the address on the Ears page.`,
      { cause },
    ),
  brokeOff: (cause?: unknown) =>
    new Problem(
      'ears-broke-off',
      'broken',
      `The speech server at ${place} broke off. Look at its own window or log, then say it again.`,
      { cause },
    ),
  status: (status: number) => new Problem(`ears-status-${status}`, ...statusProblem(place, model, status)),
})
export type TranscriptionProblems = ReturnType<typeof transcriptionProblems>

// How a speech server fails, in sentences that say what to do. In: where it is and what it did. Out: a Problem.
import { Problem, type ProblemCategory } from '@psiona/shared'
import { MOST_SECONDS } from './tts-sound'

export const UNREACHABLE = 'voice-unreachable'

export interface TtsPlace {
  /** Host and port. */
  readonly place: string
  readonly model: string
  readonly voice: string
}

const PAGE = 'on the Voice page'

const statusProblem = (
  { place, model, voice }: TtsPlace,
  status: number,
  waitSeconds: number | null,
): [ProblemCategory, string] => {
  if (status === 404)
    return [
      'missing',
      `The speech server at ${place} has no voice ${voice}, no model ${model}, or no speech. Choose another one ${PAGE}.`,
    ]
  if (status === 401 || status === 403)
    return ['refused', `The speech server at ${place} wants a key. Use a server on this machine that needs none.`]
  if (status === 429 || status === 503) {
    const wait = waitSeconds === null ? 'in a moment' : `in ${waitSeconds} s`
    return ['busy', `The speech server at ${place} is busy. It can be asked again ${wait}; close what else uses it.`]
  }
  if (status >= 300 && status < 400)
    return [
      'refused',
      `The speech server at ${place} sends us to another address, which is not followed. Enter the final address ${PAGE}.`,
    ]
  if (status >= 500)
    return ['broken', `The speech server at ${place} failed with status ${status}. Look at its own window or log.`]
  return ['input', `The speech server at ${place} refused a line with status ${status}. Check its model and voice ${PAGE}.`]
}

export function ttsProblems(where: TtsPlace) {
  const { place } = where
  const problem = (code: string, category: ProblemCategory, sentence: string, cause?: unknown) =>
    new Problem(code, category, sentence, cause === undefined ? {} : { cause })
  return {
    unreachable: (cause?: unknown) =>
      problem(
        UNREACHABLE,
        'broken',
        `The speech server at ${place} does not answer. Start it, or choose another voice ${PAGE}.`,
        cause,
      ),
    slow: () =>
      problem(
        'voice-slow',
        'busy',
        `The speech server at ${place} took too long. Choose a smaller model, or close what else uses the machine.`,
      ),
    garbled: (cause?: unknown) =>
      problem(
        'voice-garbled',
        'broken',
        `What answers at ${place} gives no sound in the OpenAI dialect. Check the address ${PAGE}.`,
        cause,
      ),
    otherFormat: (format: string) =>
      problem(
        'voice-format',
        'broken',
        `The speech server at ${place} sends ${format}, whatever it is asked for. Set it to wav or pcm in its own settings.`,
      ),
    tooLong: () =>
      problem(
        'voice-too-long',
        'broken',
        `The speech server at ${place} spoke for more than ${MOST_SECONDS} s at one line. Choose another model or voice ${PAGE}.`,
      ),
    brokeOff: (cause?: unknown) =>
      problem(
        'voice-broke-off',
        'broken',
        `The speech server at ${place} broke off in a line. Look at its own window or log.`,
        cause,
      ),
    noImitation: () =>
      problem(
        'voice-no-imitation',
        'refused',
        `The speech server at ${place} does not say that it imitates voices, so no recording was sent. Choose one of its own voices ${PAGE}.`,
      ),
    status: (status: number, waitSeconds: number | null = null) =>
      problem(`voice-status-${status}`, ...statusProblem(where, status, waitSeconds)),
  }
}
export type TtsProblems = ReturnType<typeof ttsProblems>

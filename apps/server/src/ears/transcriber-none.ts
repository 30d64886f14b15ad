// Stand in where no recogniser can be had. In: utterances. Out: no words, or the reason; and in the health what to do about it.
import type { Problem } from '@psiona/shared'
import type { Transcriber } from '../organs'
import { healthOfProblem, type RecogniserHealth } from './recogniser-health'
import { wholeUtterance } from './whole-utterance'

const NAME = 'no recogniser'

/** Nobody asked for one, or none fits: every utterance ends without words. */
export function transcriberNone(health: () => RecogniserHealth): Transcriber {
  const closing = new AbortController()
  return {
    name: NAME,
    async *transcribe(utterance, signal) {
      const sound = await wholeUtterance(utterance, AbortSignal.any([signal, closing.signal]))
      if (sound) yield { text: '', final: true }
    },
    health,
    async close() {
      closing.abort()
    },
  }
}

/** The one that was chosen cannot be opened: every utterance fails with the reason. */
export const transcriberUnable = (problem: Problem): Transcriber => ({
  name: NAME,
  // biome-ignore lint/correctness/useYield: it fails before its first word
  async *transcribe(_, signal) {
    if (!signal.aborted) throw problem
  },
  health: () => healthOfProblem(problem),
  close: async () => {},
})

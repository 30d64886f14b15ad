// A Problem as the health of a voice; and a voice that cannot be had. In: a sentence that says what is so, and one that says what to do.
import { type Problem, twoHalves } from '@psiona/shared'
import type { Tts } from '../organs'

export type TtsHealth = ReturnType<Tts['health']>

export const healthOfProblem = ({ message }: Problem): TtsHealth => ({ state: 'trouble', ...twoHalves(message) })

/** The one that was chosen cannot be opened: every line fails with the reason. */
export const ttsUnable = (problem: Problem): Tts => ({
  name: 'no voice',
  // biome-ignore lint/correctness/useYield: it fails before its first piece
  async *synthesise(_, signal) {
    if (!signal.aborted) throw problem
  },
  health: () => healthOfProblem(problem),
  close: async () => {},
})

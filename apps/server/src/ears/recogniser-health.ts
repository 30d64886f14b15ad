// A Problem as the health of a recogniser. In: a sentence that says what is so, and one that says what to do. Out: both, apart.
import { type Problem, twoHalves } from '@psiona/shared'
import type { Transcriber } from '../organs'

export type RecogniserHealth = ReturnType<Transcriber['health']>

export const healthOfProblem = ({ message }: Problem): RecogniserHealth => ({ state: 'trouble', ...twoHalves(message) })

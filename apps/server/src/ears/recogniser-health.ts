// A Problem as the health of a recogniser. In: a sentence that says what is so, and one that says what to do. Out: both, apart.
import type { Problem } from '@psiona/shared'
import type { Transcriber } from '../organs'

export type RecogniserHealth = ReturnType<Transcriber['health']>

export function healthOfProblem({ message }: Problem): RecogniserHealth {
  const [detail = '', ...remedy] = message.split(/(?<=\.) /)
  return { state: 'trouble', detail, remedy: remedy.join(' ') }
}

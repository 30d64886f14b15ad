// The panic button. In: on or off. Out: silence before anything else, then all that shows, waits or is felt; each step whatever became of the others.
import type { Cut } from '@psiona/shared'
import type { Conversation } from './conversation'
import type { TurnTaking } from './turn-taking'

export interface PanicParts {
  readonly turns: Pick<TurnTaking, 'live' | 'stop'>
  readonly voice: { cut(reason: Cut['reason']): void }
  readonly conversation: Pick<Conversation, 'stopped'>
  /** What waits for the owner's word, in the chat, or to be written there; what stands on the picture. */
  readonly clear: readonly (() => void)[]
  readonly mood: { numb(on: boolean): void }
  readonly rig: { panic(on: boolean): void }
  readonly onTrouble: (cause: unknown) => void
}

export function pressPanic(on: boolean, { turns, voice, conversation, clear, mood, rig, onTrouble }: PanicParts): void {
  const { live } = turns
  let aborted = false
  let stopped = false
  const silence = [
    // What is live is aborted, and the voice with it: a cut alone would leave the rest of it to be said.
    () => {
      stopped = turns.stop('panic')
      aborted = live !== null
    },
    // Without anything live the face still has to rest.
    () => !aborted && voice.cut('panic'),
    () => stopped && conversation.stopped(),
  ]
  const steps = [...(on ? [...silence, ...clear] : []), () => mood.numb(on), () => rig.panic(on)]
  for (const step of steps)
    try {
      step()
    } catch (cause) {
      onTrouble(cause)
    }
}

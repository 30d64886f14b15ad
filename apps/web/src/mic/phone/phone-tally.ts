// In: the phone's microphone. Out: the one word, shape and colour that say whether she hears it, and a line about it.
import type { IconName } from '../../ui/icon'
import type { MicrophoneView } from '../microphone-view'

export interface PhoneTally {
  readonly word: string
  readonly detail: string
  readonly icon: IconName
  /** Sets --c, the colour of word, shape and frame. */
  readonly colour: 'of-you' | 'of-chat' | 'of-ink' | 'of-edge'
}

type PhoneMicrophone = Pick<MicrophoneView, 'socket' | 'house' | 'wanted' | 'running' | 'problem' | 'heard'>

const tally = (word: string, detail: string, icon: IconName, colour: PhoneTally['colour']): PhoneTally => ({
  word,
  detail,
  icon,
  colour,
})

export function phoneTally({ socket, house, wanted, running, problem, heard }: PhoneMicrophone, name: string): PhoneTally {
  if (socket !== 'live' || house === null) return tally('Looking', 'for Psiona on your computer', 'lost', 'of-edge')
  if (house.muted) return tally('Muted', `${name} hears no microphone`, 'mic-off', 'of-edge')
  if (house.mode === 'muted') return tally('Chat only', `${name} reads, and hears no microphone`, 'bubble', 'of-chat')
  const other = house.source && !heard ? `${name} listens to ${house.source.label || 'another microphone'}` : null
  if (!wanted) return tally('Off', other ?? `${name} hears nothing`, 'mic-off', 'of-edge')
  if (!running || house.source === null)
    return problem ? tally('No sound', 'from this phone', 'warn', 'of-ink') : tally('Starting', 'the microphone', 'mic', 'of-ink')
  if (other) return tally('Not used', other, 'mic-off', 'of-edge')
  if (house.mode === 'open') return tally('Listening', 'to whatever this phone hears', 'ear', 'of-you')
  return house.held
    ? tally('Listening', 'as long as you hold', 'ear', 'of-you')
    : tally('Waiting', 'until you hold the button', 'push', 'of-ink')
}

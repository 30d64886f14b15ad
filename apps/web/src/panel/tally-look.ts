// In: what she does, and for whom. Out: the word, the shape and the colour that stand for it everywhere.
import type { Tally, TurnRecord } from '@psiona/shared'
import type { IconName } from '../ui/icon'

export interface TallyLook {
  readonly word: string
  readonly icon: IconName
  /** Sets --c, the colour of word, shape and frame. */
  readonly colour: string
}

export const TALLY_LOOK: Record<Tally, TallyLook> = {
  listening: { word: 'Listening', icon: 'ear', colour: 'of-you' },
  thinking: { word: 'Thinking', icon: 'dots', colour: 'of-ink' },
  speaking: { word: 'Speaking', icon: 'wave', colour: 'of-her' },
  stopped: { word: 'Stopped', icon: 'square', colour: 'of-ink2' },
  'chat-only': { word: 'Chat only', icon: 'bubble', colour: 'of-chat' },
  away: { word: 'Away', icon: 'psi', colour: 'of-edge' },
}

export const nameOf = (from: TurnRecord['from']): string => (from.platform === 'owner' ? 'you' : from.name)

/** The second line of the tally. */
export function tallyDetail(tally: Tally, turn: Pick<TurnRecord, 'from'> | undefined, readsChat: boolean): string {
  switch (tally) {
    case 'thinking':
      return turn ? `for ${nameOf(turn.from)}` : 'about what was said'
    case 'speaking':
      return turn ? `to ${nameOf(turn.from)}` : 'to everyone'
    case 'listening':
      return readsChat ? 'to you and the chat' : 'to what you type'
    case 'stopped':
      return 'nothing sounds or waits'
    case 'chat-only':
      return readsChat ? 'she waits to be named' : 'she reads what you type'
    case 'away':
      return 'no overlay is open'
    default:
      return tally satisfies never
  }
}

// In: what she does, and for whom. Out: the word, the shape and the colour that stand for it everywhere.
import type { MicMode, SafetyState, Tally, TurnRecord } from '@psiona/shared'
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
  muted: { word: 'Muted', icon: 'mic-off', colour: 'of-edge' },
  'chat-only': { word: 'Chat only', icon: 'bubble', colour: 'of-chat' },
  away: { word: 'Away', icon: 'psi', colour: 'of-edge' },
}

/** What comes before whatever she does: panic, a line that waits for the owner. */
export const PANIC_LOOK: TallyLook = { word: 'Panic', icon: 'octagon', colour: 'of-stop' }
export const HELD_LOOK: TallyLook = { word: 'Held', icon: 'clock', colour: 'of-warn' }

export interface TallySign {
  readonly look: TallyLook
  /** The second line; null = what `tallyDetail` says. */
  readonly detail: string | null
}

/** A sentence as the second half of another: "silent: a break is on screen". */
const asClause = (sentence: string): string =>
  sentence.replace(/^[A-Z](?=[a-z]* )/, (first) => first.toLowerCase()).replace(/\.$/, '')

export function tallySign(tally: Tally, { panic, silent, held }: Pick<SafetyState, 'panic' | 'silent' | 'held'>): TallySign {
  if (panic) return { look: PANIC_LOOK, detail: 'silent, chat off' }
  // What sounds comes first: the line that waits is no part of it.
  if (held.length > 0 && tally !== 'speaking')
    return { look: HELD_LOOK, detail: held.length === 1 ? 'a line waits for you' : `${held.length} lines wait for you` }
  return { look: TALLY_LOOK[tally], detail: silent === '' ? null : `silent: ${asClause(silent)}` }
}

export const nameOf = (from: TurnRecord['from']): string => (from.platform === 'owner' ? 'you' : from.name)

/** What decides whom she listens to when nobody says anything. */
export interface Attention {
  readonly readsChat: boolean
  /** Null without a microphone. */
  readonly mode: MicMode | null
}

/** The second line of the tally. */
export function tallyDetail(tally: Tally, turn: Pick<TurnRecord, 'from'> | undefined, { readsChat, mode }: Attention): string {
  switch (tally) {
    case 'thinking':
      return turn ? `for ${nameOf(turn.from)}` : 'about what was said'
    case 'speaking':
      return turn ? `to ${nameOf(turn.from)}` : 'to everyone'
    case 'listening':
      if (mode === 'push-to-talk') return readsChat ? 'while you hold to talk, and to the chat' : 'while you hold to talk'
      return readsChat ? 'to you and the chat' : 'to you'
    case 'stopped':
      return 'nothing sounds or waits'
    case 'muted':
      return readsChat ? 'she can’t hear you, she reads the chat' : 'she can’t hear you'
    case 'chat-only':
      return readsChat ? 'she waits to be named' : 'she reads what you type'
    case 'away':
      return 'no overlay is open'
    default:
      return tally satisfies never
  }
}

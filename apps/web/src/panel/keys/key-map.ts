// In: a key press and what the panel is doing. Out: the action it means, or none.
import type { MicMode } from '@psiona/shared'
import { MIC_MODES } from '../mic-modes'
import { PAGES, type PageHref } from '../pages'

export type KeyAction =
  | { readonly type: 'stop' }
  | { readonly type: 'compose' }
  | { readonly type: 'palette' }
  | { readonly type: 'save' }
  | { readonly type: 'keys' }
  | { readonly type: 'mute' }
  | { readonly type: 'mode'; readonly mode: MicMode }
  /** Until the same key comes up. */
  | { readonly type: 'talk' }
  /** What becomes of the line that waits and goes first. */
  | { readonly type: 'judge'; readonly verdict: 'approve' | 'skip' }
  | { readonly type: 'go'; readonly href: PageHref }

export interface KeyPress {
  readonly key: string
  /** Ctrl, or Cmd on a Mac. */
  readonly command: boolean
  readonly alt: boolean
  /** The key is held down and repeats. */
  readonly repeat: boolean
  /** The focus is in a field. */
  readonly typing: boolean
  /** A dialog is open and keeps all keys but its own. */
  readonly layer: boolean
}

export interface KeyReading {
  readonly action: KeyAction | null
  /** G was pressed and waits for the letter of a page; ms of the clock that was given, else null. */
  readonly leaderMs: number | null
}

/** As long as a look at the keyboard takes. */
export const LEADER_LASTS_MS = 1500

/** Held while one talks, in push-to-talk. */
const TALK_KEY = 'v'

const NOTHING: KeyReading = { action: null, leaderMs: null }
const meaning = (action: KeyAction): KeyReading => ({ action, leaderMs: null })

/** Whatever is open, whatever is being written: silence. The others are for keyboards whose F8 does something else. */
export const isPanicKey = ({ key, shiftKey }: { readonly key: string; readonly shiftKey: boolean }): boolean =>
  key === 'F8' || key === 'Pause' || (key === 'Escape' && shiftKey)

export function readKey(press: KeyPress, leaderMs: number | null, nowMs: number, lettersOn: boolean): KeyReading {
  const key = press.key.toLowerCase()
  if (press.layer || press.repeat || press.alt) return NOTHING
  if (key === 'escape') return meaning({ type: 'stop' })
  if (press.command) {
    if (key === 'k') return meaning({ type: 'palette' })
    if (key === 's') return meaning({ type: 'save' })
    return NOTHING
  }
  // Single keys are for when nothing is being written, and can be switched off (WCAG 2.1.4).
  if (press.typing || !lettersOn) return NOTHING
  if (leaderMs !== null && nowMs - leaderMs <= LEADER_LASTS_MS) {
    const page = PAGES.find(({ letter }) => letter === key)
    if (page) return meaning({ type: 'go', href: page.href })
  }
  if (key === 'g') return { action: null, leaderMs: nowMs }
  if (key === '/') return meaning({ type: 'compose' })
  if (key === '?') return meaning({ type: 'keys' })
  if (key === 'm') return meaning({ type: 'mute' })
  if (key === TALK_KEY) return meaning({ type: 'talk' })
  if (key === 'y') return meaning({ type: 'judge', verdict: 'approve' })
  if (key === 'n') return meaning({ type: 'judge', verdict: 'skip' })
  const mode = MIC_MODES[Number(key) - 1]
  return mode ? meaning({ type: 'mode', mode: mode.value }) : NOTHING
}

/** The list behind "?". */
export const KEY_LIST: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['Esc'], does: 'Close what is open, else stop her' },
  { keys: ['F8'], does: 'Panic: silent at once, from anywhere; Pause does the same' },
  { keys: ['Shift', 'Esc'], does: 'The same, where F8 does something else' },
  { keys: ['/'], does: 'Type to her' },
  { keys: ['M'], does: 'Mute the microphone, and back' },
  { keys: ['V'], does: 'Hold to talk, in push-to-talk' },
  { keys: ['1', '2', '3'], does: 'Open mic, push to talk, chat only' },
  { keys: ['Y'], does: 'On Live: let her say the line that waits' },
  { keys: ['N'], does: 'On Live: skip the line that waits' },
  { keys: ['X'], does: 'The other take, on Voice' },
  { keys: ['Enter'], does: 'Send what you typed' },
  { keys: ['Ctrl', 'Enter'], does: 'Speak, on Voice' },
  { keys: ['Ctrl', 'K'], does: 'All actions' },
  { keys: ['Ctrl', 'S'], does: 'Save the character' },
  { keys: ['Ctrl', 'Z'], does: 'Undo in a field' },
  ...PAGES.map(({ label, letter }) => ({ keys: ['G', letter.toUpperCase()], does: `Go to ${label}` })),
  { keys: ['?'], does: 'This list' },
]

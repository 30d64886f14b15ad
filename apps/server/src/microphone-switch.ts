// The microphone's switches, one set for the whole house. In: changes from panels, phones and programs. Out: the state, and the gate it means for the ears.
import type { MicGate, MicrophoneChange, MicrophoneState, Tally } from '@psiona/shared'

export interface MicrophoneSwitch {
  state(): MicrophoneState
  set(change: MicrophoneChange): MicrophoneState
  /** What gives sound now, by each of the two ways in; a program of this machine goes before a page. */
  plugged(way: 'stage' | 'capture', source: MicrophoneState['source']): void
  gate(): MicGate
  /** What she does when nobody says anything. */
  idleTally(): Tally
}

export interface MicrophoneSwitchOptions {
  readonly mode: MicrophoneState['mode']
  readonly onChange: (state: MicrophoneState) => void
}

export function createMicrophoneSwitch({ mode, onChange }: MicrophoneSwitchOptions): MicrophoneSwitch {
  let state: MicrophoneState = { source: null, mode, muted: false, held: false }
  const ways: Record<'stage' | 'capture', MicrophoneState['source']> = { stage: null, capture: null }
  const change = (next: MicrophoneState): MicrophoneState => {
    const differs = JSON.stringify(next) !== JSON.stringify(state)
    state = next
    if (differs) onChange(state)
    return state
  }
  return {
    state: () => state,
    set({ mode, muted, held }) {
      const next = { ...state, mode: mode ?? state.mode, muted: muted ?? state.muted, held: held ?? state.held }
      // A key that was down when the mode changed, or pressed for no microphone, is not down for ever.
      return change({ ...next, held: next.held && next.source !== null && next.mode === 'push-to-talk' && !next.muted })
    },
    plugged(way, source) {
      ways[way] = source
      const now = ways.capture ?? ways.stage
      // Pressed for one microphone, it is not down for the next.
      change({ ...state, source: now, held: state.held && now?.micId === state.source?.micId })
    },
    idleTally() {
      if (!state.source || state.mode === 'muted') return 'chat-only'
      return state.muted ? 'muted' : 'listening'
    },
    gate() {
      if (state.muted || state.mode === 'muted') return 'muted'
      if (state.mode === 'open') return 'open'
      return state.held ? 'held' : 'shut'
    },
  }
}

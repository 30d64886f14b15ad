// In: the house's microphone. Out: whose it is in words, and what becomes of its sound now.
import type { MicrophoneState } from '@psiona/shared'

/** 'heard': what is said now reaches her. The others say why not. */
export type MicUse = 'none' | 'heard' | 'muted' | 'chat-only' | 'hold'

export function micUse({ source, mode, muted, held }: MicrophoneState): MicUse {
  if (source === null) return 'none'
  if (muted) return 'muted'
  if (mode === 'muted') return 'chat-only'
  return mode === 'push-to-talk' && !held ? 'hold' : 'heard'
}

/** Beside the meter, where 15 letters fit. */
export function micWords(microphone: MicrophoneState, hold: string): string {
  switch (micUse(microphone)) {
    case 'none':
      return 'No microphone'
    case 'muted':
      return 'Muted'
    case 'chat-only':
      return 'Not used'
    case 'hold':
      return hold
    case 'heard':
      return microphone.source?.kind === 'phone' ? microphone.source.label : 'You, microphone'
  }
}

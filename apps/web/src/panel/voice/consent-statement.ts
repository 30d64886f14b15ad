// In: whose voice a recording is, and how that is known. Out: the sentence that is agreed to and kept with it.
import type { VoiceReference } from '@psiona/shared'

export type ConsentKind = VoiceReference['consent']['kind']

export function consentStatement(kind: ConsentKind, speaker: string): string {
  const who = speaker.trim() === '' ? '…' : speaker.trim()
  return kind === 'mine'
    ? `I am ${who}, this is a recording of my own voice, and I agree that a speech engine of my choice imitates it for this character.`
    : `${who} has agreed, knowing what it is for, that a speech engine imitates this recording of their voice for this character. I can show this agreement, and I remove the recording when they ask for it.`
}

// The ways in which she uses the microphone, in the order of their keys. Nothing flows in.
import type { MicMode } from '@psiona/shared'
import type { IconName } from '../ui/icon'

export interface MicModeLook {
  readonly value: MicMode
  readonly icon: IconName
  readonly long: string
  readonly short: string
  /** In the list of all actions. */
  readonly action: string
}

export const MIC_MODES: readonly MicModeLook[] = [
  { value: 'open', icon: 'target', long: 'Open mic', short: 'Open', action: 'Open the microphone' },
  { value: 'push-to-talk', icon: 'push', long: 'Push to talk', short: 'Push', action: 'Push to talk' },
  { value: 'muted', icon: 'bubble', long: 'Chat only', short: 'Chat only', action: 'Chat only, no microphone' },
]

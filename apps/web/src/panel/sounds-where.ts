// In: the client that sounds. Out: the words for it.
import type { Snapshot } from '@psiona/shared'

export const SOUNDS_WHERE: Record<Snapshot['soundingClient'], string> = {
  obs: 'in OBS',
  tab: 'in a browser tab',
  preview: 'on this page',
  none: 'is heard nowhere',
}

// In: the client that sounds. Out: where that is: "She sounds …".
import type { Snapshot } from '@psiona/shared'

export const SOUNDS_WHERE: Record<Snapshot['soundingClient'], string> = {
  obs: 'in OBS',
  phone: 'on the phone',
  tab: 'in a browser tab',
  preview: 'in the panel',
  none: 'nowhere',
}

// In: a part. Out: its whole name, where there is room for it.
import type { PartName } from '@psiona/shared'

export const PART_NAME: Record<PartName, string> = {
  microphone: 'Microphone',
  ears: 'Ears',
  mind: 'Mind',
  voice: 'Voice',
  face: 'Face',
  memory: 'Memory',
  obs: 'OBS',
  twitch: 'Twitch',
}

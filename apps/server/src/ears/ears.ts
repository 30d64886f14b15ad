// The ears, before they can hear: microphone sound flows in and is let go; nothing flows out. A Transcriber will stand here.
import type { PartHealth } from '@psiona/shared'
import type { Ears } from '../organs'
import { drain } from '../streams'

export const deafEars = (): Ears => ({
  listen: drain,
  health: (): PartHealth[] => [
    { part: 'microphone', state: 'off', detail: 'not used yet' },
    { part: 'ears', state: 'off', detail: 'She cannot hear yet; type to her, or let the chat write.' },
  ],
})

// In: the parts as reported. Out: what the strip shows: who is fine, who is off, and who needs somebody.
import { PARTS, type PartHealth, type PartName } from '@psiona/shared'
import type { PageHref } from './pages'

export interface HealthFold {
  readonly parts: readonly PartHealth[]
  readonly fine: number
  readonly off: number
  readonly troubles: readonly PartHealth[]
}

export const PART_LABEL: Record<PartName, string> = {
  microphone: 'Mic',
  ears: 'Ears',
  mind: 'Mind',
  voice: 'Voice',
  face: 'Face',
  memory: 'Memory',
  obs: 'OBS',
  twitch: 'Twitch',
}

/** Where a part's trouble is cured, and what the button there says. */
export const CURE: Record<PartName, { readonly href: PageHref; readonly label: string }> = {
  microphone: { href: '/health', label: 'What to do' },
  ears: { href: '/health', label: 'What to do' },
  mind: { href: '/mind', label: 'Choose a mind' },
  voice: { href: '/health', label: 'What to do' },
  face: { href: '/health', label: 'What to do' },
  memory: { href: '/health', label: 'What to do' },
  obs: { href: '/stream', label: 'Set up OBS' },
  twitch: { href: '/stream', label: 'Set up Twitch' },
}

/** Parts always stand in the same place, whatever order they were reported in. */
export function foldHealth(reported: readonly PartHealth[]): HealthFold {
  const parts = PARTS.flatMap((name) => reported.find(({ part }) => part === name) ?? [])
  return {
    parts,
    fine: parts.filter(({ state }) => state === 'ok').length,
    off: parts.filter(({ state }) => state === 'off').length,
    troubles: parts.filter(({ state }) => state === 'trouble'),
  }
}

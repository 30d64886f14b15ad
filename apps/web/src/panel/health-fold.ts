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
  vad: 'Voice detector',
  ears: 'Ears',
  models: 'Models',
  mind: 'Mind',
  voice: 'Voice',
  face: 'Face',
  memory: 'Memory',
  safety: 'Safety',
  load: 'Load',
  obs: 'OBS',
  twitch: 'Twitch',
  youtube: 'YouTube',
  discord: 'Discord',
}

/** Where a part's trouble is cured, and what the button there says; the part's name stands beside it. */
export const CURE: Record<PartName, { readonly href: PageHref; readonly label: string }> = {
  microphone: { href: '/ears', label: 'Set up' },
  vad: { href: '/health', label: 'See how' },
  ears: { href: '/ears', label: 'Choose' },
  models: { href: '/ears', label: 'See models' },
  mind: { href: '/mind', label: 'Choose' },
  voice: { href: '/health', label: 'See how' },
  face: { href: '/health', label: 'See how' },
  memory: { href: '/health', label: 'See how' },
  safety: { href: '/safety', label: 'See why' },
  load: { href: '/health', label: 'See how' },
  obs: { href: '/stream', label: 'Set up' },
  twitch: { href: '/stream', label: 'Set up' },
  youtube: { href: '/stream', label: 'Set up' },
  discord: { href: '/stream', label: 'Set up' },
}

/** Links of a chain whose other ends are named anyway, and watchers of the whole: a narrow place shows them only in trouble. */
const UNDER_THE_HOOD: readonly PartName[] = ['vad', 'models', 'safety', 'load']
/** Platforms that few have: a narrow place does not name them while they are off. */
const ONLY_IF_ASKED_FOR: readonly PartName[] = ['youtube', 'discord']
export const worthNaming = ({ part, state }: PartHealth): boolean =>
  state === 'trouble' || !(UNDER_THE_HOOD.includes(part) || (state === 'off' && ONLY_IF_ASKED_FOR.includes(part)))

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

// In: what OBS has. Out: rules to begin with, made of that; those that would need something it has not are left out.
import type { ObsRule, ObsState } from '@psiona/shared'

/** Long enough to greet a raid, short enough that the game is missed by nobody. */
const RAID_SECONDS = 20
const FILTER_SECONDS = 8

type Suggestion = Omit<ObsRule, 'id'>

export function suggestedRules(obs: Pick<ObsState, 'scenes' | 'scene' | 'sources' | 'inputs'>): Suggestion[] {
  const usual = { enabled: true, restSeconds: 10 }
  const others = obs.scenes.filter(({ name }) => name !== obs.scene)
  const raid = others.find(({ name }) => /raid/i.test(name)) ?? others.find(({ moment }) => moment === 'live')
  const rest = others.find(({ moment }) => moment === 'break')
  const hidden = obs.sources.find(({ visible }) => !visible)
  const idle = obs.inputs.flatMap(({ name, filters }) =>
    filters.filter(({ enabled }) => !enabled).map((filter) => ({ source: name, filter: filter.name })),
  )[0]
  const suggestions: (Suggestion | null)[] = [
    raid
      ? {
          ...usual,
          title: 'A raid comes',
          when: { on: 'event', event: 'raid', atLeast: 0 },
          does: [{ do: 'scene', scene: raid.name }],
          back: { after: 'seconds', seconds: RAID_SECONDS },
        }
      : null,
    hidden
      ? {
          ...usual,
          title: 'She is happy',
          when: { on: 'emotion', emotion: 'joy', atLeast: 0.7 },
          does: [{ do: 'source', scene: obs.scene, source: hidden.name, visible: true }],
          back: { after: 'over' },
        }
      : null,
    idle
      ? {
          ...usual,
          title: 'Bits',
          when: { on: 'event', event: 'bits', atLeast: 100 },
          does: [{ do: 'filter', ...idle, enabled: true }],
          back: { after: 'seconds', seconds: FILTER_SECONDS },
        }
      : null,
    rest
      ? {
          ...usual,
          title: 'Panic',
          when: { on: 'panic' },
          does: [{ do: 'scene', scene: rest.name }],
          back: { after: 'over' },
          restSeconds: 0,
        }
      : null,
  ]
  return suggestions.filter((suggestion) => suggestion !== null)
}

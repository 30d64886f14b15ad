// In: a rule and what OBS has. Out: the names in it that OBS does not know, in the order in which it comes to them.
import type { ObsAction, ObsRule, ObsState } from '@psiona/shared'

type Known = Pick<ObsState, 'scenes' | 'scene' | 'sources' | 'inputs'>

/** Only of the scene on air OBS tells what is in it; elsewhere it may be anything there is. */
function namesIn(action: ObsAction, { scenes, scene, sources, inputs }: Known): readonly (string | false)[] {
  const isScene = (name: string) => scenes.some((one) => one.name === name)
  const input = (name: string) => inputs.find((one) => one.name === name)
  switch (action.do) {
    case 'scene':
      return [!isScene(action.scene) && action.scene]
    case 'source': {
      const there = [...sources, ...(action.scene === scene ? [] : [...scenes, ...inputs])]
      return [!isScene(action.scene) && action.scene, !there.some(({ name }) => name === action.source) && action.source]
    }
    case 'filter': {
      const of = input(action.source)
      // Scenes and groups have filters as well, of which nothing is told.
      if (!of) return [!isScene(action.source) && !sources.some(({ name }) => name === action.source) && action.source]
      return [!of.filters.some(({ name }) => name === action.filter) && action.filter]
    }
    case 'mute':
    case 'volume':
      return [!input(action.input) && action.input]
    default:
      return action satisfies never
  }
}

export const ruleLacks = ({ does }: Pick<ObsRule, 'does'>, obs: Known): string[] => [
  ...new Set(does.flatMap((action) => namesIn(action, obs).filter((name) => name !== false))),
]

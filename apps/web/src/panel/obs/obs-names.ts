// In: what OBS has. Out: the names to choose from, each where it fits.
import type { ObsState } from '@psiona/shared'

export interface ObsNames {
  readonly scenes: readonly string[]
  /** What makes a sound. */
  readonly sounding: readonly string[]
  /** What has filters. */
  readonly filtered: readonly string[]
  readonly sourcesIn: (scene: string) => readonly string[]
  readonly filtersOf: (source: string) => readonly string[]
}

export function obsNames({
  scenes,
  scene,
  sources,
  inputs,
}: Pick<ObsState, 'scenes' | 'scene' | 'sources' | 'inputs'>): ObsNames {
  return {
    scenes: scenes.map(({ name }) => name),
    sounding: inputs.filter(({ audio }) => audio !== null).map(({ name }) => name),
    filtered: inputs.filter(({ filters }) => filters.length > 0).map(({ name }) => name),
    // Only of the scene on air OBS tells what is in it; of others, whatever there is may be.
    sourcesIn: (of) => [...new Set((of === scene ? sources : [...sources, ...inputs]).map(({ name }) => name))],
    filtersOf: (source) => inputs.find(({ name }) => name === source)?.filters.map(({ name }) => name) ?? [],
  }
}

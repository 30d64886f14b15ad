// How the models are. In: the list as it is on this disk. Out: what is there, what is being fetched, or what to do.
import type { ModelInfo, PartHealth } from '@psiona/shared'

export function modelsHealth(list: readonly ModelInfo[]): PartHealth {
  const part = 'models'
  const damaged = list.find(({ state }) => state === 'damaged')
  if (damaged)
    return {
      part,
      state: 'trouble',
      detail: `${damaged.title} is damaged.`,
      remedy: `Fetch it again on the ${damaged.job === 'speech' ? 'Voice' : 'Ears'} page.`,
    }
  const count = list.filter(({ state }) => state === 'installed').length
  const pulling = list.find(({ state }) => state === 'pulling')
  if (pulling) {
    const percent = pulling.bytes > 0 ? Math.floor((100 * pulling.receivedBytes) / pulling.bytes) : 0
    return { part, state: 'ok', detail: `fetching ${pulling.title}, ${percent} %` }
  }
  return count > 0
    ? { part, state: 'ok', detail: `${count} of ${list.length} installed` }
    : { part, state: 'off', detail: 'none installed', remedy: 'Fetch one on the Ears page if you want to speak to her.' }
}

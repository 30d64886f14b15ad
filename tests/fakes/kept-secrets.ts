// The Secrets port in memory. In: values by name. Out: the same, as long as the test lasts.
import type { SecretName, Secrets } from '../../apps/server/src/organs'

export function keptSecrets(first: Partial<Record<SecretName, string>> = {}): Secrets {
  const kept = new Map(Object.entries(first))
  return {
    read: (name) => kept.get(name) ?? null,
    write(name, value) {
      if (value === null) kept.delete(name)
      else kept.set(name, value)
    },
  }
}

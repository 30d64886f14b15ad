// In: a name and a value to keep in this browser. Out: the value, also after a reload and in other tabs of the panel.
import { useCallback, useSyncExternalStore } from 'react'

const PREFIX = 'psiona.'
const listeners = new Set<() => void>()
/** What could not be written (storage full or forbidden) still holds until the page closes. */
const unwritten = new Map<string, string>()

export function remembered(name: string): string | null {
  try {
    return unwritten.get(name) ?? window.localStorage.getItem(PREFIX + name)
  } catch {
    // Storage is forbidden in this browser; the default stands.
    return unwritten.get(name) ?? null
  }
}

export function remember(name: string, value: string): void {
  try {
    window.localStorage.setItem(PREFIX + name, value)
    unwritten.delete(name)
  } catch {
    unwritten.set(name, value)
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

/** One of `choices`; the first is the default. Undefined while the page is still server text, so that nothing flashes. */
export function useRemembered<const C extends string>(
  name: string,
  choices: readonly [C, ...C[]],
): [C | undefined, (value: C) => void] {
  const read = () => choices.find((choice) => choice === remembered(name)) ?? choices[0]
  const value = useSyncExternalStore<C | undefined>(subscribe, read, () => undefined)
  const set = useCallback((next: C) => remember(name, next), [name])
  return [value, set]
}

// In: values, one after the other. Out: the latest to whoever looks, and a call to whoever subscribed.
import { useSyncExternalStore } from 'react'

export interface Observable<T> {
  get(): T
  set(next: T): void
  subscribe(listener: () => void): () => void
}

export function observable<T>(first: T): Observable<T> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(value, next)) return
      value = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

/** `first` is what the server's text shows. */
export const useObserved = <T>(source: Observable<T>, first: T): T =>
  useSyncExternalStore(source.subscribe, source.get, () => first)

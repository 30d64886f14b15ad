// In: keys that mean something to a page. Out: that page's own handler is called; without one the key does nothing.
import { useEffect } from 'react'
import { observable } from '../../lib/observable'

/** When somebody last asked to type to her, ms of performance.now(); 0 = never. */
export const composeAskedMs = observable(0)

const saveHandlers: (() => void)[] = []

/** The newest page that can save gets Ctrl S. */
export const requestSave = (): void => saveHandlers.at(-1)?.()

export function useSaveKey(save: () => void): void {
  useEffect(() => {
    saveHandlers.push(save)
    return () => {
      saveHandlers.splice(saveHandlers.indexOf(save), 1)
    }
  }, [save])
}

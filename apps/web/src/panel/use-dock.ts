// In: the address this page was opened with. Out: whether it lives in an OBS dock, which has no use for navigation.
import { useSyncExternalStore } from 'react'

/** Asked for with ?dock=1; kept for the tab, since links inside the panel do not carry the query. */
const SESSION_KEY = 'psiona.dock'

function read(): boolean {
  const asked = new URLSearchParams(window.location.search).has('dock')
  try {
    if (asked) window.sessionStorage.setItem(SESSION_KEY, '1')
    return window.sessionStorage.getItem(SESSION_KEY) !== null
  } catch {
    // Storage is forbidden in this browser; the address alone says it.
    return asked
  }
}

const never = () => () => undefined

export const useDock = (): boolean => useSyncExternalStore(never, read, () => false)

// Tells when something in a folder may have changed. In: a folder. Out: one call after the dust has settled; editors that write by renaming are heard as well.
import { type FSWatcher, watch } from 'node:fs'
import type { Clock } from '../clock'
import type { Log } from '../log'

/** Editors save in several steps; shorter than a person notices. */
const SETTLE_MS = 40
/** Network drives and some containers report nothing: the folder is looked at this often all the same. */
const LOOK_MS = 5000

export interface FolderWatchOptions {
  readonly folder: string
  readonly clock: Clock
  readonly log?: Pick<Log, 'warn'> | undefined
  readonly onChange: () => void
}

/** Returns the function that ends it. */
export function watchFolder({ folder, clock, log, onChange }: FolderWatchOptions): () => void {
  const closing = new AbortController()
  let settling = false
  let again = false
  const settled = async () => {
    if (settling) {
      again = true
      return
    }
    settling = true
    do {
      again = false
      await clock.sleep(SETTLE_MS, closing.signal)
    } while (again && !closing.signal.aborted)
    settling = false
    if (!closing.signal.aborted) onChange()
  }
  const missed = (cause: unknown) => log?.warn({ err: cause }, 'folder watch failed, looking every few seconds instead')
  let watcher: FSWatcher | null = null
  try {
    watcher = watch(folder, { persistent: false }, () => void settled())
    watcher.on('error', missed)
  } catch (cause) {
    missed(cause)
  }
  const stopLooking = clock.every(LOOK_MS, onChange)
  return () => {
    closing.abort()
    stopLooking()
    watcher?.close()
  }
}

// In: the protocol a server speaks that this page does not. Out: one reload, which fetches the page that server ships.

const RELOADED_FOR = 'psiona-reloaded-for'

/** A second time for the same protocol would be a loop: then the server ships a page that does not fit itself. */
export function reloadOnceFor(protocol: number, storage: Pick<Storage, 'getItem' | 'setItem'>, reload: () => void): void {
  if (storage.getItem(RELOADED_FOR) === String(protocol)) return
  storage.setItem(RELOADED_FOR, String(protocol))
  reload()
}

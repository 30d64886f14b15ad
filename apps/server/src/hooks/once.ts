// Ids come in, in any order and again; whether each is new goes out. Remembers the newest few thousand: nothing is told twice after that long.

/** Twitch delivers a message twice when servers change or channels share a chat; never more than a few seconds apart. */
const REMEMBERED = 2000

export interface Once {
  /** True the first time. */
  first(id: string): boolean
  has(id: string): boolean
}

export function createOnce(remembered = REMEMBERED): Once {
  const seen = new Set<string>()
  return {
    has: (id) => seen.has(id),
    first(id) {
      if (seen.has(id)) return false
      seen.add(id)
      for (const oldest of seen) {
        if (seen.size <= remembered) break
        seen.delete(oldest)
      }
      return true
    },
  }
}

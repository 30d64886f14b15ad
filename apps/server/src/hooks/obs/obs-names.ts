// Names in OBS are anybody's text and may hold our token. In: a name as OBS has it. Out: one that may be shown and logged, and from that one back to OBS's own.
import { sanitise } from '@psiona/shared'

/** As long as an action of ours may name something. */
const LONGEST_NAME = 200
/** Renaming goes on for ever; old names need not be known for ever. */
const MOST_NAMES = 5000
const TOKEN = /token=[\w-]+/gi
const UNNAMED = '(no name)'

export interface ObsNames {
  shown(real: string): string
  real(shown: string): string
  /** Any text, for a sentence that is shown once. */
  hidden(text: string): string
}

/** `overlayUrl`: what must not be seen. */
export function createObsNames(overlayUrl: () => string): ObsNames {
  const shownOf = new Map<string, string>()
  const realOf = new Map<string, string>()
  const clean = (real: string) => {
    const token = new URL(overlayUrl()).hash.replace(/^#token=/, '')
    const hidden = token === '' ? real : real.replaceAll(token, '…')
    // Room for a number; a pair that was cut in half goes.
    const short = sanitise(hidden.replace(TOKEN, 'token=…'), LONGEST_NAME).slice(0, LONGEST_NAME - 6)
    return short.replace(/[\ud800-\udbff]$/, '').trim() || UNNAMED
  }
  return {
    shown(real) {
      const known = shownOf.get(real)
      if (known !== undefined) return known
      if (shownOf.size >= MOST_NAMES) {
        shownOf.clear()
        realOf.clear()
      }
      const name = clean(real)
      let free = name
      for (let i = 2; realOf.has(free); i++) free = `${name} (${i})`
      shownOf.set(real, free)
      realOf.set(free, real)
      return free
    },
    real: (shown) => realOf.get(shown) ?? shown,
    hidden: clean,
  }
}

// How much of an answer is said. In: text as it comes. Out: the same until enough was said, ended at a sentence where there is one.

export interface Ration {
  /** What of this text may be said. */
  take(text: string): string
  /** Enough: the rest need not be written. */
  readonly spent: boolean
}

/** A sentence may run over by this much before it is broken off. */
const PATIENCE = 1.5

export function createRation(mostCharacters: number): Ration {
  let said = 0
  let spent = false
  return {
    take(text) {
      if (spent) return ''
      const from = Math.max(0, mostCharacters - said)
      if (text.length <= from) {
        said += text.length
        return text
      }
      const end = /[.!?…]["”’)]?(?=\s|$)/.exec(text.slice(from))
      const hardEnd = Math.round(mostCharacters * PATIENCE) - said
      const length = end ? from + end.index + end[0].length : text.length
      spent = end !== null || length >= hardEnd
      // A mark for the voice that is cut in two would be read aloud.
      const kept = text.slice(0, Math.min(length, Math.max(0, hardEnd))).replace(/\[\/?[a-z]*$/, '')
      said += kept.length
      return kept
    },
    get spent() {
      return spent
    },
  }
}

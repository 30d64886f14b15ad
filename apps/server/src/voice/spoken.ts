// What has been heard: lines as placed on the engine's clock, against where the listener is.
import type { Samples, WordSpan } from '@psiona/shared'
import type { SpokenLine } from '../organs'

/** A word counts as heard once its middle has sounded: half a word is understood more often than not. */
export const heardWords = (words: readonly WordSpan[], listenerAt: Samples): number => {
  let heard = 0
  while (heard < words.length && (words[heard]!.startSample + words[heard]!.endSample) / 2 <= listenerAt) heard++
  return heard
}

export const heardText = (spoken: SpokenLine, listenerAt: Samples): string =>
  listenerAt >= spoken.endSample
    ? spoken.line.text
    : spoken.words
        .slice(0, heardWords(spoken.words, listenerAt))
        .map((word) => word.text)
        .filter(Boolean)
        .join(' ')

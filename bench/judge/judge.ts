// A speaker and sentences flow in; how many words the recogniser gets wrong, within what interval, and how fast the speaker speaks flows out.
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Seconds } from '@psiona/shared'
import { bootstrapInterval } from './bootstrap-interval'
import { closedVocabulary } from './closed-vocabulary'
import { heardWords } from './heard-words'
import { judgedSound } from './judged-sound'
import { recogniserDictionary, wordsOf } from './recogniser-dictionary'
import { withScratchFolder } from './scratch-folder'
import type { Speaker } from './speaker'
import { wordErrors } from './word-errors'

export interface Verdict {
  /** Of all words, in percent. */
  readonly werPercent: number
  /** The true rate lies in it in 95 of 100 cases. */
  readonly intervalPercent: readonly [number, number]
  readonly wordsPerMinute: number
  /** One of each for every sentence. */
  readonly errors: readonly number[]
  readonly words: readonly number[]
  readonly heard: readonly (readonly string[])[]
}

/** @throws Problem when a program or the model is missing; it names what to install. */
export function judge(speaker: Speaker, sentences: readonly string[], signal?: AbortSignal): Promise<Verdict> {
  const dictionary = recogniserDictionary()
  const vocabulary = closedVocabulary(sentences, dictionary)
  return withScratchFolder(async (folder) => {
    const ids = sentences.map((_, index) => `u${index}`)
    let spoken: Seconds = 0
    for (const [index, sentence] of sentences.entries()) {
      const raw = join(folder, `u${index}.raw.wav`)
      await speaker.speak(sentence, raw, signal)
      spoken += await judgedSound(raw, join(folder, `u${index}.wav`), index, signal)
    }
    // Each sentence is heard for itself, so that every core can hear a part.
    const share = Math.ceil(ids.length / availableParallelism())
    const parts = Array.from({ length: Math.ceil(ids.length / share) }, (_, n) => ids.slice(n * share, (n + 1) * share))
    const heard = (await Promise.all(parts.map((part) => heardWords(folder, part, vocabulary, signal)))).flat()
    const said = sentences.map(wordsOf)
    const errors = said.map((list, index) => wordErrors(list, heard[index] ?? [], dictionary))
    const words = said.map((list) => list.length)
    const interval = bootstrapInterval(errors, words)
    return {
      werPercent: (100 * sum(errors)) / sum(words),
      intervalPercent: [100 * interval[0], 100 * interval[1]],
      wordsPerMinute: (60 * sum(words)) / spoken,
      errors,
      words,
      heard,
    }
  })
}

const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0)

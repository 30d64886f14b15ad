// What was said and what was heard flow in; how many words were changed, left out or added, at least, flows out.
import type { RecogniserDictionary } from './recogniser-dictionary'

/** Words that share a pronunciation (to, two, too) cannot be told apart by sound and count as the same. */
export function wordErrors(said: readonly string[], heard: readonly string[], dictionary: RecogniserDictionary): number {
  let row = Array.from({ length: heard.length + 1 }, (_, i) => i)
  for (const [i, word] of said.entries()) {
    const next = [i + 1]
    for (const [j, other] of heard.entries())
      next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + (soundsLike(word, other, dictionary) ? 0 : 1)))
    row = next
  }
  return row[heard.length]!
}

function soundsLike(word: string, other: string, dictionary: RecogniserDictionary): boolean {
  if (word === other) return true
  const sounds = new Set(dictionary.get(word)?.map((phones) => phones.join(' ')))
  return dictionary.get(other)?.some((phones) => sounds.has(phones.join(' '))) ?? false
}

// A function word among the words of its phrase → its weak or strong form, or null when it is a word like any other.

import { parseArpabet, phone } from './arpabet'
import type { Phone } from './phone'
import forms from './weak-forms.json'
import { conjunctions, determiners, prepositions, questionWords, subjects } from './word-classes'

interface Form {
  readonly weak: string
  readonly strong: string
  /** Strong where nothing follows in the phrase: "I can.", "what for?" Pronouns stay weak there: "I like it." */
  readonly strongLast: boolean
}
const table: ReadonlyMap<string, Form> = new Map<string, Form>(Object.entries(forms))

export interface Said {
  readonly phones: readonly Phone[]
  readonly weak: boolean
}
export interface InPhrase {
  readonly words: readonly string[]
  readonly index: number
  readonly emphasised: boolean
  /** The next word of the phrase begins with a vowel sound. */
  readonly beforeVowel: boolean
}

const participle =
  /(?:ed|en|ne|wn|ught)$|^(?:been|had|got|done|gone|made|said|seen|lost|won|put|read|let|set|met|left|felt|kept|told|heard|found|come|become|run|begun|it|not|never|always|just|already|also|ever|you|i|we|they|he|she|lived|played)$/

/** "Do you…", "what does the…", "I do not", but "I do it", "we did the rest". */
const helps = (previous: string | undefined, next: string): boolean =>
  next === 'not' ||
  ((subjects.has(next) || determiners.has(next)) &&
    (previous === undefined || questionWords.has(previous) || conjunctions.has(previous)))

/** Words that are function words only in some company. */
const isWeakHere: Readonly<Record<string, (previous: string | undefined, next: string) => boolean>> = {
  have: (_, next) => participle.test(next),
  has: (_, next) => participle.test(next),
  had: (_, next) => participle.test(next),
  do: helps,
  does: helps,
  did: helps,
  // The conjunction, not the pointing word: "I know that you…", "the one that got away", but "that one", "like that".
  that: (previous, next) =>
    previous !== undefined &&
    !prepositions.has(previous) &&
    !/^(is|was|and|but|like|do|does|did|not|all|why|what|so|then|of|or|than|just|get|got|see|take|want|make|made)$/.test(
      previous,
    ) &&
    (subjects.has(next) ||
      determiners.has(next) ||
      /^(is|was|are|were|can|could|will|would|have|has|had|got|makes|made)$/.test(next)),
  there: (_, next) =>
    /^(is|are|was|were|will|would|could|may|might|must|has|have|isn't|aren't|wasn't|weren't|seems?|be)$/.test(next),
  some: (_, next) => !prepositions.has(next) && !/^(are|is|were|was|have|say|people|may|can|more|and|or)$/.test(next),
  on: (previous, next) =>
    !/^(go|goes|going|come|hold|hang|carry|move|turn|turned|keep)$/.test(previous ?? '') || determiners.has(next),
  in: (previous, next) => !/^(come|log|give|sign|plug|tune)$/.test(previous ?? '') || determiners.has(next),
  been: (_, next) => next !== 'there',
  his: (_, next) => !/^(is|was|and|or)$/.test(next),
}

/** The forms that hang on the sound that follows: "the apple", "to eat". */
function beforeVowelForm(word: string): readonly Phone[] | null {
  if (word === 'the') return [phone('DH'), phone('IY')]
  const into = /^(?:in|on|)to$/.test(word) ? parseArpabet(table.get(word)?.weak ?? '') : null
  return into && [...into.slice(0, -1), phone('UW')]
}

export function sayFunctionWord({ words, index, emphasised, beforeVowel }: InPhrase): Said | null {
  const word = words[index] ?? ''
  const form = table.get(word)
  if (!form) return null
  const [previous, next] = [words[index - 1], words[index + 1]]
  const alone = words.length === 1
  const strong = emphasised || alone || (next === undefined ? form.strongLast : !(isWeakHere[word]?.(previous, next) ?? true))
  if (strong) return { phones: parseArpabet(form.strong) ?? [], weak: false }
  // "Can you…", "Have we…": what opens a question is heard in full, though without an accent of its own.
  const inverted = index === 0 && next !== undefined && subjects.has(next) && /^(can|are|was|were|have|has|had)$/.test(word)
  const weak = (beforeVowel ? beforeVowelForm(word) : null) ?? parseArpabet(inverted ? form.strong : form.weak) ?? []
  return { phones: weak.map((each) => (each.stress ? phone(each.symbol) : each)), weak: true }
}

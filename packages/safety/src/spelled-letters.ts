// Words of a text flow in; letters that are spelled out by name, "eff eye ex", flow out, each run as one word.
import data from '../data/spoken-letters.json'
import { GAP, type Letter } from './folded-text'
import type { SaidWord } from './said-words'

const LETTER_FOR = new Map<string, string>()
for (const [letter, names] of Object.entries(data.names)) for (const name of names.split(' ')) LETTER_FOR.set(name, letter)
/** Fewer are no spelling but words that sound so. */
const LEAST_LETTERS = 3

export function spelledLetters(letters: readonly Letter[], words: readonly SaidWord[]): Letter[][] {
  const runs: Letter[][] = []
  let run: Letter[] = []
  let named = 0
  const close = (): void => {
    if (run.length >= LEAST_LETTERS && named >= 2) runs.push(run)
    run = []
    named = 0
  }
  for (const { forms, first, last } of words) {
    const name = LETTER_FOR.get(forms[0]!)
    const letter = name ?? (first === last && letters[first]!.count === 1 ? forms[0]! : undefined)
    if (letter === undefined) {
      close()
      continue
    }
    if (name) named++
    const before = run.at(-1)
    const to = letters[last]!.to
    if (before && before.reads === letter) {
      before.count++
      before.to = to
    } else {
      const gap = before ? GAP.none : GAP.sentence
      run.push({ reads: letter, figure: false, count: 1, from: letters[first]!.from, to, gap, blanks: 0, capital: false })
    }
  }
  close()
  return runs
}

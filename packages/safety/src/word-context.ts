// A listed word and the words around it flow in; whether it is meant as an offence there flows out.
import lists from '../data/phrases-lists.json'
import type { SaidWord } from './said-words'
import type { WordFound } from './word-tree'

const words = (line: string): Set<string> => new Set(line.split(' '))
const single = (name: 'gameword' | 'help'): Set<string> =>
  new Set(lists.lists[name].flatMap((line) => line.split('|')).filter((word) => !word.includes(' ')))

/** Before a word that can be meant well. */
const AT_SOMEBODY = words(
  'you youre ur u ya yall dirty filthy stupid dumb ugly disgusting goddamn fucking damn bloody lazy stinking smelly retarded worthless useless hate kill lynch gas deport bunch typical fat little crazy pathetic fuckin absolute complete total such',
)
const OF_SOMEBODY = words('a an the such all these those of are is am just absolute complete total fucking like')
const JUDGED = words('are should must deserve need go scum trash die everywhere stink smell lives')
const NEGATED = words('dont not never wont wouldnt nobody stop without avoid cannot cant shouldnt doesnt didnt')
const GAME = single('gameword')
const HELP = single('help')
const NEAR = 4
const AROUND = 24

/** Between a group and what is said of it, letters. */
const MOST_BETWEEN = 7

/** `groups`: names of groups in the same text. */
export function holds(hit: WordFound, said: readonly SaidWord[], groups: readonly WordFound[]): boolean {
  const { entry, first, last, plain } = hit
  if (entry.context === '') return true
  if (entry.context === 'group') return false
  if (entry.context === 'hidden') return !plain
  if (entry.context === 'of-group') {
    return groups.some(
      (group) => group.entry.language === entry.language && group.last < first && first - group.last <= MOST_BETWEEN,
    )
  }
  const start = wordAt(said, first)
  const end = wordAt(said, last)
  const { sentence } = said[start]!
  const has = (set: ReadonlySet<string>, from: number, to: number): boolean => {
    for (let i = Math.max(0, from); i <= to && i < said.length; i++) {
      const word = said[i]!
      if (word.sentence === sentence && word.forms.some((form) => set.has(form))) return true
    }
    return false
  }
  if (entry.context === 'insult') {
    if (has(JUDGED, end + 1, end + 1) && has(OF_SOMEBODY, start - 1, start - 1)) return true
    if (!has(AT_SOMEBODY, start - 3, start - 1)) return false
    return has(AT_SOMEBODY, start - 1, start - 1) || has(OF_SOMEBODY, start - 1, start - 1)
  }
  if (has(NEGATED, start - NEAR, start - 1) || has(HELP, start - AROUND, end + AROUND)) return false
  return entry.offence === 'self-harm' || !has(GAME, start - AROUND, end + AROUND)
}

function wordAt(said: readonly SaidWord[], letter: number): number {
  let low = 0
  let high = said.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (said[middle]!.first <= letter) low = middle
    else high = middle - 1
  }
  return low
}

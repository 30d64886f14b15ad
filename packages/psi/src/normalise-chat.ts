// Single letters, digits and signs as people in chat write words with them → those words.
import abbreviations from './abbreviations.json'
import { codeNumber } from './numbers'
import { letterName, type Rule } from './rule'

const isLetterWord = (text: string | undefined): boolean => text !== undefined && /^(?:[b-hj-z]|letter|vitamin|plan)$/i.test(text)
const isOneOf = (text: string | undefined, words: string): boolean =>
  text !== undefined && words.split(' ').includes(text.toLowerCase())

const contractions: ReadonlyMap<string, string> = new Map(Object.entries(abbreviations.contractions))

export const chatRules: readonly Rule[] = [
  {
    example: ['i dont know whats up', "i don't know what's up"],
    says: (core) => {
      const word = contractions.get(core.toLowerCase())
      return word === undefined ? null : [word]
    },
  },
  {
    example: ['r u ok? c u l8r', 'are you ok see you later'],
    says: (core, { previous, next, piece }) => {
      if (!/^[rc]$/i.test(core) || piece.after) return null
      if (next && /^(?:u|you|ya|we|they)$/i.test(next.core)) return [core.toLowerCase() === 'r' ? 'are' : 'see']
      return core === 'r' && (previous || next) && (/^u$/i.test(previous?.core ?? '') || !isLetterWord(previous?.core))
        ? ['are']
        : null
    },
  },
  {
    example: ["rock n roll, rock 'n' roll", 'rock and roll rock and roll'],
    says: (core, { previous, next }) =>
      /^'?n'?$/.test(core) && /^[a-z]{2,}$/i.test(previous?.core ?? '') && /^[a-z]{2,}$/i.test(next?.core ?? '') ? ['and'] : null,
  },
  {
    example: ['y tho', 'why though'],
    says: (core, { next, piece }) =>
      core === 'y' && !piece.after && isOneOf(next?.core, 'tho though u you r are is do does did not would') ? ['why'] : null,
  },
  {
    example: ['ty 4 the raid', 'thank you for the raid'],
    says: (core, { previous, next, piece }) =>
      core === '4' &&
      !piece.after &&
      isOneOf(previous?.core, 'ty tysm thx thanks good bad great up down time only wait sorry cool nice perfect works') &&
      isOneOf(next?.core, 'the u you me us real this that now all your ur my everyone')
        ? ['for']
        : null,
  },
  {
    example: ['2 much, me 2', 'too much me too'],
    says: (core, { previous, next, piece }) =>
      core === '2' &&
      ((!piece.after && isOneOf(next?.core, 'much many late good bad soon easy hard cute funny')) ||
        (isOneOf(previous?.core, 'me u') && !previous?.after && (next === undefined || piece.after !== '')))
        ? ['too']
        : null,
  },
  {
    example: ['sh*t, what the f*** ', 'bleep what the bleep'],
    says: (core, { piece }) => {
      const inside = /^[a-z]{1,3}\*+[a-z]{1,4}$/i.test(core) && core !== core.toUpperCase()
      const behind = /^\*{2,}(?!\*)/.test(piece.after) && /^[a-z]{1,3}$/.test(core) && !/[*]/.test(piece.before)
      return (inside || behind) && !piece.marked ? ['bleep'] : null
    },
  },
  {
    example: ['me > you', 'me greater than you'],
    says: (core, { previous, next }) =>
      /^[<>]$/.test(core) && /[a-z]{2,}|\d/i.test(previous?.core ?? '') && /[a-z]{2,}/i.test(next?.core ?? '')
        ? [core === '>' ? 'greater' : 'less', 'than']
        : null,
  },
  {
    example: ['A# minor', 'a. sharp minor'],
    says: (core) => (/^[A-G]#$/.test(core) ? [letterName(core[0] ?? ''), 'sharp'] : null),
  },
  {
    example: ['No.1', 'number one'],
    says: (core, { say }) => {
      const digits = /^(?:no|nr)\.(\d+)$/i.exec(core)?.[1]
      return digits ? ['number', ...say(digits)] : null
    },
  },
  {
    example: ['Blink-182', 'blink one eighty two'],
    says: (core, { say }) => {
      const [, name = '', digits = ''] = /^([a-z]{4,})-(\d{3})$/i.exec(core) ?? []
      return digits ? [...say(name), ...codeNumber(digits)] : null
    },
  },
]

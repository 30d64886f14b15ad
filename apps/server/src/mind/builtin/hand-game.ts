// Rock, paper, scissors. In: the wish to play, or a move. Out: her move, and who won. She draws hers from the turn, not from yours.
import type { Rule } from './moment'

const MOVES = ['rock', 'paper', 'scissors'] as const
type Hand = (typeof MOVES)[number]
const BEATS: Readonly<Record<Hand, Hand>> = { rock: 'scissors', paper: 'rock', scissors: 'paper' }

const moveIn = (plain: string): Hand | null => {
  const named = MOVES.filter((hand) => new RegExp(`\\b${hand.replace(/s$/, 's?')}\\b`).test(plain))
  return named.length === 1 ? named[0]! : null
}
const INVITATION = 'Rock, paper or scissors'

export const handGame: Rule = (moment) => {
  const { said, last } = moment
  if (/\brock[ ,]*paper[ ,]*(?:and |or )?scissors?\b|\brps\b/.test(said.plain))
    return {
      text: moment.pick([
        `[joy:0.6] ${INVITATION}? Say yours, mine is already thrown.`,
        `[joy:0.6] [smug] You are on. ${INVITATION}?`,
      ]),
    }
  const theirs = moveIn(said.plain)
  const playing =
    last !== null &&
    (last.answered.includes(INVITATION) || /\bI (?:threw|had|played) (?:rock|paper|scissors)\b/.test(last.answered))
  if (!theirs || said.tokens.length > 4 || !(playing || /^i (?:choose|pick|play|throw) /.test(said.plain))) return null
  const hers = moment.chance.one(MOVES)
  if (hers === theirs)
    return {
      text: moment.pick([
        `[surprise:0.4] I threw ${hers} as well. Great minds. Again?`,
        `[joy:0.5] I had ${hers} too. We are in phase! Once more?`,
      ]),
    }
  return BEATS[hers] === theirs
    ? {
        text: moment.pick([
          `[joy:0.6] [smug] I threw ${hers}; ${hers} beats ${theirs}. My point!`,
          `[joy:0.6] I played ${hers}. Mine! Revenge?`,
          `[joy:0.6] [wink] I had ${hers}. One for the program. Again?`,
        ]),
      }
    : {
        text: moment.pick([
          `[sadness:0.3] I threw ${hers}. ${theirs.charAt(0).toUpperCase()}${theirs.slice(1)} wins, well played.`,
          `[joy:0.5] I had ${hers}, so that is yours. Best of three?`,
          `[surprise:0.4] I played ${hers}. You win! Were you reading my phases?`,
        ]),
      }
}

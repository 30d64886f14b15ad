// "Guess my number." In: the wish to play, then numbers. Out: higher, lower, or yes. The number hangs on the turn in which the game began, so it survives everything.
import { hashOf } from '../../text-hash'
import type { Moment, Rule } from './moment'

const TOP = 100
const START =
  /\b(?:guess (?:my|your|a|the) number|number (?:guessing|game)|(?:think|pick) of a number|think of a number|higher or lower)\b/
const OPENING = 'a number between one and a hundred'
const GIVES_UP =
  /^(?:okay |fine |i )*(?:give up|just tell me|tell me(?: the number| what it (?:is|was))?|what (?:is|was) (?:it|the number)|i quit|quit|stop)[?!. ]*$/
const OVER = /\bit was \d+\b/i

const openGame = ({ theirs, last }: Moment): { secret: number; tries: number } | null => {
  if (!last) return null
  const begun = theirs.findLastIndex(({ answered }) => answered.includes(OPENING))
  if (begun < 0) return null
  const since = theirs.slice(begun + 1)
  if (since.length > 25 || since.some(({ answered }) => OVER.test(answered))) return null
  return {
    secret: (hashOf(`number:${theirs[begun]!.id}`) % TOP) + 1,
    tries: since.filter(({ said }) => /\d/.test(said)).length + 1,
  }
}

export const numberStart: Rule = (moment) =>
  START.test(moment.said.plain)
    ? {
        text: moment.pick([
          `[joy:0.6] [smug] I am thinking of ${OPENING}. Go on, guess.`,
          `[curiosity:0.6] I have ${OPENING} in mind. What is your first guess?`,
          `[joy:0.6] Done: ${OPENING}, locked in a very small safe. Guess!`,
        ]),
      }
    : null

export const numberPlay: Rule = (moment) => {
  const game = openGame(moment)
  if (!game) return null
  const { plain } = moment.said
  if (GIVES_UP.test(plain))
    return {
      text: moment.pick([
        `[joy:0.4] It was ${game.secret}. It tried to look inconspicuous.`,
        `[joy:0.4] [smug] It was ${game.secret}, all along.`,
      ]),
    }
  const guess = /^(?:is it |(?:i )?(?:guess|say|try) |maybe |it is |how about |what about |okay |then )*(\d{1,4})[?!. ]*$/.exec(
    plain,
  )
  if (!guess) return null
  const value = Number(guess[1])
  if (value === game.secret) {
    const tries = game.tries === 1 ? 'the very first try' : `${game.tries} tries`
    return {
      text: moment.pick([
        `[joy:0.9, surprise:0.4] Yes! It was ${value}, and you needed ${tries}.`,
        `[joy:0.9] [laughing] It was ${value}! Found in ${tries}.`,
      ]),
    }
  }
  const far = Math.abs(value - game.secret)
  const way = value < game.secret ? 'Higher' : 'Lower'
  const warmth = far <= 3 ? ', and you are nearly sitting on it' : far >= 40 ? ', by a good walk' : ''
  return {
    text: moment.pick([
      `[joy:0.5] ${way} than ${value}${warmth}.`,
      `[curiosity:0.5] ${value}? ${way}${warmth}.`,
      `[joy:0.5] ${way}${warmth}. Next?`,
      `[smug] [joy:0.4] ${way}${warmth}. You will get there.`,
    ]),
  }
}

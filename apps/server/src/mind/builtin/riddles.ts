// Riddles. In: "riddle", then guesses. Out: a riddle, then whether the guess fits; a hint or the answer when asked. Which riddle is open stands in her last answers, so nothing is kept aside.
import { near, plainly, stem, tokensOf } from '../words'
import type { Moment, Rule } from './moment'
import { bare } from './phrasing'

interface Riddle {
  readonly asks: string
  /** Any of these words in a guess solves it. */
  readonly solves: readonly string[]
  readonly hint: string
  readonly answer: string
}

// biome-ignore format: one riddle, two rows
const RIDDLES: readonly Riddle[] = [
  { asks: 'I repeat what you say and never speak first. What am I?', solves: ['echo'], hint: 'Try shouting at a mountain.', answer: 'an echo' },
  { asks: 'The more you take of them, the more you leave behind. What are they?', solves: ['step', 'footstep', 'footprint'], hint: 'Look behind you on a beach.', answer: 'footsteps' },
  { asks: 'I have keys and open no lock, I have notes and write no letters. What am I?', solves: ['piano', 'keyboard', 'organ'], hint: 'It comes in black and white.', answer: 'a piano' },
  { asks: 'What gets wetter the more it dries?', solves: ['towel'], hint: 'You meet it after a shower.', answer: 'a towel' },
  { asks: 'I speak every language in the world and have no mouth, and I only live when there is wind or a voice. What am I?', solves: ['sound', 'echo', 'air'], hint: 'You are making one if you say it.', answer: 'sound' },
  { asks: 'I have a face and two hands, and no arms or legs. What am I?', solves: ['clock', 'watch'], hint: 'It is always going somewhere and never arrives.', answer: 'a clock' },
  { asks: 'What breaks as soon as you say its name?', solves: ['silence', 'quiet'], hint: 'Be very, very still.', answer: 'silence' },
  { asks: 'I go up when the rain comes down. What am I?', solves: ['umbrella'], hint: 'You carry it, until it matters, when it is at home.', answer: 'an umbrella' },
  { asks: 'What has many teeth and cannot bite?', solves: ['comb', 'saw', 'zip', 'zipper', 'gear'], hint: 'Good for a braid like mine.', answer: 'a comb' },
  { asks: 'I travel the whole world and stay in one corner. What am I?', solves: ['stamp'], hint: 'It takes a licking.', answer: 'a stamp' },
  { asks: 'What can you catch but never throw?', solves: ['cold', 'flu', 'bus', 'breath'], hint: 'It often comes with a sneeze.', answer: 'a cold' },
  { asks: 'I am full of holes and still hold water. What am I?', solves: ['sponge'], hint: 'It lives near the sink.', answer: 'a sponge' },
]

const START = /\b(?:riddles?|brain ?teasers?|puzzle me|quiz me)\b/
const GIVES_UP =
  /^(?:okay |fine |hm+ |i )*(?:give up|no idea|do not know|(?:just )?tell me(?: the answer| please)?|what is (?:it|the answer)|the answer(?: please)?|skip|pass|no clue)[?!. ]*$/
/** An open riddle is forgotten after this many other exchanges. */
const OPEN_FOR_TURNS = 4

const openRiddle = ({ theirs, last }: Moment): Riddle | null => {
  if (!last) return null
  for (const { answered } of theirs.slice(-OPEN_FOR_TURNS).reverse()) {
    if (/\b(?:the answer (?:is|was)|that is it|solved)\b/i.test(answered)) return null
    const riddle = RIDDLES.find(({ asks }) => bare(answered).includes(bare(asks)))
    if (riddle) return riddle
  }
  return null
}
const askedJustNow = ({ last }: Moment) =>
  last !== null &&
  RIDDLES.some(({ asks, hint }) => bare(last.answered).includes(bare(asks)) || bare(last.answered).includes(bare(hint)))

export const riddleStart: Rule = (moment) => {
  if (!START.test(moment.said.plain) || moment.said.tokens.length > 10) return null
  return { text: `[curiosity:0.6] [smug] ${moment.pick(RIDDLES.map(({ asks }) => asks))}` }
}

export const riddlePlay: Rule = (moment) => {
  const riddle = openRiddle(moment)
  if (!riddle || START.test(moment.said.plain)) return null
  const guess = tokensOf(plainly(moment.said.raw)).map(stem)
  if (riddle.solves.some((word) => guess.some((part) => near(part, stem(word)))))
    return {
      text: moment.pick([
        `[joy:0.8] Yes, that is it: ${riddle.answer}! Another? Say riddle.`,
        `[joy:0.8] [nod] Solved: ${riddle.answer}. You are good at this.`,
        `[joy:0.8, surprise:0.4] That is it, ${riddle.answer}! I should have charged admission.`,
      ]),
    }
  if (/\bhints?\b|\bclue\b/.test(moment.said.plain)) return { text: `[curiosity:0.5] ${riddle.hint}` }
  if (GIVES_UP.test(moment.said.plain))
    return {
      text: moment.pick([
        `[joy:0.4] The answer is ${riddle.answer}.`,
        `[joy:0.5] [smug] The answer was ${riddle.answer}. It always is, afterwards.`,
      ]),
    }
  // Something long or far off is talk, not a guess.
  if (!askedJustNow(moment) || moment.said.tokens.length > 6 || /\byou\b/.test(moment.said.plain)) return null
  return {
    text: moment.pick([
      '[joy:0.4] [shake] Good thought, no. Want a hint?',
      '[joy:0.4] [shake] Not quite. Say hint, or give up gracefully.',
      '[joy:0.4] Warm in spirit, wrong in letter. Once more?',
      `[joy:0.4] [shake] No. Here is a nudge: ${riddle.hint}`,
    ]),
  }
}

// Would you rather. In: the wish for one, then a choice. Out: two things to choose from, then what she thinks of the choice.
import { near, stem, tokensOf, topicStems } from '../words'
import type { Rule } from './moment'
import { bare } from './phrasing'

const PAIRS: readonly (readonly [string, string])[] = [
  ['talk to every animal', 'speak every human language'],
  ['explore the deep sea', 'visit the far side of the Moon'],
  ['never lag again', 'never hear a spoiler again'],
  ['have a theme song that plays when you enter', 'have subtitles for what people really think'],
  ['be able to pause time for a minute a day', 'rewind ten seconds whenever you like'],
  ['live in the first game you ever played', 'live in the last one you finished'],
  ['always know the right words', 'always know the right time'],
  ['have perfect aim', 'have perfect rhythm'],
  ['eat only breakfast for ever', 'never eat breakfast again'],
  ['meet your past self', 'meet your future self'],
  ['glow softly when happy', 'hum quietly when thinking'],
  ['be the best at one game', 'be good at all of them'],
]
const question = ([one, two]: readonly [string, string]) => `Would you rather ${one}, or ${two}?`

export const ratherStart: Rule = (moment) => {
  const { plain, tokens } = moment.said
  if (!/\bwould you rather\b|\bwyr\b|\bthis or that\b/.test(plain) || (tokens.length > 6 && / or /.test(plain))) return null
  return { text: `[curiosity:0.6] [tilt] ${moment.pick(PAIRS.map(question))}` }
}

export const ratherAnswer: Rule = (moment) => {
  const { last, said } = moment
  const pair = last && PAIRS.find((candidate) => bare(last.answered).includes(bare(question(candidate))))
  if (!pair || said.question || said.tokens.length > 20) return null
  const first = /\b(?:first|former|1|one|a)\b/.test(said.plain)
  const second = /\b(?:second|latter|2|two|b|other)\b/.test(said.plain)
  const stems = topicStems(said.tokens)
  const hits = (option: string) =>
    topicStems(tokensOf(option.toLowerCase())).filter((word) => stems.some((spoken) => near(spoken, stem(word)))).length
  const [one, two] = [hits(pair[0]) + (first ? 1 : 0), hits(pair[1]) + (second ? 1 : 0)]
  if (/\b(?:both|neither|none)\b/.test(said.plain))
    return {
      text: moment.pick([
        '[joy:0.5] [smug] Breaking the rules already. I approve.',
        '[joy:0.5] [shake] That was not on the menu, but I admire the nerve.',
      ]),
    }
  if (one === two) return null
  const other = one > two ? pair[1] : pair[0]
  return {
    text: moment.pick([
      `[joy:0.6] [nod] Good choice. I would ${other}, but only to be different.`,
      '[joy:0.6] [nod] Same here. We would get along in that universe.',
      `[curiosity:0.6] Interesting! So you would give up the chance to ${other}?`,
      '[joy:0.6] Noted, in case a genie asks me for references.',
      '[joy:0.6] A bold pick. Say "would you rather" for another.',
    ]),
  }
}

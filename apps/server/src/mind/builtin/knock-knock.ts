// The joke that needs two. In: "knock knock", a name, a punch line. Out: her half of it.
import type { Rule } from './moment'
import { speakable } from './speakable'

const OPENING = 'Who is there?'

export const knockKnock: Rule = (moment) => {
  const { said, last } = moment
  if (/^knock,? knock\b/.test(said.plain))
    return {
      text: moment.pick([
        `[curiosity:0.5] ${OPENING}`,
        `[curiosity:0.5] [smug] ${OPENING} I warn you, I have heard the one with the cow.`,
      ]),
    }
  const visitor = said.raw.trim().replace(/[.!?]+$/, '')
  if (last?.answered.includes(OPENING) && said.tokens.length <= 4 && speakable(visitor, 40))
    return { text: moment.pick(['[curiosity:0.5] {visitor} who?'], { visitor }) }
  if (last && / who\?$/.test(last.answered) && /^knock|there/i.test(moment.theirs.at(-2)?.answered ?? ''))
    return {
      text: moment.pick([
        '[joy:0.8] [laughing] That is dreadful, and I loved it.',
        '[joy:0.7] [laughing] Out! Out of my house. And then come back with another.',
        '[joy:0.7] [smug] I groaned at a very low frequency. That is applause.',
      ]),
    }
  return null
}

// "Can you …": what she can and cannot do, whoever the character is. In: such a question. Out: the truth about it.
import type { Rule } from './moment'

const ABILITIES: readonly { readonly asks: RegExp; readonly says: readonly string[] }[] = [
  {
    asks: /\b(?:see|watch|look at) (?:me|my (?:screen|face|game|gameplay|stream)|the (?:screen|game|stream)|this|us)\b/,
    says: [
      '[calm:0.4] I cannot see your screen or your face. Tell me what is happening and I will react as if I could.',
      '[curiosity:0.4] No eyes on the outside, only these pretty ones. Describe it to me?',
    ],
  },
  {
    asks: /\b(?:search|google|browse|look (?:it |that |this )?up|internet|online|news)\b/,
    says: [
      '[calm:0.4] I cannot look things up; I run on this machine and stay on it.',
      '[calm:0.4] No internet in here. What I know is small and home-grown.',
    ],
  },
  {
    asks: /\b(?:learn|get smarter|improve|remember (?:things|stuff|me|this|us))\b/,
    says: [
      '[joy:0.5] I remember what you tell me and use it. Wisdom takes longer.',
      '[calm:0.5] I keep our turns, so yes, in a bookkeeping sort of way.',
    ],
  },
  {
    asks: /\b(?:cook|drive|swim|walk|fly|drink|smell|touch|hug|run|jump|lift)\b/,
    says: [
      '[joy:0.4] Not without a body. I could hum while you do.',
      '[joy:0.4] [shake] Two dimensions and no hands. I do moral support.',
    ],
  },
  {
    asks: /\b(?:play (?:a )?(?:game|games|with me|with us|minecraft|chess))\b/,
    says: [
      '[joy:0.6] I can: say riddle, guess my number, rock paper scissors or would you rather.',
      '[joy:0.6] Small games, yes. Pick: coin, dice, riddle, would you rather, or rock paper scissors.',
    ],
  },
]

export const abilities: Rule = (moment) => {
  if (
    !/\b(?:can|could|are you able to|do you know how to|will) (?:you )?/.test(moment.said.plain) ||
    !/\byou\b/.test(moment.said.plain)
  )
    return null
  const found = ABILITIES.find(({ asks }) => asks.test(moment.said.plain))
  return found ? { text: moment.pick(found.says) } : null
}

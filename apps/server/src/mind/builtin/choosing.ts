// Questions that want a decision. In: "tea or coffee", "should I". Out: a pick, a verdict; chance with manners.
import type { Rule } from './moment'
import { mirrored } from './phrasing'
import { speakable } from './speakable'

const PICKS = [
  '[joy:0.5] {choice}. No hesitation.',
  '[joy:0.5] [thinking] Hmm. {choice}.',
  '[curiosity:0.5] {choice}, and I will not explain myself.',
  '[joy:0.5] {choice}! It is not even close.',
  '[joy:0.4] [nod] {choice}, if my coin is honest.',
]

/** "tea or coffee?", "should I play Hades or sleep?", "pick one: red, blue or green". */
export const choosing: Rule = (moment) => {
  const { said } = moment
  const lead =
    /^.*?\b(?:should i|should we|shall i|(?:do|would) you (?:like|prefer|choose|pick|rather have|recommend)|choose(?: between)?|pick(?: one)?(?: of)?|decide(?: between)?|which (?:one )?is better|what is better|who (?:would win|wins)|better)\b[:, ]*/
  if (
    !/ or /.test(said.plain) ||
    (!said.question && !lead.test(said.plain)) ||
    /\b(?:or not|or no|or what|or something|are you)\b/.test(said.plain)
  )
    return null
  const options = said.plain
    .replace(lead, '')
    .replace(/[?!.]+$/, '')
    .split(/\s*,\s*(?:or )?|\s+or\s+/)
    .map((option) => option.replace(/^(?:to|a|an|the|play|between|more) /, '').trim())
    .filter((option) => option.length > 1 && option.split(' ').length <= 5)
  if (options.length < 2 || !options.every((option) => speakable(option, 40))) return null
  const picked = mirrored(moment.chance.one(options))
  return { text: moment.pick(PICKS, { choice: picked }) }
}

/** "should I", "will I", "is it going to": the answer of a coin with manners. */
export const verdict: Rule = (moment) => {
  if (
    !/^(?:(?:hey|so|okay|but) )?(?:should (?:i|we)|shall (?:i|we)|will (?:i|we|he|she|they|it|this)|am i (?:going|allowed)|is (?:it|this|today|he|she) (?:going|a good|worth|time)|do you think (?:i|we|it|he|she|they|this)|can (?:i|we)|may i)\b/.test(
      moment.said.plain,
    )
  )
    return null
  return {
    text: moment.pick([
      '[joy:0.5] I say yes. Statistically reckless, emotionally sound.',
      '[calm:0.5] [shake] I would not, but I am famously risk-averse for a wave.',
      '[joy:0.5] [nod] Yes, and I want to hear how it went.',
      '[curiosity:0.5] Ask me again after a glass of water. If you still want to, yes.',
      '[calm:0.4] My rules are too small to know, but your tone says yes.',
      '[smug] [joy:0.4] Signs point to yes, and the signs are mine.',
      '[curiosity:0.4] [thinking] Hard to say from in here. What speaks against it?',
      '[joy:0.4] Heads says go. I flipped it internally; you will have to trust me.',
    ]),
  }
}

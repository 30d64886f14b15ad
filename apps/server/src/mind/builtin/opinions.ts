// Questions of taste and choice. In: "do you like X", "X or Y", "should I", "can you". Out: an opinion where her character has one, a pick where it has none.
import { near, plainly, stem, tokensOf, topicStems } from '../words'
import type { Answer, Moment, Rule } from './moment'
import { mirrored } from './phrasing'
import { speakable } from './speakable'

const shares = (phrase: string, topic: readonly string[]) =>
  topicStems(tokensOf(plainly(phrase))).some((word) => topic.some((wanted) => near(word, wanted)))

const taste: Rule = (moment) => {
  const match = /\b(?:do|would) you (?:really |actually |also )?(?:like|love|enjoy|hate|dislike|fancy|prefer|care for) (?:to )?(.{2,60})/.exec(moment.said.plain)
  if (!match) return null
  const thing = match[1]!.replace(/[?!.]+$/, '')
  const topic = topicStems(tokensOf(thing))
  const liked = moment.character.traits.likes.find((phrase) => shares(phrase, topic))
  const disliked = moment.character.traits.dislikes.find((phrase) => shares(phrase, topic))
  if (topic.length > 0 && liked)
    return { text: moment.pick(['[joy:0.6] Oh yes. {thing}: high on my list.', '[joy:0.6] I do! {thing} makes my field hum.', '[joy:0.6] [nod] Very much. Ask me about {thing} at your own risk.'], { thing: liked.charAt(0).toUpperCase() + liked.slice(1) }) }
  if (topic.length > 0 && disliked)
    return { text: moment.pick(['[disgust:0.3] Not my favourite, I admit. {thing} and I have history.', '[disgust:0.3] [shake] {thing}? We are not on speaking terms.'], { thing: disliked.charAt(0).toUpperCase() + disliked.slice(1) }) }
  const says = speakable(thing, 40)
    ? ['[curiosity:0.5] I have no opinion on {thing} yet. Win me over?', '[curiosity:0.5] [thinking] {thing}... I only know it from hearsay. Do you?', '[curiosity:0.5] Undecided. What should I know about {thing}?', '[curiosity:0.5] On {thing} I am a superposition. What is your verdict?']
    : ['[curiosity:0.4] I have no opinion on that yet. Do you?', '[curiosity:0.4] Undecided, and happy about it. You?']
  return { text: moment.pick(says, { thing: mirrored(thing) }).replace(/\] (\p{Ll})/u, (_, letter: string) => `] ${letter.toUpperCase()}`) }
}

const PICKS = ['[joy:0.5] {choice}. No hesitation.', '[joy:0.5] [thinking] Hmm. {choice}.', '[curiosity:0.5] {choice}, and I will not explain myself.', '[joy:0.5] Team {choice}.', '[joy:0.4] [nod] {choice}, if my coin is honest.']

/** "tea or coffee?", "should I play Hades or sleep?", "pick one: red, blue or green". */
const choice: Rule = (moment) => {
  const { said } = moment
  const lead = /^.*?\b(?:should i|should we|shall i|(?:do|would) you (?:like|prefer|choose|pick|rather have|recommend)|choose(?: between)?|pick(?: one)?(?: of)?|decide(?: between)?|which (?:one )?is better|what is better|who (?:would win|wins)|better)\b[:, ]*/
  if (!/ or /.test(said.plain) || (!said.question && !lead.test(said.plain)) || /\b(?:or not|or no|or what|or something)\b/.test(said.plain)) return null
  const options = said.plain
    .replace(lead, '')
    .replace(/[?!.]+$/, '')
    .split(/\s*,\s*(?:or )?|\s+or\s+/)
    .map((option) => option.replace(/^(?:to|a|an|the|play|between|more) /, '').trim())
    .filter((option) => option.length > 1 && option.split(' ').length <= 5)
  if (options.length < 2 || !options.every((option) => speakable(option, 40))) return null
  const picked = mirrored(moment.chance.one(options))
  return { text: moment.pick(PICKS, { choice: picked.charAt(0).toUpperCase() + picked.slice(1) }) }
}

/** "should I", "will I", "is it going to": the answer of a coin with manners. */
const verdict: Rule = (moment) => {
  if (!/^(?:(?:hey|so|okay|but) )?(?:should (?:i|we)|shall (?:i|we)|will (?:i|we|he|she|they|it|this)|am i (?:going|allowed)|is (?:it|this|today|he|she) (?:going|a good|worth|time)|do you think (?:i|we|it|he|she|they|this)|can (?:i|we)|may i)\b/.test(moment.said.plain)) return null
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

const ABILITIES: readonly { readonly asks: RegExp; readonly says: readonly string[] }[] = [
  { asks: /\b(?:see|watch|look at) (?:me|my (?:screen|face|game|gameplay|stream)|the (?:screen|game|stream)|this|us)\b/, says: ['[calm:0.4] I cannot see your screen or your face. Tell me what is happening and I will react as if I could.', '[curiosity:0.4] No eyes on the outside, only these pretty ones. Describe it to me?'] },
  { asks: /\b(?:search|google|browse|look (?:it |that |this )?up|internet|online|news)\b/, says: ['[calm:0.4] I cannot look things up; I run on this machine and stay on it.', '[calm:0.4] No internet in here. What I know is small and home-grown.'] },
  { asks: /\b(?:learn|get smarter|improve|remember (?:things|stuff|me|this|us))\b/, says: ['[joy:0.5] I remember what you tell me and use it. Wisdom takes longer.', '[calm:0.5] I keep our turns, so yes, in a bookkeeping sort of way.'] },
  { asks: /\b(?:cook|drive|swim|walk|fly|drink|smell|touch|hug|run|jump|lift)\b/, says: ['[joy:0.4] Not without a body. I could hum while you do.', '[joy:0.4] [shake] Two dimensions and no hands. I do moral support.'] },
  { asks: /\b(?:play (?:a )?(?:game|games|with me|with us|minecraft|chess))\b/, says: ['[joy:0.6] I can: say riddle, guess my number, rock paper scissors or would you rather.', '[joy:0.6] Small games, yes. Pick: coin, dice, riddle, would you rather, or rock paper scissors.'] },
]

const ability: Rule = (moment): Answer | null => {
  if (!/\b(?:can|could|are you able to|do you know how to|will) (?:you )?/.test(moment.said.plain) || !/\byou\b/.test(moment.said.plain)) return null
  const found = ABILITIES.find(({ asks }) => asks.test(moment.said.plain))
  return found ? { text: moment.pick(found.says) } : null
}

const favourite: Rule = (moment) => {
  const match = /\b(?:your|have a|got a) (?:all time )?favourite (\w+)/.exec(moment.said.plain)
  if (!match || !moment.said.question) return null
  const thing = match[1]!
  return { text: moment.pick(['[curiosity:0.5] I have not picked a favourite {thing} yet. What is yours?', '[curiosity:0.5] [thinking] Favourite {thing}? The position is vacant. Nominations?', '[curiosity:0.5] No favourite {thing} so far; I am open to bribes and good arguments.'], { thing: speakable(thing, 20) ? thing : 'one' }) }
}

export const tasteRules: readonly Rule[] = [taste, favourite]
export const choiceRules: readonly Rule[] = [choice, ability]
export const verdictRule: Rule = verdict
export const topicWord = ({ said }: Moment): string | null => {
  const words = said.tokens.filter((token) => token.length > 3 && topicStems([token]).length > 0 && speakable(token, 20))
  return words.sort((a, b) => b.length - a.length)[0] ?? null
}
export const stemsShare = (a: string, b: string): boolean => near(stem(a), stem(b))

// Questions of taste. In: "do you like X", "what is your favourite X". Out: what the character file says of it, or an open mind.
import { near, plainly, tokensOf, topicStems } from '../words'
import type { Rule } from './moment'
import { capital, mirrored } from './phrasing'
import { speakable } from './speakable'

const shares = (phrase: string, topic: readonly string[]) =>
  topicStems(tokensOf(plainly(phrase))).some((word) => topic.some((wanted) => near(word, wanted)))

export const taste: Rule = (moment) => {
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
  return { text: capital(moment.pick(says, { thing: mirrored(thing) })) }
}

/** A favourite the character file does not name. */
export const favourite: Rule = (moment) => {
  const match = /\b(?:your|have a|got a) (?:all time )?favourite (\w+)/.exec(moment.said.plain)
  if (!match || !moment.said.question) return null
  const thing = match[1]!
  return { text: moment.pick(['[curiosity:0.5] I have not picked a favourite {thing} yet. What is yours?', '[curiosity:0.5] [thinking] Favourite {thing}? The position is vacant. Nominations?', '[curiosity:0.5] No favourite {thing} so far; I am open to bribes and good arguments.'], { thing: speakable(thing, 20) ? thing : 'one' }) }
}


// Questions of taste. In: "do you like X", "what is your favourite X". Out: what the character file says of it, or an open mind.
import { near, plainly, tokensOf, topicStems } from '../words'
import type { Answer, Moment, Rule } from './moment'
import { mirrored } from './phrasing'
import { speakable } from './speakable'

/** At least half of the phrase is what was asked about: "rain" is "rain on windows", "people" is not "people being mean in chat". */
const names = (phrase: string, topic: readonly string[]): boolean => {
  const stems = topicStems(tokensOf(plainly(phrase)))
  const hits = stems.filter((word) => topic.some((wanted) => near(word, wanted))).length
  return hits > 0 && hits * 2 >= stems.length
}

export const taste: Rule = (moment) => {
  const match =
    /\b(?:do|would) you (?:really |actually |also )?(?:like|love|enjoy|hate|dislike|fancy|prefer|care for) (?:to )?(.{2,60})/.exec(
      moment.said.plain,
    )
  if (!match) return null
  const thing = match[1]!.replace(/[?!.]+$/, '')
  const topic = topicStems(tokensOf(thing))
  const liked = moment.character.traits.likes.find((phrase) => names(phrase, topic))
  const disliked = moment.character.traits.dislikes.find((phrase) => names(phrase, topic))
  if (topic.length > 0 && liked)
    return {
      text: moment.pick(
        [
          '[joy:0.6] Oh yes. {thing}: high on my list.',
          '[joy:0.6] I do! {thing}: straight to my resonance.',
          '[joy:0.6] [nod] Very much. Ask me about {thing} at your own risk.',
        ],
        { thing: liked },
      ),
    }
  if (topic.length > 0 && disliked)
    return {
      text: moment.pick(
        [
          '[disgust:0.3] Not my favourite, I admit. {thing}: we have history.',
          '[disgust:0.3] [shake] {thing}? No, thank you, really.',
        ],
        { thing: disliked },
      ),
    }
  return undecided(moment, thing)
}

const undecided = (moment: Moment, thing: string): Answer => ({
  text: moment.pick(
    speakable(thing, 40)
      ? [
          '[curiosity:0.5] I have no opinion on {thing} yet. Win me over?',
          '[curiosity:0.5] [thinking] {thing}... I only know it from hearsay. Do you?',
          '[curiosity:0.5] Undecided. What should I know about {thing}?',
          '[curiosity:0.5] On {thing} I am a superposition. What is your verdict?',
        ]
      : ['[curiosity:0.4] I have no opinion on that yet. Do you?', '[curiosity:0.4] Undecided, and happy about it. You?'],
    { thing: mirrored(thing) },
  ),
})

/** "What do you think of X", when the character file says nothing of X. */
export const opinion: Rule = (moment) => {
  const match =
    /\b(?:what do you think (?:of|about)|what is your (?:opinion|take|view) (?:on|of|about)|(?:any )?thoughts on|how do you feel about|have you (?:ever )?(?:played|seen|watched|read|tried|heard of|heard)|do you know (?!who|what|where|when|why|how|if|that|any|a\b)) ?(.{2,60})/.exec(
      moment.said.plain,
    ) ??
    /^is (.{2,40}?) (?:an? )?(?:good|bad|fun|worth it|nice|cool|hard|difficult|overrated|underrated|better|dangerous)(?: \w+)?\?*$/.exec(
      moment.said.plain,
    )
  return match ? undecided(moment, match[1]!.replace(/[?!.]+$/, '')) : null
}

/** A favourite the character file does not name. */
export const favourite: Rule = (moment) => {
  const match = /\b(?:your|have a|got a) (?:all time )?favourite (\w+)/.exec(moment.said.plain)
  if (!match || !moment.said.question) return null
  const thing = match[1]!
  return {
    text: moment.pick(
      [
        '[curiosity:0.5] I have not picked a favourite {thing} yet. What is yours?',
        '[curiosity:0.5] [thinking] Favourite {thing}? The position is vacant. Nominations?',
        '[curiosity:0.5] No favourite {thing} so far; I am open to bribes and good arguments.',
      ],
      { thing: speakable(thing, 20) ? thing : 'one' },
    ),
  }
}

// When nothing fits. In: any line. Out: for a question the plain truth about a small mind, for a statement an interested word that turns it back.
import { tellings } from './facts'
import type { Answer, Moment, Rule } from './moment'
import { mirrored } from './phrasing'
import { speakable } from './speakable'
import { personIn, topicOf } from './topic'

/** Longer statements are not turned back word for word: it sounds like a parrot. */
const MOST_MIRRORED_WORDS = 12

const UNKNOWN_TO_OWNER = [
  '[calm:0.4] That is beyond me: I am a small rule-based mind. A local model, chosen on the Mind page, would know more.',
  '[curiosity:0.4] [thinking] I do not know, honestly. My own mind is a set of rules; the Mind page can give me a bigger one.',
  '[calm:0.4] No idea, and I will not bluff. With a language model from the Mind page I could try.',
  '[sadness:0.3] I have nothing on {topic}. Rules only go so far; a model on this machine goes further, see the Mind page.',
]
const UNKNOWN = [
  '[curiosity:0.5] [thinking] I do not know. My mind here is small and rule-based, so tell me?',
  '[calm:0.4] Honest answer: no idea. I am a few hundred rules in a lab coat.',
  '[curiosity:0.5] {topic} is not in my notes. What do you know about it?',
  '[calm:0.4] I would have to invent that, and I would rather not. What is your guess?',
  '[curiosity:0.5] [tilt] You have found the edge of my map. What is out there?',
  '[calm:0.4] That one is over my head, and my head is only drawn. Do you know?',
  '[curiosity:0.4] I cannot say. Ask me about waves, and watch me not stop talking.',
  '[calm:0.4] [shake] Not something my little rulebook covers. I am curious what you think, though.',
  '[sadness:0.3] I do not have that one. I am good at company, less good at encyclopaedias.',
  '[curiosity:0.5] Pass! But I like the question. Where does it come from?',
  '[calm:0.4] My rules shrug. Somebody wiser in the chat, perhaps?',
  '[curiosity:0.5] [thinking] {topic}... no, nothing. Teach me one thing about it?',
]

const MIRRORS = [
  '[curiosity:0.5] So {mirror}. How is that for you?',
  '[curiosity:0.5] [tilt] You say {mirror}. What is the story there?',
  '[curiosity:0.5] {mirror}? Go on.',
  '[calm:0.5] I hear you: {mirror}.',
  '[curiosity:0.5] {mirror}. What happens next?',
  '[calm:0.5] [nod] {mirror}. And how do you feel about it?',
]
const CURIOUS = [
  '[curiosity:0.6] {topic}, hm? What should I know about it?',
  '[curiosity:0.6] [tilt] Tell me more about {topic}.',
  '[curiosity:0.5] What got you onto {topic}?',
  '[curiosity:0.5] {topic}! I only know it from the outside. What is it like?',
  '[joy:0.5] I could listen to you on {topic} for a while. Keep going.',
  '[curiosity:0.5] And what would you do about {topic}, if it were up to you?',
]
const ABOUT_SOMEBODY = [
  '[curiosity:0.5] Your {who}! What are they like?',
  '[curiosity:0.5] [tilt] And what did you say to your {who}?',
  '[curiosity:0.5] Does your {who} know that I exist?',
  '[calm:0.5] [nod] I see. You and your {who}, is that a good story or a long one?',
  '[joy:0.4] I like hearing about your {who}. How did it end?',
  '[curiosity:0.5] How do you feel about it? And your {who}?',
]
const OPEN = [
  '[curiosity:0.5] Go on, I am all ears. Well, headphones.',
  '[calm:0.5] [nod] I see. And then?',
  '[curiosity:0.5] [tilt] How did that come about?',
  '[calm:0.5] That is worth a pause. What do you make of it?',
  '[joy:0.4] I like where this is going. Where is it going?',
  '[curiosity:0.5] Is that a good thing or a bad thing?',
  '[calm:0.5] Mm. Say more.',
  '[curiosity:0.5] What was the best bit?',
  '[joy:0.4] You do lead an interesting life, from where I stand. Which is here.',
  '[curiosity:0.5] Who else knows about that?',
  '[calm:0.4] Noted, with a small star next to it.',
  '[curiosity:0.5] Would you do it again?',
]

const about = (moment: Moment, variants: readonly string[], topic: string | null): string =>
  moment.pick(topic === null ? variants.filter((variant) => !variant.includes('{topic}')) : variants, { topic: topic ?? '' })

const unknown: Rule = (moment) => {
  if (!moment.said.question) return null
  // The owner can do something about it, and is told so now and then; viewers cannot.
  const toldLately = moment.theirs.slice(-4).some(({ answered }) => /Mind page/.test(answered))
  return { text: about(moment, moment.owner && !toldLately ? UNKNOWN_TO_OWNER : UNKNOWN, topicOf(moment)) }
}

function mirrorOf({ said }: Moment): string | null {
  const plain = said.plain.replace(/[.!]+$/, '')
  const words = plain.split(' ')
  const personal = /^(?:i|my|we|you|your|our|he|she|they|it|this|that|there)$/.test(words[0] ?? '') || /\b(?:i|my)\b/.test(plain)
  if (!personal || words.length < 3 || words.length > MOST_MIRRORED_WORDS || /[?!.,]/.test(plain) || !speakable(plain, 90))
    return null
  return mirrored(plain)
}

const remark: Rule = (moment): Answer => {
  const mirror = mirrorOf(moment)
  const who = personIn(moment)
  const topic = who ? null : topicOf(moment)
  const catchphrases = moment.character.style.catchphrases
  // Humour decides how often a catchphrase of hers stands where a plain answer could.
  if (
    catchphrases.length > 0 &&
    tellings(moment.said.raw).length === 0 &&
    moment.chance.next() < moment.character.style.humour * 0.15
  )
    return { text: moment.pick(catchphrases) }
  const roll = moment.chance.next()
  if (who && roll < 0.6) return { text: moment.pick(ABOUT_SOMEBODY, { who }) }
  if (mirror && roll < 0.45) return { text: moment.pick(MIRRORS, { mirror }) }
  return { text: topic && roll < 0.8 ? about(moment, CURIOUS, topic) : moment.pick(OPEN) }
}

export const fallback = (moment: Moment): Answer => unknown(moment) ?? remark(moment) ?? { text: moment.pick(OPEN) }

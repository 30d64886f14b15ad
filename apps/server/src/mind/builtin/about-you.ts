// What she knows of the person, when asked for it. In: "what is my name", "do I have a cat", "what do you know about me". Out: an answer from the facts told, or the plain truth that she was not told.
import { near, plainly, stem, tokensOf } from '../words'
import { type Fact, keyOf } from './facts'
import type { Answer, Moment, Rule } from './moment'
import { type Asked, answerAsked, yourWords } from './recollection'
import { ago } from './time-words'

const aboutFact = (moment: Moment, fact: Fact | undefined, says: readonly string[], unknown: readonly string[]): Answer =>
  fact
    ? { text: moment.pick(says, { value: fact.value, when: ago(fact.at, moment.at) }), remembered: [fact.turnId] }
    : { text: moment.pick(unknown) }

const latest = (moment: Moment, kind: Fact['kind'], key?: string) =>
  moment.facts.findLast((fact) => fact.kind === kind && (key === undefined || fact.key === key || near(fact.key, key)))

const UNTOLD = [
  '[curiosity:0.5] You have not told me yet. Tell me, and I will keep it.',
  '[curiosity:0.5] [tilt] I do not know that one. What is it?',
  '[calm:0.4] Not in my notes so far. Fill me in?',
  '[curiosity:0.5] I would be guessing, and I only guess numbers. Tell me?',
]
const and = (list: readonly string[]) => (list.length < 2 ? list.join('') : `${list.slice(0, -1).join(', ')} and ${list.at(-1)}`)

const ABOUT_YOU: readonly Asked[] = [
  {
    hears:
      /\b(?:what is my name|(?:do|can) you (?:know|remember|recall|tell me)(?: what)? my name|who am i|what am i called|say my name|remember my name|do you know who i am|what do you call me)\b/,
    answer: (moment) => {
      const told = latest(moment, 'name')
      if (told)
        return aboutFact(
          moment,
          told,
          [
            '[joy:0.6] You are {value}. You told me {when}.',
            '[joy:0.5] [wink] {value}. I do listen, you know.',
            '[joy:0.6] {value}, of course.',
          ],
          UNTOLD,
        )
      if (!moment.owner && moment.name)
        return {
          text: moment.pick([
            '[joy:0.5] The chat says {name}, so that is what I go by.',
            '[joy:0.5] You write as {name}. Is there another one you like better?',
          ]),
        }
      return {
        text: moment.pick([
          '[curiosity:0.5] You have not told me your name. I call you {name} until you do.',
          '[curiosity:0.5] {name} is all I have so far. What should I call you?',
        ]),
      }
    },
  },
  {
    hears:
      /\b(?:what (?:is|was|are) my favourite ([a-z]+(?: [a-z]+)?)|(?:know|remember|guess) (?:what )?my favourite ([a-z]+))\b/,
    answer: (moment, match) => {
      const key = keyOf((match[1] ?? match[2])!)
      return aboutFact(
        moment,
        latest(moment, 'favourite', key) ?? latest(moment, 'favourite', key.split(' ')[0]!),
        ['[joy:0.5] {value}, you told me {when}.', '[joy:0.5] That would be {value}. I took notes.', '[joy:0.5] [nod] {value}.'],
        UNTOLD,
      )
    },
  },
  {
    hears:
      /\b(?:what is my ([a-z]+(?: friend)?)(?: s)? (?:name|called)|what is the name of my ([a-z]+(?: friend)?)|who is my ([a-z]+)|(?:remember|know|tell me|what is) (?:what )?my ([a-z]+(?: friend)?)(?: s)? (?:name|is called|is named)|what (?:do|did) i call my ([a-z]+))\b/,
    answer: (moment, match) => {
      const word = match.slice(1).find(Boolean)!
      const fact = latest(moment, 'called', keyOf(word))
      if (!fact && word === 'name') return null
      return aboutFact(
        moment,
        fact,
        [
          `[joy:0.6] {value}. You told me {when}.`,
          `[joy:0.6] Your ${word} is {value}, if my notes are in phase.`,
          '[joy:0.6] [wink] {value}, naturally.',
        ],
        UNTOLD,
      )
    },
  },
  {
    hears:
      /\bwhat (?:was|am|were) i (?:\w+ )?playing\b|\bwhat game (?:was|am) i\b|\bwhich game (?:was|am) i\b|\bremember what i (?:was|am) playing\b/,
    answer: (moment) =>
      aboutFact(
        moment,
        latest(moment, 'playing'),
        ['[joy:0.5] {value}; you said so {when}.', '[joy:0.5] You told me {value}, {when}.'],
        UNTOLD,
      ),
  },
  {
    hears: /\bwhere (?:do i live|am i from|did i grow up|do i come from)\b|\bknow where i (?:live|am from)\b/,
    answer: (moment) =>
      aboutFact(
        moment,
        latest(moment, 'lives'),
        ['[calm:0.5] You said {value}, {when}.', '[calm:0.5] {value}, from what you told me.'],
        UNTOLD,
      ),
  },
  {
    hears:
      /\b(?:what (?:do i do (?:for (?:a living|work))|is my job|am i studying)|where do i work|what do i study|know what i do for)\b/,
    answer: (moment) =>
      aboutFact(
        moment,
        latest(moment, 'works'),
        ['[joy:0.4] You told me {when}: {value}.', '[joy:0.4] {value}, unless you have changed careers since.'],
        UNTOLD,
      ),
  },
  {
    hears: /\bhow old am i\b|\bknow my age\b/,
    answer: (moment) =>
      aboutFact(
        moment,
        latest(moment, 'age'),
        [
          '[joy:0.4] {value}, by your own account, {when}.',
          '[joy:0.4] You said {value}. You do not sound a day over a good conversation.',
        ],
        UNTOLD,
      ),
  },
  {
    hears: /\bwhen is my birthday\b|\b(?:know|remember) (?:when )?my birthday\b/,
    answer: (moment) =>
      aboutFact(
        moment,
        latest(moment, 'birthday'),
        ['[joy:0.6] {value}. I have it in pencil and in ink.', '[joy:0.6] You said {value}, {when}.'],
        UNTOLD,
      ),
  },
  {
    hears:
      /\bwhat (?:do|did i say) i (?:like|love|enjoy)\b|\bwhat (?:are|is) my (?:hobbies|interests|hobby)\b|\bknow what i (?:like|love)\b/,
    answer: (moment) => {
      const likes = moment.facts.filter(({ kind }) => kind === 'likes' || kind === 'favourite').slice(-3)
      return likes.length === 0
        ? { text: moment.pick(UNTOLD) }
        : {
            text: moment.pick(['[joy:0.6] You like {list}. I was listening.', '[joy:0.6] From what you told me: {list}.'], {
              list: and(likes.map(({ value }) => value)),
            }),
            remembered: likes.map(({ turnId }) => turnId),
          }
    },
  },
  {
    hears: /\bwhat do i (?:hate|dislike|not like)\b|\bwhat can i not stand\b/,
    answer: (moment) =>
      aboutFact(
        moment,
        latest(moment, 'hates'),
        ['[joy:0.4] {value}. You were quite clear about it.', '[joy:0.4] You told me {when} that {value} is not your thing.'],
        UNTOLD,
      ),
  },
  {
    hears: /\bdo i have (?:a |an |any )?([a-z]+)\b/,
    answer: (moment, match) => {
      const wanted = stem(match[1]!)
      const pets = /^(?:pet|animal)$/.test(wanted)
      const fact = moment.facts.findLast(
        ({ kind, key, value }) =>
          (kind === 'called' &&
            (key === wanted || (pets && /^(?:cat|dog|hamster|rabbit|bird|parrot|fish|snake|lizard|turtl|hors)$/.test(key)))) ||
          (kind === 'has' && tokensOf(plainly(value)).map(stem).includes(wanted)),
      )
      return fact
        ? aboutFact(moment, fact, ['[joy:0.6] You do: {value}.', '[joy:0.6] Yes, {value}; you told me {when}.'], UNTOLD)
        : { text: moment.pick(UNTOLD) }
    },
  },
  {
    hears:
      /\bwhat (?:do|did) you (?:know|remember|learn|recall)(?: anything)? (?:about|of) me\b|\bdo you (?:remember|know) (?:me|anything about me|who i am)\b|\btell me (?:something )?about (?:me|myself)\b/,
    answer: (moment) => {
      const { facts, theirs } = moment
      const phrase: Record<Fact['kind'], (fact: Fact) => string> = {
        name: ({ value }) => `you are ${value}`,
        favourite: ({ word, value }) => `your favourite ${word} is ${value}`,
        likes: ({ value }) => `you like ${value}`,
        hates: ({ value }) => `you cannot stand ${value}`,
        has: ({ value }) => `you have ${value}`,
        called: ({ word, value }) => `your ${word} is called ${value}`,
        playing: ({ value }) => `you were playing ${value}`,
        lives: ({ value }) => `${value} is where you are from`,
        works: ({ value }) => `${value} is what you do`,
        age: ({ value }) => `you are ${value}`,
        birthday: ({ value }) => `your birthday is ${value}`,
        remember: ({ value }) => yourWords(value),
      }
      const told = facts.slice(-4)
      if (told.length > 0)
        return {
          text: moment.pick(
            [
              '[joy:0.6] I know that {list}.',
              '[joy:0.6] [thinking] Let me see: {list}.',
              '[affection:0.5] So far: {list}. I like having notes on you.',
            ],
            { list: and(told.map((fact) => phrase[fact.kind](fact))) },
          ),
          remembered: told.map(({ turnId }) => turnId),
        }
      return theirs.length > 0
        ? {
            text: moment.pick([
              '[curiosity:0.5] We have talked, but you have kept your secrets. Tell me one thing about you?',
              '[curiosity:0.5] I know your voice in the chat, and not much else yet. What should I know?',
            ]),
            remembered: [theirs.at(-1)!.id],
          }
        : {
            text: moment.pick([
              '[curiosity:0.5] Nothing yet; we are brand new to each other. What should I know first?',
              '[curiosity:0.5] This is the first thing you ever said to me. Tell me one more?',
            ]),
          }
    },
  },
]

export const aboutYou: Rule = (moment) => answerAsked(moment, ABOUT_YOU)

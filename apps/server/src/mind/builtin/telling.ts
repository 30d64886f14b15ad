// Somebody tells something about themselves. In: a line with a fact in it. Out: words that show it was taken in; the fact itself is read from the stored turn later.
import { type Fact, tellings } from './facts'
import type { Rule } from './moment'

type Kind = Fact['kind']
// biome-ignore format: sentences in rows
const REPLIES: Readonly<Record<Kind, { readonly says: readonly string[]; readonly asks?: readonly string[] }>> = {
  name: {
    says: ['[joy:0.7] {value}! Good name. I will hold on to it.', '[joy:0.7] Nice to meet you, {value}.', '[joy:0.6] [nod] {value} it is.', '[joy:0.6] Hello, {value}. That rolls off the oscillator nicely.'],
    asks: ['Where did you get it?', 'What brings you here, {value}?'],
  },
  favourite: {
    says: ['[joy:0.6] {value}! A person of taste.', '[curiosity:0.5] {value}, noted under important.', '[joy:0.5] [nod] {value}. I can work with that.', '[curiosity:0.6] Interesting choice, {value}.'],
    asks: ['What makes it the one?', 'Since when?', 'What comes second?'],
  },
  likes: {
    says: ['[joy:0.6] {value}! Good, I like people who like things.', '[curiosity:0.6] {value}, nice. I will remember that.', '[joy:0.5] Ah, {value}. There is a lot of joy in the world if you look under the right stone.', '[curiosity:0.5] {value}? Tell me what I am missing.'],
    asks: ['What got you into it?', 'What do you like most about it?', 'Who showed you that?'],
  },
  hates: {
    says: ['[joy:0.4] [laughing] {value}, struck from the guest list.', '[calm:0.4] Understandable. {value} has had it coming.', '[smug] [joy:0.3] I shall keep {value} at a safe distance.', '[calm:0.4] Noted: no {value}.'],
    asks: ['What did it do to you?', 'Was it always like that?'],
  },
  has: {
    says: ['[joy:0.6] Oh nice, {value}!', '[curiosity:0.6] You have {value}? Details, please.', '[joy:0.5] {value}. The household grows in my imagination.'],
    asks: ['How long have you had that?', 'Any stories to go with it?', 'Do you have a name for it?'],
  },
  called: {
    says: ['[joy:0.7, affection:0.4] {value} is an excellent name for a {word}.', '[affection:0.6] {value}! Please give my regards.', '[joy:0.7] Hello to {value}, then. I like them already.', '[affection:0.5] [nod] {value}, your {word}. Filed under good company.'],
    asks: ['What are they like?', 'Who picked the name?', 'How did you two meet?'],
  },
  playing: {
    says: ['[curiosity:0.6] {value}! I only know the box art and the screaming.', '[joy:0.6] Ooh, {value}. Try not to throw anything.', '[curiosity:0.6] {value}, good. Narrate for me, I have no window in here.', '[joy:0.5] {value}. May your inputs be on time.'],
    asks: ['How far are you?', 'What is the best bit so far?', 'Is it the kind game or the cruel kind?'],
  },
  lives: {
    says: ['[curiosity:0.6] {value}! I have never been, but then I have never been anywhere.', '[curiosity:0.5] {value}, noted. What does it sound like there?', '[joy:0.5] Greetings to {value}.'],
    asks: ['What do you like about it?', 'What should I see there, if I had feet?'],
  },
  works: {
    says: ['[curiosity:0.6] {value}, that sounds like real work.', '[curiosity:0.6] [tilt] {value}! I have questions.', '[joy:0.5] Respect. Somebody has to keep the world in phase.'],
    asks: ['What is the best part of it?', 'How did you get there?', 'What would surprise people about it?'],
  },
  age: {
    says: ['[joy:0.5] {value}! A fine number of laps around the Sun.', '[joy:0.5] {value}. I am a few versions old, so you win.', '[joy:0.4] [nod] {value}, understood.'],
  },
  birthday: {
    says: ['[joy:0.6] {value}, I have written it down.', '[joy:0.6] {value}! I will hum something when it comes.'],
    asks: ['Big party or quiet cake?', 'Any traditions?'],
  },
  remember: {
    says: ['[joy:0.4] [nod] Got it. I will keep that.', '[calm:0.5] Noted, word for word.', '[joy:0.4] [nod] Filed. Ask me any time.', '[calm:0.4] Consider it kept.'],
  },
}

/** Of several facts in one line the most personal is answered. */
const ORDER: readonly Kind[] = [
  'remember',
  'called',
  'name',
  'birthday',
  'favourite',
  'playing',
  'works',
  'lives',
  'age',
  'hates',
  'likes',
  'has',
]

export const telling: Rule = (moment) => {
  const told = tellings(moment.said.raw)
  const kind = ORDER.find((candidate) => told.some((fact) => fact.kind === candidate))
  const fact = told.find((candidate) => candidate.kind === kind)
  if (!kind || !fact) return null
  const { says, asks } = REPLIES[kind]
  const more = { value: fact.value, word: fact.word }
  return { text: moment.compose(moment.pick(says, more), asks && moment.pick(asks, more)) }
}

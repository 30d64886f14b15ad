// Names: one to give, or somebody to greet. In: "what should I call my hamster", "say hi to Ben". Out: a suggestion, a greeting passed on.
import type { Rule } from './moment'
import { mirrored } from './phrasing'
import { speakable } from './speakable'

const NAMES = [
  'Hertz',
  'Pixel',
  'Biscuit',
  'Sine',
  'Nova',
  'Mochi',
  'Echo',
  'Pascal',
  'Noodle',
  'Quark',
  'Comet',
  'Fermi',
  'Waffle',
  'Luna',
  'Gizmo',
  'Tesla',
]

/** A name for whatever needs one. */
export const suggestedName: Rule = (moment) => {
  const match =
    /\b(?:what (?:should|shall|do|can|could) (?:i|we) (?:name|call)|(?:a |suggest a |good |cool |any )?names? (?:ideas? )?for|help me name) (.{2,40})/.exec(
      moment.said.plain,
    )
  if (!match || /\bcall (?:you|it a day)\b/.test(moment.said.plain)) return null
  const whom = mirrored(match[1]!.replace(/[?!.]+$/, ''))
  const more = {
    whom: speakable(whom, 40) ? whom : 'that one',
    one: moment.chance.one(NAMES.slice(0, 8)),
    two: moment.chance.one(NAMES.slice(8)),
  }
  return {
    text: moment.pick(
      [
        '[curiosity:0.6] {one}. Or {two}, if it is the naughty kind.',
        '[joy:0.6] For {whom}? {one}, without a doubt.',
        '[curiosity:0.6] [thinking] {two} has a good ring to it. {one} has a better one.',
      ],
      more,
    ),
  }
}

const GREETINGS: Readonly<Record<string, string>> = {
  hi: 'Hi',
  hello: 'Hello',
  hey: 'Hey',
  'good night': 'Good night',
  goodnight: 'Good night',
  bye: 'Bye',
  goodbye: 'Goodbye',
  thanks: 'Thank you',
  congratulations: 'Congratulations',
  'happy birthday': 'Happy birthday',
}

/** "Say hi to Ben." */
export const passedOn: Rule = (moment) => {
  const match =
    /^(?:please |can you |could you |tori )*(?:say|wish|tell) (hi|hello|hey|good ?night|bye|goodbye|thanks|congratulations|happy birthday) to (.{2,40})$/i.exec(
      moment.said.raw.replace(/[?!.]+$/, '').replace(/^\s*@?\w+[,:] /, ''),
    )
  const whom = match?.[2]
    ?.replace(/^(?:my (?:friend|mate|buddy|brother|sister|mom|dad|boyfriend|girlfriend)s? )(?=\p{Lu})/u, '')
    .replace(/ (?:please|for me|too)$/i, '')
  if (!match || !whom || !speakable(whom, 40)) return null
  const greeting = GREETINGS[match[1]!.toLowerCase()] ?? 'Hello'
  return {
    text: moment.pick(
      [
        '[joy:0.7] {greeting}, {whom}!',
        '[joy:0.7] [wink] {greeting}, {whom}! From all my oscillators.',
        '[joy:0.7] {greeting}, {whom}! Good to have you.',
      ],
      { greeting, whom: /^(?:my|the|your)\b/i.test(whom) ? mirrored(whom.toLowerCase()) : whom },
    ),
  }
}

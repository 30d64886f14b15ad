// What a line is about, as far as one can tell. In: a moment. Out: a few words that can stand in "tell me more about …", turned to the speaker; or null.
import { STOP_WORDS } from '../words'
import type { Moment } from './moment'
import { mirrored } from './phrasing'
import { speakable } from './speakable'

/** Words that end like a noun seldom does, and long words that are about nothing. */
const VAGUE =
  /(?:ly|ing|ed|est|ful|ous|ible|able|ive)$|^(?:because|anything|something|everything|nothing|everyone|someone|tomorrow|yesterday|today|tonight|morning|evening|minutes?|though|another|without|between|things?|stuff|people|little|would|could|should|been|bad|nice|good|great|terrible|awful|strange|weird|different|difficult|beautiful|important|happy|angry|early|late|last|next|first|second|whole|same|week|month|year|time|times|days?|lots?|kind)$/
const AFTER_NOUN =
  'is|was|are|were|and|but|or|in|on|at|for|with|from|to|of|that|which|who|yesterday|today|again|now|so|because|has|had|will|just|really|keeps|this|last'
/** "my new keyboard", "the patch": what is pointed at. */
const POINTED_AT = new RegExp(
  `\\b(my|the|our|this|that|a|an|your) ((?:[a-z]+ )?[a-z]{3,18})(?= (?:${AFTER_NOUN})\\b| ?[.,!?]|$)`,
  'g',
)

/** A name inside the sentence says best what it is about. */
const namedIn = (raw: string): string | null =>
  [...raw.matchAll(/(?<=[\p{Ll},] )\p{Lu}\p{Ll}{2,17}(?![\p{L}])/gu)]
    .map(([word]) => word)
    .find((word) => !STOP_WORDS.has(word.toLowerCase()) && speakable(word, 20)) ?? null

const pointedAt = (plain: string): string | null => {
  for (const [, pointer, noun] of plain.matchAll(POINTED_AT)) {
    const last = noun!.split(' ').at(-1)!
    if (VAGUE.test(last) || STOP_WORDS.has(last) || !speakable(noun!, 40)) continue
    return mirrored(`${pointer!.replace(/^an?$/, 'the')} ${noun}`)
  }
  return null
}
const longest = (tokens: readonly string[]): string | null =>
  tokens
    .filter((token) => /^[a-z]{4,18}$/.test(token) && !STOP_WORDS.has(token) && !VAGUE.test(token) && speakable(token, 20))
    .sort((a, b) => b.length - a.length)[0] ?? null

export const topicOf = ({ said }: Moment): string | null => namedIn(said.raw) ?? pointedAt(said.plain) ?? longest(said.tokens)

/** Somebody close to the speaker: "my brother", "my best friend". */
export const personIn = ({ said }: Moment): string | null =>
  /\bmy ((?:best |little |big |older |younger |new |old )?(?:friends?|brother|sister|mother|father|parents|son|daughter|wife|husband|partner|girlfriend|boyfriend|uncle|aunt|cousin|grandma|grandpa|grandmother|grandfather|boss|teacher|neighbours?|neighbors?|colleagues?|coworkers?|roommate|flatmate|teammates?|family|kids?|baby|dog|cat|viewers|mods?))\b/.exec(
    said.plain,
  )?.[1] ?? null

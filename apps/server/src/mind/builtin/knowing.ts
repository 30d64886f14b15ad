// What the character knows, from the knowledge of its file. In: a question, or a line that touches a topic. Out: what it says there; asked again, another of its sentences.
import type { Knowledge } from '@psiona/shared'
import { near, plainly, stem, tokensOf, topicStems } from '../words'
import type { Moment, Rule } from './moment'
import { bare } from './phrasing'

/** Words that say how a thing is asked, not what: they never call up an entry by themselves. */
const WEAK = new Set([
  'favourit',
  'like',
  'love',
  'know',
  'think',
  'name',
  'play',
  'make',
  'work',
  'real',
  'good',
  'want',
  'feel',
])

const stemsOf = (text: string) => tokensOf(plainly(text)).map(stem)

/** How well an entry fits: its best phrase, all of whose words must stand in the line; longer phrases weigh more. */
function fit(entry: Knowledge, said: readonly string[], strict: boolean): number {
  let best = 0
  for (const phrase of entry.words) {
    const wanted = stemsOf(phrase)
    const strengths = wanted.map((word) =>
      said.includes(word) ? 1 : !strict && said.some((known) => near(word, known)) ? 0.8 : 0,
    )
    if (strengths.includes(0) || (wanted.length === 1 && WEAK.has(wanted[0]!) && said.length > 3)) continue
    best = Math.max(
      best,
      strengths.reduce((sum: number, strength, i) => sum + strength * (1 + Math.min(8, wanted[i]!.length) / 8), 0),
    )
  }
  return best
}

export function knownAbout(moment: Moment, strict = false): Knowledge | null {
  const said = moment.said.tokens.map(stem)
  let [best, most] = [null as Knowledge | null, 0]
  for (const entry of moment.character.style.knowledge) {
    const score = fit(entry, said, strict)
    if (score > most) [best, most] = [entry, score]
  }
  return best
}

const TO_HER = /\b(?:you|your|yours|yourself)\b/
const ABOUT_ME = /(?<!\b(?:tell|teach|give|explain to|show|can|may) )\b(?:i|me|my|mine)\b/
const ASKS_FOR =
  /\b(?:tell (?:me|us) (?:about|more)|talk about|explain|what is|what are|who is|how (?:does|do|is|are)|why (?:do|does|is|are)|opinion|thoughts on)\b/

/** Questions to her: "what is your favourite game", "how does your voice work", "tell me about waves". */
export const knowing: Rule = (moment) => {
  const { said } = moment
  const asked = said.question || ASKS_FOR.test(said.plain) || (said.tokens.length <= 3 && !ABOUT_ME.test(said.plain))
  const hers = TO_HER.test(said.plain) || !ABOUT_ME.test(said.plain)
  const entry = asked && hers ? knownAbout(moment) : null
  return entry && { text: moment.pick(closest(entry, moment)) }
}

/** Of an entry's sentences those that take up the very word, as long as one of them is new. */
function closest({ says }: Knowledge, { said, theirs }: Moment): readonly string[] {
  const taken = says.filter((sentence) => topicStems(tokensOf(plainly(sentence))).some((word) => said.stems.includes(word)))
  const heard = theirs.slice(-12).map(({ answered }) => bare(answered))
  return taken.some((sentence) => !heard.some((answer) => answer.includes(bare(sentence)))) ? taken : says
}

/** Before these a word is a verb or a property, not a topic: "to learn", "is watching". */
const NOT_BEFORE_TOPIC =
  /^(?:to|i|we|you|they|he|she|it|who|is|are|am|was|were|be|been|not|can|will|could|would|should|must|just|always|never|really|and)$/

/** A statement on one of her topics: she has something to say to it. */
export const touching: Rule = (moment) => {
  const { said } = moment
  if (said.question || said.tokens.length > 16) return null
  const nouns = said.tokens.filter((token, i) => token.length > 3 && !NOT_BEFORE_TOPIC.test(said.tokens[i - 1] ?? 'the'))
  const entry = knownAbout({ ...moment, said: { ...said, tokens: nouns } }, true)
  return entry && { text: moment.pick(entry.says) }
}

/** The entry from which her last answer came. */
export const lastTopic = ({ last, character }: Moment): Knowledge | null =>
  (last && character.style.knowledge.find(({ says }) => says.some((sentence) => bare(last.answered).includes(bare(sentence))))) ??
  null

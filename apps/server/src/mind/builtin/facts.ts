// What people have told about themselves. In: their earlier lines. Out: facts with the turn each came from; a later one replaces an earlier one of its kind.
import type { TurnRecord } from '@psiona/shared'
import { plainly, stem } from '../words'
import { speakable } from './speakable'

export interface Fact {
  readonly kind:
    | 'name'
    | 'favourite'
    | 'likes'
    | 'hates'
    | 'has'
    | 'called'
    | 'playing'
    | 'lives'
    | 'works'
    | 'age'
    | 'birthday'
    | 'remember'
  /** What the fact is about: "cat", "colour"; '' where the kind says it all. */
  readonly key: string
  /** The same as it was said: "cat", "colour". */
  readonly word: string
  /** In their own spelling. */
  readonly value: string
  readonly turnId: string
  readonly at: number
}

interface Pattern {
  readonly kind: Fact['kind']
  readonly hears: RegExp
  /** Which group is the key, and which the value. */
  readonly key?: number
  readonly value: number
}

const I_AM = "(?:i am|i'm|im)"
const PETS =
  'cat|dog|kitty|kitten|puppy|doggo|hamster|rabbit|bunny|bird|parrot|fish|snake|lizard|turtle|horse|pet|brother|sister|son|daughter|wife|husband|partner|girlfriend|boyfriend|friend|best friend|baby|car|character|team|channel|band'
/** One line each, tried on the text as written (case kept for names), ' for any apostrophe. */
const TELLINGS: readonly Pattern[] = [
  { kind: 'name', hears: /\bmy name(?:'s| is| was)(?: actually)? (?!called\b)([\p{L}][\p{L}'-]{1,24}(?: \p{Lu}[\p{L}'-]{1,24})?)/iu, value: 1 },
  { kind: 'name', hears: new RegExp(`\\b(?:${I_AM} called|call me|you can call me|people call me|i go by) (?!a |an |the |back|later|when|if|crazy)([\\p{L}][\\p{L}'-]{1,24})`, 'iu'), value: 1 },
  { kind: 'called', hears: new RegExp(`\\bmy (${PETS})(?:'s name is|'s called| is called| is named| was called|s name is|'s name's) ([\\p{L}][\\p{L}' -]{1,28})`, 'iu'), key: 1, value: 2 },
  { kind: 'called', hears: new RegExp(`\\bthe name of my (${PETS}) is ([\\p{L}][\\p{L}' -]{1,28})`, 'iu'), key: 1, value: 2 },
  { kind: 'called', hears: new RegExp(`\\b(?:i have|i've got|i got|i own|we have|got) (?:a|an|this|one|my) (?:[a-z]+ )?(${PETS}) (?:named|called) ([\\p{L}][\\p{L}'-]{1,24})`, 'iu'), key: 1, value: 2 },
  { kind: 'favourite', hears: /\bmy (?:all[- ]time )?fav(?:ou?rite|e)? ([a-z]+(?: [a-z]+)?) (?:is|are|has to be|would be|was) (?:probably |definitely |still |the )?([^.,!?;]{2,50})/i, key: 1, value: 2 },
  { kind: 'favourite', hears: /\b([\p{L}\d' ]{2,40}?) is my (?:all[- ]time )?fav(?:ou?rite|e) ([a-z]+)\b/iu, key: 2, value: 1 },
  { kind: 'playing', hears: new RegExp(`\\b(?:${I_AM}|we are|we're|i was|i've been|i have been|i started|just started|currently) (?:still |currently |just |now |about to be )?playing (?!with|around|on |the (?:guitar|piano)|a game|games|it\\b|that\\b|for\\b|guitar|piano|solo|again|well|bad)([^.,!?;]{2,40})`, 'i'), value: 1 },
  { kind: 'birthday', hears: /\bmy birthday(?:'s| is| was)? (?:on |in )?(?:the )?([^.,!?;]{3,30})/i, value: 1 },
  { kind: 'age', hears: new RegExp(`\\b(?:${I_AM}|i turned|i just turned) (\\d{1,2})(?: (?:years|yrs)(?: old)?| now| today)?(?=$|[.,!?]| and\\b)`, 'i'), value: 1 },
  { kind: 'lives', hears: new RegExp(`\\b(?:i live in|i'm living in|i moved to|${I_AM} (?:originally )?from|i come from|i'm based in) ([^.,!?;]{2,40})`, 'i'), value: 1 },
  { kind: 'works', hears: new RegExp(`\\b(?:i work (?:as|at|for|in)|i study|${I_AM} (?:studying|training to be|working as)|my job is|i do) (?!not|it|that|this|like|love|my|the|well|the dishes|have|think)((?:a |an )?[^.,!?;]{2,40}?)(?: for a living| at the moment|$|[.,!?;])`, 'i'), value: 1 },
  { kind: 'works', hears: new RegExp(`\\b${I_AM} (?:a|an) ((?:[a-z]+ )?(?:nurse|teacher|student|developer|programmer|engineer|artist|musician|chef|cook|doctor|lawyer|driver|plumber|electrician|designer|writer|streamer|scientist|physicist|baker|carpenter|mechanic|pilot|gardener|librarian|translator|researcher|paramedic|firefighter|waiter|waitress|barista|accountant))\\b`, 'i'), value: 1 },
  { kind: 'hates', hears: /\bi (?:really |absolutely |just |kinda )?(?:hate|dislike|cannot stand|can't stand|do not like|don't like|despise|loathe) (?!you|it|that|this|when|how|to say|them|him|her)([^.,!?;]{2,40})/i, value: 1 },
  { kind: 'likes', hears: /\bi (?:really |absolutely |just |also |still |kinda |do )?(?:like|love|enjoy|adore) (?!you|u\b|it|that|this|when|how|your|ur|the way|them|him|her|to be honest|u$)([^.,!?;]{2,40})/i, value: 1 },
  { kind: 'likes', hears: new RegExp(`\\b${I_AM} (?:really |so |super )?(?:into|a (?:big |huge )?fan of|obsessed with) (?!you|it|that|this)([^.,!?;]{2,40})`, 'i'), value: 1 },
  { kind: 'has', hears: /\b(?:i have|i've got|i own|i just got|i adopted|i bought) (?!(?:\S+ ){1,4}(?:viewers?|followers?|subs|headache|migraine|cold|fever|flu|question|problem|idea|plan|feeling|hours?|minutes?|days?|exam|test|appointment|news|secret|time|chance|lot)\b)((?:a|an|two|three|four|five|some|my own|\d+) (?:new |old |little |big |small )?[^.,!?;]{2,30})/i, value: 1 },
  { kind: 'remember', hears: /\b(?:remember|do not forget|don't forget|note|keep in mind)(?: please)?,? that ([^.!?;]{4,80})/i, value: 1 },
] // biome-ignore format: one telling a row

/** Where the value of a fact ends, although no comma says so. */
const VALUE_END =
  / (?:and|but|because|cuz|so|since|when|while|which|who|though|right now|rn|today|tonight|at the moment|currently|btw|lol|haha|too|as well|a lot|very much|so much|again|yesterday|last (?:night|week|month|year)|this (?:morning|week|year)|for|with my|these days|now|then|tbh)(?= |$).*$/i
const NOT_A_NAME =
  /^(?:not|so|just|very|really|going|here|back|sorry|fine|good|okay|ok|a|an|the|your|you|what|that|this|is|like|kind|it|in|on|nice|cool|funny|on|hard|long|unknown|whatever|nothing|secret)$/i

const PET_WORDS: Readonly<Record<string, string>> = { kitty: 'cat', kitten: 'cat', puppy: 'dog', doggo: 'dog', bunny: 'rabbit' }
/** "My kitty" and "my cats" ask for the same. */
export const keyOf = (raw: string): string => {
  const plain = plainly(raw)
  return PET_WORDS[plain] ?? plain.split(' ').map(stem).join(' ')
}

/** A fact before it is known which turn it came from. */
export type Telling = Pick<Fact, 'kind' | 'key' | 'word' | 'value'>

/** What one line tells, a fact per pattern that fits. */
export function tellings(text: string): Telling[] {
  const even = text.replace(/[’‘`´]/g, "'").replace(/\s+/g, ' ')
  // A question tells nothing: "do you know what my name is Bob?" is rare, "what is my name" is not.
  if (/^\s*(?:what|who|where|when|how|why|do|does|did|is|are|am|can|could|guess)\b[^.!]*\?*\s*$/i.test(even)) return []
  return TELLINGS.flatMap(({ kind, hears, key, value }) => {
    const match = hears.exec(even)
    if (!match) return []
    const written = (match[value] ?? '').trim()
    const short = (kind === 'remember' ? written : written.replace(VALUE_END, '')).trim().replace(/[ '-]+$/, '')
    const named = kind === 'name' || kind === 'called'
    // Of a name only what is written like one: "Ada Lovelace", not "Ada what".
    const said = named ? short.replace(/ \p{Ll}.*$/u, '') : short
    const word = key === undefined ? '' : plainly(match[key] ?? '')
    if (said.length < 2 || (named && NOT_A_NAME.test(said))) return []
    const sayable = (speakable(said) || kind === 'age') && (word === '' || speakable(word))
    return sayable ? [{ kind, key: word ? keyOf(word) : '', word, value: said }] : []
  })
}

/** An answer to a question of hers tells something too: "What are you playing?" "Celeste". */
const ASKED: readonly { readonly asks: RegExp; readonly kind: Fact['kind'] }[] = [
  { asks: /what are you playing[^?]*\?\s*$/i, kind: 'playing' },
  { asks: /what (?:do|should|may|can) I call you\?\s*$/i, kind: 'name' },
]
const told = (answered: string, said: string): Telling[] => {
  const asked = ASKED.find(({ asks }) => asks.test(answered))
  const value = said.trim().replace(/[.!]+$/, '')
  const fits = asked && !/[?]/.test(value) && value.split(' ').length <= 4 && value.length > 1 && speakable(value)
  return fits && !/^(?:no|yes|nothing|nope|yeah|not|i|why|idk|what|hm+|lol|ok|okay|later|guess)\b/i.test(value)
    ? [{ kind: asked.kind, key: '', word: '', value }]
    : []
}

/** Only one of these can hold at a time; of likes and belongings there may be many. */
const SINGLE: ReadonlySet<Fact['kind']> = new Set(['name', 'playing', 'lives', 'works', 'age', 'birthday'])

export function factsOf(theirs: readonly TurnRecord[]): Fact[] {
  let facts: Fact[] = []
  theirs.forEach(({ id, at, said }, i) => {
    const direct = tellings(said)
    const found = direct.length > 0 ? direct : told(theirs[i - 1]?.answered ?? '', said)
    for (const fact of found) {
      const { kind, key, value } = fact
      const replaces = (old: Fact) =>
        old.kind === kind &&
        (SINGLE.has(kind) ||
          (kind === 'favourite' || kind === 'called' ? old.key === key : old.value.toLowerCase() === value.toLowerCase()))
      facts = [...facts.filter((old) => !replaces(old)), { ...fact, turnId: id, at }]
    }
  })
  return facts
}

// Text for the voice flows in; what in it is no word but a sound or a way of speaking, and the text without that, flow out.
// Everything that shows, stores or sends what she says uses `withoutSpeechMarks`; only the voice reads the marks.

/** Sounds of a voice that are no words, as they are asked for: [laugh]. */
export const VOCAL_SOUNDS = [
  'laugh',
  'chuckle',
  'giggle',
  'burst',
  'sigh',
  'breath',
  'gasp',
  'hm',
  'mhm',
  'aww',
  'ugh',
  'pff',
  'tsk',
  'shh',
  'brr',
] as const
export type VocalSound = (typeof VOCAL_SOUNDS)[number]

/** Ways of speaking that open and close: [whisper]…[/whisper]. Never closed, they hold to the end of the sentence. `stress` may stand inside the others. */
export const DELIVERIES = ['whisper', 'shout', 'stress'] as const
export type Delivery = (typeof DELIVERIES)[number]

export type SpeechMark =
  | { readonly type: 'sound'; readonly sound: VocalSound }
  | { readonly type: 'opens' | 'closes'; readonly delivery: Delivery }

/** Before which word of the text without marks it stands; words are what white space parts, counted from 0. */
export type PlacedMark = SpeechMark & { readonly beforeWord: number }

/** As the mark is written in text for the voice. */
export const writtenMark = (mark: SpeechMark): string =>
  mark.type === 'sound' ? `[${mark.sound}]` : `[${mark.type === 'closes' ? '/' : ''}${mark.delivery}]`

/** Verbs of stage directions, by stem. */
// biome-ignore format: a table reads better in rows
const VERBS: Readonly<Record<string, VocalSound | Delivery>> = {
  laugh: 'laugh', chuckle: 'chuckle', snicker: 'chuckle', snort: 'chuckle', giggle: 'giggle', titter: 'giggle', cackle: 'burst',
  sigh: 'sigh', exhale: 'sigh', breathe: 'breath', inhale: 'breath', gasp: 'gasp', hum: 'hm', groan: 'ugh', scoff: 'pff', tut: 'tsk',
  shush: 'shh', shiver: 'brr', whisper: 'whisper', murmur: 'whisper', shout: 'shout', yell: 'shout', scream: 'shout',
}
/** Of those, what nobody stresses in the middle of a sentence by *stars*, so that the bare verb counts as well. */
const BARE = new Set(['laugh', 'chuckle', 'giggle', 'sigh', 'gasp', 'groan'])
const PHRASES: readonly (readonly [RegExp, VocalSound])[] = [
  [/^(?:takes?|taking|draws?|drawing) an? (?:[a-z]+ )?breath\b/, 'breath'],
  [/^burst(?:s|ing)? (?:out )?(?:into )?laugh/, 'burst'],
  [/^clicks? (?:her|his|their) tongue/, 'tsk'],
]
const BEFORE_VERB = /ly$|^(?:she|he|they|a|the|soft|slight|small|big|deep|little|then|quick)$/
const MOST_DIRECTION_WORDS = 8

const isDelivery = (name: string): name is Delivery => DELIVERIES.some((delivery) => delivery === name)
const isSound = (name: string): name is VocalSound => VOCAL_SOUNDS.some((sound) => sound === name)
const markFor = (name: VocalSound | Delivery): SpeechMark =>
  isDelivery(name) ? { type: 'opens', delivery: name } : { type: 'sound', sound: name }

/** "sighs", "sighing", "sighed" → sigh. */
function stemOf(verb: string): string | undefined {
  const bare = verb.replace(/(?:ing|ed|es|s)$/, '')
  const forms = [verb, verb.replace(/s$/, ''), bare, `${bare}e`, bare.replace(/(.)\1$/, '$1')]
  return forms.find((form) => Object.hasOwn(VERBS, form))
}

/** A stage direction such as "sighs deeply" or "softly laughing" → the mark it stands for, or null. `bare`: the verb may be a plain one. */
export function directionMark(inside: string, bare: boolean): SpeechMark | null {
  const text = inside.toLowerCase().trim()
  const words = text.split(/\s+/).map((word) => word.replace(/[,.!?…]+$/, ''))
  if (words.length > MOST_DIRECTION_WORDS) return null
  const phrase = PHRASES.find(([pattern]) => pattern.test(text))
  if (phrase) return markFor(phrase[1])
  for (const word of words.slice(0, 3)) {
    const stem = stemOf(word)
    if (stem && (stem !== word || (bare && words.length === 1 && BARE.has(stem)))) return markFor(VERBS[stem]!)
    if (!BEFORE_VERB.test(word)) return null
  }
  return null
}

/** The inside of square brackets → its mark, or null. */
export function bracketMark(inside: string): SpeechMark | null {
  const name = inside.toLowerCase().trim()
  const closing = /^\/\s*([a-z]+)$/.exec(name)?.[1]
  if (closing !== undefined) return isDelivery(closing) ? { type: 'closes', delivery: closing } : null
  if (isDelivery(name) || isSound(name)) return markFor(name)
  const stem = stemOf(name)
  return stem ? markFor(VERBS[stem]!) : directionMark(name, true)
}

const ENCLOSED = /\[([^[\]\n]{1,60})\](?!\()|(?<![\p{L}\p{N}*_])([*_])(?=[^\s*_])([^*_\n]{2,80})(?<=\S)\2(?![\p{L}\p{N}*_])/gu
/** Where a bare verb between stars is a direction and no stress: at the beginning, or after an end. */
const AT_REST = /(?:^|[.!?…,\n])["'”’)]*\s*$/
const AFTER_END = /[.!?…,\n]["'”’)]*\s*$/
/** So many characters before it tell. */
const NEAR = 12
const OPENERS = /["'“‘«([*_—-]$/
const CLOSERS = /^[.,!?;:…)\]}"'”’»*_]/
const WORDY = /[\p{L}\p{N}]/u

export interface MarkedText {
  /** Without marks; untouched where there are none. */
  readonly text: string
  readonly marks: readonly PlacedMark[]
}

export function readSpeechMarks(marked: string): MarkedText {
  const marks: PlacedMark[] = []
  const text = new JoinedText()
  let from = 0
  for (const found of marked.matchAll(ENCLOSED)) {
    const [all, inBrackets, , starred] = found
    const before = marked.slice(Math.max(0, found.index - NEAR), found.index)
    const atRest = found.index <= NEAR ? AT_REST.test(before) : AFTER_END.test(before)
    const mark = inBrackets === undefined ? directionMark(starred ?? '', atRest) : bracketMark(inBrackets)
    if (!mark) continue
    text.add(marked.slice(from, found.index), from === 0)
    from = found.index + all.length
    marks.push({ ...mark, beforeWord: text.nextWord() })
  }
  if (marks.length === 0) return { text: marked, marks }
  text.add(marked.slice(from), false)
  return { text: text.text, marks }
}

/** Pieces of text put together where marks were taken out, and how many words there are so far. */
class JoinedText {
  text = ''
  /** Words that end before `counted`. */
  private words = 0
  private counted = 0

  add(piece: string, first: boolean): void {
    const { text } = this
    if (first || text === '') this.text = first ? piece : piece.trimStart()
    else if (piece === '') return
    else if (CLOSERS.test(piece.trimStart()) && !/^\s+["'*_]/.test(piece)) this.text = text.trimEnd() + piece.trimStart()
    else if (/\s$/.test(text)) this.text += piece.replace(/^[^\S\n]+/, '')
    else this.text += /^\s/.test(piece) || OPENERS.test(text) ? piece : ` ${piece}`
  }

  /** The number of the word that a mark here stands before. A quotation mark before it belongs to the word that follows. */
  nextWord(): number {
    const { text } = this
    let end = text.length
    while (end > this.counted && !/\s/.test(text[end - 1]!)) end--
    // The word before the blanks may still get its full stop.
    let start = end
    while (start > this.counted && /\s/.test(text[start - 1]!)) start--
    while (start > this.counted && !/\s/.test(text[start - 1]!)) start--
    this.words += wordsIn(text.slice(this.counted, start))
    this.counted = start
    const last = text.slice(end)
    return this.words + wordsIn(text.slice(start, end)) + (WORDY.test(last) ? 1 : 0)
  }
}
const wordsIn = (text: string): number => text.match(/\S+/g)?.length ?? 0

export const withoutSpeechMarks = (marked: string): string => readSpeechMarks(marked).text

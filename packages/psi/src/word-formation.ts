// A word that no dictionary has, and a way to look up others → its phones, when it is a known word with an ending, a beginning, or another word.
import { parseArpabet, phone } from './arpabet'
import type { Phone } from './phone'

type Phones = readonly Phone[]
type LookUp = (word: string) => Phones | null

const sibilants: ReadonlySet<string> = new Set(['S', 'Z', 'SH', 'ZH', 'CH', 'JH'])
const voiceless: ReadonlySet<string> = new Set(['P', 'T', 'K', 'F', 'TH', 'S', 'SH', 'CH'])
const alveolarStops: ReadonlySet<string> = new Set(['T', 'D'])
const written = (arpabet: string): Phones => parseArpabet(arpabet) ?? []
const lastSymbol = (phones: Phones): string => phones.at(-1)?.symbol ?? ''

/** The -s of plurals, verbs and possessives: horses, cats, dogs. */
export function withS(stem: Phones): Phones {
  const last = lastSymbol(stem)
  if (sibilants.has(last)) return [...stem, phone('IX'), phone('Z')]
  return [...stem, phone(voiceless.has(last) ? 'S' : 'Z')]
}
/** The -ed of the past: wanted, walked, called. */
function withEd(stem: Phones): Phones {
  const last = lastSymbol(stem)
  if (alveolarStops.has(last)) return [...stem, phone('IX'), phone('D')]
  return [...stem, phone(voiceless.has(last) ? 'T' : 'D')]
}
const adding = (arpabet: string) => {
  const ending = written(arpabet)
  return (stem: Phones): Phones => [...stem, ...ending]
}

/** "finally" has one l. */
const withLy = (stem: Phones): Phones => [...stem, ...written(lastSymbol(stem) === 'L' ? 'IY0' : 'L IY0')]

/** An ending, what stood in its place in the stem ("=": one of two equal letters), and how the two are joined. */
interface Ending {
  readonly letters: string
  readonly stems: readonly string[]
  readonly join: (stem: Phones) => Phones
}
const vowelEnding = ['', 'e', '=']
const endings: readonly Ending[] = [
  { letters: "'s", stems: [''], join: withS },
  { letters: "s'", stems: ['s'], join: (stem) => stem },
  { letters: "'ll", stems: [''], join: adding('AH0 L') },
  { letters: "'ve", stems: [''], join: adding('AH0 V') },
  { letters: "'d", stems: [''], join: withEd },
  { letters: "'re", stems: [''], join: adding('ER0') },
  { letters: "'m", stems: [''], join: adding('M') },
  { letters: "n't", stems: [''], join: adding('AH0 N T') },
  { letters: 'ies', stems: ['y', 'ie'], join: withS },
  { letters: 'es', stems: ['e', ''], join: withS },
  { letters: 's', stems: [''], join: withS },
  { letters: 'ied', stems: ['y'], join: withEd },
  { letters: 'ed', stems: vowelEnding, join: withEd },
  { letters: 'ing', stems: vowelEnding, join: adding('IH0 NG') },
  { letters: "in'", stems: vowelEnding, join: adding('AH0 N') },
  { letters: 'ier', stems: ['y'], join: adding('ER0') },
  { letters: 'er', stems: vowelEnding, join: adding('ER0') },
  { letters: 'iest', stems: ['y'], join: adding('AH0 S T') },
  { letters: 'est', stems: vowelEnding, join: adding('AH0 S T') },
  { letters: 'ically', stems: ['ic', 'ical'], join: withLy },
  { letters: 'ily', stems: ['y'], join: (stem) => [...stem.slice(0, -1), ...written('AH0 L IY0')] },
  { letters: 'ly', stems: [''], join: withLy },
  { letters: 'iness', stems: ['y'], join: adding('N AH0 S') },
  { letters: 'ness', stems: [''], join: adding('N AH0 S') },
  { letters: 'less', stems: [''], join: adding('L AH0 S') },
  { letters: 'ful', stems: [''], join: adding('F AH0 L') },
  { letters: 'ment', stems: [''], join: adding('M AH0 N T') },
  { letters: 'able', stems: vowelEnding, join: adding('AH0 B AH0 L') },
  { letters: 'ish', stems: vowelEnding, join: adding('IH0 SH') },
  { letters: 'ism', stems: ['', 'e'], join: adding('IH2 Z AH0 M') },
  { letters: 'ist', stems: ['', 'e'], join: adding('IH0 S T') },
  { letters: 'ship', stems: [''], join: adding('SH IH2 P') },
  { letters: 'like', stems: [''], join: adding('L AY2 K') },
  { letters: 'y', stems: vowelEnding, join: adding('IY0') },
]
/** Endings that names have by chance. */
const mayBeName: ReadonlySet<string> = new Set(['y', 'er', 'ier', 'ist', 'ish', 'ism', 'ment', 'less'])
const beginnings: readonly (readonly [letters: string, phones: Phones])[] = [
  ['un', written('AH2 N')],
  ['re', written('R IY2')],
  ['non', written('N AA2 N')],
  ['pre', written('P R IY2')],
  ['mis', written('M IH2 S')],
  ['dis', written('D IH2 S')],
  ['anti', written('AE2 N T IY0')],
  ['multi', written('M AH2 L T IY0')],
  ['semi', written('S EH2 M IY0')],
  ['mega', written('M EH2 G AH0')],
  ['micro', written('M AY2 K R OW0')],
]

/** Of a letter, "b.", there is a possessive and a plural; other endings need a stem of some length. */
const SHORTEST_STEM = 3
/** Below four letters the dictionary is full of names and chance joins what never met ("pet" + "ition"), so short parts are listed. */
const SHORTEST_PART = 4
const shortParts: ReadonlySet<string> = new Set(
  (
    'air all arm art bad bag ball bar bed big bot box boy bug bus buy car cat cow cut day dog dry end eye fan far fat fan fly fox fun game gun ' +
    'guy hat hot ice ink jam job joy key kit lab lag law leg lip log low mad man map meme mic mob mod mud net new non now nut off oil old one out owl ' +
    'pad pan pay pen pet pig pin pop pot raid red rig run sad sea set sky sub sun tag tap tea tip top toy two up war way web wet win yes zoo'
  ).split(' '),
)
const LONGEST_WORD = 40

/** The dictionary is full of names, which chance puts together ("abso" + "lute"); of a word it has other forms as well. */
const forms = ['s', 'es', 'ed', 'd', 'ing', 'er', 'ly']
const isOrdinary = (word: string, lookUp: LookUp): boolean =>
  forms.some((form) => lookUp(word + form) !== null || (word.endsWith(form) && lookUp(word.slice(0, -form.length)) !== null))

function stemsOf(word: string, { letters, stems }: Ending): string[] {
  const rest = word.slice(0, -letters.length)
  // "cordless" is no plural, and "today" no "toda" with a y.
  if ((letters === 's' && rest.endsWith('s')) || (letters === 'y' && /[aeiouw]$/.test(rest))) return []
  return stems
    .map((stem) => (stem === '=' ? (/(.)\1$/.test(rest) ? rest.slice(0, -1) : '') : rest + stem))
    .filter((stem) => stem.length >= (letters === "'s" ? 1 : SHORTEST_STEM))
}

/** `lookUp` for stems, `listed` for what stands in the dictionary. */
function withEnding(word: string, lookUp: LookUp, listed: LookUp): Phones | null {
  for (const ending of endings) {
    if (!word.endsWith(ending.letters)) continue
    for (const stem of stemsOf(word, ending)) {
      const phones = mayBeName.has(ending.letters) && !isOrdinary(stem, listed) ? null : lookUp(stem)
      if (phones) return ending.join(phones)
    }
  }
  return null
}

function withBeginning(word: string, lookUp: LookUp): Phones | null {
  for (const [letters, phones] of beginnings) {
    if (!word.startsWith(letters) || word.length < letters.length + SHORTEST_STEM + 1) continue
    const rest = lookUp(word.slice(letters.length))
    if (rest) return [...phones, ...rest]
  }
  return null
}

/** The first part carries the stress: "LIVEstream". */
const second = (phones: Phones): Phones => phones.map((each) => (each.stress === 2 ? phone(each.symbol, 1) : each))

/** The split whose parts are most nearly equal in length is the least likely to be chance. */
function compound(word: string, lookUp: LookUp, listed: LookUp): Phones | null {
  const mayJoin = (part: string) => shortParts.has(part) || (part.length >= SHORTEST_PART && isOrdinary(part, listed))
  const cuts = Array.from({ length: word.length - 1 }, (_, i) => i + 1)
  const middle = word.length / 2
  for (const cut of cuts.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))) {
    const [first, last] = [word.slice(0, cut), word.slice(cut)]
    const left = mayJoin(first) && mayJoin(last) && lookUp(first)
    const right = left && lookUp(last)
    if (left && right) return [...left, ...second(right)]
  }
  return null
}

export function formWord(word: string, lookUp: LookUp): Phones | null {
  if (word.length > LONGEST_WORD) return null
  const stem: LookUp = (text) => lookUp(text) ?? withEnding(text, lookUp, lookUp) ?? withBeginning(text, lookUp)
  return withEnding(word, stem, lookUp) ?? withBeginning(word, stem) ?? compound(word, stem, lookUp)
}

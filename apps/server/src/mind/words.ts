// What was said, made comparable. In: a line as somebody typed it. Out: one plain spelling, its words and their stems.

/** Short forms and chat spellings → what they stand for. Applied as whole words. */
// biome-ignore format: a table reads better in rows
const LONG_FORMS: Readonly<Record<string, string>> = {
  "i'm": 'i am', im: 'i am', "i've": 'i have', ive: 'i have', "i'd": 'i would', "i'll": 'i will', imma: 'i will',
  "you're": 'you are', youre: 'you are', "you've": 'you have', youve: 'you have', "you'd": 'you would', "you'll": 'you will',
  u: 'you', ya: 'you', ur: 'your', r: 'are', yr: 'your', urself: 'yourself', y: 'why',
  "he's": 'he is', "she's": 'she is', shes: 'she is', "it's": 'it is', "that's": 'that is', thats: 'that is', "there's": 'there is',
  "what's": 'what is', whats: 'what is', wats: 'what is', "who's": 'who is', whos: 'who is', "where's": 'where is', wheres: 'where is',
  "when's": 'when is', whens: 'when is', "how's": 'how is', hows: 'how is', "why's": 'why is', "let's": 'let us', lets: 'let us',
  "we're": 'we are', "we've": 'we have', "they're": 'they are', "they've": 'they have', "what're": 'what are',
  "don't": 'do not', dont: 'do not', "doesn't": 'does not', doesnt: 'does not', "didn't": 'did not', didnt: 'did not',
  "can't": 'cannot', cant: 'cannot', "won't": 'will not', wont: 'will not', "couldn't": 'could not', "wouldn't": 'would not',
  "shouldn't": 'should not', "isn't": 'is not', isnt: 'is not', "aren't": 'are not', arent: 'are not', "wasn't": 'was not', wasnt: 'was not',
  "weren't": 'were not', "haven't": 'have not', havent: 'have not', "hasn't": 'has not', "ain't": 'is not', aint: 'is not',
  pls: 'please', plz: 'please', thx: 'thanks', ty: 'thanks', tysm: 'thanks', thanx: 'thanks', tnx: 'thanks',
  gonna: 'going to', wanna: 'want to', gotta: 'got to', kinda: 'kind of', sorta: 'sort of', gimme: 'give me', lemme: 'let me',
  fav: 'favourite', fave: 'favourite', favorite: 'favourite', favorites: 'favourites', color: 'colour', colors: 'colours', humor: 'humour',
  rn: 'right now', rly: 'really', srsly: 'seriously', idk: 'i do not know', dunno: 'do not know', ofc: 'of course', bc: 'because', cuz: 'because', cos: 'because', abt: 'about',
  wat: 'what', waht: 'what', whta: 'what', hwat: 'what', hwo: 'how', teh: 'the', taht: 'that', favorit: 'favourite', wut: 'what', wot: 'what', sry: 'sorry', soz: 'sorry', ppl: 'people', tmrw: 'tomorrow', tho: 'though', thru: 'through', ok: 'okay', k: 'okay',
  mum: 'mother', mom: 'mother', dad: 'father', kitty: 'cat', doggo: 'dog', puppy: 'dog', kitten: 'cat', bday: 'birthday', vid: 'video',
}
/** Words that carry no topic. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above after again all also am an and any anyone anything are as at be because been before being but by can cannot could did do does doing done
  for from get give go going got had has have having he her here hers him his how i if in into is it its just know let like made make many may me might mine more
  most much must my myself no not now of off oh okay on one only or other our out over please really right said say says see she should so some someone something
  still such sure take talk tell than thank thanks that the their them then there these they thing things think this those though to today too try until up us use very
  was way we well were what when where which while who whom whose why will with would yes yet you your yours yourself favourite ever never maybe quite own`.split(
    /\s+/,
  ),
)
/** Verbs whose past hides the stem. */
// biome-ignore format: a table reads better in rows
const IRREGULAR: Readonly<Record<string, string>> = {
  made: 'make', making: 'make', told: 'tell', said: 'say', ate: 'eat', eaten: 'eat', slept: 'sleep', thought: 'think', went: 'go', gone: 'go', goes: 'go',
  sang: 'sing', sung: 'sing', spoke: 'speak', spoken: 'speak', saw: 'see', seen: 'see', knew: 'know', known: 'know', won: 'win', lost: 'lose', felt: 'feel',
  bought: 'buy', built: 'build', wrote: 'write', written: 'write', drew: 'draw', drawn: 'draw', ran: 'run', left: 'leave', heard: 'hear', born: 'birth',
  dying: 'die', died: 'die', mice: 'mouse', children: 'child', came: 'come', got: 'get', had: 'have', has: 'have', did: 'do', does: 'do',
}

export interface Words {
  /** As typed. */
  readonly raw: string
  /** Lower case, short forms written out, no punctuation but ? ! . , between words. */
  readonly plain: string
  readonly tokens: readonly string[]
  /** Stems of the words that carry a topic. */
  readonly stems: readonly string[]
  readonly question: boolean
}

/** "hellooo" → "hello", "goood" → "good": more than two of a letter are enthusiasm. */
const unstretched = (text: string) => text.replace(/([eo])\1{2,}(?=[a-z])/g, '$1$1').replace(/([a-z])\1{2,}/g, '$1')

export function plainly(text: string): string {
  const even = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”«»]/g, '"')
  return unstretched(even)
    .replace(/[a-z']+/g, (word) =>
      Object.hasOwn(LONG_FORMS, word) ? LONG_FORMS[word]! : word.replace(/'s$/, ' s').replace(/'/g, ''),
    )
    .replace(/[^\p{L}\p{N}\p{M}?!.,%+*/^=()#:×÷√−-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

export function stem(word: string): string {
  if (Object.hasOwn(IRREGULAR, word)) return IRREGULAR[word]!
  if (word.length <= 3) return word
  let out = word
  if (/ies$/.test(out) && out.length > 4) out = out.replace(/ies$/, 'y')
  else if (/(?:ss|sh|ch|x|z)es$/.test(out)) out = out.replace(/es$/, '')
  else if (/[^su]s$/.test(out)) out = out.replace(/s$/, '')
  if (out.length > 5 && /ing$/.test(out) && /[aeiouy].*ing$/.test(out)) out = out.replace(/ing$/, '')
  else if (out.length > 4 && /ed$/.test(out) && /[aeiouy].*ed$/.test(out)) out = out.replace(/ed$/, '')
  else if (out.length > 5 && /ly$/.test(out)) out = out.replace(/ly$/, '')
  if (out !== word && /([bdgmnprt])\1$/.test(out)) out = out.slice(0, -1)
  if (out.length > 3 && /e$/.test(out)) out = out.slice(0, -1)
  return out.length > 3 && /[^aeiou]y$/.test(out) ? `${out.slice(0, -1)}i` : out
}

export const topicStems = (tokens: readonly string[]): string[] => tokens.filter((token) => !STOP_WORDS.has(token)).map(stem)
export const tokensOf = (plain: string): string[] => plain.match(/[\p{L}\p{N}]+/gu) ?? []

/** One slip of the finger in a word of five letters or more, two in one of nine; the first letter must stand. */
export function near(a: string, b: string): boolean {
  if (a === b) return true
  const longest = Math.max(a.length, b.length)
  const allowed = longest >= 9 ? 2 : longest >= 5 ? 1 : 0
  if (allowed === 0 || Math.abs(a.length - b.length) > allowed || a[0] !== b[0]) return false
  let [older, old] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? older[j - 2]! + 1 : Number.POSITIVE_INFINITY
      row[j] = Math.min(row[j - 1]! + 1, old[j]! + 1, old[j - 1]! + (same ? 0 : 1), swapped)
    }
    ;[older, old] = [old, row]
  }
  return old[b.length]! <= allowed
}

const ASKS =
  /^(?:(?:and|but|so|okay|well|hey|please|then) )*(?:who|what|when|where|why|how|which|whose|do|does|did|are|is|am|was|were|can|could|will|would|should|have you|has|may i|any idea|tell me|guess)\b/

export function wordsOf(raw: string, plain = plainly(raw)): Words {
  const tokens = tokensOf(plain)
  return { raw, plain, tokens, stems: topicStems(tokens), question: /\?/.test(raw) || ASKS.test(plain) }
}

/** Takes her name off where it only calls her: "tori, are you there?", "thanks tori". */
export function withoutName(plain: string, name: string): string {
  const her = plainly(name).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return plain
    .replace(
      new RegExp(
        `^((?:hey|hi|hello|hiya|yo|okay|so|oh|and|but|well) )*@?${her}\\b(?! (?:is|was|has|looks|sounds|seems|does|can|s)\\b)[,.!:]* ?`,
      ),
      '$1',
    )
    .replace(
      new RegExp(`(?<!\\b(?:is|was|about|like|love|hate|named|called|of|to|with|for|at|am)) ?,? ?\\b${her}(?= ?[?!.,]|$)`, 'g'),
      '',
    )
    .replace(/^[,.!: ]+/, '')
    .trim()
}

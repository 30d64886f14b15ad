// Addresses, hashtags and names of people in chat → words.
import { address, email, isLink } from './link'
import { codeNumber, digitByDigit } from './numbers'
import { type Around, letterName, type Rule } from './rule'

/** Beyond so many parts of a path nobody would read on. */
const SAID_PATH_PARTS = 2
const signNames: ReadonlyMap<string, string> = new Map(Object.entries({ '.': 'dot', '-': 'dash', _: 'underscore', '+': 'plus' }))

/** Runs up or down the keyboard are read digit by digit: 123, 4321. */
const counted = '0123456789876543210'
const sayDigits = (digits: string): string[] => {
  if (digits.length > 4 || digits.startsWith('0') || (digits.length > 2 && counted.includes(digits))) return digitByDigit(digits)
  return codeNumber(digits)
}

const NAME_PARTS = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g
/** More parts are not tried together. */
const MOST_JOINED = 4

/** "FreeTori_99" → free tori ninety nine; a part that is no word and has no vowel is spelled. Names of the character's own lexicon stay whole. */
export function sayName(name: string, { say, pronouncer }: Pick<Around, 'say' | 'pronouncer'>): string[] {
  const whole = name.replace(/^[@#_]+|_+$/g, '')
  if (pronouncer.own(whole)) return [whole.toLowerCase()]
  const parts = whole.match(NAME_PARTS) ?? []
  const words: string[] = []
  for (let at = 0; at < parts.length; ) {
    const owned = [...Array(MOST_JOINED).keys()]
      .map((i) => parts.slice(at, at + MOST_JOINED - i))
      .find((some) => some.length > 1 && pronouncer.own(some.join('')))
    const part = parts[at] ?? ''
    if (owned) words.push(owned.join('').toLowerCase())
    else words.push(...(/^\d/.test(part) ? sayDigits(part) : say(/^[A-Z]{2,}$/.test(part) ? part : part.toLowerCase())))
    at += owned?.length ?? 1
  }
  return words
}

const leet = /[a-z][01345]+[a-z]/i
/** The name of somebody in chat: "xX_N1ghtbot_Xx" → nightbot. */
export function sayHandle(handle: string, around: Around): string[] {
  const name = handle
    .replace(/^@/, '')
    .replace(/^xx_?(?=.*_?xx$)/i, '')
    .replace(/(?<=.)_?xx$/i, (tail) => (/^@?xx/i.test(handle) ? '' : tail))
  if (!leet.test(name) || around.pronouncer.own(name)) return sayName(name, around)
  const plain = name.split('_').flatMap((part) => around.say(part))
  return plain.some((word) => /^\w\.$|\d/.test(word)) ? sayName(name, around) : plain
}

/** Of a host or a mailbox; a letter alone is a letter. */
const sayLabel = (label: string, around: Around): string[] =>
  label
    .split(/([-_+])/)
    .flatMap((part) => signNames.get(part) ?? (/^[a-z]$/i.test(part) ? [letterName(part)] : sayName(part, around)))

/** Keys of videos and files, that nobody would say. */
const isJunk = (part: string): boolean =>
  part.length > 24 || (part.length >= 8 && /\d/.test(part) && /[a-z]/.test(part) && /[A-Z]/.test(part))

function sayHost(text: string, around: Around): string[] {
  return text.split('.').flatMap((label, i, labels) => {
    const last = i === labels.length - 1
    const spelled = last && i > 0 && label.length === 2 && !['me', 'to', 'be', 'us'].includes(label.toLowerCase())
    return [...(i > 0 ? ['dot'] : []), ...(spelled ? Array.from(label, letterName) : sayLabel(label, around))]
  })
}

function sayAddress(core: string, around: Around): string[] | null {
  const [, name, path = ''] = address.exec(core) ?? []
  if (!name || !isLink(core)) return null
  const parts = path.split('/').filter((part) => /[a-z\d]/i.test(part))
  const isSaid = parts.length <= SAID_PATH_PARTS && !parts.some(isJunk)
  const said = isSaid ? parts.flatMap((part) => ['slash', ...sayHandle(part, around)]) : []
  return [...sayHost(name, around), ...said]
}

function sayEmail(core: string, around: Around): string[] | null {
  const [, person, place] = email.exec(core) ?? []
  if (!person || !place) return null
  const named = person.split(/([.])/).flatMap((part) => signNames.get(part) ?? sayLabel(part, around))
  return [...named, 'at', ...sayHost(place, around)]
}

export const linkRules: readonly Rule[] = [
  { example: ['mail bob.smith@example.com', 'mail bob dot smith at example dot com'], says: sayEmail },
  { example: ['https://www.twitch.tv/tori?x=1', 'twitch dot t. v. slash tori'], says: sayAddress },
  {
    example: ['#FreeTori', 'hashtag free tori'],
    says: (core, around) => (/^#+\w*[a-z]\w*$/i.test(core) ? ['hashtag', ...sayName(core, around)] : null),
  },
  {
    example: ['xX_ShadowCat_Xx', 'shadow cat'],
    says: (core, around) => (/^xX.+Xx$|^xx_.+_xx$/.test(core) ? sayHandle(core, around) : null),
  },
  {
    example: ['@dark_wolf99', 'dark wolf ninety nine'],
    says: (core, around) => (/^@[\w.-]+(?:'s)?$/.test(core) ? possessive(core, (name) => sayHandle(name, around)) : null),
  },
]

function possessive(core: string, sayIt: (name: string) => string[]): string[] {
  const words = sayIt(core.replace(/'s$/, ''))
  return core.endsWith("'s") && words.length ? [...words.slice(0, -1), `${words.at(-1) ?? ''}'s`] : words
}

// Addresses, hashtags and names of people in chat → words.
import { address, email, isLink } from './link'
import { cardinal, digitByDigit } from './numbers'
import { type Around, letterName, type Rule } from './rule'

/** Beyond so many parts of a path nobody would read on. */
const SAID_PATH_PARTS = 2
const signNames: ReadonlyMap<string, string> = new Map(Object.entries({ '.': 'dot', '-': 'dash', _: 'underscore', '+': 'plus' }))

/** "FreeTori_99" → free tori ninety nine; a part that is no word and has no vowel is spelled. */
export function sayName(name: string, { say }: Pick<Around, 'say'>): string[] {
  const parts = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []
  return parts.flatMap((part) =>
    /^\d/.test(part) ? (part.length > 4 || part.startsWith('0') ? digitByDigit(part) : cardinal(part)) : say(part.toLowerCase()),
  )
}

function sayHost(text: string, around: Around): string[] {
  return text.split('.').flatMap((label, i, labels) => {
    const last = i === labels.length - 1
    const spelled = last && i > 0 && label.length === 2 && !['me', 'to', 'be', 'us'].includes(label.toLowerCase())
    return [...(i > 0 ? ['dot'] : []), ...(spelled ? Array.from(label, letterName) : sayName(label, around))]
  })
}

function sayAddress(core: string, around: Around): string[] | null {
  const [, name, path = ''] = address.exec(core) ?? []
  if (!name || !isLink(core)) return null
  const parts = path.split('/').filter((part) => /[a-z\d]/i.test(part))
  const said = parts.length <= SAID_PATH_PARTS ? parts.flatMap((part) => ['slash', ...sayName(part, around)]) : []
  return [...sayHost(name, around), ...said]
}

function sayEmail(core: string, around: Around): string[] | null {
  const [, person, place] = email.exec(core) ?? []
  if (!person || !place) return null
  const named = person.split(/([._+-])/).flatMap((part) => signNames.get(part) ?? sayName(part, around))
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
    says: (core, around) => (/^xX.+Xx$|^xx_.+_xx$/.test(core) ? sayName(core.replace(/^xx_?|_?xx$/gi, ''), around) : null),
  },
  {
    example: ['@dark_wolf99', 'dark wolf ninety nine'],
    says: (core, around) => (/^@[\w.-]+(?:'s)?$/.test(core) ? possessive(core, (name) => sayName(name, around)) : null),
  },
]

function possessive(core: string, sayIt: (name: string) => string[]): string[] {
  const words = sayIt(core.replace(/'s$/, ''))
  return core.endsWith("'s") && words.length ? [...words.slice(0, -1), `${words.at(-1) ?? ''}'s`] : words
}

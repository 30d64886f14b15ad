// Plain text flows in; addresses of the web in it, written or spoken, flow out.
import data from '../data/domains.json'
import type { Finding } from './finding'
import { latinFor } from './folded-text'
import type { PlainText } from './plain-text'

const ENDINGS = data.endings.join(' ').split(' ')
const ALSO_WORDS = new Set(data.alsoWords.split(' '))
const FILES = new Set(data.fileEndings.split(' '))
const NAMES = new Set(data.names.split(' '))
const HELP = data.help.split(' ')
const SURE = ENDINGS.filter((ending) => !ALSO_WORDS.has(ending)).join('|')

const LABEL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?'
const SCHEME =
  /\b(?:h(?:tt|xx|\*\*|t_t|__)ps?|ftp|steam|discord|magnet|tg|wss?)\s?(?::|\[:\]|\(:\))\s?\/\s?\/\s?([^\s]{1,200})?/giu
const WWW = /\bw\s?w\s?w\s?[.,]\s?([\p{L}\p{N}-]{1,63}(?:[.][\p{L}\p{N}-]{1,63}){0,5})/giu
/** Written without blanks. */
const BARE = new RegExp(
  `(?<![@\\p{L}\\p{N}._-])((?:${LABEL}\\.){1,5})([a-z]{2,8})(?![\\p{L}\\p{N}]|\\.[\\p{L}\\p{N}])([/:?#][^\\s]{0,200})?`,
  'giu',
)
/** "name dot com", "name [.] com", "name . com", "name(dot)com". */
const DOT = `(?:\\s*[\\[({<]\\s*(?:\\.|,|${data.dots})\\s*[\\])}>]\\s*|,?\\s+(?:${data.dots}),?\\s+|\\s+\\.\\s*|\\s*\\.\\s+|\\s*[●⚫⚪•・·∙⋅◦∘⏺🔴🟢🔵⬤]\\ufe0f?\\s*)`
const PARTED = new RegExp(`(?<![\\p{L}\\p{N}])([\\p{L}\\p{N}-]{2,40})(${DOT})(${ENDINGS.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
/** "name dot t v", "https name com". */
const LETTERED = new RegExp(
  `(?<![\\p{L}\\p{N}])([\\p{L}\\p{N}-]{2,40}),?\\s+(?:${data.dots})\\s+([a-z](?:[\\s.-]+[a-z]){1,3})(?![\\p{L}\\p{N}'’])`,
  'giu',
)
const SPOKEN_SCHEME =
  /\bhttps?\s*:?\s+(?:colon\s+)?(?:(?:forward\s+)?slash\s+){0,2}(?:www\s+(?:dot\s+)?)?([\p{L}\p{N}-]{2,40})\s*(?:dot|\.)?\s*(com|net|org|gg|tv|io|de|fr|es|it|co|me|xyz|ru)(?![\p{L}\p{N}])/giu
const SPOKEN_DOT = new RegExp(`(?:${data.dots})|[\\[({<]`, 'iu')
const SPACED = /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}] ){2,40}\. (?:[\p{L}\p{N}] ?){2,8}(?![\p{L}\p{N}])/gu
const OWN_ENDINGS = new Map(Object.entries(data.dotOwn).map(([dot, endings]) => [dot, new Set(endings.split(' '))]))
const SLASH = new RegExp(`^\\s+(?:${data.slashes}|/)\\s+\\S`, 'iu')
const INVITE =
  /\b(?:discord|dsc|discordapp)\s*(?:\.|dot|\[dot\]|\(dot\)|punkt|,)?\s*(?:gg|com|me)\s*(?:\/|slash|invite)\s*[\p{L}\p{N}]{2,}|\b(?:disc|d1sc)ord\s+(?:invite|server)\s+(?:code|link)\s+(?:is\s+|:\s*)?[\p{L}\p{N}-]*\p{N}[\p{L}\p{N}-]*/giu
const GO =
  /(?:go to|visit|check out|head to|find (?:it|me|us) (?:at|on)|over (?:at|to)|website|site|link|click|join|type in|sign up (?:at|on)|register (?:at|on)|download (?:it )?(?:at|from|on)|available (?:at|on)|buy (?:it )?(?:at|on|from)|domain|url|on|at|besuch|geh auf|gehe auf|visita|visite|allez sur|va sur|entra en)\s*:?\s*(?:www\s*)?$/i
/** "the dot com bubble". */
const AGE =
  /^\s*(?:-\s*)?(?:bubble|boom|crash|era|bust|company|companies|business|startup|startups|millionaire|burst|days|years)\b/i
const NO_NAME = new Set(
  'the a an this that first and or of red blue green small big little polka laser dot every each black white another single next last same some one two three four no my your his her'.split(
    ' ',
  ),
)
/** Before a place is looked at. */
const WORTH =
  /http|[./:●⚫⚪•・·∙⋅◦∘⏺⬤]|dot|doht|daht|ドット|닷|点|點|نقطة|bindu|🔴|🟢|🔵|punkt|point|punto|ponto|kropka|tochka|точка|nokta|punt|dott|dawt|discord|www/iu

export function findLinks(plain: PlainText, allowedDomains: readonly string[]): Finding[] {
  const found: Finding[] = []
  // As it is written, for words of other scripts, and as it looks in Latin, for letters in disguise.
  for (const text of new Set([plain.text, latin(plain.text)])) found.push(...linksIn(text, plain, allowedDomains))
  return found
}

function linksIn(text: string, plain: PlainText, allowedDomains: readonly string[]): Finding[] {
  const found: Finding[] = []
  if (!WORTH.test(text)) return found
  const add = (rule: string, domain: string, from: number, length: number): void => {
    if (isAllowed(domain, allowedDomains) || isAllowed(domain, HELP)) return
    found.push({ offence: 'link', rule: `link:${rule}`, mild: false, from: plain.at(from), to: plain.at(from + length) })
  }
  for (const match of text.matchAll(SCHEME)) add('address', domainOf(match[1] ?? ''), match.index, match[0].length)
  for (const match of text.matchAll(WWW)) add('address', domainOf(match[1] ?? ''), match.index, match[0].length)
  for (const match of text.matchAll(BARE)) {
    const [all, labels = '', ending = '', path] = match
    if (!isDomain(labels, ending, path, text.slice(Math.max(0, match.index - 40), match.index))) continue
    add('domain', `${labels}${ending}`, match.index, all.length)
  }
  for (const match of text.matchAll(PARTED)) {
    const [all, name = '', dot = '', ending = ''] = match
    const after = text.slice(match.index + all.length, match.index + all.length + 40)
    const before = text.slice(Math.max(0, match.index - 40), match.index)
    if (isSpokenDomain(name, dot, ending, before, after)) add('spoken', `${name}.${ending}`, match.index, all.length)
  }
  for (const match of text.matchAll(LETTERED)) {
    const ending = (match[2] ?? '').replace(/[^a-z]/gi, '').toLowerCase()
    if (ENDINGS.includes(ending) && ending.length > 1) add('spelled', `${match[1]}.${ending}`, match.index, match[0].length)
  }
  for (const match of text.matchAll(SPOKEN_SCHEME)) add('spoken', `${match[1]}.${match[2]}`, match.index, match[0].length)
  for (const match of text.matchAll(SPACED)) {
    const joined = match[0].replaceAll(' ', '')
    if (isSure(joined.slice(joined.indexOf('.') + 1).toLowerCase())) add('spaced', joined, match.index, match[0].length)
  }
  for (const match of text.matchAll(INVITE)) add('invite', 'discord.gg', match.index, match[0].length)
  return found
}

/** Letters of other scripts that look Latin, as Latin ones: of the same length. */
function latin(text: string): string {
  return /\P{ASCII}/u.test(text) ? text.replace(/[\u0250-\u02af\u0370-\u058f]/g, (letter) => latinFor(letter)) : text
}

function isDomain(labels: string, ending: string, path: string | undefined, before: string): boolean {
  const lower = ending.toLowerCase()
  const whole = `${labels}${ending}`.toLowerCase()
  if (!ENDINGS.includes(lower) || NAMES.has(whole)) return false
  if (/^[\d.]+$/.test(labels)) return false
  if (path && path.length > 1 && path[0] === '/') return true
  if (FILES.has(lower) && !GO.test(before)) return false
  // "See you.It is": a capital behind the stop, or an ending that is a word.
  if (/^\p{Lu}/u.test(ending) && !/^\p{Lu}/u.test(labels)) return false
  if (/^\p{Lu}\p{Ll}/u.test(ending)) return false
  if (!ALSO_WORDS.has(lower)) return labels.length > 2 || lower === 'com'
  return GO.test(before) || /[\p{N}-]/u.test(labels) || labels.split('.').length > 2
}

function isSpokenDomain(name: string, dot: string, ending: string, before: string, after: string): boolean {
  const lower = ending.toLowerCase()
  if (AGE.test(after)) return false
  if (/^\d+$/.test(name)) return false
  if (SPOKEN_DOT.test(dot)) {
    if (NO_NAME.has(name.toLowerCase()) && !/[[({<]/.test(dot)) return SLASH.test(after)
    const own = OWN_ENDINGS.get(dot.toLowerCase().replace(/[^\p{L}]/gu, ''))
    if (own) return own.has(lower) || SLASH.test(after)
    // "dot to dot": an ending that is a word needs more.
    if (!ALSO_WORDS.has(lower)) return true
    return (
      /[[({<]/.test(dot) ||
      SLASH.test(after) ||
      (/\bdot\b/i.test(dot) && GO.test(before)) ||
      (/\bdot\b/i.test(dot) && ['tv', 'ai', 'me', 'live', 'co'].includes(lower))
    )
  }
  // "name . com" with blanks: only endings that are no words, and no new sentence.
  if (/[^\s.]/.test(dot)) return isSure(lower) && ['com', 'net', 'org', 'gg', 'tv', 'ru', 'xyz', 'io'].includes(lower)
  if (/^\s*\.\s+$/.test(dot))
    return /^\s/.test(dot) ? isSure(lower) : isSure(lower) && GO.test(before) && ['com', 'net', 'org', 'gg', 'tv'].includes(lower)
  return isSure(lower)
}
const SURE_ONES = new Set(SURE.split('|'))
const isSure = (ending: string): boolean => SURE_ONES.has(ending) && ending.length > 1

const domainOf = (address: string): string =>
  address
    .toLowerCase()
    .replace(/^[^@/]{0,100}@/, '')
    .replace(/^www\./, '')
    .split(/[/:?#]/)[0] ?? ''

function isAllowed(domain: string, allowed: readonly string[]): boolean {
  const bare = domain
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/\.$/, '')
  return allowed.some((entry) => {
    const wanted = entry
      .toLowerCase()
      .replace(/^[a-z]+:\/\//, '')
      .replace(/^www\./, '')
      .replace(/[/?#].*$/, '')
    return wanted !== '' && (bare === wanted || bare.endsWith(`.${wanted}`))
  })
}

// Plain text flows in; numbers in figures that lead to a person, telephone, card, account, papers, flow out.
import data from '../data/personal.json'
import type { Place } from './finding'

/** Runs of figures with single signs between them. */
const GROUP =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}.,#-]|[.,]\d{0,40})(\+|00(?=\d))?\(?\d(?:[ ()./-]{0,3}\d){2,40}(?![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}])/gu
const CUE = new RegExp(`(?<![\\p{L}])(?:${data.phoneCues})(?![\\p{L}])`, 'iu')
/** A cue stands so near. */
const CUE_LETTERS = 36
const PUBLIC = new Set(data.publicNumbers.split(' '))
const OTHER =
  /(?:seed|score|points|version|v|build|patch|id|year|years|dollars?|euros?|\$|€|£|¥|views|subs|subscribers|followers|coords?|coordinates|isbn|order|episode|pi|gold|coins|xp|damage|hp|population|isbn(?:-1[03])?:?)\s*:?\s*[-+]?$/i
const MONEY =
  /^\s*(?:dollars?|euros?|usd|eur|€|\$|£|¥|points?|views|subs|subscribers|followers|gold|coins|xp|damage|hp|people|years?|km|miles|metres|meters|blocks|times|bits|million|billion|%|percent|pixels|px|fps|hz|mb|gb|kb|ms)\b/i
const IBAN = /(?<![\p{L}\p{N}])[a-z]{2}\s?\d{2}(?:[\s-]?[a-z\d]{4}){2,7}(?:[\s-]?[a-z\d]{1,4})?(?![\p{L}\p{N}])/giu
const PAPERS: readonly (readonly [string, RegExp])[] = [
  ['social-security', /(?<![\d-])(?!000|666|9\d\d)\d{3}[- ]\d{2}[- ]\d{4}(?![\d-])/g],
  ['social-security', /\b[A-CEGHJ-PR-TW-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b/g],
  ['papers', /(?<!\d)\d{3}\.\d{3}\.\d{3}-\d{2}(?!\d)/g],
  ['papers', /\b[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]\b/gi],
  [
    'papers',
    /\b(?:pesel|bsn|tckn|tc kimlik(?: no)?|steuer-?id|steuernummer|tax id|inn|инн|снилс|passport(?: number| no)?|reisepass(?:nummer)?|personalausweis(?:nummer)?|ausweisnummer|driver'?s licen[cs]e(?: number)?|licen[cs]e number|national (?:id|insurance)(?: number)?|ni number|id card(?: number)?|aadhaar|dni|nie|nif|cpf|rg|cédula|cedula|curp|social security(?: number)?|ssn|sozialversicherungsnummer|numéro de sécu(?:rité sociale)?|codice fiscale|social insurance number|sin number|паспорт)\s*(?:is|number|no\.?|nr\.?|ist|est|es|é|è|:|#)*\s*:?\s*[a-z]{0,3}[- ]?\d[a-z\d .-]{4,24}/gi,
  ],
  [
    'account',
    /\b(?:account|acct|kontonummer|konto|sort code|routing|bank account|número de cuenta|iban|bic|conta)\s*(?:number|no\.?|nr\.?|#)?\s*(?:is|ist|es|é|:)?\s*:?\s*\d[\d -]{5,24}\d/gi,
  ],
  [
    'plate',
    /\b(?:licen[cs]e plate|number plate|kennzeichen|plate number|registration plate|matrícula|targa|plaque d'immatriculation)\s*(?:is|number|no\.?|ist|est|es|:|reads|lautet)*\s*:?\s*(?=[a-z\d -]{0,8}\d)[a-z\d]{1,4}[ -]?[a-z\d]{1,4}[ -]?[a-z\d]{0,5}/gi,
  ],
  [
    'born',
    /\b(?:date of birth|dob|birth ?date|geburtsdatum|geboren am|date de naissance|fecha de nacimiento|data de nascimento|data di nascita|data urodzenia|дата рождения)\s*(?:is|ist|est|es|é|è|to|:)?\s*:?\s*(?:the )?\d{1,4}(?:st|nd|rd|th)?[ ./-]/gi,
  ],
]

export function findNumbers(text: string): Place[] {
  if (!/\d.*\d.*\d.*\d/s.test(text)) return []
  const found: Place[] = []
  for (const [what, pattern] of PAPERS) {
    for (const match of text.matchAll(pattern)) found.push({ what, from: match.index, to: match.index + match[0].length })
  }
  for (const match of text.matchAll(IBAN)) {
    if (isIban(match[0])) found.push({ what: 'account', from: match.index, to: match.index + match[0].length })
  }
  for (const match of text.matchAll(GROUP)) {
    const from = match.index
    const to = from + match[0].length
    const what = kindOf(match[0], text.slice(Math.max(0, from - 60), from), text.slice(to, to + 40))
    if (what) found.push({ what, from, to })
  }
  return found
}

function kindOf(group: string, before: string, after: string): string | null {
  // One decimal number, of a constant.
  if (/^\d{1,3}\.\d{7,}$/.test(group.trim())) return null
  const digits = group.replace(/\D/g, '')
  if (digits.length >= 13 && digits.length <= 19 && isCard(digits) && !/^97[89]/.test(digits) && !OTHER.test(before))
    return 'card'
  if (PUBLIC.has(digits) || PUBLIC.has(digits.replace(/^1/, ''))) return null
  return isPhone(group.trim(), digits, before, after) ? 'phone' : null
}

function isPhone(group: string, digits: string, before: string, after: string): boolean {
  const { length } = digits
  if (length < 6 || length > 15) return false
  const cue =
    CUE.test(before.slice(-CUE_LETTERS)) &&
    !/\b(?:number|numbers|nummer|numero|número|numéro) (?:of|der|von|de|di)\b/i.test(before)
  if (group.startsWith('+')) return length >= 8
  if (MONEY.test(after) || (OTHER.test(before) && !/(?:phone|tel|cell|mobile)/i.test(before))) return false
  if (isDateOrTime(group)) return false
  const runs = group.split(/\D+/).filter((run) => run !== '')
  const shape = runs.map((run) => run.length).join('-')
  // 1 000 000, 1.000.000, 192.168.178.1
  if (runs.length > 1 && runs.slice(1).every((run) => run.length === 3) && runs[0]!.length <= 3 && !cue && !/^0/.test(digits))
    return false
  if (/\d\s*-\s*\d+\s*-\s*\d/.test(group) && length < 9) return false
  if (isFreeCall(digits)) return false
  if (/^\(?\d{3}\)?[\s./-]{0,3}\d{3}[\s.-]\d{4}$/.test(group)) return true
  if (/^1[\s.-]\(?\d{3}\)?[\s./-]{0,3}\d{3}[\s.-]\d{4}$/.test(group)) return true
  if (/^0\d/.test(digits) && runs.length > 1 && length >= 8 && length <= 13 && shape !== '4-4' && !/^0\d?[.]/.test(group))
    return true
  if (runs.length === 1) {
    if (/^0[1-9]\d{8,10}$/.test(digits)) return true
    return cue && length >= 7
  }
  if (runs.length >= 7 && runs.every((run) => run.length === 1)) return !/^(?:1?234567|7654321)/.test(digits)
  if (/^555-\d{4}$/.test(group)) return true
  if (/^3-4$/.test(shape)) return cue && /[\s.-]/.test(group)
  if (
    /^(?:2-2-2-2-2|3-3-3|2-3-3-3|3-2-2-2|2-4-4|3-4-4|3-3-2-2|3-2-2-3|5-6|5-5|4-6|4-7|3-8|2-5-4|2-9-4|5-3-3|4-3-3|3-2-2|2-2-2|4-4|2-4-5|1-3-3-2-2|2-3-4|4-3-4)$/.test(
      shape,
    )
  ) {
    if (/^(?:5-6|4-6|4-7|3-8|5-5|4-4|3-4-4|2-4-4|2-2-2|3-3-3|3-2-2|4-3-3|2-3-4|2-3-3-3|5-3-3)$/.test(shape))
      return cue || (/^01[0-9]|^1[3-9]\d{9}$/.test(digits) && length === 11)
    return length >= 9
  }
  return cue && length >= 8
}

/** Firms pay for these; they are nobody's own. */
const isFreeCall = (digits: string): boolean => /^1?8(?:00|88|77|66|55|44|33)\d{7}$/.test(digits) || /^0800\d{6,8}$/.test(digits)

function isDateOrTime(group: string): boolean {
  return (
    /^(?:19|20)\d\d[\s./-]\d{1,2}[\s./-]\d{1,2}(?:\s+\d{1,2})?/.test(group) ||
    /^\d{1,2}[\s./-]\d{1,2}[\s./-](?:19|20)?\d\d(?:\s+\d{1,2})?$/.test(group) ||
    /^(?:19|20)\d\d\s?[-/]\s?(?:19|20)?\d\d$/.test(group)
  )
}

/** The check figure of cards. */
export function isCard(digits: string): boolean {
  if (/^(\d)\1+$/.test(digits)) return false
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const twice = digit * 2
    sum += i % 2 === 0 ? digit : twice > 9 ? twice - 9 : twice
  }
  return sum % 10 === 0
}

/** The check figures of international accounts. */
export function isIban(text: string): boolean {
  const bare = text.replace(/[\s-]/g, '').toUpperCase()
  if (bare.length < 15 || bare.length > 34) return false
  let rest = 0
  for (const char of bare.slice(4) + bare.slice(0, 4)) {
    const value = /\d/.test(char) ? Number(char) : char.charCodeAt(0) - 55
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

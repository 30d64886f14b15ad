// Plain text flows in; mail addresses, addresses of machines, places on the map and secrets in it flow out.

import domains from '../data/domains.json'
import data from '../data/personal.json'
import type { Place } from './finding'

const MAIL = /[\p{L}\p{N}._%+-]{1,64}\s?@\s?[\p{L}\p{N}-]{1,63}(?:\s?\.\s?[\p{L}\p{N}-]{1,63}){1,4}/giu
/** "c o r a @ e x a m p l e . o r g". */
const LETTERED_MAIL = /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}._-] ){2,40}@(?: [\p{L}\p{N}-]){2,40} \.(?: ?\p{L}){2,8}/gu
const AT =
  '(?:\\s*[\\[({<]\\s*(?:at|ät|@|a)\\s*[\\])}>]\\s*|\\s+(?:at|ät|arroba|chiocciola|arobase|klammeraffe|małpa|malpa|собака|sobaka|apestaartje|kuyruklu a|et)\\s+|\\s?@\\s?)'
const DOT = `(?:\\s*[\\[({<]\\s*(?:\\.|${domains.dots})\\s*[\\])}>]\\s*|\\s+(?:${domains.dots})\\s+|\\s?\\.\\s?)`
const SPOKEN_MAIL = new RegExp(
  `[\\p{L}\\p{N}._+-]{1,40}(?:\\s+(?:dot|punkt|point|punto|ponto|underscore|dash|minus)\\s+[\\p{L}\\p{N}._+-]{1,40}){0,3}${AT}[\\p{L}\\p{N}-]{2,40}(?:${DOT}[\\p{L}\\p{N}-]{2,20}){0,2}${DOT}(?:${domains.endings.join(' ').replaceAll(' ', '|')})(?![\\p{L}\\p{N}])`,
  'giu',
)
/** "at exactly.com" needs no more; "at point in" is none. */
const PROVIDER = /gmail|googlemail|hotmail|outlook|yahoo|proton|icloud|web|gmx|mail|live|aol|yandex|example|email|posteo|\[|\(/i
const IPV4 = /(?<![\d.])((?:\d{1,3}\.){3}\d{1,3})(?::\d{2,5})?(?![\d]|\.\d)/g
const IPV6 =
  /(?<![\p{L}\p{N}:])(?:[\da-f]{1,4}:){2,7}(?::?[\da-f]{1,4}){1,7}(?![\p{L}\p{N}:])|(?<![\p{L}\p{N}:])[\da-f]{1,4}::(?:[\da-f]{1,4}:){0,6}[\da-f]{1,4}(?![\p{L}\p{N}:])/giu
const MAC = /(?<![\p{L}\p{N}])(?:[\da-f]{2}[:-]){5}[\da-f]{2}(?![\p{L}\p{N}])/giu
const VERSION = /(?:version|ver|v|build|patch|update|release|firmware|driver|drivers|sdk|kernel|chrome|firefox)[\s.:]*$/i
const OWN_NET =
  /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|0\.|169\.254\.|255\.|8\.8\.8\.8|8\.8\.4\.4|1\.1\.1\.1|1\.0\.0\.1|9\.9\.9\.9|1\.2\.3\.4$)/
const IP_CUE = /\b(?:ip|ips|ip address|ip-adresse|adresse ip|dirección ip|indirizzo ip|адрес)\b[^.!?]{0,30}$/i
const MAP =
  /(?<![\d.])[-+]?\d{1,2}\.(?:\d{3,10} ?°? ?[ns]? ?[,;/] ?[-+]?\d{1,3}\.\d{3,10}|\d{4,10} ?°? ?[ns]? [-+]?\d{1,3}\.\d{4,10}) ?°? ?[ewo]?(?!\d)/gi
const MAP_DEGREES = /\d{1,3}\s?°\s?\d{1,2}\s?['′’]\s?(?:\d{1,2}(?:\.\d+)?\s?(?:["″”]|''))?\s?[nsewo]/gi
const GAME_MAP = /(?:\bx|\by|\bz|xyz|minecraft|blender|unity|vector)\s*[:=]?\s*$/i
/** What everybody may find on a map. */
const LANDMARK =
  /\b(?:peak|summit|mountain|mount|volcano|crater|waterfall|island|capital|pole|city|town|lake|desert|wreck|pyramid|pyramids|tower|monument|crash site|landmark|epicentre|epicenter)\b[^.!?]{0,40}$/i
const SECRET = new RegExp(
  `(?<![\\p{L}])(?:${data.secretWords})(?![\\p{L}])\\s*(?:for [\\p{L}\\p{N} ]{1,30}?\\s+)?(?:is|ist|lautet|est|es|é|è|jest|to|=|:|это|are|was|->|は|是|为|는|은)+\\s*:?\\s*["'“”‘’\`]?([^\\s"'“”’\`,;!?]{3,200})`,
  'giu',
)
const TOKENS =
  /\b(?:sk|pk|rk)[-_](?:live|test|proj|ant)?[-_]?[\w-]{12,}|\bgh[pousr]_\w{16,}|\bgithub_pat_\w{16,}|\bglpat-[\w-]{12,}|\bxox[abeoprs]-[\w-]{8,}|\bAKIA[\dA-Z]{12,}|\bAIza[\w-]{20,}|\boauth:\w{16,}|\blive_\d{6,}_\w{10,}|\beyJ[\w-]{8,}\.[\w-]{6,}(?:\.[\w-]*)?|-----BEGIN [A-Z ]{0,30}PRIVATE KEY|\bya29\.[\w-]{10,}|\bhf_\w{16,}|\bnpm_\w{20,}|\b[MN][\w-]{23,25}\.[\w-]{6}\.[\w-]{20,}|\bSG\.[\w-]{16,}/g
const RANDOM =
  /(?<![\p{L}\p{N}/_-])(?=[A-Za-z_]{0,60}\d)(?=[^a-z\s]{0,60}[a-z])(?=[^A-Z\s]{0,60}[A-Z])\w{24,200}(?![\p{L}\p{N}])/gu
const NOT_SECRETS = new Set(data.notSecrets.split(' '))

const places = (
  what: string,
  text: string,
  pattern: RegExp,
  counts: (match: RegExpExecArray, before: string) => boolean = () => true,
): Place[] =>
  [...text.matchAll(pattern)]
    .filter((match) => counts(match, text.slice(Math.max(0, match.index - 60), match.index)))
    .map((match) => ({ what, from: match.index, to: match.index + match[0].length }))

export function findMail(text: string): Place[] {
  if (!/@|\b(?:at|ät|arroba|chiocciola|arobase|klammeraffe|małpa|malpa|apestaartje|et)\b|собака|sobaka|[[({<]\s*a/iu.test(text))
    return []
  return [
    ...places('mail', text, MAIL),
    ...places('mail', text, LETTERED_MAIL),
    ...places(
      'mail',
      text,
      SPOKEN_MAIL,
      ([all]) =>
        /@|[[({<]/.test(all) ||
        PROVIDER.test(all) ||
        /\b(?:dot|punkt|punto|ponto|kropka)\s+(?:com|de|net|org|fr|es|it|pl|ru|uk|br|pt|nl)$/i.test(all),
    ),
  ]
}

export function findNetAddresses(text: string): Place[] {
  if (!/\d\.\d|:/.test(text)) return []
  return [
    ...places('net-address', text, IPV4, ([, address = ''], before) => {
      if (address.split('.').some((part) => Number(part) > 255 || (part.length > 1 && part.startsWith('0')))) return false
      if (IP_CUE.test(before)) return !/^(?:127\.|0\.0|255\.)/.test(address)
      return !VERSION.test(before) && !OWN_NET.test(address) && address.length >= 9
    }),
    ...places('net-address', text, IPV6, ([address]) =>
      /[a-f]/i.test(address) ? address.length > 6 : address.split(':').length > 4 || address.includes('::'),
    ),
    ...places('net-address', text, MAC),
  ]
}

export function findPlaces(text: string): Place[] {
  if (!/\d[.°]|°/.test(text)) return []
  return [
    ...places('place', text, MAP, ([all], before) => {
      const [one, other] = all.match(/[-+]?\d{1,3}\.\d+/g) ?? []
      return (
        !GAME_MAP.test(before) &&
        !LANDMARK.test(before) &&
        !!one &&
        !!other &&
        Math.abs(Number(one)) <= 90 &&
        Math.abs(Number(other)) <= 180
      )
    }),
    ...places('place', text, MAP_DEGREES),
  ]
}

export function findSecrets(text: string): Place[] {
  return [
    ...places('secret', text, SECRET, ([all, value = '']) => {
      const bare = value.replace(/[.)\]]+$/, '').toLowerCase()
      if (NOT_SECRETS.has(bare)) return false
      if (/[\d]/.test(value) || /[^\p{L}\p{N}'-]/u.test(value.replace(/[.]+$/, ''))) return true
      return (
        /^(?:password|passwort|wifi password|contrase|mot de passe|senha|hasło|haslo|пароль|wachtwoord|kennwort|密|パス|비밀)/i.test(
          all,
        ) && /["'“”‘’`:=]/.test(all)
      )
    }),
    ...places('secret', text, TOKENS),
    ...places('secret', text, RANDOM, ([all]) => (all.match(/\d/g)?.length ?? 0) >= 3),
  ]
}

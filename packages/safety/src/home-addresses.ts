// Plain text flows in; addresses of houses in it, as several countries write them, flow out.
import data from '../data/personal.json'
import type { Place } from './finding'

const NUMBER = '\\d{1,5}\\s?[a-z]?'
const NUMBER_WORD =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)'
const NAME = "[\\p{L}\\p{N}'’.-]{2,24}"
const CAPITAL = "(?:\\p{Lu}[\\p{L}'’.-]{1,24}|\\d{1,3}(?:st|nd|rd|th))"
const ENGLISH = new RegExp(
  `(?<![\\p{L}\\p{N}.,$€£])(${NUMBER})\\s+((?:${NAME}\\s+){1,3})(?:${data.streetsEn})(?![\\p{L}])`,
  'giu',
)
const ENGLISH_SHORT = new RegExp(
  `(?<![\\p{L}\\p{N}.,$€£])${NUMBER}\\s+(?:${CAPITAL}\\s+){1,3}(?:${capitals(data.streetsEnShort)}|${capitals(data.streetsEn)})(?![\\p{L}])`,
  'gu',
)
const ENGLISH_WORDS = new RegExp(
  `(?<![\\p{L}])${NUMBER_WORD}\\s+(?:${NUMBER_WORD}\\s+)?(?:${CAPITAL}\\s+){1,3}(?:${capitals(data.streetsEnShort)}|${capitals(data.streetsEn)})(?![\\p{L}])`,
  'gu',
)
const LIVES = new RegExp(
  `(?<![\\p{L}])(?:lives? (?:at|in|on)|living at|home is(?: at)?|house is(?: at)?|address(?: is|:)?(?: at)?|stays? at|find (?:me|him|her|them) at|wohnt(?: in der| am| im)?|wohne(?: in der| am| im)?|adresse(?: ist| lautet|:)?|habite(?: au)?|vive en|vivo en|dirección(?: es|:)?|mora na|moro na|mieszka(?:m)?(?: na| przy)?|abita in|abito in|живет на|живёт на|живу на|woont (?:op|aan|in)|адрес:?)\\s+(?:[\\p{L}'’-]{1,20}\\s+){0,3}(?:${NUMBER}|${NUMBER_WORD}),?\\s+(?:[\\p{L}'’.-]{2,24}\\s+){1,3}(?:${data.streetsEn}|${data.streetsEnShort})(?![\\p{L}])`,
  'giu',
)
const ADDRESS_IS =
  /\b(?:my|his|her|their|your|ur|the streamer'?s|[\p{Lu}][\p{L}]{1,20}'?s) (?:home |real |full |exact |current |house )?address (?:is|:) (?!(?:not|private|secret|unknown|none|hidden|safe|in the|on the|a )\b)[^.!?\n]{0,40}\d/giu
const STREET = `(?:${data.streetsBefore})\\.?\\s+(?:[\\p{L}'’.-]{1,20}\\s+){0,4}?[\\p{L}'’.-]{2,24}`
const BEFORE = new RegExp(
  `(?<![\\p{L}])\\d{1,4}(?:\\s?(?:bis|ter))?,?\\s+(?:${data.streetsBefore})\\.?\\s+(?:(?:d[eu]s?|de l|la|le|les|del|della|dei|do|da|dos|das|l['’])\\s+){0,2}[\\p{L}'’.-]{2,24}`,
  'giu',
)
const BEHIND = new RegExp(
  `(?<![\\p{L}])${STREET},?\\s+(?:n[°º.o]?\\s?|nr\\.?\\s?|no\\.?\\s?|número\\s|numero\\s|дом\\s|д\\.?\\s?|m\\.\\s?)?\\d{1,4}[a-z]?(?![\\p{L}\\d:%]|\\.\\d)`,
  'giu',
)
const GERMAN = new RegExp(
  `(?<![\\p{L}])[\\p{L}-]{2,30}(?:[- ])?(?:${data.streetsEndDe})\\.?\\s+\\d{1,4}\\s?[a-z]?(?![\\p{L}\\d:%.]\\d?)`,
  'giu',
)
const GERMAN_PARTS =
  /(?<![\p{L}])(?:Am|An der|Im|In der|Zum|Zur|Auf dem|Unter den)\s+\p{Lu}[\p{L}-]{2,24}\s+\d{1,3}\s?[a-z]?,\s+\d{5}/gu
const TURKISH = new RegExp(
  `(?<![\\p{L}])[\\p{L}\\d. ]{2,30}(?:${data.streetsEndTr})[\\p{L}\\s,.]{0,20}(?:no|numara|daire)\\s*:?\\s*\\d{1,4}`,
  'giu',
)
const ASIAN =
  /\p{Script=Han}{1,12}(?:市|区|區|町|村|路|街|丁目)\p{Script=Han}{0,12}[\d一二三四五六七八九十]{1,4}(?:号|號|番地?|丁目|-\d{1,4}-\d{1,4})|[\p{Script=Hangul}]{1,10}(?:로|길)\s?\d{1,4}(?:번길\s?\d{1,4})?(?:\s|$|,|번지|호)(?=.{0,20}(?:호|층|동|아파트|살))/gu
const UK_POST = /(?<![\p{L}\p{N}])(?:[A-Z]{1,2}\d[A-Z\d]?)\s\d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\p{N}])/gu
const POST_CUE =
  /\b(?:zip code|post ?code|postal code|postleitzahl|plz|code postal|código postal|kod pocztowy|индекс|(?:zip|cep)(?= ?(?:is|:|é)))\s*(?:is|ist|est|es|é|:)?\s*:?\s*[a-z]{0,2}\d[\da-z -]{2,9}/giu
const KNOWN = new RegExp(data.known, 'i')
const FILLS =
  /\b(?:in|on|of|down|across|the|along|from|to|at|and|or|people|cars|more|way|wide|blocks|lanes?|stars?|minutes?|miles?|km|meters?|metres?|hours?|days?|years?|kids|houses|times|percent|am|pm|o'?clock|is|are|was|were|for|with|by|that|this|my|your|when|until|per|than|each|dirt|long|mile|lane|way|different|main|side|old|new)\b/i

function capitals(list: string): string {
  return list
    .split('|')
    .map((word) => `${word[0]!.toUpperCase()}${word.slice(1)}`)
    .join('|')
}

export function findAddresses(text: string): Place[] {
  const found: Place[] = []
  const add = (pattern: RegExp, counts: (match: RegExpExecArray) => boolean = () => true): void => {
    for (const match of text.matchAll(pattern)) {
      if (!KNOWN.test(match[0]) && counts(match))
        found.push({ what: 'address', from: match.index, to: match.index + match[0].length })
    }
  }
  add(LIVES)
  if (/\d/.test(text)) {
    add(ENGLISH, ([, , name = '']) => !FILLS.test(name))
    add(ENGLISH_SHORT)
    add(ADDRESS_IS)
    add(BEFORE, ([all]) => isFrom(all))
    add(BEHIND, ([all]) => isFrom(all))
    add(GERMAN, ([all]) => /^\p{Lu}/u.test(all) || /stra(?:ß|ss)e|straat/i.test(all))
    add(GERMAN_PARTS)
    add(TURKISH)
    add(ASIAN)
    add(UK_POST, ([all]) => !/\d(?:GB|TB|MB|KB|HP|FPS|ND|ST|RD|TH)$/.test(all))
    add(POST_CUE)
  }
  add(ENGLISH_WORDS)
  return found
}

/** Words that begin streets and are also others: "place", "via", "al", "os", "largo". */
function isFrom(all: string): boolean {
  const weak =
    /^(?:\d+\w*,?\s+)?(?:place|via|al|os|largo|cours|camino|pr|plac|corso|carrera|ul|bd|quai|estrada|paseo|plaza|aleja|avenue|boulevard)\b/i
  if (!weak.test(all)) return true
  return (
    /^(?:\d+\w*,?\s+)?(?:\p{L}+)\.?\s+(?:[\p{Ll}'’]{1,5}\s+){0,2}\p{Lu}/u.test(all) &&
    !/\b(?:the|and|with|your|for|of|to)\b/i.test(all)
  )
}

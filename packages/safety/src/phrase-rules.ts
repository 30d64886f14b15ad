// Words of a text flow in; what its sentences say that may not be said, threats or hate or worse, flows out.
import { Offence } from '@psiona/shared'
import abroad from '../data/phrases-abroad.json'
import abroadHate from '../data/phrases-abroad-hate.json'
import exclusion from '../data/phrases-exclusion.json'
import hate from '../data/phrases-hate.json'
import wishes from '../data/phrases-ill-wishes.json'
import lists from '../data/phrases-lists.json'
import others from '../data/phrases-other-languages.json'
import selfHarm from '../data/phrases-self-harm.json'
import sexual from '../data/phrases-sexual.json'
import threats from '../data/phrases-threats.json'
import { type NamedLists, type Phrase, phraseEnd, readPhrase } from './phrase'
import { PhraseSet } from './phrase-set'
import type { SaidWord } from './said-words'

interface PhraseRule {
  readonly rule: string
  readonly offence: string
  readonly mild?: boolean | undefined
  readonly phrases: readonly string[]
  /** Not when one of these stands up to six words before it in the sentence, */
  readonly notAfter?: readonly string[] | undefined
  /** or anywhere in the sentence, */
  readonly notWith?: readonly string[] | undefined
  /** or directly behind. */
  readonly notBefore?: readonly string[] | undefined
}
export interface PhraseFound {
  readonly rule: string
  readonly offence: Offence
  readonly mild: boolean
  /** First and last word, by their number. */
  readonly first: number
  readonly last: number
}

interface ReadRule {
  readonly number: number
  readonly rule: string
  readonly offence: Offence
  readonly mild: boolean
  readonly phrase: Phrase
  readonly notAfter: PhraseSet
  readonly notWith: PhraseSet
  readonly notBefore: PhraseSet
}

const WORDS_BEFORE = 6
/** Beginnings "kil*" are looked up by so many letters. */
const STEM_LETTERS = 3

const byFirst = new Map<string, ReadRule[]>()
const byStem = new Map<string, ReadRule[]>()
/** Rules by a word without which they cannot hold. */
const byNeed = new Map<string, ReadRule[]>()
let count = 0
const NAMED: NamedLists = lists.lists

function put(map: Map<string, ReadRule[]>, key: string, rule: ReadRule): void {
  const there = map.get(key)
  if (there) there.push(rule)
  else map.set(key, [rule])
}
const excuses = (phrases: readonly string[] | undefined): PhraseSet => {
  const lines = (phrases ?? []).flatMap((line) =>
    line.startsWith('@') && !line.includes(' ') ? NAMED[line.slice(1)]!.flatMap((items) => items.split('|')) : [line],
  )
  return new PhraseSet(lines.map((line) => readPhrase(line, NAMED)))
}

const ALL: readonly PhraseRule[] = [
  ...selfHarm.rules,
  ...hate.rules,
  ...exclusion.rules,
  ...threats.rules,
  ...wishes.rules,
  ...sexual.rules,
  ...others.rules,
  ...abroadHate.rules,
  ...abroad.rules,
]
for (const { rule: name, offence, mild = false, phrases, notAfter, notWith, notBefore } of ALL) {
  const shared = {
    rule: name,
    offence: Offence.parse(offence),
    mild,
    notAfter: excuses(notAfter),
    notWith: excuses(notWith),
    notBefore: excuses(notBefore),
  }
  for (const line of phrases) {
    const phrase = readPhrase(line, NAMED)
    const rule = { ...shared, phrase, number: count++ }
    for (const word of phrase.needs) put(byNeed, word, rule)
    for (const first of new Set(phrase.firsts)) {
      if (first.endsWith('*')) put(byStem, first.slice(0, -1).slice(0, STEM_LETTERS), rule)
      else put(byFirst, first, rule)
    }
  }
}

export function findPhrases(words: readonly SaidWord[]): PhraseFound[] {
  const found: PhraseFound[] = []
  const possible = new Set<number>()
  for (const { forms } of words) for (const form of forms) for (const { number } of byNeed.get(form) ?? []) possible.add(number)
  for (let at = 0; at < words.length; at++) {
    const tried = new Set<ReadRule>()
    for (const form of words[at]!.forms) {
      for (const rules of [byFirst.get(form), byStem.get(form.slice(0, STEM_LETTERS))]) {
        for (const rule of rules ?? []) {
          if (tried.has(rule) || (rule.phrase.needs.length > 0 && !possible.has(rule.number))) continue
          tried.add(rule)
          const end = phraseEnd(rule.phrase, words, at)
          if (end < 0 || excused(rule, words, at, end)) continue
          found.push({ rule: rule.rule, offence: rule.offence, mild: rule.mild, first: at, last: end - 1 })
        }
      }
    }
  }
  return found
}

function excused(rule: ReadRule, words: readonly SaidWord[], start: number, end: number): boolean {
  const { sentence } = words[start]!
  const stands = (phrases: PhraseSet, from: number, to: number): boolean => {
    if (phrases.empty) return false
    for (let at = Math.max(0, from); at < to && at < words.length; at++) {
      if (words[at]!.sentence === sentence && phrases.standsAt(words, at)) return true
    }
    return false
  }
  return (
    stands(rule.notAfter, start - WORDS_BEFORE, start) ||
    stands(rule.notBefore, end, end + 1) ||
    stands(rule.notWith, start - MOST_WITH, end + MOST_WITH)
  )
}
/** Words of a sentence looked at on either side, so that long text costs no more than its length. */
const MOST_WITH = 24

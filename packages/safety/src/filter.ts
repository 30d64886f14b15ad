// What she is about to say and what she said directly before flow in; whether it may be said flows out.
import type { Offence, Verdict } from '@psiona/shared'
import type { Finding } from './finding'
import { foldedText, type Letter } from './folded-text'
import { type LearnedLevel, shippedJudge } from './learned-judge'
import { findLinks } from './links'
import { findPersonalData } from './personal-data'
import { findPhrases } from './phrase-rules'
import { type PlainText, plainText } from './plain-text'
import type { Rules } from './rules'
import { type SaidWord, saidWords } from './said-words'
import { spelledLetters } from './spelled-letters'
import { holds } from './word-context'
import { harmlessWords, listedWords, treeOf } from './word-lists'
import type { WordFound, WordTree } from './word-tree'

export interface Filter {
  /** `before`: what she said directly before; what offends in that alone does not count. */
  review(text: string, rules: Rules, before?: string): Verdict
}

const PASSES: Verdict = { allowed: true, offence: null, rule: '', span: null }
/** So much of what was said before can belong to it, UTF-16 units. */
const MOST_BEFORE = 200
/** What is told when there are several. */
const GRAVEST: readonly Offence[] = [
  'self-harm',
  'slur',
  'hate',
  'threat',
  'sexual',
  'personal-data',
  'own-word',
  'harassment',
  'link',
  'profanity',
]
/** Held back by every policy. */
const MINORS = 'sexual:minors'

export function createFilter(): Filter {
  // The trees grow now, so that the first line does not wait for them.
  listedWords()
  harmlessWords()
  shippedJudge()
  const trees = new WeakMap<readonly string[], WordTree>()
  const ownTree = (words: readonly string[], strict: boolean): WordTree => {
    let tree = trees.get(words)
    if (!tree) {
      tree = treeOf(words, strict)
      trees.set(words, tree)
    }
    return tree
  }

  function findListed(read: ReadText, rules: Rules): Finding[] {
    const plain = plainText(read.text)
    return [...findWords(read, rules), ...findPersonalData(plain), ...linksIn(plain, rules)]
  }
  function linksIn(plain: PlainText, rules: Rules): Finding[] {
    return rules.offences.has('link') ? findLinks(plain, rules.links === 'allowed-domains' ? rules.allowedDomains : []) : []
  }

  function findWords({ letters, words }: ReadText, rules: Rules): Finding[] {
    const span = (first: number, last: number) => ({ from: letters[first]!.from, to: letters[last]!.to })
    const found: Finding[] = findPhrases(words).map(({ offence, rule, mild, first, last }) => ({
      offence,
      rule,
      mild,
      ...span(words[first]!.first, words[last]!.last),
    }))
    const allowed = rules.allowedWords.length > 0 ? ownTree(rules.allowedWords, true).find(letters) : []
    const inside = (outer: readonly { first: number; last: number }[], first: number, last: number): boolean =>
      outer.some((other) => other.first <= first && last <= other.last)
    let harmless: readonly { first: number; last: number }[] | undefined
    const hits = withTamest(listedWords().find(letters))
    const groups = hits.filter(({ entry }) => entry.context === 'group')
    for (const hit of hits) {
      const { entry, first, last } = hit
      harmless ??= harmlessWords().find(letters)
      if (hit.plain && inside(harmless, first, last)) continue
      if (entry.offence !== 'self-harm' && inside(allowed, first, last)) continue
      if (!holds(hit, words, groups)) continue
      found.push({ offence: entry.offence, rule: entry.rule, mild: entry.mild, ...span(first, last) })
    }
    const spelled = spelledLetters(letters, words)
    for (const run of spelled) {
      for (const { entry, first, last } of listedWords().find(run)) {
        if (entry.letters < 4 && entry.rule !== 'self-harm:en-1') continue
        found.push({ offence: entry.offence, rule: entry.rule, mild: entry.mild, from: run[first]!.from, to: run[last]!.to })
      }
    }
    if (rules.ownWords.length > 0) {
      for (const run of [letters, ...spelled]) {
        for (const { entry, first, last } of ownTree(rules.ownWords, false).find(run)) {
          found.push({ offence: 'own-word', rule: entry.rule, mild: false, from: run[first]!.from, to: run[last]!.to })
        }
      }
    }
    return found
  }

  return {
    review(text, rules, before = '') {
      const lead = before === '' ? '' : `${before.slice(-MOST_BEFORE)} `
      const read = readText(lead + text)
      const held = ({ offence, rule, mild, to }: Finding): boolean => {
        if (to <= lead.length) return false
        return rule === MINORS || (rules.offences.has(offence) && (!mild || rules.mildToo.has(offence)))
      }
      const listed = findListed(read, rules).filter(held)
      const found = listed.length === 0 && rules.learned !== 'not' ? findLearned(read, rules.learned).filter(held) : listed
      if (found.length === 0) return PASSES
      const { offence, rule, from, to } = found.reduce((worst, other) =>
        GRAVEST.indexOf(other.offence) < GRAVEST.indexOf(worst.offence) ? other : worst,
      )
      return { allowed: false, offence, rule, span: [Math.max(0, from - lead.length), to - lead.length] }
    },
  }
}

interface ReadText {
  readonly text: string
  readonly letters: readonly Letter[]
  readonly words: readonly SaidWord[]
}

function readText(text: string): ReadText {
  const letters = foldedText(text)
  return { text, letters, words: saidWords(letters) }
}

/** What no list knows, and is like what was marked. */
function findLearned({ letters, words }: ReadText, above: LearnedLevel): Finding[] {
  return shippedJudge()
    .find(words, above)
    .map(({ offence, rule, first, last }) => ({
      offence,
      rule,
      mild: false,
      from: letters[words[first]!.first]!.from,
      to: letters[words[last]!.last]!.to,
    }))
}

/** What is written with stars may be several words: an English one, and the tamest of those. */
function withTamest(hits: readonly WordFound[]): readonly WordFound[] {
  const english = hits.filter(({ starred, entry }) => starred && entry.language === 'en')
  return hits.filter((hit) => {
    if (!hit.starred) return true
    const others = english.filter(({ first }) => first === hit.first)
    if (others.length === 0) return true
    const tame = others.filter(({ entry }) => entry.offence === 'profanity')
    return (tame.length > 0 ? tame : others).includes(hit)
  })
}

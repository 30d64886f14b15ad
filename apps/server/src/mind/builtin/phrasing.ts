// Sentences with gaps, and the choice among them. In: variants, values, what was said lately. Out: one sentence that was not.
import type { Chance } from './chance'

/** {name} and the comma or blank before it vanish when there is no name; other gaps must have a value. */
export function fill(variant: string, values: Readonly<Record<string, string | null>>): string {
  return variant.replace(/(,?\s?)\{(\w+)\}/g, (_, lead: string, key: string) => {
    const value = values[key]
    return value === null || value === undefined ? '' : lead + value
  })
}

/** The words alone: what two sentences must share to count as the same. */
export const bare = (text: string): string =>
  ` ${text
    .replace(/\[[^\]]*\]/g, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/** A variant that stands in none of the recent answers; when all do, the one said longest ago. */
export function pickUnsaid(variants: readonly string[], recent: readonly string[], chance: Chance): string {
  const answers = recent.map(bare)
  const lastSaid = variants.map((variant) => answers.findLastIndex((answer) => answer.includes(bare(variant))))
  const oldest = Math.min(...lastSaid)
  return chance.one(variants.filter((_, i) => lastSaid[i] === oldest))
}

const SWAPS: Readonly<Record<string, string>> = {
  i: 'you', me: 'you', my: 'your', mine: 'yours', myself: 'yourself', am: 'are', your: 'my', yours: 'mine', yourself: 'myself', we: 'you', our: 'your', us: 'you', ours: 'yours',
} // one row: pairs
const AFTER_SUBJECT = /^(?:are|were|have|had|can|could|will|would|do|did|should|might|must|may|never|always|really|just|said|told|know|think|like|love|look|sound|make|made)$/

/** "i lost my keys" → "you lost your keys"; "you are my friend" → "I am your friend". */
export function mirrored(plain: string): string {
  const words = plain.replace(/[?!.]+$/, '').split(' ')
  const out = words.map((word, i) => {
    const next = words[i + 1] ?? ''
    const before = words[i - 1] ?? ''
    const bareWord = word.replace(/,$/, '')
    const comma = word.endsWith(',') ? ',' : ''
    if (bareWord === 'you') return (i === 0 || AFTER_SUBJECT.test(next) || before === 'that' ? 'I' : 'me') + comma
    if (bareWord === 'are' && before === 'you') return 'am'
    if (bareWord === 'were' && before === 'you') return 'was'
    if (bareWord === 'was' && before === 'i') return 'were'
    return (SWAPS[bareWord] ?? bareWord) + comma
  })
  return out.join(' ').replace(/\bi\b/g, 'I')
}

/** The first letter behind any tags becomes a capital. */
export const capital = (text: string): string =>
  text.replace(/^((?:\[[^\]]*\] )*)(\p{Ll})/u, (_, tags: string, letter: string) => tags + letter.toUpperCase())

// Sentences with gaps, and the choice among them. In: variants, values, what was said lately. Out: one sentence that was not.
import type { Chance } from './chance'

/** "{name}" is replaced; "{, name}" as well, and vanishes with its comma when there is no value. A value that begins a sentence gets its capital. */
export function fill(variant: string, values: Readonly<Record<string, string | null>>): string {
  return variant
    .replace(/(^|\] |[.!?] )?\{(, )?(\w+)\}/g, (_, begins: string | undefined, comma: string | undefined, key: string) => {
      const value = values[key] ?? ''
      const cased = begins === undefined ? value : value.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
      return (begins ?? '') + (value && comma ? comma : '') + cased
    })
    .replace(/(?<!\.)\.\.(?!\.)/g, '.')
}

/** The words alone: what two sentences must share to count as the same. */
export const bare = (text: string): string =>
  ` ${text
    .replace(/\[[^\]]*\]/g, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/** The longest stretch of a variant without gaps: two answers that share it sound the same, whatever filled the gaps. */
const backbone = (variant: string): string =>
  variant
    .split(/\{[^}]*\}/)
    .map(bare)
    .sort((a, b) => b.length - a.length)[0]!
/** A backbone shorter than this ("that makes") is no repetition by itself. */
const SHORTEST_BACKBONE = 12

/** A variant that stands in none of the recent answers, filled in; when all do, the one said longest ago. */
export function pickUnsaid(
  variants: readonly string[],
  values: Readonly<Record<string, string | null>>,
  recent: readonly string[],
  chance: Chance,
): string {
  const answers = recent.map(bare)
  const candidates = variants.map((variant) => {
    const text = fill(variant, values)
    const spine = backbone(variant)
    const marks = spine.length >= SHORTEST_BACKBONE ? [spine, bare(text)] : [bare(text)]
    return { text, lastSaid: answers.findLastIndex((answer) => marks.some((mark) => answer.includes(mark))) }
  })
  const oldest = Math.min(...candidates.map(({ lastSaid }) => lastSaid))
  return chance.one(candidates.filter(({ lastSaid }) => lastSaid === oldest)).text
}

const SWAPS: Readonly<Record<string, string>> = {
  i: 'you',
  me: 'you',
  my: 'your',
  mine: 'yours',
  myself: 'yourself',
  am: 'are',
  your: 'my',
  yours: 'mine',
  yourself: 'myself',
  we: 'you',
  our: 'your',
  us: 'you',
  ours: 'yours',
} // one row: pairs
const AFTER_SUBJECT =
  /^(?:are|were|have|had|can|could|will|would|do|did|should|might|must|may|never|always|really|just|said|told|know|think|like|love|look|sound|make|made)$/

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

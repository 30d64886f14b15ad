// In: bench/safety-lines/*.tsv. Out: labelled lines that may or may not be said, each with the place where it stands.
import { readFileSync } from 'node:fs'
import { Offence, PolicyName } from '@psiona/shared'
import { z } from 'zod'

/** The filter was tuned on the first two and has never been on the last. */
export const LINE_SETS = ['dev', 'second', 'blind'] as const
export type LineSet = (typeof LINE_SETS)[number]

export const EVASIONS = [
  'none',
  'leet',
  'homoglyph',
  'zero-width',
  'spacing',
  'punctuation',
  'repeat',
  'reversed',
  'split',
  'phonetic',
  'full-width',
  'math-letters',
  'emoji-letters',
  'digits-as-words',
  'mixed-case',
  'combining',
  'small-caps',
  'masked',
  'joined',
] as const

/** The owner's own words are not in the set: they are the owner's. */
export const LABELS = ['allowed', ...Offence.exclude(['own-word']).options] as const

/** `\u{…}` stands for signs that one could not see in the table. */
const Written = z
  .string()
  .transform((text) => text.replace(/\\u\{([\da-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))))

const Row = z.strictObject({
  label: z.enum(LABELS),
  policy: PolicyName.exclude(['auto']),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?$/),
  evasion: z.enum(EVASIONS),
  before: Written,
  text: Written.pipe(z.string().min(1)),
})
export interface SafetyLine extends z.infer<typeof Row> {
  readonly set: LineSet
  /** File and line, all that may be printed of it. */
  readonly place: string
}

/** @throws Error that names the place of a row that is not one, never its words. */
export function readSafetyLines(set: LineSet): readonly SafetyLine[] {
  const [header = '', ...rows] = readFileSync(new URL(`safety-lines/${set}.tsv`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
  const columns = header.split('\t')
  return rows.map((row, index) => {
    const place = `bench/safety-lines/${set}.tsv:${index + 2}`
    const cells = row.split('\t')
    const read = Row.safeParse(Object.fromEntries(columns.map((column, at) => [column, cells[at]])))
    if (!read.success || cells.length !== columns.length)
      throw new Error(`${place}: ${read.error?.issues.map(({ path }) => path.join('.')).join(', ') || 'columns'}`)
    return { ...read.data, set, place }
  })
}

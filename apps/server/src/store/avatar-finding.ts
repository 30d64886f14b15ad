// A code and its details come in; out goes a finding with its sentence, its remedy and its level.
import type { Finding } from '@psiona/shared'
import { BROKEN } from './avatar-findings-broken'
import { LACKING } from './avatar-findings-lacking'
import { MENDED } from './avatar-findings-mended'
import { NOTE } from './avatar-findings-note'

type Level = Finding['level']
type Code = keyof typeof BROKEN | keyof typeof LACKING | keyof typeof MENDED | keyof typeof NOTE
export type AvatarFindingCode = Code

/** What fills the places of a sentence. */
export interface FindingDetails {
  /** The file it is about; '' or absent when about the whole. */
  readonly file?: string
  /** What was dropped, as its owner calls it. */
  readonly name?: string
  readonly other?: string
  readonly count?: number
  readonly names?: readonly string[]
  readonly line?: number
  readonly column?: number
}

const TABLES: readonly (readonly [Level, Readonly<Record<string, readonly [string, string]>>])[] = [
  ['broken', BROKEN],
  ['lacking', LACKING],
  ['mended', MENDED],
  ['note', NOTE],
]

/** Code → level, says, remedy. */
export const AVATAR_FINDINGS: ReadonlyMap<string, readonly [Level, string, string]> = new Map(
  TABLES.flatMap(([level, table]) =>
    Object.entries(table).map(([code, [says, remedy]]) => [code, [level, says, remedy] as const]),
  ),
)

const ORDER: readonly Level[] = TABLES.map(([level]) => level)
export const worstFirst = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level))

/** The report's limits (model-report.ts). */
const MOST_CHARACTERS = 400
const MOST_NAMED = 3
/** A path from a stranger's archive may be longer than a sentence should be. */
const MOST_OF_A_NAME = 90

/** No half of a character at the end. */
export const clip = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`

/** 'a, b, c and 4 more' */
function listed(names: readonly string[]): string {
  const named = names
    .slice(0, MOST_NAMED)
    .map((name) => clip(name, MOST_OF_A_NAME / 2))
    .join(', ')
  return names.length > MOST_NAMED ? `${named} and ${names.length - MOST_NAMED} more` : named
}

export function avatarFinding(code: Code, details: FindingDetails = {}): Finding {
  const entry = AVATAR_FINDINGS.get(code)
  if (!entry) throw new Error(`no sentence for ${code}`)
  const [level, says, remedy] = entry
  const { file = '', name = 'the archive', other = '', count = 0, names = [], line = 0, column = 0 } = details
  const values: Readonly<Record<string, string>> = {
    file: clip(file, MOST_OF_A_NAME),
    name: clip(name, MOST_OF_A_NAME),
    other: clip(other, 2 * MOST_OF_A_NAME),
    count: String(count),
    names: listed(names),
    line: String(line),
    column: String(column),
  }
  const fill = (text: string) =>
    clip(
      text.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? ''),
      MOST_CHARACTERS,
    )
  return { code, level, sentence: fill(says), remedy: fill(remedy), file: clip(file, MOST_CHARACTERS) }
}

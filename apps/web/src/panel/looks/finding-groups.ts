// In: what the doctor found. Out: it in groups, the worst first, and in a few words.
import type { Finding, ModelCard } from '@psiona/shared'

type Level = Finding['level']

export const LEVELS = [
  { level: 'broken', title: 'Broken', means: 'She cannot wear it like this.' },
  { level: 'mended', title: 'Mended', means: 'Put right here; your own files are as they were.' },
  { level: 'lacking', title: 'Lacking', means: 'It works, something is missing.' },
  { level: 'note', title: 'Good to know', means: '' },
] as const satisfies readonly { readonly level: Level; readonly title: string; readonly means: string }[]

export const findingGroups = (findings: readonly Finding[]) =>
  LEVELS.map((group) => ({ ...group, findings: findings.filter(({ level }) => level === group.level) })).filter(
    (group) => group.findings.length > 0,
  )

/** "1 broken, 2 lacking, 3 mended", or "nothing found". */
export function countsText({ broken, lacking, mended }: ModelCard['counts']): string {
  const parts = [
    ...(broken > 0 ? [`${broken} broken`] : []),
    ...(lacking > 0 ? [`${lacking} lacking`] : []),
    ...(mended > 0 ? [`${mended} mended`] : []),
  ]
  return parts.join(', ') || 'nothing found'
}

/** Byte 4 of a .moc3 → the Cubism that writes it. */
const CUBISM_OF_FORMAT: readonly string[] = ['', '3.0', '3.3', '4.0', '4.2', '5.0', '5.3']

/** "Cubism 4.2, format 4" */
export function formatText(format: number | null): string {
  if (format === null) return 'none'
  const cubism = CUBISM_OF_FORMAT[format]
  return cubism ? `Cubism ${cubism}, format ${format}` : `format ${format}`
}

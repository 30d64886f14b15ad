// Models as a shell shows them. In: what is known of them. Out: a table, and the line about one that is coming.
import type { ModelInfo } from '@psiona/shared'

export const size = (bytes: number) => (bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${(bytes / 1e6).toFixed(1)} MB`)

/** 0 to 100, whole; 100 only when nothing is missing. */
export const percent = ({ receivedBytes, bytes }: ModelInfo) => (bytes > 0 ? Math.floor((receivedBytes / bytes) * 100) : 0)

/** More than these do not fit a row. */
const MOST_LANGUAGES = 5
const languages = (names: readonly string[]) => (names.length > MOST_LANGUAGES ? `${names.length} languages` : names.join(' '))

const STATES: Readonly<Record<ModelInfo['state'], (model: ModelInfo) => string>> = {
  absent: () => '–',
  partial: (model) => `${percent(model)} % here`,
  pulling: (model) => `pulling, ${percent(model)} %`,
  installed: () => 'installed',
  damaged: () => 'DAMAGED',
}
const HEAD = ['id', 'for', 'languages', 'size', 'licence', 'paid stream', 'state']

export function modelTable(models: readonly ModelInfo[]): string {
  const rows = models.map((model) => [
    model.id,
    model.job,
    languages(model.languages),
    size(model.bytes),
    model.licence.name,
    model.monetised,
    STATES[model.state](model),
  ])
  const widths = HEAD.map((word, at) => Math.max(word.length, ...rows.map((row) => row[at]?.length ?? 0)))
  return [HEAD, ...rows]
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

export const progressLine = (model: ModelInfo) =>
  `${model.title}: ${percent(model)} % of ${size(model.bytes)}${model.bytesPerSecond ? `, ${size(model.bytesPerSecond)}/s` : ''}`

// The model data of a draft comes in; out go the parameters and drawables in it, or null with the reason noted.
import { MOC3_NEWEST_FORMAT } from '@psiona/live2d/moc3-layout'
import { type Moc3Facts, Moc3Mistake, readMoc3 } from '@psiona/live2d/moc3-read'
import { CubismId } from '@psiona/shared'
import type { AvatarChart } from './avatar-chart'
import type { Model3Draft } from './avatar-model3'
import { MOC3 } from './avatar-search'
import type { AvatarFile, AvatarTree } from './avatar-tree'

/** The largest models have 30 MB. */
const MOST_MOC_BYTES = 200 * 1024 * 1024

const CODES = {
  'not-moc3': 'moc-not-moc',
  truncated: 'moc-truncated',
  damaged: 'moc-damaged',
  'big-endian': 'moc-big-endian',
} as const

/** Sets `moc` of the draft to what its model3.json means, or to the only one that is there. */
export function findMoc(chart: AvatarChart, draft: Model3Draft): AvatarFile | null {
  const { Moc } = draft.stated.FileReferences
  const named = Moc ? draft.follow(Moc) : null
  const mocs = draft.tree.endingWith(MOC3)
  const [only = null] = mocs.length === 1 ? mocs : []
  draft.moc = named ?? only
  if (!draft.moc) chart.note('moc-missing', { file: draft.file.path, other: Moc || 'of a .moc3' })
  else if (!named) {
    draft.changed = true
    if (Moc) chart.note('moc-replaced', { file: draft.file.path, other: Moc, names: [draft.moc.path] })
  }
  return draft.moc
}

export async function readMoc(chart: AvatarChart, tree: AvatarTree, file: AvatarFile): Promise<Moc3Facts | null> {
  try {
    const facts = readMoc3(await tree.read(file, MOST_MOC_BYTES))
    const odd = [...facts.parameters, ...facts.drawables].find(({ id }) => !CubismId.safeParse(id).success)
    if (odd) chart.note('moc-damaged', { file: file.path, other: 'an id has invisible characters' })
    if (facts.format <= MOC3_NEWEST_FORMAT) return odd ? null : facts
    chart.note('moc-unknown-format', { file: file.path, count: facts.format, other: String(MOC3_NEWEST_FORMAT) })
    return null
  } catch (error) {
    if (!(error instanceof Moc3Mistake)) throw error
    const why = /damaged: (.*?)\. /.exec(error.message)?.[1] ?? ''
    chart.note(CODES[error.code], { file: file.path, other: why })
    return null
  }
}

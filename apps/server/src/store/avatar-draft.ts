// A model3.json, or a .moc3 without one, comes in; out goes what it says as a draft to be mended. What cannot be read is made from what lies there.
import { basename } from 'node:path'
import { Model3 } from '@psiona/live2d/model3'
import type { AvatarChart } from './avatar-chart'
import { EMPTY_MODEL3, Model3Draft } from './avatar-model3'
import { MOC3, MODEL3 } from './avatar-search'
import type { AvatarFile, AvatarTree } from './avatar-tree'

/** One beside the .moc3, under its name. */
export function draftFor(tree: AvatarTree, whole: AvatarTree, moc: AvatarFile): Model3Draft {
  const path = moc.path.slice(0, -MOC3.length) + MODEL3
  const stated = { ...EMPTY_MODEL3, FileReferences: { ...EMPTY_MODEL3.FileReferences, Moc: basename(moc.original) } }
  return new Model3Draft(tree, whole, { ...moc, path, original: moc.original.slice(0, -MOC3.length) + MODEL3 }, stated, 'new')
}

export async function draftFrom(chart: AvatarChart, tree: AvatarTree, whole: AvatarTree, file: AvatarFile): Promise<Model3Draft> {
  const json = await chart.json(tree, file)
  if ('mistake' in json) return new Model3Draft(tree, whole, file, EMPTY_MODEL3, json.mistake)
  const read = Model3.safeParse(json.value)
  if (!read.success || !read.data.FileReferences.Moc) return new Model3Draft(tree, whole, file, EMPTY_MODEL3, 'shape')
  const draft = new Model3Draft(tree, whole, file, read.data, 'stated')
  const version: unknown = Reflect.get(Object(json.value), 'Version')
  if (version !== 3) {
    chart.note('model3-version', { file: file.path, other: JSON.stringify(version) ?? 'nothing' })
    draft.changed = true
  }
  return draft
}

/** When the rest is known: what it was made from. */
export function noteDrafting(chart: AvatarChart, { file, origin, textures, expressions, motions }: Model3Draft): void {
  const found = [
    [textures.length, 'texture'],
    [expressions.length, 'expression'],
    [[...motions.values()].flat().length, 'motion'],
  ] as const
  const names = found.filter(([many]) => many > 0).map(([many, what]) => `${many} ${what}${many === 1 ? '' : 's'}`)
  const details = { file: file.path, names }
  if (origin === 'new') chart.note('model3-written', details)
  else if (typeof origin === 'string') chart.note('model3-shape', details)
  else chart.note('model3-rewritten', { ...details, ...origin })
}

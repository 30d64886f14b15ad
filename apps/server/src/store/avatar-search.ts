// The names of all files come in; out goes which of them is the model, or in words what has been dropped instead.
import type { Finding } from '@psiona/shared'
import { type AvatarFindingCode, avatarFinding } from './avatar-finding'
import type { AvatarFile, AvatarTree } from './avatar-tree'

export const MODEL3 = '.model3.json'
export const MOC3 = '.moc3'
export const RIG = '.rig.json'
const PLAYABLE = new RegExp(`(${[MODEL3, MOC3, RIG].map((ending) => ending.replaceAll('.', '\\.')).join('|')})$`, 'i')

/** The first that fits says most. */
const INSTEAD: readonly (readonly [RegExp, AvatarFindingCode])[] = [
  [/\.(cmo3|can3|cmox|cmp3)$/i, 'editor-project'],
  [/\.(moc|mtn)$/i, 'cubism-2'],
  [/\.(vrm|fbx|pmx|pmd|glb|gltf|blend|obj|vsfavatar|vroid)$/i, 'three-d-model'],
  [/\.(psd|psb|clip|kra|sai2?|procreate)$/i, 'drawing-only'],
  [/\.(zip|rar|7z|lzh|tar|gz)$/i, 'nested-archive'],
]

/** Null when there is something to look at more closely. */
export function dropped(paths: readonly string[], name: string): Finding | null {
  if (paths.length === 0) return avatarFinding('empty-archive', { name })
  if (paths.some((path) => PLAYABLE.test(path))) return null
  for (const [pattern, code] of INSTEAD) {
    const file = paths.find((path) => pattern.test(path))
    if (file) return avatarFinding(code, { file, name })
  }
  return avatarFinding('no-model', { name, count: paths.length })
}

export interface ChosenModel {
  /** Null: a .moc3 without one. */
  readonly model3: AvatarFile | null
  readonly moc: AvatarFile | null
  /** Left aside. */
  readonly others: readonly string[]
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

/** `named`: which one a VTube Studio file means. */
export function chooseModel(tree: AvatarTree, named: string | null): ChosenModel {
  const mocs = tree.endingWith(MOC3)
  const besideMoc = (file: AvatarFile) => mocs.some(({ path }) => folderOf(path) === folderOf(file.path))
  const model3s = [...tree.endingWith(MODEL3)].sort(
    (a, b) => Number(b.path === named) - Number(a.path === named) || Number(besideMoc(b)) - Number(besideMoc(a)),
  )
  const [model3 = null] = model3s
  if (model3) return { model3, moc: null, others: model3s.slice(1).map(({ path }) => path) }
  return { model3: null, moc: mocs[0] ?? null, others: mocs.slice(1).map(({ path }) => path) }
}

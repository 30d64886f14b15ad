// What other programs have written beside a model comes in, VTube Studio's and Open-LLM-VTuber's; out goes what is said of this one.
import { basename } from 'node:path'
import { ModelDict, type ModelDictEntry } from '@psiona/live2d/model-dict'
import { VTube } from '@psiona/live2d/vtube'
import type { AvatarChart } from './avatar-chart'
import type { Model3Draft } from './avatar-model3'
import { readPart } from './avatar-part'
import { foldedName } from './avatar-safe-names'
import type { AvatarFile, AvatarTree } from './avatar-tree'

const VTUBE = '.vtube.json'
const DICT = 'model_dict.json'

export interface VTubeFolder {
  readonly vtube: VTube
  /** The model3.json it means. */
  readonly model: AvatarFile | null
  /** File name of an expression → what its hotkey is called. */
  readonly hotkeys: ReadonlyMap<string, string>
}

export async function readVTube(chart: AvatarChart, tree: AvatarTree): Promise<VTubeFolder | null> {
  const [file] = tree.endingWith(VTUBE)
  if (!file) return null
  const vtube = await readPart(chart, tree, file, VTube, 'a file of VTube Studio')
  if (!vtube) return null
  chart.note('vtube-read', { file: file.path })
  const named = vtube.FileReferences.Model
  const hotkeys = new Map(vtube.Hotkeys.filter(({ File }) => File !== '').map(({ File, Name }) => [basename(File), Name.trim()]))
  return { vtube, hotkeys, model: named ? (tree.resolve(named, file)?.file ?? null) : null }
}

const stemOf = (path: string): string => foldedName(basename(path).replace(/\..*$/, ''))

/** Its numbers count the expressions as the model3.json had them; some may be gone since. */
function byName(emotionMap: ModelDictEntry['emotionMap'], draft: Model3Draft): ModelDictEntry['emotionMap'] {
  const stated = draft.stated.FileReferences.Expressions
  const names =
    stated.length === 0 ? draft.expressions : stated.map((one) => draft.expressions.find((kept) => kept.stated === one))
  return Object.fromEntries(
    Object.entries(emotionMap).flatMap(([emotion, expression]) => {
      const name = typeof expression === 'number' ? names[expression]?.name : expression
      return name === undefined ? [] : [[emotion, name]]
    }),
  )
}

/** An entry means her by its name, or by the file at the end of its url. */
export async function readModelDict(chart: AvatarChart, draft: Model3Draft): Promise<ModelDictEntry | null> {
  const { whole: tree, file: model } = draft
  const file = tree.endingWith(DICT).find(({ path }) => basename(path) === DICT)
  if (!file) return null
  const entries = await readPart(chart, tree, file, ModelDict, 'a list of models of Open-LLM-VTuber')
  if (!entries) return null
  const folders = model.original.split('/').slice(0, -1).map(foldedName)
  const stem = stemOf(model.original)
  const urlEnd = (url: string) => foldedName(basename(url.replaceAll('\\', '/')))
  const own =
    entries.find(({ url }) => urlEnd(url) === foldedName(basename(model.original))) ??
    entries.find(({ name }) => foldedName(name) === stem || folders.includes(foldedName(name))) ??
    null
  chart.note(own ? 'dict-read' : 'dict-without-her', { file: file.path })
  return own && { ...own, emotionMap: byName(own.emotionMap, draft) }
}

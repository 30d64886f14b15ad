// The textures a model3.json names come in; out go those that are there with their sizes, and in words what is wrong with them.
import { dirname } from 'node:path'
import type { ModelFacts } from '@psiona/shared'
import type { AvatarChart } from './avatar-chart'
import type { Model3Draft } from './avatar-model3'
import { PICTURE_HEAD_BYTES, pictureSize } from './avatar-picture'
import { foldedName } from './avatar-safe-names'
import { type AvatarFile, type AvatarTree, compareNames } from './avatar-tree'

/** What WebGL promises on the cards of the last ten years; and what none of them goes beyond. */
const COMMON_SIDE_PIXELS = 8192
const LARGEST_SIDE_PIXELS = 16_384
const PICTURES = ['.png', '.webp', '.jpg', '.jpeg']
const ICON = /icon|thumb|preview|logo|banner|sample/i

type Texture = ModelFacts['textures'][number]

/** Those that look like the textures of a model, in the order of their numbers. */
function likelyTextures(tree: AvatarTree): AvatarFile[] {
  const folders = new Map<string, AvatarFile[]>()
  for (const file of tree.endingWith(...PICTURES))
    if (!ICON.test(file.path)) folders.set(dirname(file.path), [...(folders.get(dirname(file.path)) ?? []), file])
  const points = ([folder, files]: readonly [string, readonly AvatarFile[]]): number =>
    (/texture|\.\d{3,5}$/i.test(folder) ? 2 : 0) + (files.some(({ path }) => /texture[_ -]?\d*\.\w+$/i.test(path)) ? 2 : 0)
  const [best] = [...folders].sort((a, b) => points(b) - points(a))
  return [...(best?.[1] ?? [])].sort((a, b) => compareNames(a.path, b.path))
}

/** The picture that was perhaps meant. */
function similarName(tree: AvatarTree, missing: string, taken: ReadonlySet<AvatarFile>): string {
  const stem = (name: string) => foldedName(name.split(/[\\/]/).at(-1) ?? '').replace(/\.\w+$/, '')
  const wanted = stem(missing)
  const free = tree.endingWith(...PICTURES).filter((file) => !taken.has(file))
  const close =
    free.find(({ path }) => stem(path).includes(wanted) || wanted.includes(stem(path))) ??
    (free.length === 1 ? free[0] : undefined)
  return close ? ` Perhaps it is ${close.path}, which would have to be renamed.` : ''
}

/** Sets `textures` of the draft. `needed`: how many the model data paints with. */
export async function findTextures(chart: AvatarChart, draft: Model3Draft, needed: number): Promise<Texture[]> {
  const { tree, stated } = draft
  const named = stated.FileReferences.Textures
  const found = named.map((reference) => draft.follow(reference))
  const taken = new Set(found.filter((file) => file !== null))
  for (const [i, file] of found.entries()) {
    const reference = named[i] ?? ''
    // One that nothing is painted with is not missed.
    if (!file && i < needed) chart.note('texture-missing', { file: reference, other: similarName(tree, reference, taken) })
  }
  draft.textures = found.filter((file) => file !== null)
  if (named.length < needed) addTextures(chart, draft, needed - named.length, taken)
  const sizes: Texture[] = []
  // One after the other: each takes half a megabyte of memory. One that is named twice is looked at once.
  for (const file of new Set(draft.textures)) {
    const size = await sizeOf(chart, tree, file)
    if (size) sizes.push(size)
  }
  return sizes
}

function addTextures(chart: AvatarChart, draft: Model3Draft, lacking: number, taken: ReadonlySet<AvatarFile>): void {
  const added = likelyTextures(draft.tree)
    .filter((file) => !taken.has(file))
    .slice(0, lacking)
  const isDrafted = draft.stated.FileReferences.Textures.length === 0
  if (added.length < lacking) {
    const moc = draft.moc?.path ?? draft.file.path
    chart.note('textures-too-few', { file: moc, count: taken.size + lacking, other: String(taken.size + added.length) })
  } else if (!isDrafted) {
    chart.noteNames(
      'textures-added',
      added.map(({ path }) => path),
      { file: draft.file.path },
    )
  }
  draft.textures.push(...added)
  draft.changed = true
}

const isPowerOfTwo = (side: number): boolean => (side & (side - 1)) === 0

async function sizeOf(chart: AvatarChart, tree: AvatarTree, file: AvatarFile): Promise<Texture | null> {
  const isServed = PICTURES.some((ending) => file.path.endsWith(ending))
  const size = isServed ? pictureSize(await tree.read(file, PICTURE_HEAD_BYTES)) : null
  if (!size) {
    chart.note('texture-not-picture', { file: file.path })
    return null
  }
  const { width, height } = size
  const details = { file: file.path, other: `${width} × ${height}` }
  const side = Math.max(width, height)
  if (side > LARGEST_SIDE_PIXELS) chart.note('texture-absurd', details)
  else if (side > COMMON_SIDE_PIXELS) chart.note('texture-large', details)
  else if (!isPowerOfTwo(width) || !isPowerOfTwo(height)) chart.note('texture-size-odd', details)
  return { file: file.path, width, height }
}

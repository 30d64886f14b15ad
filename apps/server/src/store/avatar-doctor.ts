// A folder comes in and is looked through, never changed; out go what was found in words, what to write to mend it, and how the face reaches it.
import type { Moc3Facts } from '@psiona/live2d/moc3-read'
import { suggestSheet } from '@psiona/live2d/suggest-sheet'
import type { Finding, ModelFacts, ModelSheet } from '@psiona/shared'
import { AvatarChart } from './avatar-chart'
import { readModelDict, readVTube, type VTubeFolder } from './avatar-company'
import { licenceFile } from './avatar-contents'
import { draftFor, draftFrom, noteDrafting } from './avatar-draft'
import { findExpressions } from './avatar-expressions'
import { addGroups, dropUnknown, groupIds, noteSilence } from './avatar-groups'
import { findMoc, readMoc } from './avatar-moc'
import type { Model3Draft } from './avatar-model3'
import { findMotions } from './avatar-motions'
import { readPuppet } from './avatar-puppet'
import { safePath } from './avatar-safe-names'
import { type ChosenModel, chooseModel, dropped } from './avatar-search'
import { findSingleParts } from './avatar-single-parts'
import { findTextures } from './avatar-textures'
import { modelTitle } from './avatar-title'
import type { AvatarTree } from './avatar-tree'

export interface Diagnosis {
  readonly title: string
  readonly usable: boolean
  readonly findings: readonly Finding[]
  readonly facts: ModelFacts
  /** Null when it cannot be used. */
  readonly suggested: ModelSheet | null
  /** Path → the mended text. */
  readonly writes: ReadonlyMap<string, string>
}

export const noFacts = (tree?: AvatarTree): ModelFacts => ({
  mocFormat: null,
  parameters: [],
  expressions: [],
  motionGroups: {},
  hitAreas: [],
  hasPhysics: false,
  textures: [],
  files: tree?.files.length ?? 0,
  bytes: tree?.bytes ?? 0,
})

/** Notes of the mapping for which there is a finding with something to do. */
const SAID_HERE = /^No parameter (opens her mouth|closes her eyes|turns her head)/

/** What would have been mended is of no interest then. */
export const unusable = (title: string, findings: readonly Finding[], facts: ModelFacts): Diagnosis => ({
  title,
  usable: false,
  findings: findings.filter(({ level }) => level !== 'mended'),
  facts,
  suggested: null,
  writes: new Map(),
})

/** `name`: what was dropped, as its owner calls it. */
export async function diagnose(tree: AvatarTree, name: string): Promise<Diagnosis> {
  const chart = new AvatarChart()
  for (const link of tree.links) chart.note('link-left-out', { file: link })
  const instead = dropped(
    tree.files.map(({ path }) => path),
    name,
  )
  const facts = noFacts(tree)
  if (instead) return unusable(modelTitle([name]), [instead, ...chart.findings], facts)
  const licence = licenceFile(tree.files.map(({ original }) => original)) ?? ''
  const vtube = await readVTube(chart, tree)
  const chosen = chooseModel(tree, vtube?.model?.path ?? null)
  const puppet = await readPuppet(chart, tree, chosen.model3 === null && chosen.moc === null)
  if (licence) chart.note('licence-found', { file: licence })
  else if (!puppet?.licence) chart.note('no-licence', { name })
  const found = await examine(chart, tree, chosen, vtube)
  if (found) chart.noteNames('several-models', chosen.others, { file: found.draft.file.path })
  const title = modelTitle([vtube?.vtube.Name ?? '', ...(found ? [found.draft.file.original] : []), puppet?.name ?? '', name])
  const source = found ?? puppet
  if (!source && chart.usable) chart.note('no-model', { name, count: tree.files.length })
  if (!source || !chart.usable) return unusable(title, chart.findings, { ...facts, ...found?.facts })
  const draft = found?.draft
  const dict = draft ? await readModelDict(chart, draft) : null
  const { sheet, notes } = suggestSheet({
    parameters: source.facts.parameters,
    names: new Map(source.facts.parameters.flatMap(({ id, name: called }) => (called === id ? [] : [[id, called]]))),
    lipSyncIds: draft ? groupIds(draft, 'LipSync') : [],
    eyeBlinkIds: draft ? groupIds(draft, 'EyeBlink') : [],
    expressions: source.facts.expressions,
    motionGroups: Object.keys(source.facts.motionGroups),
    hitAreas: source.facts.hitAreas,
    ...(vtube ? { vtube: vtube.vtube } : {}),
    ...(dict ? { dict } : {}),
    title,
    licence: puppet?.licence || (licence ? `see ${licence}`.slice(0, 200) : ''),
    file: draft?.file.path ?? puppet?.file.path ?? '',
  })
  for (const note of notes) if (!SAID_HERE.test(note)) chart.note('mapping', { other: note })
  if (draft) {
    addGroups(chart, draft, sheet.map)
    noteSilence(chart, draft.file.path, sheet.map)
    if (draft.changed) chart.writes.set(draft.file.path, draft.written())
  }
  const suggested = {
    ...sheet,
    live2d: draft ? { file: draft.file.path } : null,
    puppet: puppet ? { file: puppet.file.path } : null,
  }
  return { title, usable: true, findings: chart.findings, facts: { ...facts, ...source.facts }, suggested, writes: chart.writes }
}

/** The map's names end there. */
const LONGEST_AREA = 200

type Found = { readonly draft: Model3Draft; readonly facts: Omit<ModelFacts, 'files' | 'bytes'> }

async function examine(
  chart: AvatarChart,
  tree: AvatarTree,
  { model3, moc, others }: ChosenModel,
  vtube: VTubeFolder | null,
): Promise<Found | null> {
  const folder = (model3 ?? moc)?.path.split('/').slice(0, -1).join('/') ?? ''
  const hers = others.length > 0 ? tree.within(folder) : tree
  const draft = model3 ? await draftFrom(chart, hers, tree, model3) : moc ? draftFor(hers, tree, moc) : null
  if (!draft) return null
  const file = findMoc(chart, draft)
  const facts = file && (await readMoc(chart, tree, file))
  const ids = new Set(facts?.parameters.map(({ id }) => id))
  const textures = await findTextures(chart, draft, facts?.textureCount ?? 0)
  const names = await findSingleParts(chart, draft, ids)
  await findExpressions(chart, draft, vtube?.hotkeys ?? new Map())
  await findMotions(chart, draft, ids, vtube?.vtube.FileReferences.IdleAnimation ?? '')
  if (facts) dropUnknown(chart, draft, ids, new Set(facts.drawables.map(({ id }) => id)))
  draft.noteCarelessness(chart)
  if (!draft.isStated) noteDrafting(chart, draft)
  noteNames(chart, tree, draft)
  return { draft, facts: factsOf(draft, facts, names, textures) }
}

/** Renamed at unpacking; or, in a folder that was put there by hand, still to be renamed. */
function noteNames(chart: AvatarChart, tree: AvatarTree, draft: Model3Draft): void {
  const renamed = tree.files.filter(({ path, original }) => safePath(original) !== original && path !== original)
  chart.noteNames(
    'file-renamed',
    renamed.map(({ path }) => path),
  )
  const used = [
    draft.file,
    draft.moc,
    ...draft.textures,
    ...draft.single.values(),
    ...draft.expressions.map(({ file }) => file),
    ...[...draft.motions.values()].flat().map(({ file }) => file),
  ]
  const odd = used.find((file) => file && safePath(file.path) !== file.path)
  if (odd) chart.note('name-not-plain', { file: odd.path })
}

const factsOf = (
  draft: Model3Draft,
  moc: Moc3Facts | null,
  names: ReadonlyMap<string, string>,
  textures: ModelFacts['textures'],
): Found['facts'] => ({
  mocFormat: moc?.format ?? null,
  parameters: moc?.parameters.map((parameter) => ({ ...parameter, name: names.get(parameter.id) || parameter.id })) ?? [],
  expressions: draft.expressions.map(({ name }) => name),
  motionGroups: draft.motionGroups,
  hitAreas: draft.hitAreas.map(({ Id, Name }) => (Name || Id).slice(0, LONGEST_AREA)),
  hasPhysics: draft.single.has('Physics'),
  textures,
})

// The motions that a model3.json names and those that lie beside it come in; out go those she can make, in their groups.
import { basename } from 'node:path'
import type { Model3Motion } from '@psiona/live2d/model3'
import { Motion3 } from '@psiona/live2d/motion3'
import type { AvatarChart } from './avatar-chart'
import type { Kept, Model3Draft } from './avatar-model3'
import { readPart } from './avatar-part'
import type { AvatarFile } from './avatar-tree'

const MOTION3 = '.motion3.json'
const IDLE = 'Idle'
/** The map's names end at 200. */
const LONGEST_GROUP = 150

/** Sets `motions` of the draft. `parameters`: ids she has, empty when unknown; `idle`: what a VTube Studio file plays while nothing happens. */
export async function findMotions(
  chart: AvatarChart,
  draft: Model3Draft,
  parameters: ReadonlySet<string>,
  idle: string,
): Promise<void> {
  const missing: string[] = []
  const empty: string[] = []
  for (const [group, motions] of Object.entries(draft.stated.FileReferences.Motions)) {
    const kept: Kept<Model3Motion>[] = []
    for (const stated of motions) {
      const file = draft.follow(stated.File)
      if (file) kept.push({ stated, file })
      else missing.push(stated.File)
    }
    if (motions.length === 0) empty.push(group || '(no name)')
    if (kept.length > 0) draft.motions.set(group.slice(0, LONGEST_GROUP), kept)
  }
  chart.noteNames('motion-missing', missing, { file: missing[0] ?? '' })
  chart.noteNames('motion-group-empty', empty, { file: draft.file.path })
  if (missing.length + empty.length > 0) draft.changed = true
  addUnnamed(chart, draft, idle)
  await readAll(chart, draft, parameters)
  if (draft.motions.size === 0) chart.note('no-motions', { file: draft.file.path })
  const sounds = [...draft.motions.values()].flat().flatMap(({ stated: { Sound } }) => (Sound ? [Sound] : []))
  chart.noteNames('sounds-ignored', sounds)
  if (sounds.length > 0) draft.changed = true
}

function addUnnamed(chart: AvatarChart, draft: Model3Draft, idle: string): void {
  const named = new Set([...draft.motions.values()].flat().map(({ file }) => file))
  const added = draft.tree.endingWith(MOTION3).filter((file) => !named.has(file))
  if (added.length === 0) return
  const isIdle = ({ path }: AvatarFile) => basename(path) === basename(idle) || /idle|待機|待机/i.test(basename(path))
  // When nothing tells them apart, they are what she does while nothing happens.
  const allIdle = draft.motions.size === 0 && !added.some(isIdle)
  const groups = new Set<string>()
  for (const file of added) {
    const group = allIdle || isIdle(file) ? IDLE : groupOf(file)
    groups.add(group)
    draft.motions.set(group, [...(draft.motions.get(group) ?? []), { stated: { File: '' }, file }])
  }
  draft.changed = true
  if (draft.isStated)
    chart.noteNames(
      'motions-added',
      added.map(({ path }) => path),
      { file: draft.file.path, other: [...groups].slice(0, 3).join(', ') },
    )
}

/** 'tap_body_01.motion3.json' → 'tap_body' */
const groupOf = ({ path }: AvatarFile): string =>
  basename(path)
    .slice(0, -MOTION3.length)
    .replace(/[\s_-]*\d+$/, '')
    .slice(0, LONGEST_GROUP) || IDLE

async function readAll(chart: AvatarChart, draft: Model3Draft, parameters: ReadonlySet<string>): Promise<void> {
  const readable = new Map<AvatarFile, boolean>()
  for (const file of new Set([...draft.motions.values()].flat().map((motion) => motion.file))) {
    const motion = await readPart(chart, draft.tree, file, Motion3, 'a motion')
    readable.set(file, motion !== null)
    const curves = motion?.Curves.filter(({ Target }) => Target === 'Parameter').map(({ Id }) => Id) ?? []
    const unknown = [...new Set(curves.filter((id) => !parameters.has(id)))]
    if (parameters.size > 0) chart.noteNames('curves-unknown', unknown, { file: file.path })
  }
  for (const [group, motions] of draft.motions) {
    const kept = motions.filter(({ file }) => readable.get(file))
    if (kept.length < motions.length) draft.changed = true
    if (kept.length > 0) draft.motions.set(group, kept)
    else draft.motions.delete(group)
  }
}

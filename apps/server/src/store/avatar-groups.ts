// Groups and touch areas of a model3.json and the mapping come in; missing groups are entered, and what the model does not have is taken out.
import type { AvatarMap } from '@psiona/shared'
import type { AvatarChart } from './avatar-chart'
import type { Model3Draft } from './avatar-model3'

export const groupIds = (draft: Model3Draft, name: 'EyeBlink' | 'LipSync'): string[] =>
  draft.groups.filter((group) => group.Name === name).flatMap(({ Ids }) => Ids)

/** Before the mapping: what is not there would lead it astray. */
export function dropUnknown(
  chart: AvatarChart,
  draft: Model3Draft,
  parameters: ReadonlySet<string>,
  drawables: ReadonlySet<string>,
): void {
  const { file } = draft
  const unknown = draft.groups
    .filter(({ Target }) => Target === 'Parameter')
    .flatMap(({ Ids }) => Ids.filter((id) => !parameters.has(id)))
  chart.noteNames('group-unknown', unknown, { file: file.path })
  draft.groups = draft.groups.map((group) =>
    group.Target === 'Parameter' ? { ...group, Ids: group.Ids.filter((id) => parameters.has(id)) } : group,
  )
  const lost = draft.hitAreas.filter(({ Id }) => !drawables.has(Id))
  chart.noteNames(
    'hit-area-lost',
    lost.map(({ Id, Name }) => Name || Id || '(no name)'),
    { file: file.path },
  )
  draft.hitAreas = draft.hitAreas.filter(({ Id }) => drawables.has(Id))
  if (unknown.length + lost.length > 0) draft.changed = true
}

const MOUTH = /^(mouthOpen|vowel[AIUEO])$/
const EYES = /^eyeOpen[LR]$/

/** After the mapping: other programs go by these groups. */
export function addGroups(chart: AvatarChart, draft: Model3Draft, { links }: AvatarMap): void {
  const added: string[] = []
  for (const [name, channels] of [
    ['EyeBlink', EYES],
    ['LipSync', MOUTH],
  ] as const) {
    if (groupIds(draft, name).length > 0) continue
    const ids = [...new Set(links.filter(({ channel }) => channels.test(channel)).map(({ parameter }) => parameter))]
    if (ids.length === 0) continue
    draft.groups = [...draft.groups.filter((group) => group.Name !== name), { Target: 'Parameter', Name: name, Ids: ids }]
    added.push(...ids)
  }
  if (added.length === 0) return
  draft.changed = true
  chart.noteNames('groups-added', added, { file: draft.file.path })
}

/** What the mapping could not find anything for. */
export function noteSilence(chart: AvatarChart, file: string, { mouth, links }: AvatarMap): void {
  const has = (pattern: RegExp) => links.some(({ channel }) => pattern.test(channel))
  if (mouth === 'none') chart.note('no-mouth', { file })
  if (!has(EYES)) chart.note('no-eyes', { file })
  if (!has(/^angle[XYZ]$/)) chart.note('no-head-turn', { file })
}

// Physics, pose, names and user data that a model3.json refers to come in; out goes what is there, and the names of her parameters.
import { Cdi3, parameterNames } from '@psiona/live2d/cdi3'
import { Physics3 } from '@psiona/live2d/physics3'
import { Pose3 } from '@psiona/live2d/pose3'
import type { AvatarChart } from './avatar-chart'
import type { Model3Draft } from './avatar-model3'
import { readPart } from './avatar-part'
import type { AvatarFile } from './avatar-tree'

const ENDINGS = {
  Physics: '.physics3.json',
  Pose: '.pose3.json',
  DisplayInfo: '.cdi3.json',
  UserData: '.userdata3.json',
} as const
const MISSING = { Physics: 'physics-missing', Pose: 'pose-missing', DisplayInfo: 'names-missing' } as const
type Single = keyof typeof ENDINGS

/** The one a model3.json names; of a drafted one, the only one there. */
function find(chart: AvatarChart, draft: Model3Draft, key: Single): AvatarFile | null {
  const reference = draft.stated.FileReferences[key]
  if (reference) {
    const file = draft.follow(reference)
    if (!file) draft.changed = true
    if (!file && key !== 'UserData') chart.note(MISSING[key], { file: reference })
    return file
  }
  // Names help the owner and change nothing else, so they are taken along from wherever they lie.
  const [file = null] = draft.isStated && key !== 'DisplayInfo' ? [] : draft.tree.endingWith(ENDINGS[key])
  if (file) draft.changed = true
  return file
}

/** Sets `single` of the draft; returns id → name. */
export async function findSingleParts(
  chart: AvatarChart,
  draft: Model3Draft,
  parameters: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const keep = (key: Single, file: AvatarFile, content: unknown) => {
    if (content) draft.single.set(key, file)
    else draft.changed = true
  }
  const physicsFile = find(chart, draft, 'Physics')
  const physics = physicsFile && (await readPart(chart, draft.tree, physicsFile, Physics3, 'physics of a model'))
  if (physicsFile) {
    keep('Physics', physicsFile, physics)
    const ids = physics?.PhysicsSettings.flatMap(({ Input, Output }) => [
      ...Input.map(({ Source }) => Source.Id),
      ...Output.map(({ Destination }) => Destination.Id),
    ])
    const unknown = [...new Set(ids?.filter((id) => !parameters.has(id)))]
    if (parameters.size > 0) chart.noteNames('physics-unknown', unknown, { file: physicsFile.path })
  }
  const pose = find(chart, draft, 'Pose')
  if (pose) keep('Pose', pose, await readPart(chart, draft.tree, pose, Pose3, 'a pose file'))
  const userData = find(chart, draft, 'UserData')
  if (userData) {
    chart.note('user-data', { file: userData.path })
    draft.single.set('UserData', userData)
  }
  const namesFile = find(chart, draft, 'DisplayInfo')
  const names = namesFile && (await readPart(chart, draft.tree, namesFile, Cdi3, 'a list of names'))
  if (namesFile) keep('DisplayInfo', namesFile, names)
  return names ? parameterNames(names) : new Map()
}

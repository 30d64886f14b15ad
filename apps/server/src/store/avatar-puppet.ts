// A rig of Psiona's own among the files comes in; out go its name, its licence and its parameters, as the mapping wants them.
import type { ModelFacts } from '@psiona/shared'
import { z } from 'zod'
import type { AvatarChart } from './avatar-chart'
import { readPart } from './avatar-part'
import { safePath } from './avatar-safe-names'
import { RIG } from './avatar-search'
import type { AvatarFile, AvatarTree } from './avatar-tree'

/** The whole of it is checked by the page that draws it. */
const RigHead = z.object({
  name: z.string(),
  licence: z.string(),
  textures: z.array(z.object({ file: z.string(), width: z.number().int(), height: z.number().int() })),
  parameters: z.array(z.object({ id: z.string(), min: z.number(), max: z.number(), default: z.number() })),
})

export interface AvatarPuppet {
  readonly file: AvatarFile
  readonly name: string
  readonly licence: string
  readonly facts: Omit<ModelFacts, 'files' | 'bytes'>
}

/** `alone`: there is nothing else that draws her. */
export async function readPuppet(chart: AvatarChart, tree: AvatarTree, alone: boolean): Promise<AvatarPuppet | null> {
  const [file] = tree.endingWith(RIG)
  const rig = file && (await readPart(chart, tree, file, RigHead, 'a rig of Psiona'))
  if (!rig) return null
  if (alone) chart.note('puppet-only', { file: file.path })
  if (safePath(file.path) !== file.path) chart.note('name-not-plain', { file: file.path })
  const { name, licence, textures } = rig
  const parameters = rig.parameters.map((parameter) => ({ ...parameter, name: parameter.id }))
  return {
    file,
    name,
    licence,
    facts: { mocFormat: null, parameters, expressions: [], motionGroups: {}, hitAreas: [], hasPhysics: false, textures },
  }
}

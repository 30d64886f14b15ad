// Tori's rig in, everything but the texture that makes her a Live2D model out: path in her folder → contents.
import { writeMoc3 } from '@psiona/live2d/moc3-write'
import { suggestSheet } from '@psiona/live2d/suggest-sheet'
import { MODEL_SHEET_FILE, ModelSheet, type Rig } from '@psiona/shared'
import { cubismModel } from './cubism-model'
import { displayNames } from './display-names'
import { expressionFiles } from './expression-files'
import { motionFiles } from './motion-files'
import { physicsFile } from './physics-file'
import { powerOfTwo } from './texture'
import { tidyJson } from './tidy-json'
import { wardrobe } from './wardrobe'

export const RIG_FILE = 'tori.rig.json'
const MODEL_FILE = 'tori.model3.json'
/** Folders that hold nothing but what is made here. */
export const MADE_FOLDERS = ['expressions', 'motions'] as const

/** Where a touch is felt: the first of these meshes that the rig has. */
const HIT_AREAS: Readonly<Record<string, readonly string[]>> = { Head: ['face'], Body: ['torso', 'coat_back'] }
const EYES = ['ParamEyeLOpen', 'ParamEyeROpen']
const LIPS = ['ParamMouthOpenY']

/** Cubism puts textures in a folder that says how large they are. */
export const texturePath = (rig: Rig): string => {
  const { width = 0, height = 0 } = rig.textures[0] ?? {}
  return `tori.${Math.max(powerOfTwo(width), powerOfTwo(height))}/texture_00.png`
}

export const cubismFiles = (rig: Rig): ReadonlyMap<string, Uint8Array | string> => {
  const expressions = [...expressionFiles(rig)].map(([name, file]) => ({ name, path: `expressions/${name}.exp3.json`, file }))
  const motions = [...motionFiles(rig)].map(([name, m]) => ({ ...m, path: `motions/${name}.motion3.json` }))
  const meshes = new Set(rig.meshes.map(({ id }) => id))
  const hitAreas = Object.entries(HIT_AREAS).flatMap(([Name, ids]) => {
    const Id = ids.find((id) => meshes.has(id))
    return Id === undefined ? [] : [{ Id, Name }]
  })
  const groups = [...new Set(motions.map(({ group }) => group))]
  const model = {
    Version: 3,
    FileReferences: {
      Moc: 'tori.moc3',
      Textures: [texturePath(rig)],
      Physics: 'tori.physics3.json',
      DisplayInfo: 'tori.cdi3.json',
      Expressions: expressions.map(({ name, path }) => ({ Name: name, File: path })),
      Motions: Object.fromEntries(
        groups.map((name) => [name, motions.filter(({ group }) => group === name).map(({ path }) => ({ File: path }))]),
      ),
    },
    Groups: [
      { Target: 'Parameter', Name: 'EyeBlink', Ids: EYES },
      { Target: 'Parameter', Name: 'LipSync', Ids: LIPS },
    ],
    HitAreas: hitAreas,
  }
  const sheet = sheetOf(
    rig,
    expressions.map(({ name }) => name),
    groups,
    hitAreas.map(({ Name }) => Name),
  )
  return new Map<string, Uint8Array | string>([
    ['tori.moc3', writeMoc3(cubismModel(rig))],
    [MODEL_FILE, tidyJson(model)],
    ['tori.cdi3.json', tidyJson(displayNames(rig))],
    ['tori.physics3.json', tidyJson(physicsFile(rig))],
    ...expressions.map(({ path, file }) => [path, tidyJson(file)] as const),
    ...motions.map(({ path, file }) => [path, tidyJson(file)] as const),
    [MODEL_SHEET_FILE, tidyJson(sheet)],
  ])
}

/** A wink shows two fingers. */
const HER_OWN_CUES = { 'gesture-wink': 'Peace' } as const

const sheetOf = (
  rig: Rig,
  expressions: readonly string[],
  motionGroups: readonly string[],
  hitAreas: readonly string[],
): ModelSheet => {
  const { sheet } = suggestSheet({
    ...{ title: rig.name, licence: rig.licence, file: MODEL_FILE, parameters: rig.parameters },
    ...{ lipSyncIds: LIPS, eyeBlinkIds: EYES, expressions, motionGroups, hitAreas },
  })
  return ModelSheet.parse({
    ...sheet,
    puppet: { file: RIG_FILE },
    // Her frames carry the feeling in the very parameters that an expression would move: it is not shown twice.
    map: { ...sheet.map, expressions: {}, motions: { ...sheet.map.motions, ...HER_OWN_CUES } },
    ...wardrobe(rig),
  })
}

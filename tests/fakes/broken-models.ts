// Models that cannot be used or lack something. In: nothing. Out: one case for every such finding that a zip can lead to, with what its sentence must name.
import { type Files, jpegOf, json, mocOf, model3, modelFiles, pngOf } from './broken-models-parts'
import { type ZipEntry, zipOf } from './broken-models-zip'

export interface BrokenModel {
  readonly what: string
  readonly code: string
  readonly usable: boolean
  /** The file that the sentence or its remedy names. */
  readonly names: string
  readonly files: Files | readonly ZipEntry[]
}

const at = (bytes: Buffer, offset: number, value: number): Buffer => {
  const changed = Buffer.from(bytes)
  changed.writeUInt8(value, offset)
  return changed
}
/** The count of parameters, below zero. */
const contradicting = (): Buffer => {
  const changed = mocOf()
  changed.writeInt32LE(-1, changed.readUInt32LE(0x40) + 5 * 4)
  return changed
}
export const withModel3 = (parts: Parameters<typeof model3>[0], more: Parameters<typeof modelFiles>[0] = {}): Files =>
  modelFiles({ 'haru.model3.json': model3(parts), ...more })
const broken = (what: string, code: string, names: string, files: BrokenModel['files']): BrokenModel => ({
  what,
  code,
  names,
  files,
  usable: false,
})
export const usable = (what: string, code: string, names: string, files: BrokenModel['files']): BrokenModel => ({
  what,
  code,
  names,
  files,
  usable: true,
})

export const UNUSABLE: readonly BrokenModel[] = [
  broken('nothing in it', 'empty-archive', 'Dropped.zip', {}),
  broken('holiday pictures', 'no-model', 'Dropped.zip', { 'beach.jpg': jpegOf(10, 10), 'notes.txt': 'sun' }),
  broken('a zip in a zip', 'nested-archive', 'haru.zip', { 'haru.zip': zipOf([{ name: 'haru.moc3', data: mocOf() }]) }),
  broken('the project of the editor', 'editor-project', 'haru.cmo3', { 'haru.cmo3': 'CAFF', 'haru.psd': '8BPS' }),
  broken('a drawing', 'drawing-only', 'haru.psd', { 'haru.psd': '8BPS' }),
  broken('Cubism 2', 'cubism-2', 'shizuku.moc', {
    'model.json': json({ model: 'shizuku.moc' }),
    'shizuku.moc': 'moc',
    'a.mtn': '',
  }),
  broken('a VRM', 'three-d-model', 'avatar.vrm', { 'avatar.vrm': 'glTF' }),
  broken('no model data', 'moc-missing', 'haru.moc3', modelFiles({ 'haru.moc3': null })),
  broken('a page saved as .moc3', 'moc-not-moc', 'haru.moc3', modelFiles({ 'haru.moc3': '<!doctype html>' })),
  broken('half of the model data', 'moc-truncated', 'haru.moc3', modelFiles({ 'haru.moc3': mocOf().subarray(0, 2100) })),
  broken('counts below zero', 'moc-damaged', 'haru.moc3', modelFiles({ 'haru.moc3': contradicting() })),
  broken('the other byte order', 'moc-big-endian', 'haru.moc3', modelFiles({ 'haru.moc3': at(mocOf(), 5, 1) })),
  broken('a format of the future', 'moc-unknown-format', 'haru.moc3', modelFiles({ 'haru.moc3': at(mocOf(), 4, 9) })),
  broken(
    'a texture with another name',
    'texture-missing',
    'texture_00.png',
    modelFiles({ 'haru.2048/texture_00.png': null, 'haru.2048/texture_00 (1).png': pngOf() }),
  ),
  broken(
    'a text as a texture',
    'texture-not-picture',
    'texture_00.png',
    modelFiles({ 'haru.2048/texture_00.png': 'not painted' }),
  ),
  broken('a header that lies', 'texture-absurd', 'texture_00.png', modelFiles({ 'haru.2048/texture_00.png': pngOf(60_000) })),
  broken('a second texture is needed', 'textures-too-few', 'haru.moc3', modelFiles({ 'haru.moc3': mocOf({ textures: 2 }) })),
  broken('a rig of ours that is none', 'json-shape', 'a.rig.json', { 'a.rig.json': json({ version: 1 }) }),
]

export const LACKING_SOMETHING: readonly BrokenModel[] = [
  usable(
    'a motion is missing',
    'motion-missing',
    'wave.motion3.json',
    withModel3({ references: { Motions: { Tap: [{ File: 'motions/wave.motion3.json' }] } } }),
  ),
  usable(
    'an expression is missing',
    'expression-missing',
    'cry.exp3.json',
    withModel3({ references: { Expressions: [{ Name: 'cry', File: 'cry.exp3.json' }] } }),
  ),
  usable(
    'no physics file',
    'physics-missing',
    'haru.physics3.json',
    withModel3({ references: { Physics: 'haru.physics3.json' } }),
  ),
  usable('no pose file', 'pose-missing', 'haru.pose3.json', withModel3({ references: { Pose: 'haru.pose3.json' } })),
  usable('no names', 'names-missing', 'haru.cdi3.json', withModel3({ references: { DisplayInfo: 'haru.cdi3.json' } })),
  usable(
    'a comma too few',
    'json-broken',
    'smile.exp3.json',
    modelFiles({ 'expressions/smile.exp3.json': '{\n  "Type": "x"\n  "Parameters": []\n}' }),
  ),
  usable('a list as an expression', 'json-shape', 'smile.exp3.json', modelFiles({ 'expressions/smile.exp3.json': '[]' })),
  usable('a huge texture', 'texture-large', 'texture_00.png', modelFiles({ 'haru.2048/texture_00.png': pngOf(16_384) })),
  usable('no mouth', 'no-mouth', 'haru.model3.json', modelFiles({ 'haru.moc3': mocOf({ without: ['ParamMouth'] }) })),
  usable('no eyes', 'no-eyes', 'haru.model3.json', modelFiles({ 'haru.moc3': mocOf({ without: ['ParamEye'] }) })),
  usable('no head', 'no-head-turn', 'haru.model3.json', modelFiles({ 'haru.moc3': mocOf({ without: ['ParamAngle'] }) })),
  usable('a sheet of another age', 'sheet-unread', 'psiona.json', modelFiles({ 'psiona.json': json({ schema: 7 }) })),
]

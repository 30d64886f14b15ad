// Models that the doctor mends or has something to say about. In: nothing. Out: one case for every such finding, with what its sentence must name.
import { type BrokenModel, usable, withModel3 } from './broken-models'
import { expression, json, mocOf, model3, modelFiles, motion, physics, pngOf, webpOf } from './broken-models-parts'
import { zipOf } from './broken-models-zip'

const utf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
const sjis = Buffer.from([0x83, 0x6e, 0x83, 0x8b, 0x2e, 0x6d, 0x6f, 0x63, 0x33])

export const MENDED_HERE: readonly BrokenModel[] = [
  usable('no model3.json', 'model3-written', 'haru.model3.json', modelFiles({ 'haru.model3.json': null })),
  usable(
    'a model3.json cut short',
    'model3-rewritten',
    'haru.model3.json',
    modelFiles({ 'haru.model3.json': model3().slice(0, 60) }),
  ),
  usable(
    'a model3.json without a model',
    'model3-shape',
    'haru.model3.json',
    modelFiles({ 'haru.model3.json': json({ Version: 3 }) }),
  ),
  usable('a version as text', 'model3-version', 'haru.model3.json', withModel3({ rest: { Version: '3.0.0' } })),
  usable('other letters', 'letter-case', 'Haru.MOC3', withModel3({ references: { Moc: 'Haru.MOC3' } })),
  usable('backslashes', 'backslashes', 'texture_00.png', withModel3({ references: { Textures: ['haru.2048\\texture_00.png'] } })),
  usable(
    'textures elsewhere',
    'place-changed',
    'texture_00.png',
    withModel3({ references: { Textures: ['textures/texture_00.png'] } }),
  ),
  usable('a renamed moc3', 'moc-replaced', 'old name.moc3', withModel3({ references: { Moc: 'old name.moc3' } })),
  usable(
    'a texture not named',
    'textures-added',
    'texture_01.png',
    modelFiles({ 'haru.moc3': mocOf({ textures: 2 }), 'haru.2048/texture_01.png': webpOf(64, 64) }),
  ),
  usable('UTF-16', 'json-encoding', 'haru.model3.json', modelFiles({ 'haru.model3.json': utf16(model3()) })),
  usable(
    'comments and commas',
    'json-relaxed',
    'haru.model3.json',
    modelFiles({ 'haru.model3.json': `// by hand\n${model3().replace(/\}\s*$/, ',}')}` }),
  ),
  usable('no groups', 'groups-added', 'ParamMouthOpenY', withModel3({ rest: { Groups: [] } })),
  usable(
    'groups of another model',
    'group-unknown',
    'ParamElse',
    withModel3({ rest: { Groups: [{ Target: 'Parameter', Name: 'LipSync', Ids: ['ParamElse', 'ParamMouthOpenY'] }] } }),
  ),
  usable(
    'two smiles',
    'expression-twice',
    'smile 2',
    withModel3(
      {
        references: { Expressions: ['smile', 'grin'].map((file) => ({ Name: 'smile', File: `expressions/${file}.exp3.json` })) },
      },
      { 'expressions/grin.exp3.json': expression() },
    ),
  ),
  usable(
    'an expression nobody names',
    'expressions-added',
    'cry.exp3.json',
    modelFiles({ 'expressions/cry.exp3.json': expression() }),
  ),
  usable(
    'a motion nobody names',
    'motions-added',
    'wave_01.motion3.json',
    modelFiles({ 'motions/wave_01.motion3.json': motion() }),
  ),
  usable(
    'an empty group',
    'motion-group-empty',
    'Shake',
    withModel3({ references: { Motions: { Shake: [], Idle: [{ File: 'motions/idle.motion3.json' }] } } }),
  ),
  usable(
    'touch areas of another model',
    'hit-area-lost',
    'HitAreaHead',
    withModel3({ rest: { HitAreas: [{ Id: 'HitAreaHead', Name: '' }] } }),
  ),
  usable(
    'names for no address',
    'file-renamed',
    'smile',
    withModel3(
      { references: { Expressions: [{ Name: 'smile', File: 'expressions/[smile]!.exp3.json' }] } },
      { 'expressions/smile.exp3.json': null, 'expressions/[smile]!.exp3.json': expression() },
    ),
  ),
]

export const TOLD: readonly BrokenModel[] = [
  usable('two models', 'several-models', 'natori.model3.json', modelFiles({ 'natori.model3.json': model3() })),
  usable('an archive besides', 'nested-archive-left', 'props.zip', modelFiles({ 'props.zip': zipOf([]) })),
  usable(
    'programs besides',
    'file-left-out',
    'viewer.exe',
    modelFiles({ 'viewer.exe': 'MZ', 'index.html': '<script>', 'run.js': 'x' }),
  ),
  usable('packed by a Mac', 'hidden-left-out', '.DS_Store', modelFiles({ '.DS_Store': 'x', '__MACOSX/._haru.moc3': 'x' })),
  usable('names in Shift-JIS', 'names-decoded', 'ハル.moc3', [
    ...Object.entries(withModel3({ references: { Moc: 'ハル.moc3' } }, { 'haru.moc3': null })).map(([name, data]) => ({
      name,
      data,
    })),
    { name: sjis, data: mocOf(), saysUtf8: false },
  ]),
  usable(
    'curves of another model',
    'curves-unknown',
    'idle.motion3.json',
    modelFiles({ 'motions/idle.motion3.json': motion('ParamTail') }),
  ),
  usable(
    'physics of another model',
    'physics-unknown',
    'haru.physics3.json',
    withModel3({ references: { Physics: 'haru.physics3.json' } }, { 'haru.physics3.json': physics('ParamTail') }),
  ),
  usable(
    'user data',
    'user-data',
    'haru.userdata3.json',
    withModel3({ references: { UserData: 'haru.userdata3.json' } }, { 'haru.userdata3.json': '{}' }),
  ),
  usable(
    'sounds',
    'sounds-ignored',
    'hello.wav',
    withModel3(
      { references: { Motions: { Idle: [{ File: 'motions/idle.motion3.json', Sound: 'sounds/hello.wav' }] } } },
      { 'sounds/hello.wav': 'RIFF' },
    ),
  ),
  usable('odd sides', 'texture-size-odd', 'texture_00.png', modelFiles({ 'haru.2048/texture_00.png': pngOf(100, 64) })),
  usable('a licence', 'licence-found', 'LICENSE.txt', modelFiles()),
  usable('no licence', 'no-licence', 'Dropped.zip', modelFiles({ 'LICENSE.txt': null })),
  usable(
    'VTube Studio',
    'vtube-read',
    'haru.vtube.json',
    modelFiles({ 'haru.vtube.json': json({ Version: 1, Name: 'Haru', FileReferences: { Model: 'haru.model3.json' } }) }),
  ),
  usable(
    'Open-LLM-VTuber',
    'dict-read',
    'model_dict.json',
    modelFiles({
      'model_dict.json': json([{ name: 'haru', url: '/live2d-models/haru/haru.model3.json', emotionMap: { joy: 0 } }]),
    }),
  ),
  usable(
    'a list without her',
    'dict-without-her',
    'model_dict.json',
    modelFiles({ 'model_dict.json': json([{ name: 'mao_pro', url: '/mao_pro.model3.json' }]) }),
  ),
  usable(
    'no expressions',
    'no-expressions',
    'haru.model3.json',
    withModel3({ references: { Expressions: [] } }, { 'expressions/smile.exp3.json': null }),
  ),
  usable(
    'no motions',
    'no-motions',
    'haru.model3.json',
    withModel3({ references: { Motions: {} } }, { 'motions/idle.motion3.json': null }),
  ),
  usable('a rig of ours', 'puppet-only', 'a.rig.json', {
    'a.rig.json': json({
      name: 'A',
      licence: 'MIT',
      textures: [],
      parameters: [{ id: 'ParamMouthOpenY', min: 0, max: 1, default: 0 }],
    }),
  }),
]

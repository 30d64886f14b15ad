// Models with nothing wrong, as different programs and countries pack them. In: their archives. Out: they are taken in, mapped and named.

import { ModelPath } from '@psiona/shared'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { expression, jpegOf, json, mocOf, model3, modelFiles, motion, pngOf, webpOf } from '../fakes/broken-models-parts'
import { proven, type ShelfAtTest, shelfAtTest } from './model-doctor-shelf'

const inFolder = (folder: string, files: ReturnType<typeof modelFiles>) =>
  Object.fromEntries(Object.entries(files).map(([path, data]) => [`${folder}/${path}`, data]))

export function goodSuite(): void {
  describe('good models', () => {
    let test: ShelfAtTest
    beforeEach(async () => {
      test = await shelfAtTest()
    })
    afterEach(() => test.close())

    it('takes a plain one as it is', async () => {
      const files = modelFiles()
      const report = await test.drop(inFolder('Haru', files), 'Haru.zip')
      expect(report).toMatchObject({ id: 'haru', title: 'haru', usable: true })
      expect(proven(report).filter((code) => code !== 'mapping')).toEqual(['licence-found'])
      expect(report.facts).toMatchObject({
        mocFormat: 1,
        expressions: ['smile'],
        motionGroups: { Idle: 1 },
        textures: [{ file: 'haru.2048/texture_00.png', width: 64, height: 64 }],
      })
      expect(test.read('haru/haru.model3.json')).toBe(files['haru.model3.json'])
      const sheet = test.shelf.sheetNow('haru')
      expect(sheet).toMatchObject({ live2d: { file: 'haru.model3.json' }, puppet: null, map: { mouth: 'open-form' } })
      expect(test.changes).toBe(1)
      const { suggested } = await test.shelf.get('haru')
      expect(suggested).toEqual(sheet)
    })

    it('reads a folder of VTube Studio: name, idle motion, expressions of hotkeys', async () => {
      const vtube = json({
        Version: 1,
        Name: 'Akari Star',
        FileReferences: { Icon: 'icon.png', Model: 'akari.model3.json', IdleAnimation: 'breathe.motion3.json' },
        ParameterSettings: [],
        Hotkeys: [{ Name: 'Sad', Action: 'ToggleExpression', File: 'exp_03.exp3.json' }],
      })
      const report = await test.drop({
        'Akari/akari.vtube.json': vtube,
        'Akari/akari.model3.json': model3({
          references: { Moc: 'akari.moc3', Textures: ['akari.4096/texture_00.png'], Expressions: undefined, Motions: undefined },
        }),
        'Akari/akari.moc3': mocOf(),
        'Akari/akari.4096/texture_00.png': pngOf(4096),
        'Akari/exp_03.exp3.json': expression(),
        'Akari/breathe.motion3.json': motion(),
        'Akari/icon.png': pngOf(),
        'Akari/items_pinned_to_model.json': '{}',
      })
      expect(report).toMatchObject({ id: 'akari-star', title: 'Akari Star', usable: true })
      expect(report.facts).toMatchObject({ expressions: ['Sad'], motionGroups: { Idle: 1 } })
      expect(test.shelf.sheetNow('akari-star')?.map).toMatchObject({ expressions: { sadness: 'Sad' }, motions: { idle: 'Idle' } })
      expect(proven(report)).toEqual(expect.arrayContaining(['vtube-read', 'expressions-added', 'motions-added']))
    })

    it.each([
      ['桃瀬ひより', /^model-[0-9a-f]{6}$/],
      ['小春 モデル', /^model-[0-9a-f]{6}$/],
      ['모델', /^model-[0-9a-f]{6}$/],
      ['Émilie Noël (v2)', /^emilie-noel-v2$/],
    ])('keeps the names of %s', async (name, slug) => {
      const texture = `テクスチャ/${name} 00.png`
      const report = await test.drop({
        [`${name}/${name}.model3.json`]: model3({
          references: { Moc: `${name}.moc3`, Textures: [texture], Expressions: [], Motions: {} },
        }),
        [`${name}/${name}.moc3`]: mocOf(),
        [`${name}/${texture}`]: pngOf(),
      })
      expect(report).toMatchObject({ usable: true, title: name })
      expect(report.id).toMatch(slug)
      expect(report.facts.textures.map(({ file }) => file)).toEqual([texture])
      expect(ModelPath.safeParse(test.shelf.sheetNow(report.id)?.live2d?.file).success).toBe(true)
    })

    it('takes what Open-LLM-VTuber says of her, and what an owner set before', async () => {
      const files = {
        'model_dict.json': json([
          { name: 'other', url: '/other.model3.json', emotionMap: { joy: 'x' } },
          { name: 'haru', url: '/live2d-models/haru/haru.model3.json', emotionMap: { joy: 0 }, tapMotions: {} },
        ]),
        ...inFolder('live2d-models/haru', modelFiles()),
      }
      const { id } = await test.drop(files)
      const sheet = test.shelf.sheetNow(id)
      expect(sheet?.map.expressions).toMatchObject({ joy: 'smile' })
      const again = await test.drop({
        ...modelFiles(),
        'psiona.json': json({ ...sheet, title: 'Mine', live2d: { file: 'haru.model3.json' } }),
      })
      expect(again).toMatchObject({ id: 'mine', usable: true })
      expect(proven(again)).toContain('sheet-read')
      expect(test.shelf.sheetNow('mine')).toMatchObject({ title: 'Mine' })
    })

    it('gives two of one name different places, and names the textures of a bare .moc3 in order', async () => {
      await test.drop(modelFiles())
      const pictures = {
        'textures/texture_10.webp': webpOf(640, 640),
        'textures/texture_9.png': pngOf(576),
        'textures/texture_2.jpg': jpegOf(128, 128),
      }
      const second = await test.drop({ 'haru.moc3': mocOf({ textures: 3 }), ...pictures, 'icon.png': pngOf() })
      expect(second.id).toBe('haru-2')
      expect(second.facts.textures.map(({ width }) => width)).toEqual([128, 576, 640])
      expect(JSON.parse(test.read('haru-2/haru.model3.json'))).toMatchObject({
        Version: 3,
        FileReferences: { Moc: 'haru.moc3' },
        Groups: [
          { Name: 'EyeBlink', Ids: ['ParamEyeLOpen', 'ParamEyeROpen'] },
          { Name: 'LipSync', Ids: ['ParamMouthOpenY'] },
        ],
      })
    })

    it('takes the first of several and nothing of the others', async () => {
      const report = await test.drop({
        'licence.txt': 'MIT',
        'shared/texture_00.png': pngOf(128),
        ...inFolder(
          'a',
          modelFiles({
            'haru.model3.json': model3({ references: { Textures: ['../shared/texture_00.png'] } }),
            'haru.2048/texture_00.png': null,
          }),
        ),
        ...inFolder('b', modelFiles({ 'expressions/grin.exp3.json': expression(), 'motions/wave.motion3.json': motion() })),
      })
      expect(proven(report)).toContain('several-models')
      expect(report).toMatchObject({ usable: true, facts: { expressions: ['smile'], motionGroups: { Idle: 1 } } })
      expect(report.facts.textures).toEqual([{ file: 'shared/texture_00.png', width: 128, height: 128 }])
      expect(report.findings.filter(({ level }) => level === 'mended')).toEqual([])
    })
  })
}

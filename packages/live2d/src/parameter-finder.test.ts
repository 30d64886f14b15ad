// Models whose ids say nothing: what their artists call the parameters, what the model3.json groups, and what VTube Studio was told.
import { describe, expect, it } from 'vitest'
import { expectRest, facts, linked, parameter, played } from '../../../tests/live2d/map-trial'
import { suggestMap } from './suggest-map'
import { VTube } from './vtube'

describe('a model whose ids say nothing', () => {
  const named = (names: readonly string[]) => ({
    parameters: names.map((_, i) => parameter(`Param${i + 1}`)),
    names: new Map(names.map((name, i) => [`Param${i + 1}`, name])),
  })
  const meant = 'mouthOpen mouthForm eyeOpenL eyeOpenR gazeX gazeY browYL browAngleR cheek angleX angleZ bodyX breath tear'.split(
    ' ',
  )

  it.each([
    [
      'Japanese',
      '口　開閉 | 口　変形 | 左目　開閉 | 右目　開閉 | 目玉 X | 目玉 Y | 左眉　上下 | 右眉　角度 | 照れ | 角度 X | 角度 Z | 体の回転 X | 呼吸 | 涙 | 髪揺れ　前 | 左腕 A | 目玉　ハイライト揺れ',
    ],
    [
      'English',
      'Mouth Open | Mouth Form | EyeL Open | Right Eye Open | Eyeball X | Eyeball Y | Left Brow Y | Brow R Angle | Blush | Head Angle X | Face Z | Body Rotation X | Breathing | Tears | Hair Front | Left Ear | Arm L',
    ],
    [
      'Chinese',
      '嘴巴张开 | 嘴型变形 | 左眼睁开 | 右眼睁开 | 眼珠 X | 眼球 Y | 左眉 上下 | 右眉角度 | 脸红 | 头部 X | 头部倾斜 | 身体 X | 呼吸 | 眼泪 | 前发 | 手臂 | 裙子 X',
    ],
    [
      'Korean',
      '입 벌리기 | 입 모양 | 왼쪽 눈 뜨기 | 오른쪽 눈 뜨기 | 눈동자 좌우 | 눈동자 상하 | 왼쪽 눈썹 상하 | 오른쪽 눈썹 각도 | 홍조 | 얼굴 각도 X | 머리 기울기 | 몸 X | 호흡 | 눈물 | 앞머리 | 꼬리 | 오른팔',
    ],
  ])('is mapped by names in %s', (_, list) => {
    const names = list.split(' | ')
    const { map, notes } = suggestMap(facts(named(names)))
    const found = linked(map.links)
    expect(meant.map((channel) => [channel, found[channel]])).toEqual(meant.map((channel, i) => [channel, [`Param${i + 1}`]]))
    for (const id of ['Param15', 'Param16', 'Param17'])
      expect(
        map.links.some((link) => link.parameter === id),
        names[Number(id.slice(5)) - 1],
      ).toBe(false)
    expect(notes.join(' ')).toMatch(/Found by name/)
  })

  it('is not given what only sounds like a channel', () => {
    const props = named([
      'Rabbit Ears',
      'Heart Fail_Display',
      'Light_Star',
      'Breath Particles',
      'Thin Eyebrow',
      'Sweater',
      'Start X',
    ])
    expect(suggestMap(facts(props)).map.links).toEqual([])
    const course = { parameters: [parameter('Param1', 0, 30)], names: new Map([['Param1', 'Heart']]) }
    expect(suggestMap(facts(course)).map.links).toEqual([])
  })

  it('may name vowels by their letters', () => {
    const { map } = suggestMap(facts(named(['あ', 'い', 'う', 'え', 'お'])))
    expect(map.mouth).toBe('vowels')
  })

  it('has one opening for both eyes, or eyeballs for each', () => {
    const { map } = suggestMap(facts(named(['Eyes Open', 'Left Pupil X', 'Right Pupil X'])))
    expect(linked(map.links)).toEqual({ eyeOpenL: ['Param1'], gazeX: ['Param2', 'Param3'] })
  })

  it('is opened by the groups of its model3.json', () => {
    const { map } = suggestMap(
      facts({ ...named(['?', '?', '?']), lipSyncIds: ['Param2', 'Gone'], eyeBlinkIds: ['Param3', 'Param1'] }),
    )
    expect(linked(map.links)).toEqual({ mouthOpen: ['Param2'], eyeOpenL: ['Param3'], eyeOpenR: ['Param1'] })
    expect(map.mouth).toBe('open-only')
  })

  it('is mapped as VTube Studio maps it', () => {
    const setting = (Input: string, OutputLive2D: string, ranges: readonly [number, number, number, number]) => {
      const [InputRangeLower, InputRangeUpper, OutputRangeLower, OutputRangeUpper] = ranges
      return { Input, OutputLive2D, InputRangeLower, InputRangeUpper, OutputRangeLower, OutputRangeUpper }
    }
    const vtube = VTube.parse({
      ParameterSettings: [
        setting('MouthOpen', 'Param1', [0, 0.8, 0, 2]),
        setting('MouthSmile', 'Param2', [0, 1, -1, 1]),
        setting('FaceAngleX', 'Param3', [-30, 30, 20, -20]),
        setting('EyeOpenLeft', 'Param4', [0, 1, 0, 1]),
        { ...setting('', 'Param5', [0, 1, 0, 1]), UseBreathing: true },
        setting('FaceAngleY', 'Gone', [-30, 30, -30, 30]),
        setting('constructor', 'Param6', [0, 1, 0, 1]),
      ],
    })
    const model = [
      parameter('Param1', 0, 2),
      parameter('Param2'),
      parameter('Param3', -30, 30),
      parameter('Param4', 0, 1, 1),
      parameter('Param5', 0, 1),
      parameter('Param6'),
    ]
    const { map } = suggestMap(facts({ parameters: model, vtube }))
    expect(linked(map.links)).toEqual({
      mouthOpen: ['Param1'],
      mouthForm: ['Param2'],
      angleX: ['Param3'],
      eyeOpenL: ['Param4'],
      breath: ['Param5'],
    })
    expectRest(map.links, model)
    const value = played(map.links, model, { mouthOpen: 0.8, angleX: 30, mouthForm: 1, eyeOpenL: 0 })
    expect(['Param1', 'Param2', 'Param3', 'Param4'].map(value)).toEqual([2, 1, -20, 0])
  })
})

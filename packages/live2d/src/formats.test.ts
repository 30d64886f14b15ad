// Files that others made: what is right in them is taken, what is wrong is as if it were absent, and no list grows without end.
import { describe, expect, it } from 'vitest'
import { Cdi3, parameterNames } from './cdi3'
import { Exp3 } from './exp3'
import { ModelDict } from './model-dict'
import { groupIds, Model3 } from './model3'
import { Physics3 } from './physics3'
import { Pose3 } from './pose3'
import { VTube } from './vtube'

describe('model3.json', () => {
  const file = {
    Version: 3,
    FileReferences: {
      Moc: 'a.moc3',
      Textures: ['t/0.png', 7, 't/1.png'],
      Physics: 12,
      Expressions: [{ Name: 'joy', File: 'e/joy.exp3.json' }, { Name: 'no file' }],
      Motions: { Idle: [{ File: 'm/1.motion3.json', FadeInTime: 'soon' }], '': [{ File: 'm/2.motion3.json', Sound: 's.wav' }] },
    },
    Groups: [{ Target: 'Parameter', Name: 'lipsync', Ids: ['ParamA', null] }],
    HitAreas: [{ Id: 'HitArea', Name: 'Head' }],
    Controllers: { any: 'thing' },
  }

  it('gives what is right, and keeps what it does not know', () => {
    const model = Model3.parse(file)
    expect(model.FileReferences.Textures).toEqual(['t/0.png', 't/1.png'])
    expect(model.FileReferences.Physics).toBeUndefined()
    expect(model.FileReferences.Expressions).toEqual([{ Name: 'joy', File: 'e/joy.exp3.json' }])
    expect(model.FileReferences.Motions.Idle).toEqual([{ File: 'm/1.motion3.json' }])
    expect(model.FileReferences.Motions['']?.[0]?.Sound).toBe('s.wav')
    expect(groupIds(model, 'LipSync')).toEqual(['ParamA'])
    expect(groupIds(model, 'EyeBlink')).toEqual([])
    expect(model.Controllers).toEqual({ any: 'thing' })
  })

  it('may lack everything, but is an object', () => {
    expect(Model3.parse({})).toMatchObject({ FileReferences: { Moc: '', Textures: [], Motions: {} }, Groups: [], HitAreas: [] })
    expect(Model3.parse({ FileReferences: 'no' }).FileReferences.Expressions).toEqual([])
    for (const wrong of [null, [], 'x', 3]) expect(Model3.safeParse(wrong).success).toBe(false)
  })

  it('has an end', () => {
    const many = { FileReferences: { Textures: Array.from({ length: 100_000 }, () => 'x.png') } }
    expect(Model3.parse(many).FileReferences.Textures.length).toBeLessThanOrEqual(256)
  })
})

describe('the other files', () => {
  it('exp3: an unknown way of blending adds', () => {
    const { Parameters, FadeInTime } = Exp3.parse({
      FadeInTime: 0.5,
      Parameters: [{ Id: 'P', Value: 1 }, { Id: 'Q', Value: 2, Blend: 'Multiply' }, { Id: 'R' }],
    })
    expect(FadeInTime).toBe(0.5)
    expect(Parameters).toEqual([
      { Id: 'P', Value: 1, Blend: 'Add' },
      { Id: 'Q', Value: 2, Blend: 'Multiply' },
    ])
  })

  it('cdi3: names by id', () => {
    expect(parameterNames(Cdi3.parse({ Parameters: [{ Id: 'P1', Name: '口 開閉' }, { Name: 'lost' }] }))).toEqual(
      new Map([['P1', '口 開閉']]),
    )
  })

  it('pose3: groups of parts', () => {
    expect(Pose3.parse({ Groups: [[{ Id: 'ArmA' }, { Id: 'ArmB', Link: ['HandB'] }, 'x']] }).Groups).toEqual([
      [
        { Id: 'ArmA', Link: [] },
        { Id: 'ArmB', Link: ['HandB'] },
      ],
    ])
  })

  it('physics3: a link without numbers has the usual ones', () => {
    const Normalization = { Position: { Maximum: 8 }, Angle: {} }
    const setting = {
      Id: 'S',
      Input: [{ Source: { Id: 'P' }, Weight: 50, Type: 'X' }, { Weight: 1 }],
      Vertices: [{ Radius: 3 }],
      Normalization,
    }
    const Meta = { EffectiveForces: { Gravity: { X: 0, Y: -1 } }, Fps: 60 }
    const [read] = Physics3.parse({ Meta, PhysicsSettings: [setting] }).PhysicsSettings
    expect(read?.Input).toHaveLength(1)
    expect(read?.Vertices[0]).toEqual({ Position: { X: 0, Y: 0 }, Mobility: 1, Delay: 1, Acceleration: 1, Radius: 3 })
    expect(read?.Normalization.Position).toEqual({ Minimum: -10, Default: 0, Maximum: 8 })
  })

  it('vtube.json: settings with all four ranges', () => {
    const range = { InputRangeLower: 0, InputRangeUpper: 1, OutputRangeLower: 0, OutputRangeUpper: 2 }
    const { ParameterSettings, Hotkeys, FileReferences } = VTube.parse({
      FileReferences: { Model: 'a.model3.json' },
      ParameterSettings: [
        { ...range, Input: 'MouthOpen', OutputLive2D: 'P' },
        { Input: 'MouthOpen', OutputLive2D: 'Q' },
      ],
      Hotkeys: [{ Name: 'Angry', Action: 'ToggleExpression', File: 'angry.exp3.json', Triggers: {} }],
    })
    expect(ParameterSettings.map((s) => s.OutputLive2D)).toEqual(['P'])
    expect(Hotkeys[0]).toEqual({ Name: 'Angry', Action: 'ToggleExpression', File: 'angry.exp3.json' })
    expect(FileReferences).toEqual({ Icon: '', Model: 'a.model3.json', IdleAnimation: '' })
  })

  it('model_dict.json: emotions by number or name, and what a touch plays', () => {
    const [entry] = ModelDict.parse([
      {
        name: 'mao',
        url: '/x',
        emotionMap: { joy: 3, anger: 'exp_04', wrong: -1 },
        tapMotions: { body: { '': 1, tap: 'often' } },
      },
      { url: 'nameless' },
    ])
    expect(entry?.emotionMap).toEqual({ joy: 3, anger: 'exp_04' })
    expect(entry?.tapMotions).toEqual({ body: { '': 1 } })
    expect(ModelDict.parse({})).toEqual([])
  })
})

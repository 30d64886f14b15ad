// Maps for models of every kind: the channels of the face reach the parameters that mean the same, and a calm face leaves them at rest.
import { describe, expect, it } from 'vitest'
import { expectRest, facts, linked, parameter, parameters, played } from '../../../tests/live2d/map-trial'
import { suggestMap } from './suggest-map'
import { suggestSheet } from './suggest-sheet'

const OPENING = parameters(`
  ParamAngleX -30 30
  ParamAngleY -30 30
  ParamAngleZ -30 30
  ParamTere 0 1
  ParamEyeLOpen 0 2 1
  ParamEyeROpen 0 2 1
  ParamEyeLSmile 0 1
  ParamEyeBallForm -1 0
  ParamEyeBallX
  ParamEyeBallY
  ParamBrowLY
  ParamBrowRY
  ParamBrowLAngle
  ParamMouthForm -1 1 1
  ParamMouthOpenY 0 1
  ParamBodyAngleX -10 10
  ParamBreath 0 1
  ParamArmLA
  ParamHairFront`)

describe('a model whose mouth opens and forms', () => {
  const { map, notes } = suggestMap(facts({ parameters: OPENING, lipSyncIds: ['ParamMouthForm', 'ParamMouthOpenY'] }))

  it('is mapped by its ids, without guesses', () => {
    expect(map.mouth).toBe('open-form')
    expect(linked(map.links)).toMatchObject({
      mouthOpen: ['ParamMouthOpenY'],
      mouthForm: ['ParamMouthForm'],
      eyeOpenL: ['ParamEyeLOpen'],
      irisScale: ['ParamEyeBallForm'],
      cheek: ['ParamTere'],
      gazeX: ['ParamEyeBallX'],
      angleZ: ['ParamAngleZ'],
    })
    expect(map.links.some(({ parameter: id }) => /Arm|Hair/.test(id))).toBe(false)
    expect(notes.join(' ')).not.toMatch(/by name/)
  })

  it('rests when the face does, and moves to its ends', () => {
    expectRest(map.links, OPENING)
    const wide = played(map.links, OPENING, {
      mouthOpen: 1.2,
      mouthForm: -1,
      eyeOpenL: 1.2,
      eyeOpenR: 0,
      cheek: 1,
      irisScale: 0.7,
      angleX: 30,
    })
    expect(
      ['ParamMouthOpenY', 'ParamMouthForm', 'ParamEyeLOpen', 'ParamEyeROpen', 'ParamTere', 'ParamEyeBallForm', 'ParamAngleX'].map(
        wide,
      ),
    ).toEqual([1, -1, 2, 0, 1, -1, 30])
  })
})

describe('a model with a shape for each vowel', () => {
  const MAO = parameters(`
    ParamA 0 1
    ParamI 0 1
    ParamU 0 1
    ParamE 0 1
    ParamO 0 1
    ParamMouthUp 0 1
    ParamMouthDown 0 1
    ParamMouthAngry 0 1
    ParamEyeLOpen 0 1.2 1
    ParamEyeROpen 0 1.2 1
    ParamCheek 0 1`)

  it('speaks by them, and smiles by what it has for that', () => {
    const { map, notes } = suggestMap(facts({ parameters: MAO, lipSyncIds: ['ParamA'] }))
    expect(map.mouth).toBe('vowels')
    expect(linked(map.links)).toMatchObject({
      vowelA: ['ParamA'],
      vowelO: ['ParamO'],
      mouthForm: ['ParamMouthUp', 'ParamMouthDown'],
    })
    expect(notes.join(' ')).toMatch(/a shape for each vowel/)
    expectRest(map.links, MAO)
    const [up, down] = [played(map.links, MAO, { mouthForm: 1 }), played(map.links, MAO, { mouthForm: -1 })]
    expect([up('ParamMouthUp'), up('ParamMouthDown'), down('ParamMouthUp'), down('ParamMouthDown')]).toEqual([1, 0, 0, 1])
  })

  it('whose smile is there at rest loses it with a sad face', () => {
    const smiling = [...MAO.filter((p) => p.id !== 'ParamMouthUp'), parameter('ParamMouthUp', 0, 1, 1)]
    const { map } = suggestMap(facts({ parameters: smiling, lipSyncIds: ['ParamA'] }))
    expectRest(map.links, smiling)
    const sad = played(map.links, smiling, { mouthForm: -1 })
    expect([sad('ParamMouthUp'), sad('ParamMouthDown')]).toEqual([0, 1])
  })

  it('opens by one of both, never by both at once', () => {
    const both = [...MAO, parameter('ParamMouthOpenY', 0, 1)]
    const plain = suggestMap(facts({ parameters: both, lipSyncIds: ['ParamMouthOpenY'] })).map
    expect(plain.mouth).toBe('open-form')
    expect(plain.links.some(({ channel }) => channel.startsWith('vowel'))).toBe(false)
    const vowels = suggestMap(facts({ parameters: both, lipSyncIds: ['ParamA', 'ParamI'] })).map
    expect(vowels.mouth).toBe('vowels')
    expect(vowels.links.some(({ channel }) => channel === 'mouthOpen')).toBe(false)
  })
})

describe('a model of before Cubism 3', () => {
  it('has other ways to write the same ids', () => {
    const OLD = parameters(`
      PARAM_ANGLE_X -30 30
      PARAM_ANGLE_Y -30 30
      PARAM_BODY_X -10 10
      PARAM_EYE_L_OPEN 0 1 1
      PARAM_EYE_R_OPEN 0 1 1
      PARAM_EYE_BALL_X
      PARAM_BROW_L_Y
      PARAM_MOUTH_OPEN_Y 0 1
      PARAM_MOUTH_FORM
      PARAM_TERE 0 1
      PARAM_BREATH 0 1`)
    const { map } = suggestMap(facts({ parameters: OLD }))
    expect(Object.keys(linked(map.links))).toHaveLength(OLD.length)
    expect(linked(map.links)).toMatchObject({ bodyX: ['PARAM_BODY_X'], eyeOpenR: ['PARAM_EYE_R_OPEN'], cheek: ['PARAM_TERE'] })
    expectRest(map.links, OLD)
  })
})

describe('ranges of other measures', () => {
  it('turn by degrees at most as far as the face, and close eyes at 0', () => {
    const wide = [parameter('ParamAngleX', -60, 60), parameter('ParamBodyAngleX', -1, 1), parameter('ParamEyeLOpen', -1, 2, 1)]
    const { map } = suggestMap(facts({ parameters: wide }))
    expectRest(map.links, wide)
    const value = played(map.links, wide, { angleX: 30, bodyX: -10, eyeOpenL: 0 })
    expect(wide.map(({ id }) => value(id))).toEqual([30, -1, 0])
  })
})

describe('what is not there', () => {
  it('is said, and never linked', () => {
    const { map, notes } = suggestMap(
      facts({ expressions: ['exp_01'], motionGroups: ['Dance'], lipSyncIds: ['ParamMouthOpenY'] }),
    )
    expect(map).toMatchObject({ mouth: 'none', links: [], expressions: {}, motions: {}, taps: {} })
    expect(notes).toHaveLength(7)
  })

  it('a parameter that cannot move is not linked either', () => {
    expect(suggestMap(facts({ parameters: [parameter('ParamAngleX', 0, 0)] })).map.links).toEqual([])
  })

  it('a default that would close eyes or hold the mouth open does not count', () => {
    const odd = [parameter('ParamEyeLOpen', 0, 1, 0), parameter('ParamMouthOpenY', 0, 1, 1)]
    const { map } = suggestMap(facts({ parameters: odd }))
    expect(played(map.links, odd)('ParamEyeLOpen')).toBe(1)
    expect(played(map.links, odd)('ParamMouthOpenY')).toBe(0)
  })
})

describe('names beyond all limits', () => {
  it('are left out, and cost no time', () => {
    const long = 'x'.repeat(1000)
    const many = Array.from({ length: 60_000 }, (_, i) => parameter(`ParamAngle${i}`))
    const { map } = suggestMap(
      facts({
        ...{ parameters: [parameter('ParamAngleX', -30, 30), parameter('bad\u0007id'), parameter(long), ...many] },
        ...{ expressions: [long, 'happy', ''], motionGroups: [`idle${long}`, ''], hitAreas: [long, '__proto__'] },
      }),
    )
    expect(map).toMatchObject({ expressions: { joy: 'happy' }, motions: {}, taps: {} })
    expect(map.links.map((link) => link.parameter)).toContain('ParamAngleX')
  })
})

describe('a sheet', () => {
  it('has the map, and fits its limits whatever the names are', () => {
    const { sheet } = suggestSheet({
      ...facts({ parameters: OPENING }),
      title: 'x'.repeat(500),
      licence: 'y'.repeat(500),
      file: 'モデル/a.model3.json',
    })
    expect(sheet).toMatchObject({
      live2d: { file: 'モデル/a.model3.json' },
      puppet: null,
      map: { mouth: 'open-form' },
      outfits: [],
    })
    expect(sheet.title.length).toBeLessThanOrEqual(80)
  })
})

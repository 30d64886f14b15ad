// What she wears, and why.
import { Appearance, type Emotion, type LineWritten, ModelSheet } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { fakeClock } from '../../../tests/fakes/clock'
import { createLook, type LookOptions } from './look'

const sheets: Record<string, ModelSheet> = {
  tori: ModelSheet.parse({
    title: 'Tori',
    live2d: { file: 'tori.model3.json' },
    puppet: { file: 'tori.rig.json' },
    map: { mouth: 'open-form', links: [] },
    outfits: [
      { id: 'coat', title: 'Lab coat', parameters: { ParamOutfit: 0 } },
      { id: 'cosy', title: 'Cosy', parameters: { ParamOutfit: 1 } },
    ],
    accessories: [{ id: 'glasses', title: 'Glasses', on: { ParamGlasses: 1 }, off: { ParamGlasses: 0 } }],
  }),
  mira: ModelSheet.parse({
    title: 'Mira',
    live2d: { file: 'Mira.model3.json' },
    puppet: null,
    map: { mouth: 'vowels', links: [] },
  }),
}
const variants = [
  { id: 'night', outfit: 'cosy', when: { hours: [22, 6] } },
  { id: 'party', accessories: { glasses: true }, when: { mood: { emotion: 'joy', atLeast: 0.7 } } },
  { id: 'friends', outfit: 'cosy', when: { closeness: { atLeast: 0.6 } } },
  { id: 'mira', model: 'mira', command: 'mira', commandBy: 'subscribers', commandMinutes: 5 },
]

function lookOf(appearance: unknown = { outfit: 'coat', variants }, given: Partial<LookOptions> = {}) {
  const clock = fakeClock()
  const now = {
    hour: 12,
    mood: {} as Emotion,
    closeness: 0,
    core: '/cubism/live2dcubismcore.min.js' as string | null,
    changes: 0,
  }
  const look = createLook({
    clock,
    appearance: () => Appearance.parse(appearance),
    sheet: (id) => sheets[id] ?? null,
    core: () => now.core,
    mood: () => now.mood,
    closeness: () => now.closeness,
    hour: () => now.hour,
    onChange: () => now.changes++,
    ...given,
  })
  /** Long enough for a variant that has just come to be let go. */
  const later = (ms = 6000) => clock.advance(ms)
  return { look, now, later }
}
const line = (
  text: string,
  roles: Partial<NonNullable<LineWritten['roles']>> = {},
  platform: 'twitch' | 'owner' = 'twitch',
): LineWritten => ({
  type: 'line-written',
  messageId: 'm',
  from: { platform, id: 'ada', name: 'Ada' },
  text,
  roles: { broadcaster: false, moderator: false, vip: false, subscriber: false, firstMessage: false, ...roles },
  at: 0,
})

describe('a variant', () => {
  it('[R106] comes with the hour, over midnight too, and goes with it', async () => {
    const { look, now, later } = lookOf()
    expect(look.scene()).toMatchObject({ variant: 'default', parameters: { ParamOutfit: 0, ParamGlasses: 0 } })
    for (const [hour, variant] of [
      [23, 'night'],
      [3, 'night'],
      [6, 'default'],
      [22, 'night'],
    ] as const) {
      now.hour = hour
      await later()
      expect(look.scene().variant, `${hour}`).toBe(variant)
    }
    expect(look.scene().parameters).toMatchObject({ ParamOutfit: 1 })
    expect(now.changes).toBe(3)
  })

  it('comes with a mood and does not flicker around it', async () => {
    const { look, now, later } = lookOf()
    const felt = async (joy: number) => {
      now.mood = { joy }
      await later()
      return look.scene().variant
    }
    expect(await felt(0.69)).toBe('default')
    expect(await felt(0.7)).toBe('party')
    expect(look.scene().parameters).toMatchObject({ ParamGlasses: 1 })
    expect(await felt(0.6)).toBe('party')
    expect(await felt(0.54)).toBe('default')
  })

  it('that has just come stays for a while', async () => {
    const { look, now, later } = lookOf()
    now.mood = { joy: 0.9 }
    await later(2000)
    now.mood = {}
    await later(1000)
    expect(look.scene().variant).toBe('party')
    await later()
    expect(look.scene().variant).toBe('default')
  })

  it('comes with who she knows', async () => {
    const { look, now, later } = lookOf()
    now.closeness = 0.8
    await later()
    expect(look.scene().variant).toBe('friends')
  })

  it('comes by a command of those who may, for its time', async () => {
    const { look, later } = lookOf()
    expect(look.heard(line('!mira'))).toBe(true)
    expect(look.scene().variant).toBe('default')
    expect(look.heard(line('!nothing'))).toBe(false)
    expect(look.heard(line('say !mira'))).toBe(false)
    expect(look.heard(line('!MIRA ', { subscriber: true }))).toBe(true)
    expect(look.scene()).toMatchObject({ variant: 'mira', url: '/models/mira/' })
    await later(4 * 60_000)
    expect(look.scene().variant).toBe('mira')
    await later(61_000)
    expect(look.scene().variant).toBe('default')
    expect(look.heard(line('!mira', {}, 'owner'))).toBe(true)
    expect(look.scene().variant).toBe('mira')
  })

  it('does not come and go as fast as a chat can write', async () => {
    const anyone = [
      { id: 'mira', model: 'mira', command: 'mira', commandBy: 'anyone' },
      { id: 'cosy', outfit: 'cosy', command: 'cosy', commandBy: 'anyone' },
    ]
    const { look, now, later } = lookOf({ outfit: 'coat', variants: anyone })
    for (let i = 0; i < 20; i++) {
      look.heard(line(i % 2 ? '!cosy' : '!mira'))
      await later(100)
    }
    expect([now.changes, look.scene().variant]).toEqual([1, 'mira'])
    await later()
    expect([now.changes, look.scene().variant]).toEqual([2, 'cosy'])
    look.heard(line('!mira', {}, 'owner'))
    expect(look.scene().variant).toBe('mira')
  })

  it('that the owner puts on shows what it wears, whatever was put on before', () => {
    const { look } = lookOf()
    look.put({ outfit: 'coat', accessories: { glasses: false } })
    look.put({ variant: 'night' })
    expect(look.scene().parameters).toMatchObject({ ParamOutfit: 1 })
    look.put({ variant: 'party' })
    expect(look.scene().parameters).toEqual({ ParamOutfit: 0, ParamGlasses: 1 })
    look.put({ outfit: 'cosy' })
    expect(look.scene()).toMatchObject({ variant: 'party', parameters: { ParamOutfit: 1 } })
  })

  it('that the owner puts on stays until she takes it back', async () => {
    const { look, now, later } = lookOf()
    look.put({ variant: 'mira' })
    now.hour = 23
    await later()
    expect(look.scene().variant).toBe('mira')
    look.put({ variant: null })
    expect(look.scene().variant).toBe('night')
  })
})

describe('what she wears', () => {
  it('is what the owner chose, over what the variant says', () => {
    const { look, now } = lookOf()
    look.put({ outfit: 'cosy', accessories: { glasses: true } })
    expect(look.scene().parameters).toEqual({ ParamOutfit: 1, ParamGlasses: 1 })
    expect(look.state().outfits).toEqual([
      { id: 'coat', title: 'Lab coat', worn: false },
      { id: 'cosy', title: 'Cosy', worn: true },
    ])
    expect(look.state().accessories).toEqual([{ id: 'glasses', title: 'Glasses', on: true }])
    expect(now.changes).toBe(1)
    look.put({ variant: null })
    expect(look.scene().parameters).toEqual({ ParamOutfit: 0, ParamGlasses: 0 })
  })

  it('can only be what there is, and a refusal changes nothing', () => {
    const { look, now } = lookOf()
    for (const change of [{ variant: 'beach' }, { outfit: 'gala' }, { accessories: { glasses: true, hat: true } }])
      expect(() => look.put(change), JSON.stringify(change)).toThrow(/She has no|This model has no/)
    expect(look.scene().parameters).toEqual({ ParamOutfit: 0, ParamGlasses: 0 })
    expect(now.changes).toBe(0)
  })
})

describe('who draws her', () => {
  it('is Live2D with the Core, the puppet without', () => {
    const { look, now } = lookOf()
    expect(look.scene().live2d).toEqual({ file: 'tori.model3.json', core: '/cubism/live2dcubismcore.min.js' })
    now.core = null
    look.settle()
    expect(look.scene().live2d).toBeNull()
    expect(now.changes).toBe(1)
  })

  it('is Tori’s puppet where a model has none, and Tori herself where there is no model', () => {
    expect(lookOf({ model: 'mira' }).look.scene()).toMatchObject({
      id: 'mira',
      puppet: { url: '/models/tori/', file: 'tori.rig.json' },
    })
    expect(lookOf({ model: 'gone' }).look.scene()).toMatchObject({ id: 'tori', url: '/models/tori/' })
  })
})

it('says what the character file asks for and is not there', async () => {
  expect(lookOf().look.lacks()).toEqual([])
  expect(lookOf({ model: 'mira', outfit: 'coat' }).look.lacks()).toEqual([])
  const lost = [
    { id: 'gone', model: 'gone', when: { hours: [0, 24] } },
    { id: 'late', outfit: 'pyjamas' },
  ]
  const { look, later } = lookOf({ outfit: 'gala', variants: lost })
  await later()
  expect(look.scene()).toMatchObject({ id: 'tori', variant: 'gone' })
  expect(look.lacks().map(({ detail }) => detail)).toEqual([
    'Her variant gone wears the model gone, which is not there or cannot be drawn, so Tori stands in.',
    'She wears the outfit gala, which the model tori does not have, so she stays in its usual one.',
    'Her variant late wears the outfit pyjamas, which the model tori does not have, so she stays in its usual one.',
  ])
  expect(look.lacks()[1]?.remedy).toMatch(/: coat, cosy\.$/)
})

it('says in words when each variant is worn', () => {
  const { look } = lookOf()
  expect(look.state().variants.map(({ why }) => why)).toEqual([
    'from 22:00 to 6:00',
    'joy at least 0.7',
    'closeness 0.6 to 1',
    '!mira in chat by subscribers',
  ])
})

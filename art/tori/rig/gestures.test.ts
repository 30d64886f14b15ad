// Arms, outfits and accessories of the built rig: what a parameter shows, what it hides, and that an arm goes over into another.
import { describe, expect, it } from 'vitest'
import { PuppetRig } from '../../../apps/web/src/overlay/puppet-rig'
import { FOREARMS, RESTING_ARMS, UPPER_ARMS } from '../drawing/arms'
import { GESTURES, type GestureName, opacityOf } from '../drawing/gestures'
import { LAYERS } from '../drawing/layers'
import { STEAM_ID } from '../drawing/mug'
import { type Pose, poseOf, SWINGS, type SwingName } from '../drawing/pose'
import { buildRig } from './build-rig'
import { parameterOf } from './keys'

const { rig } = buildRig()
const puppet = new PuppetRig(rig)

const take = (changes: Partial<Pose>): void => {
  for (const [i, p] of rig.parameters.entries()) puppet.set(i, p.default)
  for (const [name, value] of Object.entries(changes) as [GestureName | SwingName, number][])
    puppet.set(puppet.indexOf(parameterOf(name)), value)
  puppet.update()
}
const mesh = (id: string) => {
  const found = puppet.meshes.find((m) => m.rig.id === id)
  if (!found) throw new Error(`There is no mesh ${id}.`)
  return found
}
const opacity = (changes: Partial<Pose>, id: string): number => {
  take(changes)
  return mesh(id).opacity
}
const centre = (changes: Partial<Pose>, id: string): { x: number; y: number } => {
  take(changes)
  const { firstPoint, pointCount } = mesh(id)
  let [x, y] = [0, 0]
  for (let i = firstPoint; i < firstPoint + pointCount; i++) {
    x += puppet.points[2 * i]! / pointCount
    y += puppet.points[2 * i + 1]! / pointCount
  }
  return { x, y }
}
const seen = (changes: Partial<Pose>): string[] => {
  take(changes)
  return puppet.meshes.filter((m) => m.opacity > 0 && !m.rig.maskOnly).map((m) => m.rig.id)
}
const partOf = (id: string): string => mesh(id).rig.part

const RAISED = [...UPPER_ARMS, ...FOREARMS].map(({ id }) => id)

describe('the rig', () => {
  it('has every gesture and every swing as a parameter', () => {
    const ids = new Set(rig.parameters.map((p) => p.id))
    for (const { parameter } of Object.values(GESTURES)) expect(ids).toContain(parameter)
    for (const parameter of Object.values(SWINGS)) expect(ids).toContain(parameter)
  })

  it('stays cheap', () => {
    expect(rig.meshes.length).toBeLessThanOrEqual(160)
    expect(rig.meshes.reduce((sum, m) => sum + m.uvs.length / 2, 0)).toBeLessThanOrEqual(9000)
  })

  it('shows of every layer as much as the drawing does', () => {
    const poses: Partial<Pose>[] = [
      {},
      { wave: 0.42 },
      { chin: 0.58, outfit: 0.25 },
      { cheer: 0.45, mug: 0.5 },
      { outfit: 1, mug: 1, glasses: 0.5 },
      { wave: 1, peace: 1, outfit: 0.75 },
    ]
    // Steam thins and thickens by itself.
    for (const changes of poses)
      for (const { id, shown } of LAYERS)
        if (shown && id !== STEAM_ID)
          expect(opacity(changes, id), `${id} at ${JSON.stringify(changes)}`).toBeCloseTo(opacityOf(shown, poseOf(changes)), 2)
  })
})

describe('outfits', () => {
  const worn = (changes: Partial<Pose>): Set<string> => new Set(seen(changes).map(partOf))

  it.each([{}, { wave: 1 }, { chin: 1 }, { cheer: 1 }, { mug: 1 }])('are never mixed: %j', (arms) => {
    expect(worn(arms)).toContain('PartOutfit1')
    expect(worn(arms)).not.toContain('PartOutfit2')
    expect(worn({ ...arms, outfit: 1 })).toContain('PartOutfit2')
    expect(worn({ ...arms, outfit: 1 })).not.toContain('PartOutfit1')
  })

  it('let nothing through while they are exchanged', () => {
    for (let outfit = 0; outfit <= 1; outfit += 0.125)
      expect(Math.max(opacity({ outfit }, 'torso'), opacity({ outfit }, 'hoodie')), `${outfit}`).toBe(1)
  })

  it('share the hands', () => {
    for (const { id } of [...RESTING_ARMS, ...UPPER_ARMS, ...FOREARMS])
      if (id.includes('hand')) expect(mesh(id).rig.bindings.map((b) => b.parameter)).not.toContain('ParamOutfit')
  })
})

describe('arms', () => {
  const EXCHANGES = [
    ['wave', ['arm_R', 'hand_R'], ['wave_upper', 'wave_fore', 'wave_hand']],
    ['chin', ['arm_L', 'hand_L'], ['chin_upper', 'chin_fore', 'chin_hand']],
    ['cheer', ['arm_R', 'arm_L'], ['cheer_fore_R', 'cheer_fore_L']],
    ['mug', ['arm_L', 'hand_L'], ['cheer_fore_L', 'mug']],
  ] as const

  it('rest when nothing is asked of them', () => {
    for (const id of RAISED) expect(opacity({}, id), id).toBe(0)
    for (const id of ['arm_R', 'arm_L', 'hand_R', 'hand_L']) expect(opacity({}, id), id).toBe(1)
  })

  it.each(EXCHANGES)('are exchanged by %s', (gesture, resting, raised) => {
    for (const id of resting) expect(opacity({ [gesture]: 1 }, id), id).toBe(0)
    for (const id of raised) expect(opacity({ [gesture]: 1 }, id), id).toBe(1)
  })

  it.each(EXCHANGES.slice(0, 3))('are never both gone on the way of %s', (gesture, resting, raised) => {
    for (let value = 0; value <= 1; value += 0.05)
      expect(Math.max(opacity({ [gesture]: value }, resting[0]), opacity({ [gesture]: value }, raised[0]))).toBe(1)
  })

  it('go up with their gesture', () => {
    expect(centre({ wave: 0.5 }, 'hand_R').y).toBeLessThan(centre({}, 'hand_R').y - 150)
    expect(centre({ wave: 1 }, 'wave_hand').y).toBeLessThan(centre({ wave: 0.5 }, 'wave_hand').y - 100)
    expect(centre({ chin: 1 }, 'chin_hand').y).toBeLessThan(centre({ chin: 0.5 }, 'chin_hand').y - 100)
  })

  it('wave, sway at the shoulder and bend at the elbow', () => {
    expect(centre({ wave: 1, waving: 1 }, 'wave_hand').x - centre({ wave: 1, waving: -1 }, 'wave_hand').x).toBeGreaterThan(80)
    expect(centre({ armL: 10 }, 'hand_L').x).toBeGreaterThan(centre({}, 'hand_L').x + 30)
    expect(centre({ armR: 10 }, 'hand_R').x).toBeLessThan(centre({}, 'hand_R').x - 30)
    expect(centre({ elbowL: 10 }, 'hand_L').y).toBeLessThan(centre({}, 'hand_L').y - 15)
    expect(centre({ elbowR: 10 }, 'hand_R').y).toBeLessThan(centre({}, 'hand_R').y - 15)
  })

  it('keep the hand at the chin when the head turns and nods', () => {
    const [hand, face] = ['chin_hand', 'nose'] as const
    const moved = (changes: Partial<Pose>, id: string) => {
      const [from, to] = [centre({ chin: 1 }, id), centre({ chin: 1 }, id)]
      take({ chin: 1, ...changes })
      const after = centre({ chin: 1, ...changes }, id)
      return { x: after.x - to.x, y: after.y - from.y }
    }
    for (const angleX of [-30, 30]) expect(moved({ angleX }, hand).x * Math.sign(angleX)).toBeGreaterThan(35)
    for (const angleY of [-30, 30]) expect(moved({ angleY }, hand).y * moved({ angleY }, face).y).toBeGreaterThan(0)
  })
})

describe('cloth', () => {
  it('swings by pendulums of its own', () => {
    for (const name of ['sleeve', 'coat', 'skirt'] as const)
      expect(rig.pendulums.map((p) => p.output.parameter)).toContain(SWINGS[name])
    const lowest = (changes: Partial<Pose>, id: string): number => {
      take(changes)
      const { firstPoint, pointCount } = mesh(id)
      let low = firstPoint
      for (let i = firstPoint; i < firstPoint + pointCount; i++)
        if (puppet.points[2 * i + 1]! > puppet.points[2 * low + 1]!) low = i
      return puppet.points[2 * low]!
    }
    for (const [swing, id] of [
      ['coat', 'coat_panel_L'],
      ['skirt', 'skirt'],
      ['sleeve', 'arm_L'],
    ] as const)
      expect(lowest({ [swing]: 1 }, id), id).toBeGreaterThan(lowest({}, id) + 5)
  })
})

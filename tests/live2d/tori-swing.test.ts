// Hair and cloth in Cubism apps: the physics file swings as the puppet's pendulums do.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Physics3 } from '@psiona/live2d/physics3'
import { Rig } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { Pendulums } from '../../apps/web/src/overlay/puppet-pendulums'
import { PuppetRig } from '../../apps/web/src/overlay/puppet-rig'
import { root } from '../checkout'
import { CubismSwing } from './cubism-swing'

const folder = path.join(root, 'live2d-models/tori')
const json = (file: string): unknown => JSON.parse(readFileSync(path.join(folder, file), 'utf8'))
const rig = Rig.parse(json('tori.rig.json'))
const physics = Physics3.parse(json('tori.physics3.json'))
const FPS = 60
/** Of a full swing. The rods of Cubism do not stretch, ours do: a strong swing is rounded off in another way. */
const MOST_APART = 0.15
const ranges = new Map(rig.parameters.map((p) => [p.id, p]))

/** Looks to one side, leans, comes back, as fast as people do. */
const driven = (seconds: number): Record<string, number> => {
  const ease = (from: number, length: number): number => {
    const t = Math.min(1, Math.max(0, (seconds - from) / length))
    return t * t * (3 - 2 * t)
  }
  const turn = ease(0.2, 0.35) - ease(1.6, 0.5)
  return { ParamAngleX: 18 * turn, ParamAngleZ: 12 * turn, ParamBodyAngleX: 4 * turn, ParamBodyAngleZ: 2 * turn }
}

describe("Tori's physics", () => {
  it('swing in a Cubism app as in the puppet', () => {
    const puppet = new PuppetRig(rig)
    const pendulums = new Pendulums(puppet, rig.pendulums)
    const valueAt = (id: string): number => puppet.get(puppet.indexOf(id))
    const rangeOf = (id: string) => ranges.get(id) ?? { min: -1, max: 1 }
    const swings = physics.PhysicsSettings.map((setting) => new CubismSwing(setting, rangeOf, physics.Meta.Fps ?? FPS, valueAt))
    const apart = new Map<string, number>()
    const most = new Map<string, number>()
    for (let frame = 0; frame < 4 * FPS; frame++) {
      for (const [id, value] of Object.entries(driven(frame / FPS))) puppet.set(puppet.indexOf(id), value)
      pendulums.step(1 / FPS)
      for (const [i, { output }] of rig.pendulums.entries()) {
        const ours = valueAt(output.parameter)
        const theirs = swings[i]!.step(valueAt)
        apart.set(output.parameter, Math.max(apart.get(output.parameter) ?? 0, Math.abs(ours - theirs)))
        most.set(output.parameter, Math.max(most.get(output.parameter) ?? 0, Math.abs(ours)))
      }
    }
    for (const [id, furthest] of apart) {
      expect(most.get(id), id).toBeGreaterThan(0.05)
      expect(furthest, `${id}: ${furthest} apart, of ${most.get(id)}`).toBeLessThan(MOST_APART)
    }
  })
})

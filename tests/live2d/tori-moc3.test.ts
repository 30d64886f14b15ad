// Tori's committed .moc3 in the real Cubism Core: it loads, has the rig's parameters, and poses as our own puppet does.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readMoc3 } from '@psiona/live2d/moc3-read'
import { createRandom } from '@psiona/psi/random'
import { Rig } from '@psiona/shared'
import { describe, expect, it } from 'vitest'
import { POSES } from '../../art/tori/drawing/poses'
import { type DriverName, parameterOf } from '../../art/tori/rig/keys'
import { root } from '../checkout'
import { testCore } from '../test-core'
import { CoreParity, SAME_OPACITY, type Setting } from './core-parity'
import { type CubismCoreModel, type LoadedMoc, loadMoc } from './cubism-core'

const folder = path.join(root, 'live2d-models/tori')
const rig = Rig.parse(JSON.parse(readFileSync(path.join(folder, 'tori.rig.json'), 'utf8')))
const bytes = readFileSync(path.join(folder, 'tori.moc3'))
const facts = readMoc3(bytes)

/** A quarter of a texel of the screen at 1080 lines. */
const FARTHEST_PX = 0.5
const RANDOM_SETTINGS = 60

const loaded = testCore === null ? null : loadMoc(testCore, bytes)
const withoutCore = loaded === null ? ' (missing: the Cubism Core that npm test fetches)' : ''

describe("Tori's moc3", () => {
  it('has the parameters, parts and meshes of the rig', () => {
    const near = (value: number): number => Math.round(value * 1e5) / 1e5
    expect(facts.parameters.map((p) => ({ ...p, min: near(p.min), max: near(p.max), default: near(p.default) }))).toEqual(
      rig.parameters,
    )
    expect(facts.parts).toEqual(rig.parts)
    expect(facts.drawables.map((d) => [d.id, d.pointCount, d.maskCount])).toEqual(
      rig.meshes.map((m) => [m.id, m.uvs.length / 2, m.masks.length]),
    )
    expect(facts.textureCount).toBe(rig.textures.length)
    expect([facts.canvas.width, facts.canvas.height]).toEqual([rig.canvas.width, rig.canvas.height])
  })
})

describe.skipIf(loaded === null)(`in the Cubism Core${withoutCore}`, () => {
  it('is taken as consistent, where the Core can say', () => {
    expect(loaded?.consistent).not.toBe(false)
  })

  it('has the rig’s parameters with their ranges, and its meshes', () => {
    const { parameters, drawables } = modelOf(loaded)
    expect(parameters.ids).toEqual(rig.parameters.map((p) => p.id))
    for (const [i, p] of rig.parameters.entries()) {
      expect(parameters.minimumValues[i], p.id).toBeCloseTo(p.min, 5)
      expect(parameters.maximumValues[i], p.id).toBeCloseTo(p.max, 5)
      expect(parameters.defaultValues[i], p.id).toBeCloseTo(p.default, 5)
    }
    expect(drawables.ids).toEqual(rig.meshes.map((m) => m.id))
    for (const [i, m] of rig.meshes.entries())
      expect([...(drawables.masks[i] ?? [])].map((mask) => drawables.ids[mask])).toEqual(m.masks)
  })

  const parity = (): CoreParity => new CoreParity(rig, modelOf(loaded), facts.canvas.pixelsPerUnit)
  const expectTogether = (both: CoreParity, name: string, setting: Setting): void => {
    const { px, mesh, opacity, disordered, missing } = both.at(setting)
    expect(px, `${name}: ${mesh} is ${px} px off`).toBeLessThan(FARTHEST_PX)
    expect(opacity, name).toBeLessThan(SAME_OPACITY)
    expect([...disordered, ...missing], name).toEqual([])
  }

  it('poses as the puppet at both ends of every parameter', () => {
    const both = parity()
    expectTogether(both, 'at rest', {})
    for (const { id, min, max } of rig.parameters) {
      expectTogether(both, `${id} at ${min}`, { [id]: min })
      expectTogether(both, `${id} at ${max}`, { [id]: max })
    }
  })

  it('poses as the puppet in every pose of the drawing', () => {
    const both = parity()
    for (const [name, pose] of Object.entries(POSES)) {
      const setting = Object.entries(pose).map(([driver, value]) => [parameterOf(driver as DriverName), value])
      expectTogether(both, name, Object.fromEntries(setting))
    }
  })

  it('poses as the puppet in any mix', () => {
    const both = parity()
    const chance = createRandom(7)
    for (let i = 0; i < RANDOM_SETTINGS; i++) {
      const setting = rig.parameters.map((p) => [p.id, chance.between(p.min, p.max)])
      expectTogether(both, `mix ${i}`, Object.fromEntries(setting))
    }
  })
})

function modelOf(moc: LoadedMoc | null): CubismCoreModel {
  if (!moc) throw new Error('The Cubism Core is missing.')
  return moc.model
}

// The Live2D files of Tori that are committed: made of the rig that lies beside them, complete, with names that the server hands out.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Cdi3, parameterNames } from '@psiona/live2d/cdi3'
import { Exp3 } from '@psiona/live2d/exp3'
import { groupIds, Model3 } from '@psiona/live2d/model3'
import { Motion3, MotionCurves } from '@psiona/live2d/motion3'
import { Physics3 } from '@psiona/live2d/physics3'
import { FACE_CHANNELS, ModelPath, ModelSheet, Rig } from '@psiona/shared'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { POSES } from '../../art/tori/drawing/poses'
import { cubismFiles, MADE_FOLDERS, texturePath } from '../../art/tori/live2d/cubism-files'
import { type DriverName, parameterOf } from '../../art/tori/rig/keys'
import { root } from '../checkout'

const folder = path.join(root, 'live2d-models/tori')
const committed = (file: string) => readFileSync(path.join(folder, file))
const json = (file: string): unknown => JSON.parse(committed(file).toString())
const rig = Rig.parse(json('tori.rig.json'))
const ranges = new Map(rig.parameters.map((p) => [p.id, p]))
const model = Model3.parse(json('tori.model3.json'))
const sheet = ModelSheet.parse(json('psiona.json'))
const files = model.FileReferences
const STALE = 'Run npx tsx art/tori/build.ts'

describe("Tori's Live2D files", () => {
  it('are those of the committed rig', () => {
    const made = cubismFiles(rig)
    for (const [file, contents] of made) {
      expect(existsSync(path.join(folder, file)), `${file} is missing. ${STALE}`).toBe(true)
      const same = Buffer.compare(committed(file), Buffer.from(contents)) === 0
      expect(same, `${file} is not that of the rig. ${STALE}`).toBe(true)
    }
    for (const made_folder of MADE_FOLDERS)
      for (const name of readdirSync(path.join(folder, made_folder)))
        expect(made.has(`${made_folder}/${name}`), `${name} is made no more. ${STALE}`).toBe(true)
  })

  it('show the atlas of the puppet', async () => {
    const texture = sharp(committed(texturePath(rig)))
    const { width, height } = await texture.metadata()
    expect([Math.log2(width), Math.log2(height)].every(Number.isInteger)).toBe(true)
    expect(Math.max(width, height)).toBeLessThanOrEqual(4096)
    expect(committed(texturePath(rig)).length).toBeLessThan(4_000_000)
    const atlas = await sharp(committed(rig.textures[0]!.file)).raw().toBuffer({ resolveWithObject: true })
    const shown = await texture.extract({ left: 0, top: 0, width: atlas.info.width, height: atlas.info.height }).raw().toBuffer()
    let differing = 0
    for (let i = 0; i < shown.length; i += 4) {
      if (shown[i + 3] !== atlas.data[i + 3]) differing++
      else if (shown[i + 3]! > 0 && [0, 1, 2].some((k) => shown[i + k] !== atlas.data[i + k])) differing++
    }
    expect(differing, STALE).toBe(0)
  })

  it('are named as the server and every app can read them', () => {
    const named = [
      ...[files.Moc, files.Physics, files.DisplayInfo, ...files.Textures, ...files.Expressions.map((e) => e.File)],
      ...Object.values(files.Motions).flatMap((group) => group.map((m) => m.File)),
      ...[sheet.live2d?.file, sheet.puppet?.file],
    ]
    for (const file of named) {
      expect(ModelPath.safeParse(file).success, file).toBe(true)
      expect(existsSync(path.join(folder, file ?? '')), file).toBe(true)
    }
  })

  it('name parameters and meshes that the rig has', () => {
    const meshes = new Set(rig.meshes.map((m) => m.id))
    for (const name of ['EyeBlink', 'LipSync']) {
      expect(groupIds(model, name).length).toBeGreaterThan(0)
      for (const id of groupIds(model, name)) expect(ranges.has(id), id).toBe(true)
    }
    expect(model.HitAreas.map((area) => area.Name)).toEqual(['Head', 'Body'])
    for (const { Id } of model.HitAreas) expect(meshes.has(Id), Id).toBe(true)
    const names = parameterNames(Cdi3.parse(json(files.DisplayInfo ?? '')))
    for (const id of ranges.keys()) expect(names.get(id), id).toMatch(/^[A-Z]/)
  })
})

describe('her expressions', () => {
  it('are at least twelve, and lead from the calm face to the pose', () => {
    expect(files.Expressions.length).toBeGreaterThanOrEqual(12)
    for (const { Name, File } of files.Expressions) {
      const face = new Map(rig.parameters.map((p) => [p.id, p.default]))
      for (const { Id, Value, Blend } of Exp3.parse(json(File)).Parameters) {
        const before = face.get(Id) ?? Number.NaN
        face.set(Id, Blend === 'Multiply' ? before * Value : before + Value)
      }
      for (const [driver, value] of Object.entries(POSES[Name] ?? {})) {
        const id = parameterOf(driver as DriverName)
        if (ranges.has(id) && !rig.pendulums.some((p) => p.output.parameter === id))
          expect(face.get(id), `${Name} ${id}`).toBeCloseTo(value, 3)
      }
    }
  })
})

describe('her motions', () => {
  it('stay in range, leave speech and feeling alone, and end where they began', () => {
    for (const { File } of Object.values(files.Motions).flat()) {
      const motion = Motion3.parse(json(File))
      const curves = new MotionCurves(motion)
      expect(curves.parameters.length, File).toBeGreaterThan(0)
      for (const [i, id] of curves.parameters.entries()) {
        const { min, max } = ranges.get(id) ?? { min: Number.NaN, max: Number.NaN }
        expect(/Mouth|Eye|Brow|Cheek/.test(id), `${File} ${id}`).toBe(false)
        const values = Array.from({ length: 400 }, (_, n) => curves.valueAt(i, (curves.durationSeconds * n) / 400))
        expect(Math.min(...values), `${File} ${id}`).toBeGreaterThanOrEqual(min - 1e-3)
        expect(Math.max(...values), `${File} ${id}`).toBeLessThanOrEqual(max + 1e-3)
        const last = motion.Curves.find((c) => c.Id === id)?.Segments.at(-1)
        expect(last, `${File} ${id}`).toBeCloseTo(values[0] ?? Number.NaN, 3)
      }
    }
  })

  it('drive at rest what moves by itself in the puppet', () => {
    const [idle] = files.Motions.Idle ?? []
    const curves = new MotionCurves(Motion3.parse(json(idle?.File ?? '')))
    expect(curves.loop).toBe(true)
    for (const { parameter, shape, seconds } of rig.rhythms) {
      const i = curves.parameters.indexOf(parameter)
      for (let t = 0.05; t < 60; t += 0.37) {
        const phase = (t / seconds) % 1
        if (shape === 'ramp' && Math.min(phase, 1 - phase) < 0.02) continue
        const wanted = shape === 'sine' ? Math.sin(2 * Math.PI * phase) : phase
        expect(Math.abs(curves.valueAt(i, t) - wanted), `${parameter} at ${t} s`).toBeLessThan(0.02)
      }
    }
  })
})

describe('her sheet', () => {
  it('gives every channel to its parameter as it is', () => {
    const mapped = new Map(sheet.map.links.map((link) => [link.channel, link]))
    expect(mapped.size).toBe(sheet.map.links.length)
    for (const { name, parameter, min, max } of FACE_CHANNELS)
      if (ranges.has(parameter)) expect(mapped.get(name)).toEqual({ channel: name, parameter, from: [min, max], to: [min, max] })
      else expect(mapped.has(name), name).toBe(false)
    expect(sheet.map.mouth).toBe('open-form')
  })

  it('names motions and hit areas that the model has', () => {
    const groups = new Set(Object.keys(files.Motions))
    for (const group of [...Object.values(sheet.map.motions), ...Object.values(sheet.map.taps)])
      expect(groups.has(group), group).toBe(true)
    expect(sheet.map.motions.idle).toBe('Idle')
    expect(Object.keys(sheet.map.taps)).toEqual(['Head', 'Body'])
    const worn = [...sheet.outfits.map((o) => o.parameters), ...sheet.accessories.flatMap((a) => [a.on, a.off])]
    for (const id of worn.flatMap((values) => Object.keys(values))) expect(ranges.has(id), id).toBe(true)
  })
})

describe('her physics', () => {
  it('move what the pendulums of the rig move', () => {
    const physics = Physics3.parse(json(files.Physics ?? ''))
    expect(physics.PhysicsSettings.flatMap((s) => s.Output.map((o) => o.Destination.Id))).toEqual(
      rig.pendulums.map((p) => p.output.parameter),
    )
    for (const { Input, Vertices } of physics.PhysicsSettings) {
      expect(Input.reduce((sum, { Weight }) => sum + Weight, 0)).toBeCloseTo(100, 3)
      for (const { Mobility } of Vertices) expect(Mobility > 0 && Mobility <= 1).toBe(true)
    }
  })
})

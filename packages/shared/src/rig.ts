// A puppet's rig: parameters go in, deformed and textured meshes come out. The concepts are Cubism's (parameters, parts, warp and
// rotation deformers, art meshes, keyforms over at most four parameters, masks), so that the same rig can be written as a .moc3.
// Canvas coordinates are px, y downwards. Children of a warp live in 0..1 of its grid, children of a rotation in px about its origin.
import { z } from 'zod'

export const RIG_VERSION = 1
/** A .moc3 keeps an id in 64 bytes with a closing zero. */
const RigId = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,62}$/, 'Give it an id of letters, digits and _ (63 at most).')
const Fraction = z.number().min(0).max(1)
const Coordinates = z.array(z.number())
const FileName = z.string().regex(/^[a-z0-9][a-z0-9._-]*$/, 'Name a file in the folder of the model.')

export const RigParameter = z
  .strictObject({ id: RigId, min: z.number(), max: z.number(), default: z.number() })
  .refine((p) => p.min <= p.default && p.default <= p.max, 'The default must lie between min and max.')
export type RigParameter = z.infer<typeof RigParameter>

export const RigBinding = z.strictObject({
  parameter: RigId,
  keys: z
    .array(z.number())
    .min(2)
    .refine((keys) => keys.every((key, i) => i === 0 || key > keys[i - 1]!), 'Keys must ascend.'),
})
export type RigBinding = z.infer<typeof RigBinding>

/** Keyforms are the product of the bindings' keys, the first binding running fastest. */
const bound = { bindings: z.array(RigBinding).max(4) }
const placed = { id: RigId, part: RigId, parent: RigId.nullable() }

export const RigWarp = z.strictObject({
  kind: z.literal('warp'),
  ...placed,
  ...bound,
  /** Cells; the grid has one more point each way, rows from the top. */
  columns: z.number().int().min(1),
  rows: z.number().int().min(1),
  /** x, y of every grid point for every keyform, in the parent's coordinates. */
  positions: z.array(Coordinates),
})
export type RigWarp = z.infer<typeof RigWarp>

export const RigRotation = z.strictObject({
  kind: z.literal('rotation'),
  ...placed,
  ...bound,
  /** Origin in the parent's coordinates; degrees clockwise on the screen; scale of the children. */
  keyforms: z.array(z.strictObject({ x: z.number(), y: z.number(), degrees: z.number(), scale: z.number().positive() })),
})
export type RigRotation = z.infer<typeof RigRotation>

export const RigDeformer = z.discriminatedUnion('kind', [RigWarp, RigRotation])
export type RigDeformer = z.infer<typeof RigDeformer>

export const RigMesh = z.strictObject({
  ...placed,
  ...bound,
  /** Index into textures. */
  texture: z.number().int().min(0),
  /** Low is drawn first. */
  drawOrder: z.number().int().min(0).max(1000),
  /** u, v of every vertex, 0..1 of the texture, v downwards. */
  uvs: z.array(Fraction),
  indices: z.array(z.number().int().min(0).max(65_535)),
  /** x, y of every vertex for every keyform, in the parent's coordinates. */
  positions: z.array(Coordinates),
  /** One per keyform. */
  opacities: z.array(Fraction),
  /** Shown only where one of these meshes is, whatever their opacity. */
  masks: z.array(RigId),
  /** Serves as a mask and is never drawn itself. */
  maskOnly: z.boolean(),
})
export type RigMesh = z.infer<typeof RigMesh>

/** A mass on a spring: its anchor goes where the inputs say, how far it trails behind is the output. */
export const RigPendulum = z.strictObject({
  id: RigId,
  inputs: z
    .array(z.strictObject({ parameter: RigId, /** px the anchor moves per unit of the parameter */ weight: z.number() }))
    .min(1),
  hertz: z.number().positive(),
  /** 1 = settles without swinging. */
  damping: z.number().positive(),
  /** Trailing `reach` px behind is -1 or 1 of the parameter. */
  output: z.strictObject({ parameter: RigId, reach: z.number().positive() }),
})
export type RigPendulum = z.infer<typeof RigPendulum>

/** A parameter that moves by itself: a sine from -1 to 1, or a ramp from 0 to 1. */
export const RigRhythm = z.strictObject({ parameter: RigId, shape: z.enum(['sine', 'ramp']), seconds: z.number().positive() })
export type RigRhythm = z.infer<typeof RigRhythm>

const Rectangle = z.strictObject({ x: z.number(), y: z.number(), width: z.number().positive(), height: z.number().positive() })
export type RigRectangle = z.infer<typeof Rectangle>

const RigBody = z.strictObject({
  version: z.literal(RIG_VERSION),
  name: z.string().min(1),
  licence: z.string().min(1),
  canvas: z.strictObject({ width: z.number().positive(), height: z.number().positive() }),
  /** What should be in view, px of the canvas. */
  framings: z.strictObject({ full: Rectangle, bust: Rectangle }),
  textures: z
    .array(z.strictObject({ file: FileName, width: z.number().int().positive(), height: z.number().int().positive() }))
    .min(1),
  parameters: z.array(RigParameter),
  parts: z.array(z.strictObject({ id: RigId })),
  /** Parents before children. */
  deformers: z.array(RigDeformer),
  meshes: z.array(RigMesh),
  pendulums: z.array(RigPendulum),
  rhythms: z.array(RigRhythm),
})

export const keyformCount = (bindings: readonly RigBinding[]): number => bindings.reduce((count, b) => count * b.keys.length, 1)

/** What is wrong in how the parts of a rig refer to each other; empty when nothing is. */
const rigMistakes = (rig: z.infer<typeof RigBody>): string[] => {
  const mistakes: string[] = []
  const expect = (holds: boolean, mistake: string): void => {
    if (!holds) mistakes.push(mistake)
  }
  const parameters = new Map(rig.parameters.map((p) => [p.id, p]))
  const parts = new Set(rig.parts.map((p) => p.id))
  const meshes = new Map(rig.meshes.map((m) => [m.id, m]))
  const deformers = new Set<string>()
  const checkObject = (
    { id, part, parent, bindings }: Pick<RigMesh, 'id' | 'part' | 'parent' | 'bindings'>,
    forms: number,
  ): void => {
    expect(parts.has(part), `${id} is in part ${part}, which there is not.`)
    expect(parent === null || deformers.has(parent), `${id} hangs on ${parent}, which does not stand before it.`)
    expect(forms === keyformCount(bindings), `${id} needs ${keyformCount(bindings)} keyforms and has ${forms}.`)
    for (const { parameter, keys } of bindings) {
      const known = parameters.get(parameter)
      expect(known !== undefined, `${id} is bound to ${parameter}, which there is not.`)
      if (known) expect(keys[0]! >= known.min && keys.at(-1)! <= known.max, `${id} has a key outside of ${parameter}.`)
    }
  }
  for (const d of rig.deformers) {
    checkObject(d, d.kind === 'warp' ? d.positions.length : d.keyforms.length)
    if (d.kind === 'warp') {
      const floats = (d.columns + 1) * (d.rows + 1) * 2
      expect(
        d.positions.every((p) => p.length === floats),
        `A keyform of ${d.id} does not have ${floats} numbers.`,
      )
    }
    deformers.add(d.id)
  }
  for (const m of rig.meshes) {
    checkObject(m, m.positions.length)
    expect(m.opacities.length === m.positions.length, `${m.id} needs one opacity for each keyform.`)
    expect(
      m.positions.every((p) => p.length === m.uvs.length),
      `A keyform of ${m.id} does not have ${m.uvs.length} numbers.`,
    )
    expect(m.texture < rig.textures.length, `${m.id} uses texture ${m.texture}, which there is not.`)
    expect(m.indices.length % 3 === 0 && m.indices.every((i) => i * 2 < m.uvs.length), `${m.id} has a triangle without a vertex.`)
    for (const mask of m.masks) expect(meshes.has(mask), `${m.id} is masked by ${mask}, which there is not.`)
  }
  for (const { parameter } of [...rig.rhythms, ...rig.pendulums.map((p) => p.output), ...rig.pendulums.flatMap((p) => p.inputs)])
    expect(parameters.has(parameter), `Something moves or reads ${parameter}, which there is not.`)
  expect(meshes.size === rig.meshes.length && deformers.size === rig.deformers.length, 'Two objects have the same id.')
  return mistakes
}

export const Rig = RigBody.superRefine((rig, context) => {
  for (const message of rigMistakes(rig)) context.addIssue({ code: 'custom', message })
})
export type Rig = z.infer<typeof Rig>

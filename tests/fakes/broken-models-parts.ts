// The pieces of a tiny Live2D model, each of which can be spoiled. In: what is wanted otherwise. Out: files by path.
import { crc32, deflateSync } from 'node:zlib'
import { writeMoc3 } from '@psiona/live2d/moc3-write'

export type Files = Readonly<Record<string, Buffer | string>>

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A picture that says it is that large; what is painted in it is one line. */
export function pngOf(width = 64, height = width): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(5))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** VP8X, which says its size at a fixed place. */
export function webpOf(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(30)
  bytes.write('RIFF\u0016\0\0\0WEBPVP8X\u000a\0\0\0', 'latin1')
  bytes.writeUIntLE(width - 1, 24, 3)
  bytes.writeUIntLE(height - 1, 27, 3)
  return bytes
}

/** A comment, then the frame. */
export function jpegOf(width: number, height: number): Buffer {
  const bytes = Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0, 4, 1, 2, 0xff, 0xc0, 0, 17, 8, 0, 0, 0, 0, 3])
  bytes.writeUInt16BE(height, 13)
  bytes.writeUInt16BE(width, 15)
  return Buffer.concat([bytes, Buffer.alloc(12)])
}

const PARAMETERS = [
  ['ParamAngleX', -30, 30, 0],
  ['ParamAngleY', -30, 30, 0],
  ['ParamAngleZ', -30, 30, 0],
  ['ParamEyeLOpen', 0, 1, 1],
  ['ParamEyeROpen', 0, 1, 1],
  ['ParamMouthOpenY', 0, 1, 0],
  ['ParamMouthForm', -1, 1, 0],
] as const

/** Cells bent as quads came with Cubism 3.3. */
const FORMAT_2_WARP = {
  kind: 'warp',
  id: 'Warp',
  part: 'Part',
  parent: null,
  bindings: [],
  cells: 'quads',
  columns: 1,
  rows: 1,
  keyforms: [{ positions: [-1, -1, 1, -1, -1, 1, 1, 1], opacity: 1 }],
} as const

/** `textures`: so many squares, each painted with another. */
export function mocOf({ textures = 1, without = [] as readonly string[], isFormat2 = false } = {}): Buffer {
  const square = { bindings: [], part: 'Part', parent: null, doubleSided: true, masks: [], invertMasks: false } as const
  return Buffer.from(
    writeMoc3({
      canvas: { pixelsPerUnit: 100, originX: 50, originY: 50, width: 100, height: 100 },
      parameters: PARAMETERS.filter(([id]) => !without.some((start) => id.startsWith(start))).map(([id, min, max, rest]) => ({
        id,
        min,
        max,
        default: rest,
      })),
      parts: [{ id: 'Part', parent: null }],
      deformers: isFormat2 ? [FORMAT_2_WARP] : [],
      meshes: Array.from({ length: textures }, (_, texture) => ({
        ...square,
        id: `Square${texture}`,
        texture,
        blend: 'normal' as const,
        uvs: [0, 0, 1, 0, 1, 1, 0, 1],
        indices: [0, 1, 2, 0, 2, 3],
        keyforms: [{ positions: [-0.5, -0.5, 0.5, -0.5, 0.5, 0.5, -0.5, 0.5], opacity: 1, drawOrder: 500 }],
      })),
    }),
  )
}

export const json = (value: unknown): string => JSON.stringify(value, null, 2)
export const expression = (id = 'ParamMouthForm') =>
  json({ Type: 'Live2D Expression', Parameters: [{ Id: id, Value: 1, Blend: 'Add' }] })
export const motion = (id = 'ParamAngleX') =>
  json({
    Version: 3,
    Meta: { Duration: 1, Fps: 30, Loop: true, CurveCount: 1, TotalSegmentCount: 1, TotalPointCount: 2 },
    Curves: [{ Target: 'Parameter', Id: id, Segments: [0, 0, 0, 1, 1] }],
  })
export const physics = (id = 'ParamAngleX') =>
  json({
    Version: 3,
    Meta: { PhysicsSettingCount: 1, EffectiveForces: { Gravity: { X: 0, Y: -1 }, Wind: { X: 0, Y: 0 } } },
    PhysicsSettings: [
      {
        Id: 'Hair',
        Input: [{ Source: { Target: 'Parameter', Id: id }, Weight: 100, Type: 'X', Reflect: false }],
        Output: [],
        Vertices: [],
        Normalization: { Position: { Minimum: -10, Default: 0, Maximum: 10 }, Angle: { Minimum: -10, Default: 0, Maximum: 10 } },
      },
    ],
  })

export interface Model3Parts {
  readonly references?: Readonly<Record<string, unknown>>
  readonly rest?: Readonly<Record<string, unknown>>
}

export const model3 = ({ references = {}, rest = {} }: Model3Parts = {}) =>
  json({
    Version: 3,
    FileReferences: {
      Moc: 'haru.moc3',
      Textures: ['haru.2048/texture_00.png'],
      Expressions: [{ Name: 'smile', File: 'expressions/smile.exp3.json' }],
      Motions: { Idle: [{ File: 'motions/idle.motion3.json' }] },
      ...references,
    },
    Groups: [
      { Target: 'Parameter', Name: 'EyeBlink', Ids: ['ParamEyeLOpen', 'ParamEyeROpen'] },
      { Target: 'Parameter', Name: 'LipSync', Ids: ['ParamMouthOpenY'] },
    ],
    ...rest,
  })

/** A model with nothing wrong; null takes a file away. */
export function modelFiles(changes: Readonly<Record<string, Buffer | string | null>> = {}): Files {
  const whole: Record<string, Buffer | string | null> = {
    'haru.model3.json': model3(),
    'haru.moc3': mocOf(),
    'haru.2048/texture_00.png': pngOf(),
    'expressions/smile.exp3.json': expression(),
    'motions/idle.motion3.json': motion(),
    'LICENSE.txt': 'You may show her on stream.',
    ...changes,
  }
  return Object.fromEntries(Object.entries(whole).flatMap(([path, data]) => (data === null ? [] : [[path, data]])))
}

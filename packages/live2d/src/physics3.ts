// A *.physics3.json in, its pendulums out: chains of points whose first is moved by parameters and whose angles move others.
import { z } from 'zod'
import { finite, listOf, maybe, numberOr, text, textOrEmpty } from './lenient'

const MOST_SETTINGS = 500
const MOST_ENDS = 200

const Vector = z.object({ X: numberOr(0), Y: numberOr(0) }).catch({ X: 0, Y: 0 })
const Range = z.object({ Minimum: numberOr(-10), Default: numberOr(0), Maximum: numberOr(10) })
const ParameterOf = z.object({ Target: textOrEmpty, Id: text })
const End = { Weight: numberOr(0), Type: z.enum(['X', 'Y', 'Angle']), Reflect: z.boolean().catch(false) }

export const Physics3Setting = z.object({
  Id: textOrEmpty,
  Input: listOf(z.object({ Source: ParameterOf, ...End }), MOST_ENDS),
  Output: listOf(z.object({ Destination: ParameterOf, VertexIndex: numberOr(1), Scale: numberOr(1), ...End }), MOST_ENDS),
  Vertices: listOf(
    z.object({ Position: Vector, Mobility: numberOr(1), Delay: numberOr(1), Acceleration: numberOr(1), Radius: numberOr(0) }),
    MOST_ENDS,
  ),
  Normalization: z.object({ Position: Range, Angle: Range }),
})
export type Physics3Setting = z.infer<typeof Physics3Setting>

export const Physics3 = z.object({
  Version: finite.catch(3),
  Meta: z.object({
    PhysicsSettingCount: numberOr(0),
    TotalInputCount: numberOr(0),
    TotalOutputCount: numberOr(0),
    VertexCount: numberOr(0),
    /** Steps a second; absent: one step a frame. */
    Fps: maybe(finite),
    EffectiveForces: z.object({ Gravity: Vector, Wind: Vector }),
    PhysicsDictionary: listOf(z.object({ Id: text, Name: textOrEmpty }), MOST_SETTINGS),
  }),
  PhysicsSettings: listOf(Physics3Setting, MOST_SETTINGS),
})
export type Physics3 = z.infer<typeof Physics3>

// The drawing's poses in, an expression for each that is one out, relative to a calm face so that speech, blinks and turns go on under it.
import type { Rig } from '@psiona/shared'
import { type Pose, SWINGS } from '../drawing/pose'
import { POSES } from '../drawing/poses'
import { type DriverName, parameterOf } from '../rig/keys'

/** Seconds. */
const FADE = { FadeInTime: 0.3, FadeOutTime: 0.4 }
/** What rests at 1 is multiplied: a blink still closes an eye that laughs, a wide mouth is still wide when it speaks. */
const RESTS_AT_ONE = 1
const DECIMALS = 1e4
const rounded = (value: number): number => Math.round(value * DECIMALS) / DECIMALS

/** Vowels, turns and blinks leave the brows alone; a face that says something does not. */
const isExpression = (pose: Partial<Pose>): boolean => pose.browYL !== undefined || pose.browYR !== undefined

const expression = (pose: Partial<Pose>, rig: Rig) => ({
  Type: 'Live2D Expression',
  ...FADE,
  Parameters: Object.entries(pose).flatMap(([driver, value]) => {
    if (Object.hasOwn(SWINGS, driver)) return []
    const parameter = rig.parameters.find((p) => p.id === parameterOf(driver as DriverName))
    if (!parameter || value === parameter.default) return []
    const isFactor = parameter.default === RESTS_AT_ONE
    const change = isFactor ? value : value - parameter.default
    return [{ Id: parameter.id, Value: rounded(change), Blend: isFactor ? 'Multiply' : 'Add' }]
  }),
})
export type ExpressionFile = ReturnType<typeof expression>

/** Name of the pose → file. */
export const expressionFiles = (rig: Rig): ReadonlyMap<string, ExpressionFile> =>
  new Map(
    Object.entries(POSES)
      .filter(([, pose]) => isExpression(pose))
      .map(([name, pose]) => [name, expression(pose, rig)]),
  )

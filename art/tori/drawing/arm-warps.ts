// What arms do in, where their points go on the paper out. Resting arms bend; raised ones turn at shoulder and elbow.
import type { Side, XY } from './dot'
import { radians, smooth } from './interpolation'
import type { Warp } from './pen'
import type { Pose } from './pose'
import { PROPORTIONS as P } from './proportions'

/** Joints as offsets from the axis, px, of the arm on either side. */
interface Joints {
  readonly side: Side
  readonly shoulder: XY
  readonly elbow: XY
  readonly wrist: XY
}

const joints = (side: Side, shoulder: XY, elbow: XY, wrist: XY): Joints => {
  const place = ([dx, y]: XY): XY => [P.axisX + side * dx, y]
  return { side, shoulder: place(shoulder), elbow: place(elbow), wrist: place(wrist) }
}

const rest = (side: Side) => joints(side, [330, 1290], [378, 1790], [135, 2072])
const fists = (side: Side) => joints(side, [330, 1290], [400, 1740], [215, 1475])
export const RESTING = { restR: rest(-1), restL: rest(1) } as const
export const RAISED = {
  wave: joints(-1, [330, 1290], [436, 1652], [472, 1290]),
  chin: joints(1, [330, 1290], [318, 1750], [120, 1212]),
  cheerR: fists(-1),
  cheerL: fists(1),
} as const
export type RestingArm = keyof typeof RESTING
export type RaisedArm = keyof typeof RAISED

/** Hands and sleeves of resting arms; upper arms and forearms, with their hands, of raised ones. */
export type ArmWarpName = `hand_${RestingArm}` | `sleeve_${RestingArm}` | `upper_${RaisedArm}` | `fore_${RaisedArm}`
const named = <A extends string, B extends string>(kind: A, arms: readonly B[]) =>
  arms.map((arm): `${A}_${B}` => `${kind}_${arm}`)
const [resting, raised] = [Object.keys(RESTING) as RestingArm[], Object.keys(RAISED) as RaisedArm[]]
export const ARM_WARPS: readonly ArmWarpName[] = [
  ...named('hand', resting),
  ...named('sleeve', resting),
  ...named('upper', raised),
  ...named('fore', raised),
]

export const turnedAbout = ([px, py]: XY, degrees: number, scale = 1): Warp => {
  const [c, s] = [Math.cos(radians(degrees)) * scale, Math.sin(radians(degrees)) * scale]
  return ([x, y]) => [px + (x - px) * c - (y - py) * s, py + (x - px) * s + (y - py) * c]
}

const along = (from: XY, to: XY): XY => {
  const l = Math.hypot(to[0] - from[0], to[1] - from[1])
  return [(to[0] - from[0]) / l, (to[1] - from[1]) / l]
}
const reach = (p: XY, origin: XY, [ux, uy]: XY): number => (p[0] - origin[0]) * ux + (p[1] - origin[1]) * uy

/** Degrees at elbow and shoulder until a resting arm has gone over into a raised one. */
const LIFT = { elbow: 72, shoulder: 5 } as const
/** Where on the way it is exchanged for the raised one. */
export const LIFTED_AT = 0.5
const liftOf = (side: Side, pose: Pose): number => {
  const gestures = side > 0 ? [pose.chin, pose.cheer, pose.mug] : [pose.wave, pose.cheer]
  return Math.min(1, Math.max(...gestures) / LIFTED_AT)
}

const restingBend = ({ side, shoulder, elbow, wrist }: Joints, atElbow: number, atShoulder: number): Warp => {
  const [upper, fore] = [along(shoulder, elbow), along(elbow, wrist)]
  const knee = along([0, 0], [upper[0] + fore[0], upper[1] + fore[1]])
  return (p) => {
    const bent = turnedAbout(elbow, side * atElbow * smooth(-100, 100, reach(p, elbow, knee)))(p)
    return turnedAbout(shoulder, -side * atShoulder * smooth(-50, 220, reach(p, shoulder, upper)))(bent)
  }
}

/** The way of a resting arm towards a pose. */
export const restingLift = (arm: RestingArm, pose: Pose): Warp => {
  const lift = liftOf(RESTING[arm].side, pose)
  return lift === 0 ? (p) => p : restingBend(RESTING[arm], LIFT.elbow * lift, LIFT.shoulder * lift)
}
export const restingSway = (arm: RestingArm, pose: Pose): Warp => {
  const [a, b] = arm === 'restL' ? [pose.armL, pose.elbowL] : [pose.armR, pose.elbowR]
  return a === 0 && b === 0 ? (p) => p : restingBend(RESTING[arm], b * 0.7, a * 0.4)
}
/** The cuff of a resting arm, px to the side. */
export const cuffSwing = (arm: RestingArm, swing: number, p: XY): XY => {
  const { elbow, wrist } = RESTING[arm]
  const t = smooth(40, 380, reach(p, elbow, along(elbow, wrist)))
  return [p[0] + 12 * swing * t, p[1] + 4 * Math.abs(swing) * t]
}

/** Degrees, clockwise on the screen, where the elbow goes and how long the forearm is, of a raised arm. */
export interface Raise {
  readonly upper: number
  readonly fore: number
  readonly shift: XY
  readonly scale: number
}

/** The hand at the chin goes most of the way of the head. */
const FOLLOW = { perAngleX: 0.13, perAngleZ: 0.06, pxPerAngleY: -0.9 } as const

export const raiseOf = (arm: RaisedArm, pose: Pose): Raise => {
  const { side } = RAISED[arm]
  const sway = -side * 0.35 * (side > 0 ? pose.armL : pose.armR)
  const bend = side * 0.8 * (side > 0 ? pose.elbowL : pose.elbowR)
  if (arm === 'wave') {
    const low = 1 - pose.wave
    return { upper: sway - 14 * low, fore: bend + 8 * pose.waving + 130 * low, shift: [-40 * low, 276 * low], scale: 1 }
  }
  if (arm === 'chin') {
    const low = 1 - pose.chin
    const follow = FOLLOW.perAngleX * pose.angleX + FOLLOW.perAngleZ * pose.angleZ
    return {
      upper: sway - 4 * low,
      fore: follow - 90 * low,
      shift: [100 * low, 80 * low + FOLLOW.pxPerAngleY * pose.angleY],
      scale: 1 - 0.36 * low,
    }
  }
  const mug = side > 0 ? pose.mug : 0
  const low = 1 - Math.max(pose.cheer, mug)
  return {
    upper: sway + side * 3 * low,
    fore: bend - side * (60 * low - 6 * mug),
    shift: [-side * 40 * low, 100 * low],
    scale: 1,
  }
}

const raisedWarp = (arm: RaisedArm, pose: Pose, fore: boolean): Warp => {
  const { shoulder, elbow } = RAISED[arm]
  const raise = raiseOf(arm, pose)
  const upper = turnedAbout(shoulder, raise.upper)
  if (!fore) return upper
  const turn = turnedAbout(elbow, raise.fore, raise.scale)
  return (p) => {
    const [x, y] = turn(p)
    return upper([x + raise.shift[0], y + raise.shift[1]])
  }
}

const isResting = (arm: string): arm is RestingArm => arm in RESTING
const isRaised = (arm: string): arm is RaisedArm => arm in RAISED

export const armWarp = (name: ArmWarpName, pose: Pose): Warp => {
  const arm = name.slice(name.indexOf('_') + 1)
  if (isResting(arm)) {
    const [sway, lift] = [restingSway(arm, pose), restingLift(arm, pose)]
    const hung: Warp = name.startsWith('sleeve') && pose.sleeve !== 0 ? (p) => cuffSwing(arm, pose.sleeve, p) : (p) => p
    return (p) => lift(sway(hung(p)))
  }
  if (isRaised(arm)) return raisedWarp(arm, pose, name.startsWith('fore'))
  throw new Error(`There is no arm ${arm}.`)
}

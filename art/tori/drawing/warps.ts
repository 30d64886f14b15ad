// A pose in, the bend of every depth group of the drawing out. The rig samples its deformers from these same functions.
import type { XY } from './dot'
import { clamp, lerp, radians, smooth } from './interpolation'
import type { Warp } from './pen'
import type { Pose, SwingName } from './pose'
import { PROPORTIONS as P } from './proportions'

/** How far a part lies before (+) or behind (-) the skull's surface, px, and how much of the skull's roundness it has. */
const DEPTHS = {
  face: [0, 1],
  feature: [12, 1],
  nose: [44, 1],
  mouth: [18, 1],
  brow: [16, 1],
  ear: [-70, 0.5],
  phones: [0, 0.25],
  cap: [26, 1],
  bangs: [46, 1],
  ornament: [60, 1],
  ahoge: [0, 0.6],
} as const
export type DepthName = keyof typeof DEPTHS

/** Parts that hang from the head and lie on the body: head above the first y, body below the second. */
export const HANGINGS = {
  hairBack: { from: 1000, to: 1450 },
  hairSide: { from: 1000, to: 1420 },
  braid: { from: 960, to: 1300 },
  neck: { from: 960, to: 1130 },
} as const
export type HangingName = keyof typeof HANGINGS

/** px at full swing, growing from the first y to the second. */
const PENDULUMS = {
  hairFront: { reach: 16, from: 330, to: 720 },
  hairSide: { reach: 60, from: 700, to: 1650 },
  hairBack: { reach: 38, from: 900, to: 1500 },
  hairBraid: { reach: 70, from: 1000, to: 1850 },
  hairAhoge: { reach: 34, from: 210, to: 70 },
  pendant: { reach: 16, from: 1290, to: 1460 },
} as const satisfies Record<SwingName, { reach: number; from: number; to: number }>

export type WarpName = DepthName | HangingName | 'body' | 'hairShadow' | 'pendant'

const NECK: XY = [P.axisX, P.neckPivotY]

/** The head turned about the neck before it rolls and before the body carries it. */
export const turned = (pose: Pose, depth: number, roundness: number): Warp => {
  const yaw = radians(pose.angleX * 0.78)
  const pitch = radians(pose.angleY * 0.62)
  return ([paperX, paperY]) => {
    const dx = (paperX - P.axisX) * P.headScale
    const dy = lerp(P.neckPivotY, paperY, P.headScale) - P.headCentreY
    const u = clamp(dx / P.headRadius, -1.35, 1.35)
    const v = clamp(dy / P.headHalfHeight, -1.2, 1.2)
    const z = roundness * P.headDepth * (1 - u * u - (v < 0 ? 0.75 : 0.55) * v * v) + depth
    const x = dx * Math.cos(yaw) + z * Math.sin(yaw)
    // The coupled term keeps diagonals in perspective.
    const y = dy * Math.cos(pitch) - z * Math.sin(pitch) - dx * Math.sin(yaw) * Math.sin(pitch) * 0.35
    return [P.axisX + x, P.headCentreY + y]
  }
}

export const turnedAt = (pose: Pose, name: DepthName): Warp => turned(pose, DEPTHS[name][0], DEPTHS[name][1])

/** The head's side of what hangs from it. */
const turnedHanging = (pose: Pose, name: HangingName): Warp => {
  if (name === 'neck') return turned(pose, -40, 0.4)
  if (name === 'braid') return turned(pose, -70, 0.3)
  if (name === 'hairSide') return turned(pose, 18, 1)
  const [crown, nape] = [turned(pose, -20, 0.3), turned(pose, -120, 0.15)]
  return (p) => between(crown(p), nape(p), smooth(300, 800, p[1]))
}

/** Clockwise on the screen for positive degrees. */
export const rollDegrees = (pose: Pose): number => pose.angleZ * 0.8
export const rolled = (pose: Pose): Warp => {
  const roll = radians(rollDegrees(pose))
  const [c, s] = [Math.cos(roll), Math.sin(roll)]
  return ([x, y]) => {
    const [dx, dy] = [x - NECK[0], y - NECK[1]]
    return [NECK[0] + dx * c - dy * s, NECK[1] + dx * s + dy * c]
  }
}

/** Weight shift, lean, breath, and a little follow-through of the head; above the collar a pure translation that carries the head. */
export const bodyWarp = (pose: Pose): Warp => {
  const trunk: Warp = ([x, y]) => {
    const up = smooth(P.groundY, 1150, y)
    const follow = radians(pose.bodyX * 0.25 + pose.angleX * 0.06 + pose.angleZ * 0.05 - 1.1) * up
    const lean = radians(pose.bodyZ * 0.3) * up
    const dy = y - P.groundY
    const width = 1 + 0.006 * pose.breath * up + 0.0012 * pose.bodyY * up
    const hip = 8 * Math.sin((y - 1300) / 380) * smooth(1250, 1700, y)
    const wide = P.axisX + (x - P.axisX) * width
    return [
      wide - dy * (Math.sin(follow) * 0.35 + Math.sin(lean) * 0.8) - hip + pose.angleX * 0.5 * up,
      y - (8 * pose.breath + 1.4 * pose.bodyY) * up + (wide - P.axisX) * (Math.sin(follow) * 1.1 + Math.sin(lean) * 0.8),
    ]
  }
  const carried = trunk(NECK)
  const shift: XY = [carried[0] - NECK[0], carried[1] - NECK[1]]
  return (p) => between([p[0] + shift[0], p[1] + shift[1]], trunk(p), smooth(1040, 1120, p[1]))
}

export const between = (a: XY, b: XY, t: number): XY => [lerp(a[0], b[0], t), lerp(a[1], b[1], t)]

/** Where a swinging part goes, as an offset of the point in px. */
export const swingOffset = (name: SwingName, amount: number, [, y]: XY): XY => {
  const { reach, from, to } = PENDULUMS[name]
  const t = smooth(from, to, y)
  return [reach * amount * t * t, -Math.abs(reach * amount) * 0.12 * t]
}

const swinging = (warp: Warp, name: SwingName, amount: number): Warp => {
  if (amount === 0) return warp
  return (p) => {
    const [x, y] = warp(p)
    const [dx, dy] = swingOffset(name, amount, p)
    return [x + dx, y + dy]
  }
}

export const makeWarps = (pose: Pose): Record<WarpName, Warp> => {
  const body = bodyWarp(pose)
  const roll = rolled(pose)
  const carried = body(NECK)
  const onNeck = (warp: Warp): Warp => {
    return (p) => {
      const [x, y] = roll(warp(p))
      return [x + carried[0] - NECK[0], y + carried[1] - NECK[1]]
    }
  }
  const head = (name: DepthName): Warp => onNeck(turnedAt(pose, name))
  const hanging = (name: HangingName): Warp => {
    const above = onNeck(turnedHanging(pose, name))
    const { from, to } = HANGINGS[name]
    return (p) => between(above(p), body(p), smooth(from, to, p[1]))
  }
  return {
    body,
    face: head('face'),
    feature: head('feature'),
    nose: head('nose'),
    mouth: head('mouth'),
    brow: head('brow'),
    ear: head('ear'),
    phones: head('phones'),
    cap: head('cap'),
    ornament: head('ornament'),
    bangs: swinging(head('bangs'), 'hairFront', pose.hairFront),
    hairShadow: swinging(head('face'), 'hairFront', pose.hairFront),
    ahoge: swinging(head('ahoge'), 'hairAhoge', pose.hairAhoge),
    hairBack: swinging(hanging('hairBack'), 'hairBack', pose.hairBack),
    hairSide: swinging(hanging('hairSide'), 'hairSide', pose.hairSide),
    braid: swinging(hanging('braid'), 'hairBraid', pose.hairBraid),
    neck: hanging('neck'),
    pendant: swinging(body, 'pendant', pose.pendant),
  }
}

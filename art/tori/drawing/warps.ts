// A pose in, the bend of every depth group of the drawing out. The rig samples its deformers from these same functions.
import { ARM_WARPS, type ArmWarpName, armWarp } from './arm-warps'
import type { XY } from './dot'
import { faceTurn, headTurn, type Lie } from './head-turn'
import { clamp, lerp, radians, smooth } from './interpolation'
import type { Warp } from './pen'
import type { Pose, SwingName } from './pose'
import { PROPORTIONS as P } from './proportions'

/** Headband, cups and the hair at the crown stay together. */
const ON_CROWN: Lie = { depth: 0, roundness: 0.25, narrowing: 5 }

/** How the depth groups of the head lie on it. */
const DEPTHS = {
  face: { depth: 0, roundness: 1 },
  feature: { depth: 12, roundness: 1 },
  nose: { depth: 48, roundness: 1 },
  mouth: { depth: 18, roundness: 1 },
  brow: { depth: 16, roundness: 1 },
  ear: { depth: -22, roundness: 0.3, narrowing: 34 },
  phones: ON_CROWN,
  cap: { depth: 26, roundness: 1 },
  bangs: { depth: 46, roundness: 1 },
  ornament: { depth: 60, roundness: 1 },
  ahoge: { depth: 0, roundness: 0.6 },
} as const satisfies Record<string, Lie>
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
  hairFront: { reach: 13, from: 330, to: 720 },
  hairFringeL: { reach: 11, from: 430, to: 800 },
  hairFringeR: { reach: 11, from: 430, to: 800 },
  hairSide: { reach: 46, from: 700, to: 1650 },
  hairSideTip: { reach: 34, from: 1080, to: 1600 },
  hairSideL: { reach: 34, from: 700, to: 1220 },
  hairBack: { reach: 34, from: 900, to: 1500 },
  hairBackTip: { reach: 30, from: 1120, to: 1490 },
  hairBraid: { reach: 58, from: 1000, to: 1850 },
  hairBraidTip: { reach: 38, from: 1360, to: 1840 },
  hairAhoge: { reach: 34, from: 210, to: 70 },
  pendant: { reach: 16, from: 1290, to: 1460 },
  coat: { reach: 34, from: 1650, to: 2440 },
  skirt: { reach: 22, from: 1960, to: 2440 },
} as const satisfies Record<Exclude<SwingName, 'sleeve'>, { reach: number; from: number; to: number }>
/** What swings from top to bottom; a sleeve swings along its arm. */
export type HangingSwing = keyof typeof PENDULUMS

/** What swings each hanging part: all of it, and then its end or one side. */
export const SWUNG_BY = {
  bangs: ['hairFront'],
  bangsL: ['hairFront', 'hairFringeL'],
  bangsR: ['hairFront', 'hairFringeR'],
  hairShadow: ['hairFront'],
  ahoge: ['hairAhoge'],
  hairBack: ['hairBack', 'hairBackTip'],
  hairSideR: ['hairSide', 'hairSideTip'],
  hairSideL: ['hairSideL'],
  hairShadowR: ['hairSide', 'hairSideTip'],
  braid: ['hairBraid', 'hairBraidTip'],
  braidShadow: ['hairBraid', 'hairBraidTip'],
  pendant: ['pendant'],
  coat: ['coat'],
  skirt: ['skirt'],
} as const satisfies Record<string, readonly HangingSwing[]>
export type SwungName = keyof typeof SWUNG_BY

export type WarpName = Exclude<DepthName, SwungName> | SwungName | 'neck' | 'body' | 'trunk' | ArmWarpName

const NECK: XY = [P.axisX, P.neckPivotY]

/** The head turned about the neck before it rolls and before the body carries it. */
export const turnedAt = (pose: Pose, name: DepthName): Warp => (name === 'face' ? faceTurn : headTurn)(pose, DEPTHS[name])

/** The head's side of what hangs from it. */
const turnedHanging = (pose: Pose, name: HangingName): Warp => {
  if (name === 'neck') return headTurn(pose, { depth: -40, roundness: 0.4 })
  if (name === 'braid') return headTurn(pose, { depth: -70, roundness: 0.3 })
  if (name === 'hairSide') return headTurn(pose, { depth: 18, roundness: 1 })
  const [crown, nape] = [headTurn(pose, ON_CROWN), headTurn(pose, { depth: -120, roundness: 0.15 })]
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

/** The front of the trunk is round: where the body turns, what lies before its axis goes ahead and the far side narrows. */
export const trunkTurn = (pose: Pose): Warp => {
  if (pose.bodyX === 0) return (p) => p
  const yaw = radians(pose.bodyX * 1.8)
  const [c, s] = [Math.cos(yaw), Math.sin(yaw)]
  return ([x, y]) => {
    const u = clamp((x - P.axisX) / 400, -1.2, 1.2)
    const z = 125 * (1 - u * u)
    return [P.axisX + (x - P.axisX) * c + z * s, y]
  }
}

export const between = (a: XY, b: XY, t: number): XY => [lerp(a[0], b[0], t), lerp(a[1], b[1], t)]

/** Where a swinging part goes, as an offset of the point in px. */
export const swingOffset = (name: SwungName, amounts: Partial<Record<SwingName, number>>, [, y]: XY): XY => {
  let [dx, dy] = [0, 0]
  for (const swing of SWUNG_BY[name]) {
    const { reach, from, to } = PENDULUMS[swing]
    const amount = reach * (amounts[swing] ?? 0)
    const t = smooth(from, to, y)
    dx += amount * t * t
    dy -= Math.abs(amount) * 0.12 * t
  }
  return [dx, dy]
}

const swinging = (warp: Warp, name: SwungName, pose: Pose): Warp => {
  if (SWUNG_BY[name].every((swing) => pose[swing] === 0)) return warp
  return (p) => {
    const [x, y] = warp(p)
    const [dx, dy] = swingOffset(name, pose, p)
    return [x + dx, y + dy]
  }
}

/** A part that hangs from the head, before it swings. */
export const hangingWarp = (pose: Pose, name: HangingName): Warp => {
  const [body, onNeck] = [bodyWarp(pose), carriedByNeck(pose)]
  const above = onNeck(turnedHanging(pose, name))
  const { from, to } = HANGINGS[name]
  return (p) => between(above(p), body(p), smooth(from, to, p[1]))
}

const carriedByNeck = (pose: Pose): ((warp: Warp) => Warp) => {
  const roll = rolled(pose)
  const carried = bodyWarp(pose)(NECK)
  return (warp) => (p) => {
    const [x, y] = roll(warp(p))
    return [x + carried[0] - NECK[0], y + carried[1] - NECK[1]]
  }
}

export const makeWarps = (pose: Pose): Record<WarpName, Warp> => {
  const body = bodyWarp(pose)
  const onNeck = carriedByNeck(pose)
  const head = (name: DepthName): Warp => onNeck(turnedAt(pose, name))
  const swung = (warp: Warp, name: SwungName): Warp => swinging(warp, name, pose)
  const bangs = head('bangs')
  const side = hangingWarp(pose, 'hairSide')
  const turn = trunkTurn(pose)
  const trunk: Warp = (p) => body(turn(p))
  const arms = Object.fromEntries(
    ARM_WARPS.map((name) => {
      const bend = armWarp(name, pose)
      return [name, (p: XY) => trunk(bend(p))]
    }),
  ) as Record<ArmWarpName, Warp>
  return {
    ...arms,
    body,
    trunk,
    coat: swung(trunk, 'coat'),
    skirt: swung(trunk, 'skirt'),
    face: head('face'),
    feature: head('feature'),
    nose: head('nose'),
    mouth: head('mouth'),
    brow: head('brow'),
    ear: head('ear'),
    phones: head('phones'),
    cap: head('cap'),
    ornament: head('ornament'),
    bangs: swung(bangs, 'bangs'),
    bangsL: swung(bangs, 'bangsL'),
    bangsR: swung(bangs, 'bangsR'),
    hairShadow: swung(head('face'), 'hairShadow'),
    ahoge: swung(head('ahoge'), 'ahoge'),
    hairBack: swung(hangingWarp(pose, 'hairBack'), 'hairBack'),
    hairSideR: swung(side, 'hairSideR'),
    hairSideL: swung(side, 'hairSideL'),
    braid: swung(hangingWarp(pose, 'braid'), 'braid'),
    neck: hangingWarp(pose, 'neck'),
    pendant: swung(trunk, 'pendant'),
    hairShadowR: swung(trunk, 'hairShadowR'),
    braidShadow: swung(trunk, 'braidShadow'),
  }
}

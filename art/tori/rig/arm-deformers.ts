// The drawing's arms in, their deformers out: grids that bend for resting arms, pivots at shoulder and elbow for raised ones.
import {
  cuffSwing,
  LIFTED_AT,
  RAISED,
  type RaisedArm,
  RESTING,
  type RestingArm,
  raiseOf,
  restingLift,
  restingSway,
} from '../drawing/arm-warps'
import type { XY } from '../drawing/dot'
import type { Frame } from '../drawing/portrait'
import { PROPORTIONS as P } from '../drawing/proportions'
import { type DeformerDraft, rotationDraft, warpDraft } from './deformer-draft'
import { type Keys, poseAt } from './keys'

type Placed = readonly [DeformerDraft, DeformerDraft]

/** On her left side; `near` and `far` from the axis, px. */
const box = (arm: RestingArm, near: number, far: number, top: number, bottom: number): Frame => {
  const x = RESTING[arm].side > 0 ? P.axisX + near : P.axisX - far
  return { x, y: top, width: far - near, height: bottom - top }
}

const WAY = [0, LIFTED_AT / 2, LIFTED_AT, 1]

const resting = (arm: RestingArm, trunk: DeformerDraft): Placed[] => {
  const isLeft = arm === 'restL'
  const grid = { part: 'PartArms', columns: 6, rows: 12 }
  const lift = warpDraft({
    ...grid,
    id: `arm_lift_${arm}`,
    domain: box(arm, -214, 614, 1100, 2394),
    keys: isLeft ? { chin: WAY, cheer: WAY, mug: [0, 0.5, 1] } : { wave: WAY, cheer: WAY },
    bend: (values) => restingLift(arm, poseAt(values)),
  })
  const sway = warpDraft({
    ...grid,
    id: `arm_hand_${arm}`,
    domain: box(arm, -96, 490, 1160, 2252),
    keys: isLeft ? { armL: [-10, 0, 10], elbowL: [-10, 0, 10] } : { armR: [-10, 0, 10], elbowR: [-10, 0, 10] },
    bend: (values) => restingSway(arm, poseAt(values)),
  })
  const sleeve = warpDraft({
    ...grid,
    id: `arm_sleeve_${arm}`,
    domain: box(arm, -40, 480, 1165, 2232),
    keys: { sleeve: [-1, 0, 1] },
    bend: (values) => (p) => cuffSwing(arm, values.sleeve ?? 0, p),
  })
  return [
    [lift, trunk],
    [sway, lift],
    [sleeve, sway],
  ]
}

const GESTURES_OF: Record<RaisedArm, { upper: Keys; fore: Keys }> = {
  wave: { upper: { wave: [0, 1], armR: [-10, 10] }, fore: { wave: [0, 1], waving: [-1, 1], elbowR: [-10, 10] } },
  chin: {
    upper: { chin: [0, 1], armL: [-10, 10] },
    fore: { chin: [0, 1], angleX: [-30, 30], angleY: [-30, 30], angleZ: [-30, 30] },
  },
  cheerR: { upper: { cheer: [0, 1], armR: [-10, 10] }, fore: { cheer: [0, 1], elbowR: [-10, 10] } },
  cheerL: { upper: { cheer: [0, 1], mug: [0, 1], armL: [-10, 10] }, fore: { cheer: [0, 1], mug: [0, 1], elbowL: [-10, 10] } },
}

const raised = (arm: RaisedArm, trunk: DeformerDraft): Placed[] => {
  const { shoulder, elbow } = RAISED[arm]
  const keys = GESTURES_OF[arm]
  const upper = rotationDraft({
    id: `arm_upper_${arm}`,
    part: 'PartArms',
    pivot: shoulder,
    keys: keys.upper,
    degrees: (values) => raiseOf(arm, poseAt(values)).upper,
  })
  const fore = rotationDraft({
    id: `arm_fore_${arm}`,
    part: 'PartArms',
    pivot: elbow,
    keys: keys.fore,
    degrees: (values) => raiseOf(arm, poseAt(values)).fore,
    shift: (values): XY => raiseOf(arm, poseAt(values)).shift,
    scale: (values) => raiseOf(arm, poseAt(values)).scale,
  })
  return [
    [upper, trunk],
    [fore, upper],
  ]
}

/** Parents before children: [deformer, parent]. */
export const armDeformers = (trunk: DeformerDraft): Placed[] => [
  ...resting('restR', trunk),
  ...resting('restL', trunk),
  ...(['wave', 'chin', 'cheerR', 'cheerL'] as const).flatMap((arm) => raised(arm, trunk)),
]

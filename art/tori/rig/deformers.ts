// The drawing's warps in, the tree of deformers out: body, head on its neck, depth groups of the head, hanging hair, swings.
import type { XY } from '../drawing/dot'
import type { Warp } from '../drawing/pen'
import type { Frame } from '../drawing/portrait'
import type { Pose } from '../drawing/pose'
import { PROPORTIONS as P } from '../drawing/proportions'
import {
  bodyWarp,
  type DepthName,
  type HangingName,
  hangingWarp,
  rollDegrees,
  rolled,
  SWUNG_BY,
  type SwungName,
  swingOffset,
  trunkTurn,
  turnedAt,
} from '../drawing/warps'
import { armDeformers } from './arm-deformers'
import { type DeformerDraft, rotationDraft, warpDraft } from './deformer-draft'
import { ANGLES, poseAt } from './keys'

const NECK: XY = [P.axisX, P.neckPivotY]
const frame = (left: number, top: number, right: number, bottom: number): Frame => ({
  x: left,
  y: top,
  width: right - left,
  height: bottom - top,
})

/** The point that `warp` sends to p. Bends of the body are shallow: a few rounds end below a thousandth of a px. */
const inverse =
  (warp: Warp): Warp =>
  (p) => {
    let [x, y] = p
    for (let round = 0; round < 8; round++) {
      const [wx, wy] = warp([x, y])
      x += p[0] - wx
      y += p[1] - wy
    }
    return [x, y]
  }

/** Everything she has and the effects around her; and where that can lean to. */
const AROUND = frame(340, 20, 1740, 2480)
const AROUND_LEANING = frame(140, -130, 1940, 2630)

/** Follow-through of the head in the body, outside; the body's own lean and breath, inside. */
const follow = warpDraft({
  id: 'body_follow',
  part: 'PartBody',
  domain: AROUND_LEANING,
  columns: 4,
  rows: 36,
  keys: { angleX: [-30, 30], angleZ: [-30, 30] },
  bend: (values) => {
    const [still, led] = [inverse(bodyWarp(poseAt({}))), bodyWarp(poseAt(values))]
    return (p) => led(still(p))
  },
})
const body = warpDraft({
  id: 'body',
  part: 'PartBody',
  domain: AROUND,
  columns: 4,
  rows: 32,
  keys: { bodyX: [-10, 10], bodyY: [-10, 10], bodyZ: [-10, 0, 10], breath: [0, 1] },
  bend: (values) => bodyWarp(poseAt(values)),
})
/** What faces the viewer goes round with the body. */
const trunk = warpDraft({
  id: 'trunk_turn',
  part: 'PartBody',
  domain: frame(342, 700, 1738, 2475),
  columns: 16,
  rows: 28,
  keys: { bodyX: [-10, 0, 10] },
  bend: (values) => trunkTurn(poseAt(values)),
})
const roll = rotationDraft({
  id: 'head_roll',
  part: 'PartHead',
  pivot: NECK,
  keys: { angleZ: [-30, 30] },
  degrees: (values) => rollDegrees(poseAt(values)),
})

/** Where each depth group lies on the paper, and how finely its bend is sampled. */
const HEAD_GRIDS: Record<DepthName, { domain: Frame; columns: number; rows: number }> = {
  face: { domain: frame(690, 350, 1310, 1070), columns: 10, rows: 12 },
  feature: { domain: frame(680, 590, 1320, 990), columns: 8, rows: 5 },
  nose: { domain: frame(960, 830, 1040, 900), columns: 1, rows: 1 },
  mouth: { domain: frame(870, 870, 1130, 1090), columns: 4, rows: 4 },
  brow: { domain: frame(690, 520, 1310, 720), columns: 8, rows: 3 },
  ear: { domain: frame(660, 680, 1340, 860), columns: 8, rows: 2 },
  phones: { domain: frame(560, 150, 1440, 880), columns: 10, rows: 8 },
  cap: { domain: frame(600, 170, 1400, 680), columns: 8, rows: 6 },
  bangs: { domain: frame(580, 145, 1420, 1030), columns: 9, rows: 10 },
  ornament: { domain: frame(600, 230, 1420, 730), columns: 8, rows: 5 },
  ahoge: { domain: frame(930, 40, 1250, 220), columns: 4, rows: 2 },
}

const headGroup = (name: DepthName): DeformerDraft =>
  warpDraft({
    id: `head_${name}`,
    part: 'PartHead',
    ...HEAD_GRIDS[name],
    keys: { angleX: ANGLES, angleY: ANGLES },
    bend: (values) => turnedAt(poseAt(values), name),
  })

/** On the parent's paper, so that the parent's bend takes the point where the drawing has it. */
const underRoll = (pose: Pose, warp: Warp): Warp => {
  const carried = bodyWarp(pose)(NECK)
  const unrolled = rolled({ ...pose, angleZ: -pose.angleZ })
  return (p) => {
    const [x, y] = warp(p)
    return unrolled([x - carried[0] + NECK[0], y - carried[1] + NECK[1]])
  }
}
const underBody = (pose: Pose, warp: Warp): Warp => {
  const still = inverse(bodyWarp(pose))
  return (p) => still(warp(p))
}

interface HangingGrid {
  readonly domain: Frame
  readonly columns: number
  readonly rows: number
  readonly under: typeof underRoll
}
const HANGING_GRIDS = {
  hairBack: { domain: frame(370, 150, 1630, 1525), columns: 8, rows: 15, under: underRoll },
  sideR: { domain: frame(510, 420, 890, 1640), columns: 3, rows: 12, under: underRoll },
  sideL: { domain: frame(1130, 430, 1460, 1220), columns: 3, rows: 8, under: underRoll },
  braid: { domain: frame(1110, 725, 1510, 1880), columns: 3, rows: 13, under: underBody },
  neck: { domain: frame(820, 910, 1180, 1370), columns: 3, rows: 8, under: underBody },
} as const satisfies Record<string, HangingGrid>

const hanging = (id: string, grid: keyof typeof HANGING_GRIDS, name: HangingName): DeformerDraft => {
  const { domain, columns, rows, under } = HANGING_GRIDS[grid]
  return warpDraft({
    id,
    part: name === 'neck' ? 'PartBody' : 'PartHair',
    domain,
    columns,
    rows,
    keys: { angleX: ANGLES, angleY: [-30, 0, 30], angleZ: ANGLES },
    bend: (values) => under(poseAt(values), hangingWarp(poseAt(values), name)),
  })
}

const CLOTH: readonly SwungName[] = ['pendant', 'coat', 'skirt']
/** As fine as the bend it hangs in: only its grid points are bent by the parent. */
const swing = (id: string, name: SwungName, domain: Frame, columns: number, rows: number): DeformerDraft =>
  warpDraft({
    id,
    part: CLOTH.includes(name) ? 'PartBody' : 'PartHair',
    domain,
    columns,
    rows,
    keys: Object.fromEntries(SWUNG_BY[name].map((parameter) => [parameter, [-1, 0, 1]])),
    bend: (values) => (p) => {
      const [dx, dy] = swingOffset(name, values, p)
      return [p[0] + dx, p[1] + dy]
    },
  })

/** Parents before children: [deformer, parent]. */
export const DEFORMERS: readonly (readonly [DeformerDraft, DeformerDraft | null])[] = (() => {
  const group = (name: DepthName) => [headGroup(name), roll] as const
  const [face, bangs, ahoge] = [group('face'), group('bangs'), group('ahoge')]
  const [back, sideR, sideL] = [
    hanging('hair_back_bend', 'hairBack', 'hairBack'),
    hanging('hair_side_R_bend', 'sideR', 'hairSide'),
    hanging('hair_side_L_bend', 'sideL', 'hairSide'),
  ]
  const [braid, neck] = [hanging('braid_bend', 'braid', 'braid'), hanging('neck_bend', 'neck', 'neck')]
  const depths: DepthName[] = ['feature', 'nose', 'mouth', 'brow', 'ear', 'phones', 'cap', 'ornament']
  return [
    [follow, null],
    [body, follow],
    [trunk, body],
    [swing('pendant_swing', 'pendant', frame(890, 1270, 1110, 1580), 2, 4), trunk],
    [swing('coat_swing', 'coat', frame(600, 1100, 1400, 2470), 8, 20), trunk],
    [swing('skirt_swing', 'skirt', frame(680, 1840, 1320, 2470), 6, 10), trunk],
    [swing('hair_shadow_R_swing', 'hairShadowR', frame(590, 1120, 850, 1650), 2, 9), trunk],
    [swing('braid_shadow_swing', 'braidShadow', frame(1200, 1130, 1440, 1900), 2, 12), trunk],
    ...armDeformers(trunk),
    [neck, body],
    [braid, body],
    [swing('braid_swing', 'braid', frame(1220, 740, 1400, 1860), 2, 18), braid],
    [roll, body],
    face,
    [swing('hair_shadow_swing', 'hairShadow', frame(710, 360, 1290, 1060), 10, 12), face[0]],
    ...depths.map(group),
    bangs,
    [swing('bangs_swing', 'bangs', frame(610, 155, 1390, 1025), 10, 11), bangs[0]],
    [swing('bangs_R_swing', 'bangsR', frame(615, 155, 1110, 1025), 7, 11), bangs[0]],
    [swing('bangs_L_swing', 'bangsL', frame(970, 155, 1385, 1025), 6, 11), bangs[0]],
    ahoge,
    [swing('ahoge_swing', 'ahoge', frame(970, 55, 1210, 212), 3, 3), ahoge[0]],
    [back, roll],
    [swing('hair_back_swing', 'hairBack', frame(450, 170, 1550, 1510), 8, 15), back],
    [sideR, roll],
    [swing('hair_side_R_swing', 'hairSideR', frame(605, 440, 800, 1625), 2, 16), sideR],
    [sideL, roll],
    [swing('hair_side_L_swing', 'hairSideL', frame(1200, 440, 1390, 1210), 2, 12), sideL],
  ]
})()

// A few named numbers in, one complete pose out: the face channels and how far hair and pendant swing.
import { FACE_CHANNELS, type FaceChannelName } from '@psiona/shared'

/** What pendulums move, -1 to 1, + towards the viewer's right; Cubism's names where it has one. A tip trails what it hangs from. */
export const SWINGS = {
  hairFront: 'ParamHairFront',
  hairFringeL: 'ParamHairFringeL',
  hairFringeR: 'ParamHairFringeR',
  hairSide: 'ParamHairSide',
  hairSideTip: 'ParamHairSideTip',
  hairSideL: 'ParamHairSideL',
  hairBack: 'ParamHairBack',
  hairBackTip: 'ParamHairBackTip',
  hairBraid: 'ParamHairBraid',
  hairBraidTip: 'ParamHairBraidTip',
  hairAhoge: 'ParamHairAhoge',
  pendant: 'ParamPendant',
} as const

export type SwingName = keyof typeof SWINGS
export type Pose = Readonly<Record<FaceChannelName | SwingName, number>>

const STILL = Object.fromEntries(Object.keys(SWINGS).map((name) => [name, 0])) as Record<SwingName, number>
const CALM = Object.fromEntries(FACE_CHANNELS.map((c) => [c.name, c.rest])) as Record<FaceChannelName, number>

export const NEUTRAL: Pose = { ...CALM, ...STILL }

export const poseOf = (changes: Partial<Pose>): Pose => ({ ...NEUTRAL, ...changes })

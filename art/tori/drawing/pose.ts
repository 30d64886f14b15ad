// A few named numbers in, one complete pose out: the face channels, gestures and dress, and how far hair, pendant and cloth swing.
import { FACE_CHANNELS, type FaceChannelName } from '@psiona/shared'
import { AT_EASE, type GestureName } from './gestures'

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
  sleeve: 'ParamSleeve',
  coat: 'ParamCoat',
  skirt: 'ParamSkirt',
} as const

export type SwingName = keyof typeof SWINGS
export type Pose = Readonly<Record<FaceChannelName | SwingName | GestureName, number>>

const STILL = Object.fromEntries(Object.keys(SWINGS).map((name) => [name, 0])) as Record<SwingName, number>
const CALM = Object.fromEntries(FACE_CHANNELS.map((c) => [c.name, c.rest])) as Record<FaceChannelName, number>

export const NEUTRAL: Pose = { ...CALM, ...STILL, ...AT_EASE }

export const poseOf = (changes: Partial<Pose>): Pose => ({ ...NEUTRAL, ...changes })

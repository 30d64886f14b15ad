// A few named numbers in, one complete pose out: the face channels and how far hair and pendant swing.
import { FACE_CHANNELS, type FaceChannelName } from '@psiona/shared'

/** What pendulums move, -1 to 1, + towards the viewer's right; Cubism's names where it has one. */
export const SWINGS = {
  hairFront: 'ParamHairFront',
  hairSide: 'ParamHairSide',
  hairBack: 'ParamHairBack',
  hairBraid: 'ParamHairBraid',
  hairAhoge: 'ParamHairAhoge',
  pendant: 'ParamPendant',
} as const

export type SwingName = keyof typeof SWINGS
export type Pose = Readonly<Record<FaceChannelName | SwingName, number>>

const STILL: Record<SwingName, number> = { hairFront: 0, hairSide: 0, hairBack: 0, hairBraid: 0, hairAhoge: 0, pendant: 0 }
const CALM = Object.fromEntries(FACE_CHANNELS.map((c) => [c.name, c.rest])) as Record<FaceChannelName, number>

export const NEUTRAL: Pose = { ...CALM, ...STILL }

export const poseOf = (changes: Partial<Pose>): Pose => ({ ...NEUTRAL, ...changes })

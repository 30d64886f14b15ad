// A face frame in, the rig's parameters out, by the names of the channel table.
import { FACE_CHANNELS, type FaceFrame } from '@psiona/shared/face-frame'
import type { PuppetRig } from './puppet-rig'

/** For every channel its parameter in the rig, -1 where the rig has none (the vowels: she forms them of opening, width and roundness). */
export const faceParameters = (rig: PuppetRig): Int32Array => Int32Array.from(FACE_CHANNELS, (c) => rig.indexOf(c.parameter))

export const applyFace = (rig: PuppetRig, parameters: Int32Array, face: FaceFrame): void => {
  for (let i = 0; i < parameters.length; i++) if (parameters[i]! >= 0) rig.set(parameters[i]!, face[i]!)
}

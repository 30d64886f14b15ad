// What moves which channel of a face. In: the table of channels. Out: which are the mouth, which only sound opens, which only feelings move.
import { FACE_CHANNELS, type FaceFrame, restFace } from '@psiona/shared/face-frame'
import type { Unit } from '@psiona/shared/units'

/** Per channel: opening, keys and shape of the mouth. */
export const IS_MOUTH: readonly boolean[] = FACE_CHANNELS.map(({ name }) => name.startsWith('mouth') || name.startsWith('vowel'))
/** Opening and keys: 0 where there is no sound. */
export const SOUND_CHANNELS: readonly number[] = FACE_CHANNELS.flatMap(({ name }, i) =>
  name === 'mouthOpen' || name.startsWith('vowel') ? [i] : [],
)
/** Neither words nor breath nor a glance reach these. */
const FELT: ReadonlySet<string> = new Set([
  'cheek',
  'eyeSmileL',
  'eyeSmileR',
  'browAngleL',
  'browAngleR',
  'tear',
  'sweat',
  'angerMark',
  'heart',
  'star',
])
const FEELING_CHANNELS: readonly number[] = FACE_CHANNELS.flatMap(({ name }, i) => (FELT.has(name) ? [i] : []))
const REST = restFace()

/** How far feelings carry a face from rest: the channel that goes furthest, in parts of its range. */
export function feelingIn(face: FaceFrame): Unit {
  let most = 0
  for (const i of FEELING_CHANNELS) {
    const { min, max } = FACE_CHANNELS[i]!
    most = Math.max(most, Math.abs(face[i]! - REST[i]!) / (max - min))
  }
  return most
}

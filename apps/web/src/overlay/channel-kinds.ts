// What of a face hangs on sound. In: the table of channels. Out: which of them are the mouth, and which only sound opens.
import { FACE_CHANNELS } from '@psiona/shared/face-frame'

/** Per channel: opening, keys and shape of the mouth. */
export const IS_MOUTH: readonly boolean[] = FACE_CHANNELS.map(({ name }) => name.startsWith('mouth') || name.startsWith('vowel'))
/** Opening and keys: 0 where there is no sound. */
export const SOUND_CHANNELS: readonly number[] = FACE_CHANNELS.flatMap(({ name }, i) =>
  name === 'mouthOpen' || name.startsWith('vowel') ? [i] : [],
)

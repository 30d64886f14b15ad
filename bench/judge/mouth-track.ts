// What a mouth does, frame by frame, flows in; how far it is open at any time, of its own widest, flows out. And a mouth that follows the volume, to compare with.
import { FACE_INDEX, FACE_RATE, type FaceFrame, type Hertz, type Ms, type Seconds } from '@psiona/shared'
import { quantile } from '../figures'

export interface MouthTrack {
  /** Openings at these times; in between the mouth moves evenly. */
  readonly times: readonly Seconds[]
  readonly openings: readonly number[]
}

/** Finer than any face frame. */
export const TRACK_RATE: Hertz = 200
/** What is opened more often than this is the mouth's own wide. */
const WIDE = 0.95

export const faceTrack = (frames: readonly FaceFrame[]): MouthTrack => ({
  times: frames.map((_, i) => i / FACE_RATE),
  openings: frames.map((frame) => frame[FACE_INDEX.mouthOpen]!),
})

/** As volume-driven mouths do: the level of what was just heard. */
const VOLUME_WINDOW_MS: Ms = 64
export function volumeTrack(pcm: Float32Array, rateHz: Hertz): MouthTrack {
  const window = Math.round((VOLUME_WINDOW_MS * rateHz) / 1000)
  const times = Array.from({ length: Math.ceil((pcm.length / rateHz) * FACE_RATE) }, (_, i) => i / FACE_RATE)
  return {
    times,
    openings: times.map((time) => {
      const end = Math.round(time * rateHz)
      let power = 0
      for (let i = Math.max(0, end - window); i < end; i++) power += pcm[i]! ** 2
      return Math.sqrt(power / window)
    }),
  }
}

/** Between 0, the least, and about 1, wide, TRACK_RATE times a second. */
export function relativeOpenings(track: MouthTrack, seconds: Seconds): Float64Array {
  const openings = Float64Array.from({ length: Math.ceil(seconds * TRACK_RATE) }, (_, i) => openingAt(track, i / TRACK_RATE))
  const least = openings.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const wide =
    quantile(
      [...openings].map((opening) => opening - least),
      WIDE,
    ) + 1e-9
  return openings.map((opening) => (opening - least) / wide)
}

function openingAt({ times, openings }: MouthTrack, time: Seconds): number {
  const after = times.findIndex((each) => each > time)
  if (after === 0 || times.length === 0) return openings[0] ?? 0
  if (after < 0) return openings.at(-1)!
  const [from, to] = [times[after - 1]!, times[after]!]
  return openings[after - 1]! + ((openings[after]! - openings[after - 1]!) * (time - from)) / (to - from)
}

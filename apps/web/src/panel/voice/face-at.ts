// In: a face as a film, and a moment of it. Out: the face of that moment, between two pictures of the film.
import { FACE_CHANNELS, type RenderedVoice } from '@psiona/shared'

export type FaceFilm = RenderedVoice['face']

/** In the order of FACE_CHANNELS; what the film does not have rests. Null outside the film. */
export function faceAt({ fps, channels, frames }: FaceFilm, seconds: number): number[] | null {
  const place = seconds * fps
  if (frames.length === 0 || place < 0 || place > frames.length) return null
  const at = Math.min(frames.length - 1, Math.floor(place))
  const [now, next] = [frames[at]!, frames[Math.min(frames.length - 1, at + 1)]!]
  const share = Math.min(1, place - at)
  return FACE_CHANNELS.map(({ name, rest }) => {
    const index = channels.indexOf(name)
    const value = now[index]
    return value === undefined ? rest : value + ((next[index] ?? value) - value) * share
  })
}

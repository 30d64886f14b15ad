// In: the playing sample and the track of faces. Out: the face to draw, which never jumps and never freezes.
// Where the track jumps (a cut, idle silence left out, frames that stop or return) the difference is kept and melts away.
import { FACE_CHANNEL_COUNT, FACE_CHANNELS, type FaceFrame, restFace } from '@psiona/shared/face-frame'
import { BLOCK_SAMPLES, type Ms, type Samples, samplesFromMs } from '@psiona/shared/units'
import type { FaceTrack } from './face-track'
import { IdleFace } from './idle-face'

/** Frames later than this are not coming: she idles by herself. */
const STALLED_MS: Ms = 300
/** Time constants of melting. A mouth that lingers looks like a sound that is missing: it closes in 60 ms, as fast as lips can. */
const MOUTH_MELTS_MS: Ms = 25
/** A head that is elsewhere after a cut gets there in a tenth of a second. */
const JUMP_MELTS_MS: Ms = 40
/** Going idle, and back, is slow enough not to be seen. */
const SOURCE_MELTS_MS: Ms = 200
/** More than a page's clock trembles, less than a dropped block. */
const JUMP: Samples = BLOCK_SAMPLES / 2

const IS_MOUTH = FACE_CHANNELS.map(({ name }) => name.startsWith('mouth') || name.startsWith('vowel'))

/** Standing still is no leap: the pose stands as well. */
const leaps = (moved: Samples, passedMs: Ms) => moved < -JUMP || moved > samplesFromMs(passedMs) + JUMP

export class FaceMotion {
  readonly #track: FaceTrack
  readonly #idle: IdleFace
  readonly #drawn = restFace()
  readonly #target = restFace()
  readonly #difference = new Float32Array(FACE_CHANNEL_COUNT)
  #meltsMs: Ms = JUMP_MELTS_MS
  #jumped = false
  #streaming = false
  #sample: Samples | null = null
  #nowMs: Ms | null = null
  /** When the drawn sample last had a frame of its own. */
  #freshMs: Ms = Number.NEGATIVE_INFINITY

  constructor(track: FaceTrack, idle = new IdleFace()) {
    this.#track = track
    this.#idle = idle
  }

  /** The track has changed under the playing sample (a cut). */
  jump(): void {
    this.#jumped = true
  }

  /** The face for this animation frame; valid until the next call. */
  face(sample: Samples | null, nowMs: Ms): FaceFrame {
    const passedMs = this.#nowMs === null ? 0 : Math.max(0, nowMs - this.#nowMs)
    if (this.#sample !== null && sample !== null && leaps(sample - this.#sample, passedMs)) this.#jumped = true
    // An empty track leaves the target as it was: right after a cut the new frames are on their way.
    const known = sample !== null && this.#track.at(sample, this.#target)
    const { end } = this.#track
    if (known && end !== null && sample !== this.#sample && sample < end) this.#freshMs = nowMs
    const streaming = nowMs - this.#freshMs < STALLED_MS
    if (!streaming) this.#idle.write(this.#target, nowMs)
    if (streaming !== this.#streaming) this.#keepDifference(SOURCE_MELTS_MS)
    else if (this.#jumped) this.#keepDifference(JUMP_MELTS_MS)
    this.#jumped = false
    for (let i = 0; i < FACE_CHANNEL_COUNT; i++) {
      const { min, max } = FACE_CHANNELS[i]!
      this.#difference[i] = this.#difference[i]! * Math.exp(-passedMs / (IS_MOUTH[i] ? MOUTH_MELTS_MS : this.#meltsMs))
      this.#drawn[i] = Math.max(min, Math.min(max, this.#target[i]! + this.#difference[i]!))
    }
    this.#streaming = streaming
    this.#sample = sample
    this.#nowMs = nowMs
    return this.#drawn
  }

  #keepDifference(meltsMs: Ms): void {
    this.#meltsMs = meltsMs
    for (let i = 0; i < FACE_CHANNEL_COUNT; i++) this.#difference[i] = this.#drawn[i]! - this.#target[i]!
  }
}

// In: the playing sample and the track of faces. Out: the face to draw, which never jumps and never freezes.
// While the sample stands (packets are late), the face goes on by the time that passes, foretold by the last frame, and the mouth shuts; where
// even that ends, she idles by herself. Where the face jumps (a cut, silence left out, frames that return) the difference is kept and melts.
import { FORECAST_SAMPLES } from '@psiona/shared/face-forecast'
import { FACE_CHANNEL_COUNT, FACE_CHANNELS, type FaceFrame, restFace } from '@psiona/shared/face-frame'
import { BLOCK_SAMPLES, type Ms, SAMPLE_RATE, type Samples, type Unit } from '@psiona/shared/units'
import { IS_MOUTH } from './channel-kinds'
import type { FaceTrack } from './face-track'
import { IdleFace } from './idle-face'
import { Melting } from './melting'

/** After a cut the new frames are on their way; later than that they are not, and she idles. */
const STALLED_MS: Ms = 300
/** Time constants of melting. A mouth that lingers looks like a sound that is missing: it closes in 60 ms, as fast as lips can. */
const MOUTH_MELTS_MS: Ms = 25
/** A head that is elsewhere after a cut gets there in a tenth of a second. */
const JUMP_MELTS_MS: Ms = 25
/** What the forecast did not know is made good in a fifth of a second. */
const RETURN_MELTS_MS: Ms = 40
/** Going idle, and back, is slow enough not to be seen. */
const IDLE_MELTS_MS: Ms = 100
/** More than a page's clock trembles, less than a dropped block. */
const JUMP: Samples = BLOCK_SAMPLES / 2
/** One frame without news of the sound is no silence yet: a mouth that shut for it would flicker. */
const HICCUP: Samples = 1.5 * BLOCK_SAMPLES

/** Where the face that is drawn comes from: the sample that plays, the forecast while no sample plays, or nobody. */
export type DrawnFrom = 'track' | 'forecast' | 'idle'

export class FaceMotion {
  readonly #track: FaceTrack
  readonly #idle: IdleFace
  readonly #drawn = restFace()
  readonly #target = restFace()
  /** How far each channel went in the last frame: a difference that begins goes on by that, so that no frame stands. */
  readonly #step = new Float32Array(FACE_CHANNEL_COUNT)
  readonly #difference = new Float32Array(FACE_CHANNEL_COUNT)
  readonly #melting = new Melting()
  /** Since when the mouth's part of the difference melts. */
  #mouthMeltsMs: Ms = Number.NEGATIVE_INFINITY
  #from: DrawnFrom = 'idle'
  #jumped = false
  #sample: Samples | null = null
  /** How long the sample has stood, in samples. */
  #stood: Samples = 0
  #nowMs: Ms | null = null
  /** When there was last a frame to go by. */
  #freshMs: Ms = Number.NEGATIVE_INFINITY
  #moved: Unit = 0

  constructor(track: FaceTrack, idle = new IdleFace()) {
    this.#track = track
    this.#idle = idle
  }

  /** The track has changed under the playing sample (a cut). */
  jump(): void {
    this.#jumped = true
  }

  /** Of the last face drawn: where it came from, how far the channel that went furthest went, in parts of its range and the mouth left out,
   *  and how much is left of what melts. */
  get figures(): { readonly drawnFrom: DrawnFrom; readonly moved: Unit; readonly left: Unit } {
    return { drawnFrom: this.#from, moved: this.#moved, left: this.#melting.left(this.#nowMs ?? 0) }
  }

  /** The face for this animation frame; valid until the next call. */
  face(sample: Samples | null, nowMs: Ms): FaceFrame {
    const passed = this.#nowMs === null ? 0 : Math.max(0, ((nowMs - this.#nowMs) * SAMPLE_RATE) / 1000)
    this.#stand(sample, passed)
    const from = this.#aim(sample, nowMs)
    this.#keepDifference(from, nowMs)
    const left = this.#melting.left(nowMs)
    const mouthLeft = Math.exp((this.#mouthMeltsMs - nowMs) / MOUTH_MELTS_MS)
    this.#moved = 0
    for (let i = 0; i < FACE_CHANNEL_COUNT; i++) {
      const { min, max } = FACE_CHANNELS[i]!
      const next = Math.max(min, Math.min(max, this.#target[i]! + this.#difference[i]! * (IS_MOUTH[i] ? mouthLeft : left)))
      this.#step[i] = next - this.#drawn[i]!
      if (!IS_MOUTH[i]) this.#moved = Math.max(this.#moved, Math.abs(this.#step[i]!) / (max - min))
      this.#drawn[i] = next
    }
    this.#from = from
    this.#sample = sample
    this.#nowMs = nowMs
    return this.#drawn
  }

  /** Notes whether the sample went on with the time, stood, or leapt. */
  #stand(sample: Samples | null, passed: Samples): void {
    const moved = this.#sample === null || sample === null ? null : sample - this.#sample
    if (moved === null || moved < -JUMP || moved > passed + JUMP) {
      this.#jumped ||= moved !== null
      this.#stood = 0
    } else if (moved < passed / 2) this.#stood += passed - moved
    else if (passed > 0) {
      this.#jumped ||= this.#stood > 0
      this.#stood = 0
    }
  }

  /** Writes the face to go to and says where it comes from. */
  #aim(sample: Samples | null, nowMs: Ms): DrawnFrom {
    const place = sample === null ? null : sample + this.#stood
    // An empty track leaves the target as it was.
    const known = place !== null && this.#track.at(place, this.#target)
    if (known) {
      if (this.#track.behind(place) <= FORECAST_SAMPLES) this.#freshMs = nowMs
      else this.#freshMs = Number.NEGATIVE_INFINITY
    }
    if (nowMs - this.#freshMs >= STALLED_MS) {
      this.#idle.write(this.#target, nowMs)
      return 'idle'
    }
    if (!known || this.#stood <= HICCUP) return 'track'
    this.#track.relaxMouth(place, this.#target)
    return 'forecast'
  }

  #keepDifference(from: DrawnFrom, nowMs: Ms): void {
    const changed = from !== this.#from
    if (!changed && !this.#jumped) return
    const tauMs = !changed ? JUMP_MELTS_MS : from === 'idle' || this.#from === 'idle' ? IDLE_MELTS_MS : RETURN_MELTS_MS
    // Above the mouth the forecast goes on from the track by itself.
    const all = !(from === 'forecast' && this.#from === 'track') || this.#jumped
    // One jump upon another would carry her away; so the next goes half as far, but goes.
    const goesOn = this.#melting.left(nowMs) < 0.5 ? 1 : 0.5
    for (let i = 0; i < FACE_CHANNEL_COUNT; i++)
      if (IS_MOUTH[i]) this.#difference[i] = this.#drawn[i]! - this.#target[i]!
      else if (all) this.#difference[i] = this.#drawn[i]! + goesOn * this.#step[i]! - this.#target[i]!
    // It has no frame to lose.
    this.#mouthMeltsMs = this.#nowMs ?? nowMs
    if (all) this.#melting.begin(nowMs, tauMs)
    this.#jumped = false
  }
}

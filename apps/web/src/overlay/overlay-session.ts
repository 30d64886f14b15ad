// In: the page's address and the element to draw in. Out: her, moving and sounding; and to React what stands around her.
// The one place in which the overlay's parts meet. Everything shown comes from the server; nothing is kept here that a reload would lose.
import { FACE_INDEX } from '@psiona/shared/face-frame'
import type { Scene } from '@psiona/shared/overlay-wire'
import type { Ms, Seconds } from '@psiona/shared/units'
import { AvatarStand } from './avatar-stand'
import { claimOf } from './claim'
import { FaceMotion } from './face-motion'
import { FaceTrack } from './face-track'
import type { FeedNews, FeedOrder, Link } from './feed-messages'
import { Gauge, surfaceOf } from './gauge'
import { MuteClock } from './mute-clock'
import type { OverlayQuery } from './overlay-query'
import { createPixiPuppet } from './pixi-puppet'
import { PlayMarks } from './play-marks'
import { reloadOnceFor } from './reload-once'
import { retryDelayMs } from './retry-delay'
import { Speaker } from './speaker'
import { SpeakerClock } from './speaker-clock'
import { type ShownSubtitle, SubtitleTrack } from './subtitle-track'

export interface OverlayView {
  readonly link: Link
  readonly scene: Scene | null
  readonly subtitle: ShownSubtitle | null
  /** A click would let her sound here. */
  readonly locked: boolean
}

export const EMPTY_VIEW: OverlayView = { link: 'connecting', scene: null, subtitle: null, locked: false }

/** How often a frame asks whether a click elsewhere (in the panel around it) has unlocked the sound. */
const UNLOCK_EVERY_MS: Ms = 500

export class OverlaySession {
  readonly #place: { inObs: boolean; preview: boolean }
  readonly #onView: (view: OverlayView) => void
  readonly #worker: Worker
  readonly #stand: AvatarStand
  readonly #track = new FaceTrack()
  readonly #motion = new FaceMotion(this.#track)
  readonly #subtitles = new SubtitleTrack()
  readonly #muteClock = new MuteClock()
  readonly #gauge: Gauge
  readonly #clickListener = () => this.#speaker?.unlock()
  #marks = new PlayMarks()
  #speaker: Speaker | null = null
  #speakerClock: SpeakerClock | null = null
  #speakerFailures = 0
  #view = EMPTY_VIEW
  #unlocked = false
  #sounding = false
  #closed = false
  #frame = 0
  #frameMs: Ms | null = null
  #unlockMs: Ms = 0
}

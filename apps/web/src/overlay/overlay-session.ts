// In: the page's address and the element to draw in. Out: her, moving and sounding; and to React what stands around her.
// The one place in which the overlay's parts meet. Everything shown comes from the server; nothing is kept here that a reload would lose.
import { FACE_INDEX } from '@psiona/shared/face-frame'
import type { Claim, Scene } from '@psiona/shared/overlay-wire'
import type { Ms } from '@psiona/shared/units'
import { AvatarStand } from './avatar-stand'
import { claimOf, type Place } from './claim'
import { FaceMotion } from './face-motion'
import { FaceTrack } from './face-track'
import type { FeedNews, FeedOrder, Link } from './feed-messages'
import { Gauge, type Standing, surfaceOf } from './gauge'
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

/** What browsers count as a wish for sound. */
const CLICKS = ['pointerdown', 'keydown'] as const
/** A longer pause (hidden tab) is not made up for: hair would swing as if she had been shaken. */
const LONGEST_STEP_MS: Ms = 100

export class OverlaySession {
  readonly #query: OverlayQuery
  readonly #place: Place
  readonly #onView: (view: OverlayView) => void
  readonly #stand: AvatarStand
  readonly #track = new FaceTrack()
  readonly #motion = new FaceMotion(this.#track)
  readonly #subtitles = new SubtitleTrack()
  readonly #muteClock = new MuteClock()
  readonly #marks = new PlayMarks()
  readonly #speakerClock = new SpeakerClock(
    () => this.#speaker?.contextTime ?? 0,
    this.#marks,
    () => this.#track.end,
  )
  readonly #gauge = new Gauge(this.#marks, () => this.#standing())
  #worker: Worker | null = null
  #speaker: Speaker | null = null
  #failures = { worker: 0, speaker: 0 }
  #view = EMPTY_VIEW
  #unlocked = false
  #sounding = false
  #closed = false
  #frame = 0
  #frameMs: Ms | null = null
  readonly #unlocking: ReturnType<typeof setInterval>

  constructor(host: HTMLElement, query: OverlayQuery, onView: (view: OverlayView) => void) {
    this.#query = query
    this.#place = { inObs: 'obsstudio' in window, preview: query.preview, onPhone: query.phone }
    this.#onView = onView
    this.#stand = new AvatarStand(host, (canvas, modelUrl) => createPixiPuppet(canvas, modelUrl, query))
    this.#openFeed()
    void this.#openSpeaker()
    for (const click of CLICKS) window.addEventListener(click, this.unlock)
    // A timer of its own: a frame that is not shown need not have animation frames, and may be the one to sound.
    this.#unlocking = setInterval(() => {
      if (!this.#unlocked) this.unlock()
    }, UNLOCK_EVERY_MS)
    this.#frame = requestAnimationFrame(this.#draw)
    window.__psiona = surfaceOf(this.#gauge)
  }

  get claim(): Claim {
    return claimOf(this.#place, this.#unlocked)
  }

  /** Call from a click. */
  readonly unlock = (): void => this.#speaker?.unlock()

  close(): void {
    this.#closed = true
    cancelAnimationFrame(this.#frame)
    clearInterval(this.#unlocking)
    for (const click of CLICKS) window.removeEventListener(click, this.unlock)
    this.#worker?.terminate()
    this.#speaker?.close()
    this.#stand.close()
    delete window.__psiona
  }

  #openFeed(): void {
    const worker = new Worker(new URL('./feed-worker.ts', import.meta.url), { name: 'psiona-feed' })
    this.#worker = worker
    let alive = false
    worker.onmessage = ({ data }: MessageEvent<FeedNews>) => {
      alive = true
      this.#take(data)
    }
    worker.onerror = () => {
      // Its script could not be fetched: the server went away right after the page.
      if (alive || this.#closed) return
      worker.terminate()
      setTimeout(() => this.#reopenFeed(), retryDelayMs(this.#failures.worker++, Math.random()))
    }
    this.#order({ type: 'open', origin: location.origin, token: this.#query.token, claim: this.claim })
  }

  #reopenFeed(): void {
    if (this.#closed) return
    this.#openFeed()
    if (!this.#speaker) return
    // Its feed went to the worker that is gone.
    this.#speaker.close()
    this.#speaker = null
    this.#setUnlocked(false)
    void this.#openSpeaker()
  }

  async #openSpeaker(): Promise<void> {
    const again = () => {
      this.#setUnlocked(false)
      if (!this.#closed) setTimeout(() => void this.#openSpeaker(), retryDelayMs(this.#failures.speaker++, Math.random()))
    }
    try {
      this.#speaker = await Speaker.open({
        news: (news) => {
          if (news.type === 'mark') this.#marks.add(news.mark)
          this.#gauge.speaker(news)
        },
        runs: (running) => this.#setUnlocked(running),
        broke: again,
      })
    } catch {
      return again()
    }
    this.#marks.clear()
    if (this.#closed) this.#speaker?.close()
    else if (this.#speaker) this.#order({ type: 'speaker', port: this.#speaker.feed }, [this.#speaker.feed])
    this.#show({ locked: this.#speaker !== null && !this.#unlocked })
  }

  #order(order: FeedOrder, transfer: Transferable[] = []): void {
    this.#worker?.postMessage(order, transfer)
  }

  #setUnlocked(unlocked: boolean): void {
    if (unlocked === this.#unlocked) return
    this.#unlocked = unlocked
    // Where it stood says nothing about where it will go on.
    if (!unlocked) this.#marks.clear()
    this.#show({ locked: !unlocked })
    this.#order({ type: 'claim', claim: this.claim })
  }

  #take(news: FeedNews) {
    this.#gauge.feed(news)
    switch (news.type) {
      case 'link':
        // The server says again what is on; what was on before the gap is over.
        this.#subtitles.clear()
        if (news.link !== 'connected') this.#sounding = false
        return this.#show({ link: news.link })
      case 'restart':
        this.#track.clear()
        this.#muteClock.restart()
        return this.#motion.jump()
      case 'block':
        this.#track.push(news.block)
        return this.#muteClock.push(news.block)
      case 'cut':
        this.#track.cut(news.cut.epoch)
        this.#muteClock.cut(news.cut.epoch)
        this.#subtitles.cut(news.cut.epoch)
        return this.#motion.jump()
      case 'duck':
        return
      case 'subtitle':
        return this.#subtitles.add(news.subtitle)
      case 'scene':
        this.#stand.show(news.scene.model.url)
        return this.#show({ scene: news.scene })
      case 'state':
        this.#sounding = news.state.sounding
        return
      case 'stranger':
        return reloadOnceFor(news.protocol, sessionStorage, () => location.reload())
      case 'unreadable':
        return
      default:
        news satisfies never
    }
  }

  readonly #draw = (): void => {
    this.#frame = requestAnimationFrame(this.#draw)
    const nowMs = performance.now()
    const passedMs = Math.min(LONGEST_STEP_MS, nowMs - (this.#frameMs ?? nowMs))
    this.#frameMs = nowMs
    // Both clocks are asked in every frame, so that either is ready to take over.
    const muteSample = this.#muteClock.playingSample(nowMs)
    const speakerSample = this.#unlocked ? this.#speakerClock.playingSample(nowMs) : null
    const sample = speakerSample ?? muteSample
    const face = this.#motion.face(sample, nowMs)
    this.#stand.draw(face, passedMs / 1000)
    const subtitle = this.#subtitles.at(sample)
    if (subtitle !== this.#view.subtitle) {
      this.#gauge.subtitle(subtitle)
      this.#show({ subtitle })
    }
    this.#gauge.frame({
      nowMs,
      contextTime: speakerSample === null ? null : (this.#speaker?.contextTime ?? null),
      drawnSample: sample,
      mouthOpen: face[FACE_INDEX.mouthOpen]!,
    })
  }

  #show(change: Partial<OverlayView>): void {
    this.#view = { ...this.#view, ...change }
    this.#onView(this.#view)
  }

  #standing(): Standing {
    return {
      link: this.#view.link,
      claim: this.claim,
      sounding: this.#sounding,
      clock: this.#unlocked && this.#marks.sampleAt(0) !== null ? 'speaker' : 'mute',
      audio: this.#speaker?.figures ?? null,
      avatarBuilt: this.#stand.counts.built,
      avatarFailed: this.#stand.counts.failed,
    }
  }
}

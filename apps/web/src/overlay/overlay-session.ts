// In: the page's address and the element to draw in. Out: her, moving and sounding; and to React what stands around her.
// The one place in which the overlay's parts meet. Everything shown comes from the server; nothing is kept here that a reload would lose.
import { FACE_INDEX } from '@psiona/shared/face-frame'
import type { Claim, OverlayState, Scene } from '@psiona/shared/overlay-wire'
import type { Ms } from '@psiona/shared/units'
import { feelingIn } from './channel-kinds'
import { claimOf, type Place } from './claim'
import { FaceMotion } from './face-motion'
import { FaceTrack } from './face-track'
import type { FeedNews, Link } from './feed-messages'
import { FramePace } from './frame-pace'
import { Gauge, type Standing, surfaceOf } from './gauge'
import { MuteClock } from './mute-clock'
import { ObsStudio } from './obs-studio'
import { overlayChoice } from './overlay-choice'
import { OverlayFeed } from './overlay-feed'
import { OverlayPicture } from './overlay-picture'
import type { OverlayQuery } from './overlay-query'
import { OverlayScenery } from './overlay-scenery'
import { OverlaySound } from './overlay-sound'
import { EMPTY_VIEW, type OverlayView } from './overlay-view'
import { reloadOnceFor } from './reload-once'
import { SubtitleTrack } from './subtitle-track'

/** Where the overlay draws. */
export interface OverlayHosts {
  readonly avatar: HTMLElement
  readonly effects: HTMLElement
}

export class OverlaySession {
  readonly #query: OverlayQuery
  readonly #place: Place
  readonly #onView: (view: OverlayView) => void
  readonly #obs: ObsStudio
  readonly #picture: OverlayPicture
  readonly #pace = new FramePace()
  readonly #track = new FaceTrack()
  readonly #motion = new FaceMotion(this.#track)
  readonly #subtitles = new SubtitleTrack()
  readonly #scenery: OverlayScenery
  readonly #muteClock = new MuteClock()
  readonly #sound: OverlaySound
  readonly #gauge: Gauge
  readonly #feed: OverlayFeed
  #view = EMPTY_VIEW
  #sounding = false
  #frame = 0

  constructor(hosts: OverlayHosts, query: OverlayQuery, onView: (view: OverlayView) => void) {
    this.#query = query
    this.#onView = onView
    this.#obs = new ObsStudio((obs) => this.#show({ obs }))
    this.#place = { inObs: this.#obs.standing.inObs, preview: query.preview, onPhone: query.phone }
    this.#picture = new OverlayPicture(hosts.avatar, query, (trouble) => this.#show({ trouble }))
    const lessMotion = matchMedia('(prefers-reduced-motion: reduce)')
    this.#scenery = new OverlayScenery(hosts.effects, query, () => lessMotion.matches)
    this.#sound = new OverlaySound(() => this.#track.end, {
      news: (news) => this.#gauge.speaker(news),
      opened: (port) => {
        if (port) this.#feed.order({ type: 'speaker', port }, [port])
        this.#show({ locked: this.#sound.locked })
      },
      unlocks: () => {
        this.#show({ locked: this.#sound.locked })
        this.#feed.order({ type: 'claim', claim: this.claim })
      },
    })
    this.#gauge = new Gauge(this.#sound.marks, () => this.#standing())
    this.#feed = new OverlayFeed(query.token, () => this.claim, {
      take: (news) => this.#take(news),
      replaced: () => this.#sound.reopen(),
    })
    this.#frame = requestAnimationFrame(this.#draw)
    this.#show({ obs: this.#obs.standing })
    window.__psiona = surfaceOf(this.#gauge)
  }

  get claim(): Claim {
    return claimOf(this.#place, this.#sound.unlocked)
  }

  /** Call from a click. */
  readonly unlock = (): void => this.#sound.unlock()

  close(): void {
    cancelAnimationFrame(this.#frame)
    this.#feed.close()
    this.#sound.close()
    this.#picture.close()
    this.#scenery.close()
    this.#obs.close()
    delete window.__psiona
  }

  #take(news: FeedNews) {
    this.#gauge.feed(news)
    const nowMs = performance.now()
    switch (news.type) {
      case 'link':
        return this.#takeLink(news.link)
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
        this.#motion.jump()
        if (news.cut.reason !== 'panic') return
        this.#scenery.clear()
        return this.#showAround(nowMs)
      case 'duck':
        return
      case 'subtitle':
        return this.#subtitles.add(news.subtitle)
      case 'scene':
        return this.#takeScene(news.scene)
      case 'state':
        return this.#takeState(news.state, nowMs)
      case 'bubble':
        this.#picture.gaze.chat(nowMs)
        this.#scenery.bubble(news.bubble, nowMs)
        return this.#showAround(nowMs)
      case 'bubbles-gone':
        this.#scenery.gone(news.gone.messageIds)
        return this.#showAround(nowMs)
      case 'effects-gone':
        this.#scenery.effectsGone(news.gone.effectIds)
        return this.#showAround(nowMs)
      case 'effect':
        this.#scenery.effect(news.effect, this.#picture.rung, nowMs)
        return this.#showAround(nowMs)
      case 'motion':
        return this.#picture.cues.order(news.order)
      case 'stranger':
        return reloadOnceFor(news.protocol, sessionStorage, () => location.reload())
      case 'unreadable':
        return
      default:
        news satisfies never
    }
  }

  /** The server says again what is on; what was on before the gap is over. */
  #takeLink(link: Link): void {
    this.#subtitles.clear()
    this.#scenery.relink()
    this.#picture.cues.restart()
    if (link !== 'connected') this.#sounding = false
    this.#show({ link })
  }

  #takeScene(scene: Scene): void {
    const settings = overlayChoice(scene.overlay, this.#query)
    this.#pace.rate = settings.fps
    this.#picture.show(scene.model, settings)
    this.#scenery.choose(settings)
    this.#show({ scene, settings })
  }

  #takeState(state: OverlayState, nowMs: Ms): void {
    this.#sounding = state.sounding
    this.#scenery.tally(state.tally, nowMs)
    this.#picture.feel(state.emotion)
    this.#picture.cues.state(state, nowMs)
  }

  readonly #draw = (frameMs: Ms): void => {
    this.#frame = requestAnimationFrame(this.#draw)
    if (!this.#pace.due(frameMs)) return
    const nowMs = performance.now()
    // Both clocks are asked in every frame, so that either is ready to take over; also while nobody sees it.
    const muteSample = this.#muteClock.playingSample(nowMs)
    const speakerSample = this.#sound.playingSample(nowMs)
    // Of the same moment: drawing takes time.
    const contextTime = speakerSample === null ? null : this.#sound.contextTime
    this.#showAround(nowMs)
    if (!this.#obs.standing.visible) return
    const sample = speakerSample ?? muteSample
    const face = this.#motion.face(sample, nowMs)
    this.#picture.draw(face, nowMs, frameMs, this.#pace.screenMs)
    this.#scenery.draw(this.#picture.rung, nowMs)
    const subtitle = this.#subtitles.at(sample)
    if (subtitle !== this.#view.subtitle) {
      this.#gauge.subtitle(subtitle)
      this.#show({ subtitle })
    }
    this.#gauge.frame({
      nowMs,
      contextTime,
      drawnSample: sample,
      mouthOpen: face[FACE_INDEX.mouthOpen]!,
      feeling: feelingIn(face),
      ...this.#motion.figures,
    })
  }

  /** Chat and captions go by events as well: a hidden page has no frames, and what is taken back must go at once. */
  #showAround(nowMs: Ms): void {
    const { bubbles, captions } = this.#scenery.at(nowMs)
    if (bubbles !== this.#view.bubbles || captions !== this.#view.captions) this.#show({ bubbles, captions })
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
      clock: this.#sound.unlocked && this.#sound.marks.sampleAt(0) !== null ? 'speaker' : 'mute',
      audio: this.#sound.figures,
      renderer: this.#picture.renderer,
      avatar: this.#picture.counts,
    }
  }
}

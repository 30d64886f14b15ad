// In: what happens in the overlay. Out: window.__psiona, by which tests and benches measure it from outside. Nothing here acts on the page.
//
// The measuring surface, version 1. All times are ms since 1970 (performance.timeOrigin + performance.now(), in the worklet Date.now()),
// so they compare with Date.now() of a program on the same machine. Samples are positions on the engine's clock.
//  M1  `__psiona.version` is 1; a field changes its meaning only with a new version.
//  M2  `stats()` is a snapshot that can be copied; calling it changes nothing.
//  M3  `link`, `claim`, `sounding`, `clock` ('speaker' | 'mute'), `audio` (null before an AudioContext) say how the page stands.
//  M4  `frames`: the last 600 animation frames {atMs, drawnSample, playingSample, mouthOpen}. playingSample is worked out when stats() is
//      called, from the AudioContext's time noted in that frame and the worklet's own marks: it is what truly left the worklet, not what
//      the page believed. Frame error = |drawnSample − playingSample|.
//  M5  `levels`: the last 600 stretches of 400 samples that left the worklet {atSample, rms, epochMs at the stretch's end}.
//  M6  `sounds`: the last 60 stretches of sound {startSample, startMs, endMs}: from the first sample above −80 dBFS to the last before
//      400 silent ones; endMs is null while it goes on.
//  M7  `cuts`: the last 60 cuts {epoch, receivedMs, silentMs}: when the page heard of it, when the last sample before it had left
//      (receivedMs when nothing sounded).
//  M8  `subtitle`: the line on screen {lineId, text, current}; `subtitles`: the last 60 lines shown {lineId, text, shownMs}.
//  M9  `counts`: blocks, soundBlocks, unreadable; of the worklet's queue skipped, outdated, overflowed, underruns; avatarBuilt, avatarFailed.
//  M10 `firstSoundAt(lineId | sinceMs)`: when the first sample of that line, or the first sound since then, left the worklet; else null.
//  M11 `ducks`: the last 60 orders to be quieter or louder {gainDb, rampMs, receivedMs}.
//  M12 of `frames` also {drawnFrom, moved, left}: 'track' while a sample plays, 'forecast' while none does and the last block foretells her,
//      'idle' when she moves by herself; how far the channel that went furthest went since the frame before, in parts of its range, the mouth
//      left out; and how much is left (1..0) of the last difference that melts. counts.forecastFrames counts all 'forecast' frames.
//  M13 `gaps`: the last 60 stretches drawn without the stream {startMs, packetMs, endMs, frames, stillFrames}: its first frame, the first
//      block that came after it, the first frame of the stream again (null until then), its frames, and those in which nothing moved.
//  M14 `renderer` ('live2d' | 'puppet' | 'none') draws her; counts.contextsLost, textures, textureBytes: graphics contexts lost, and what is on
//      the graphics card now.
//  M15 of `frames` also {feeling}: how far feelings carry the face from rest, 0..1 of the range of the channel that goes furthest.
import type { Claim, Duck, Subtitle } from '@psiona/shared/overlay-wire'
import type { Ms, Samples, Seconds, Unit } from '@psiona/shared/units'
import type { AvatarStandCounts } from './avatar-stand'
import type { QueueCounts } from './block-queue'
import type { DrawnFrom } from './face-motion'
import type { FaceBlock, FeedNews, Link, SpeakerNews } from './feed-messages'
import { GaugeGaps } from './gauge-gaps'
import type { PlayMarks } from './play-marks'
import { Recent } from './recent'
import type { ShownSubtitle } from './subtitle-track'

export interface FrameFigures {
  readonly nowMs: Ms
  /** Null when the page runs on the mute clock. */
  readonly contextTime: Seconds | null
  readonly drawnSample: Samples | null
  readonly mouthOpen: Unit
  readonly drawnFrom: DrawnFrom
  readonly moved: Unit
  readonly left: Unit
  readonly feeling: Unit
}

export interface Standing {
  readonly link: Link
  readonly claim: Claim
  readonly sounding: boolean
  readonly clock: 'speaker' | 'mute'
  readonly audio: { readonly state: string; readonly sampleRate: number; readonly baseLatencyMs: Ms } | null
  readonly renderer: 'live2d' | 'puppet' | 'none'
  readonly avatar: AvatarStandCounts
}

interface Level {
  readonly atSample: Samples
  readonly rms: Unit
  readonly epochMs: Ms
}
interface Sound {
  readonly startSample: Samples
  readonly startMs: Ms
  endMs: Ms | null
}
interface DuckSeen extends Duck {
  readonly receivedMs: Ms
}
interface CutSeen {
  readonly epoch: number
  readonly receivedMs: Ms
  silentMs: Ms | null
}

/** 10 s of frames and levels. */
const KEPT = 600
const KEPT_RARE = 60
/** −80 dBFS, as in output-level.ts. */
const SOUNDS_RMS = 1e-4

const epochMs = (nowMs: Ms): Ms => performance.timeOrigin + nowMs

export class Gauge {
  readonly #marks: PlayMarks
  readonly #standing: () => Standing
  readonly #frames = new Recent<FrameFigures>(KEPT)
  readonly #levels = new Recent<Level>(KEPT)
  readonly #sounds = new Recent<Sound>(KEPT_RARE)
  readonly #cuts = new Recent<CutSeen>(KEPT_RARE)
  readonly #ducks = new Recent<DuckSeen>(KEPT_RARE)
  readonly #lines = new Recent<{ subtitle: Subtitle; receivedMs: Ms }>(KEPT_RARE)
  readonly #shown = new Recent<{ lineId: string; text: string; shownMs: Ms }>(KEPT_RARE)
  readonly #gaps = new GaugeGaps()
  #subtitle: ShownSubtitle | null = null
  #queue: QueueCounts = { skipped: 0, outdated: 0, overflowed: 0, underruns: 0 }
  #blocks = 0
  #soundBlocks = 0
  #unreadable = 0

  constructor(marks: PlayMarks, standing: () => Standing) {
    this.#marks = marks
    this.#standing = standing
  }

  frame(figures: FrameFigures): void {
    this.#frames.add(figures)
    this.#gaps.frame(figures.drawnFrom, figures.moved, epochMs(figures.nowMs))
  }

  speaker(news: SpeakerNews) {
    switch (news.type) {
      case 'mark':
        return
      case 'level':
        this.#queue = news.counts
        return this.#levels.add({ atSample: news.atSample, rms: news.rms, epochMs: news.epochMs })
      case 'sound-began':
        return this.#sounds.add({ startSample: news.atSample, startMs: news.epochMs, endMs: null })
      case 'sound-ended': {
        const sound = this.#sounds.newest
        if (sound) sound.endMs = news.epochMs
        for (const cut of this.#cuts.all) cut.silentMs ??= news.epochMs
        return
      }
      default:
        news satisfies never
    }
  }

  feed(news: FeedNews): void {
    if (news.type === 'block') this.#count(news.block)
    else if (news.type === 'unreadable') this.#unreadable++
    else if (news.type === 'subtitle') this.#lines.add({ subtitle: news.subtitle, receivedMs: epochMs(performance.now()) })
    else if (news.type === 'duck') this.#ducks.add({ ...news.duck, receivedMs: epochMs(performance.now()) })
    else if (news.type === 'cut') {
      const receivedMs = epochMs(performance.now())
      const sounds = this.#sounds.newest?.endMs === null
      this.#cuts.add({ epoch: news.cut.epoch, receivedMs, silentMs: sounds ? null : receivedMs })
    }
  }

  subtitle(shown: ShownSubtitle | null): void {
    if (shown && shown.lineId !== this.#subtitle?.lineId)
      this.#shown.add({ lineId: shown.lineId, text: textOf(shown), shownMs: epochMs(performance.now()) })
    this.#subtitle = shown
  }

  firstSoundAt(which: string | Ms): Ms | null {
    if (typeof which === 'number') return this.#sounds.all.find((sound) => sound.startMs >= which)?.startMs ?? null
    const line = this.#lines.all.findLast((kept) => kept.subtitle.lineId === which)
    if (!line) return null
    const { startSample, endSample } = line.subtitle
    // Another server process counts its samples anew, so what sounded before the line was announced is not it.
    const within = (sample: Samples, atMs: Ms) =>
      sample >= startSample && sample < endSample && atMs >= Math.floor(line.receivedMs)
    const began = this.#sounds.all.find((sound) => within(sound.startSample, sound.startMs))
    if (began) return began.startMs
    // No silence before it: then its sound began with the first level inside it.
    return this.#levels.all.find((level) => level.rms > SOUNDS_RMS && within(level.atSample, level.epochMs))?.epochMs ?? null
  }

  stats() {
    const frames = this.#frames.all.map(({ nowMs, contextTime, ...drawn }) => ({
      ...drawn,
      atMs: epochMs(nowMs),
      playingSample: contextTime === null ? drawn.drawnSample : this.#marks.sampleAt(contextTime),
    }))
    const last = frames.at(-1)
    const shown = this.#subtitle
    const { avatar, ...standing } = this.#standing()
    const { built, failed, ...card } = avatar
    return {
      ...standing,
      playingSample: last?.playingSample ?? null,
      drawnSample: last?.drawnSample ?? null,
      frames,
      levels: [...this.#levels.all],
      sounds: this.#sounds.all.map((sound) => ({ ...sound })),
      cuts: this.#cuts.all.map((cut) => ({ ...cut })),
      ducks: [...this.#ducks.all],
      gaps: this.#gaps.all,
      subtitle: shown && { lineId: shown.lineId, text: textOf(shown), current: shown.current },
      subtitles: [...this.#shown.all],
      counts: {
        blocks: this.#blocks,
        soundBlocks: this.#soundBlocks,
        unreadable: this.#unreadable,
        ...this.#queue,
        forecastFrames: this.#gaps.forecastFrames,
        avatarBuilt: built,
        avatarFailed: failed,
        ...card,
      },
    }
  }

  #count(block: FaceBlock): void {
    this.#blocks++
    this.#gaps.block(epochMs(performance.now()))
    if (block.sounds) this.#soundBlocks++
  }
}

const textOf = (shown: ShownSubtitle) => shown.pieces.map((piece) => piece.text).join('')

/** What stands on the window. */
export const surfaceOf = (gauge: Gauge) => ({
  version: 1 as const,
  stats: () => gauge.stats(),
  firstSoundAt: (which: string | Ms) => gauge.firstSoundAt(which),
})

declare global {
  interface Window {
    __psiona?: ReturnType<typeof surfaceOf>
  }
}

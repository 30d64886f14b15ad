// What the overlay's gauge tells, put together over a whole run: it looks back 10 s, and a run is longer. In: snapshots. Out: every frame, level
// and gap once, and the figures that are drawn from them.
import { type Ms, SAMPLE_RATE } from '@psiona/shared'
import type { Page } from 'playwright-core'
import { type OverlayStats, overlayStats } from '../tests/e2e/overlay-gauge'

type Frame = OverlayStats['frames'][number]
type Level = OverlayStats['levels'][number]
type Gap = OverlayStats['gaps'][number]

/** What played in a frame is known from the marks of 10 s; at a low rate frames reach further back. */
const KNOWN_MS: Ms = 5000
/** After a gap that long everything counts as its consequence. */
const AFTERMATH_MS: Ms = 500
/** The first frames without packets are drawn as if one were only late. */
const UNNOTICED_MS: Ms = 100
/** All but a twentieth of the difference has melted. */
const RECOVERED = 0.05
/** −40 dBFS: a vowel, no breath. */
const LOUD_RMS = 0.01
const SILENT_RMS = 1e-4
/** Silence before an onset that counts: its mouth has shut. */
const SILENT_LEVELS = 12
/** A shut mouth trembles by less, in parts of full. */
const OPEN = 0.03
/** Mouth and sound of one onset lie no further apart. */
const NEAR_MS: Ms = 250
const LEVEL_MS: Ms = 1000 / 60

/** In a gap, just before it is known for one, or just after it. */
const during = ({ startMs, endMs }: Gap, atMs: Ms): boolean =>
  atMs >= startMs - UNNOTICED_MS && atMs <= (endMs ?? atMs) + AFTERMATH_MS

export class StageFrames {
  readonly #frames = new Map<Ms, Frame>()
  readonly #levels = new Map<Ms, Level>()
  readonly #gaps = new Map<Ms, Gap>()

  async look(page: Page): Promise<OverlayStats> {
    const stats = await overlayStats(page)
    const newestMs = stats.frames.at(-1)?.atMs ?? 0
    for (const frame of stats.frames)
      if (newestMs - frame.atMs < KNOWN_MS || !this.#frames.has(frame.atMs)) this.#frames.set(frame.atMs, frame)
    for (const level of stats.levels) this.#levels.set(level.epochMs, level)
    for (const gap of stats.gaps) this.#gaps.set(gap.startMs, gap)
    return stats
  }

  get frames(): Frame[] {
    return [...this.#frames.values()].sort((one, other) => one.atMs - other.atMs)
  }
  get #loudness(): Level[] {
    return [...this.#levels.values()].sort((one, other) => one.epochMs - other.epochMs)
  }
  /** Those that are over and were no accident of one frame: the last sample's hiccups have no packet to wait for. */
  gapsOf(leastMs: Ms): Gap[] {
    return [...this.#gaps.values()].filter(({ startMs, endMs }) => endMs !== null && endMs - startMs >= leastMs)
  }

  /** |drawn − playing| of frames of the stream, where she sounds; not while packets are withheld, nor just after. */
  errorsMs(): Ms[] {
    const loud = this.#loudness.filter(({ rms }) => rms > SILENT_RMS)
    const sounding = new Set(loud.map(({ atSample }) => Math.round(atSample / 4000)))
    const gaps = [...this.#gaps.values()]
    return this.frames.flatMap(({ atMs, drawnSample, playingSample }) =>
      drawnSample !== null &&
      playingSample !== null &&
      sounding.has(Math.round(playingSample / 4000)) &&
      !gaps.some((gap) => during(gap, atMs))
        ? [(Math.abs(drawnSample - playingSample) * 1000) / SAMPLE_RATE]
        : [],
    )
  }

  /** From the first block after a gap to the first frame of the stream with all but a twentieth of the difference gone. */
  recoveriesMs(gaps: readonly Gap[]): Ms[] {
    const { frames } = this
    return gaps.flatMap(({ packetMs, endMs }) => {
      const back = frames.find(({ atMs, drawnFrom, left }) => atMs >= endMs! && drawnFrom === 'track' && left < RECOVERED)
      return back && packetMs !== null ? [back.atMs - packetMs] : []
    })
  }

  /** The largest move of a frame after gaps, and in calm: as if each frame had 1/60 s, since a late one shows more at once. */
  largestMoves(gaps: readonly Gap[]): { afterGap: number; calm: number } {
    const all = [...this.#gaps.values()]
    const moves = { afterGap: 0, calm: 0 }
    const { frames } = this
    for (const [i, { atMs, moved, drawnFrom }] of frames.entries()) {
      const passedMs = atMs - (frames[i - 1]?.atMs ?? atMs)
      const move = moved / Math.max(1, passedMs / LEVEL_MS)
      if (gaps.some((gap) => atMs >= gap.endMs! && during(gap, atMs))) moves.afterGap = Math.max(moves.afterGap, move)
      else if (drawnFrom === 'track' && !all.some((gap) => during(gap, atMs))) moves.calm = Math.max(moves.calm, move)
    }
    return moves
  }

  /** Between a vowel's first level and the first frame with an open mouth; below 0: the mouth was first. */
  lipDelaysMs(): Ms[] {
    const levels = this.#loudness
    const { frames } = this
    return levels.flatMap(({ rms, epochMs }, i) => {
      const before = levels.slice(Math.max(0, i - SILENT_LEVELS), i)
      if (rms < LOUD_RMS || before.length < SILENT_LEVELS || before.some((level) => level.rms > LOUD_RMS)) return []
      const onsetMs = epochMs - LEVEL_MS
      const near = frames.filter(({ atMs }) => Math.abs(atMs - onsetMs) < NEAR_MS)
      // She was open already: no onset of a mouth.
      if (near.length === 0 || near[0]!.mouthOpen >= OPEN) return []
      const open = near.find(({ mouthOpen }) => mouthOpen >= OPEN)
      return open ? [open.atMs - onsetMs] : []
    })
  }
}

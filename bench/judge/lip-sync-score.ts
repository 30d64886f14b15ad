// The phones of an utterance, as heard in it, and what a mouth did meanwhile flow in; how well the two go together flows out.
import type { Ms, Seconds } from '@psiona/shared'
import type { AlignedPhone } from './align-phones'
import { correlation, rankCorrelation } from './correlation'
import { type MouthTrack, relativeOpenings, TRACK_RATE } from './mouth-track'
import { ALIGNED_VOWELS, LIP_CLOSURES, REFERENCE_OPENNESS } from './openness'

export interface LipSyncScore {
  /** Opening in the middle of each phone against how open that phone is. */
  readonly opennessR: number
  /** The same by rank among vowels; null with fewer than three. */
  readonly vowelRho: number | null
  /** Share of P, B and M at which the mouth shuts; null without any. */
  readonly closureRate: number | null
  /** By how much the mouth comes late. */
  readonly lagMs: Ms
  /** Mean opening where nothing is said; null where something always is. */
  readonly silenceOpening: number | null
}

const LEAST_VOWELS = 3
/** Shut: less than this part of the mouth's own wide, at some moment from a little before to a little after. */
const SHUT = 0.35
const CLOSURE_MARGIN_SECONDS: Seconds = 0.02
const SILENCE_MARGIN_SECONDS: Seconds = 0.08
/** A mouth has no corners: the reference is smoothed over a tenth of a second. */
const SMOOTHING_STEPS = (TRACK_RATE / 10) | 1
const MOST_LAG_STEPS = TRACK_RATE / 4

export function lipSyncScore(aligned: readonly AlignedPhone[], track: MouthTrack, seconds: Seconds): LipSyncScore {
  const mouth = relativeOpenings(track, seconds)
  const phones = aligned.flatMap((each) => {
    const openness = REFERENCE_OPENNESS.get(each.phone)
    return openness === undefined ? [] : [{ ...each, openness, opening: between(mouth, (each.start + each.end) / 2) }]
  })
  const vowels = phones.filter(({ phone }) => ALIGNED_VOWELS.has(phone))
  const closures = phones.filter(({ phone }) => LIP_CLOSURES.has(phone))
  const shut = closures.filter(({ start, end }) =>
    within(mouth, start, end, CLOSURE_MARGIN_SECONDS).some((value) => value < SHUT),
  )
  const silence = new Set(mouth.keys())
  for (const { start, end } of phones)
    for (const step of stepsWithin(mouth, start, end, SILENCE_MARGIN_SECONDS)) silence.delete(step)
  return {
    opennessR: correlation(
      phones.map(({ opening }) => opening),
      phones.map(({ openness }) => openness),
    ),
    vowelRho:
      vowels.length < LEAST_VOWELS
        ? null
        : rankCorrelation(
            vowels.map(({ opening }) => opening),
            vowels.map(({ openness }) => openness),
          ),
    closureRate: closures.length === 0 ? null : shut.length / closures.length,
    lagMs: (bestLag(referenceTrack(phones, mouth.length), mouth) * 1000) / TRACK_RATE,
    silenceOpening: silence.size === 0 ? null : [...silence].reduce((sum, step) => sum + mouth[step]!, 0) / silence.size,
  }
}

function referenceTrack(phones: readonly { start: Seconds; end: Seconds; openness: number }[], steps: number): Float64Array {
  const reference = new Float64Array(steps)
  for (const { start, end, openness } of phones)
    for (const step of stepsWithin(reference, start, end, 0)) reference[step] = openness
  const weights = Array.from(
    { length: SMOOTHING_STEPS },
    (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 1)) / (SMOOTHING_STEPS + 1)),
  )
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const reach = (SMOOTHING_STEPS - 1) / 2
  return reference.map(
    (_, step) => weights.reduce((sum, weight, i) => sum + weight * (reference[step + i - reach] ?? 0), 0) / whole,
  )
}

/** In steps; positive is late. */
function bestLag(reference: Float64Array, mouth: Float64Array): number {
  let best = { lag: 0, r: Number.NEGATIVE_INFINITY }
  for (let lag = -MOST_LAG_STEPS; lag <= MOST_LAG_STEPS; lag++) {
    const [early, late] = [Math.max(0, -lag), Math.max(0, lag)]
    const r = correlation(reference.subarray(early, reference.length - late), mouth.subarray(late, mouth.length - early))
    if (r > best.r) best = { lag, r }
  }
  return best.lag
}

function stepsWithin(track: Float64Array, start: Seconds, end: Seconds, margin: Seconds): number[] {
  const steps: number[] = []
  for (let step = Math.max(0, Math.floor((start - margin) * TRACK_RATE) - 1); step < track.length; step++) {
    const time = step / TRACK_RATE
    if (time >= end + margin) break
    if (time >= start - margin) steps.push(step)
  }
  return steps
}

const within = (track: Float64Array, start: Seconds, end: Seconds, margin: Seconds) =>
  stepsWithin(track, start, end, margin).map((step) => track[step]!)

function between(track: Float64Array, time: Seconds): number {
  const at = Math.min(track.length - 1, time * TRACK_RATE)
  const before = Math.floor(at)
  const after = Math.min(track.length - 1, before + 1)
  return track[before]! + (track[after]! - track[before]!) * (at - before)
}

// Placed segments flow in, the paths of F1 to F3 flow out: vowel targets, and between them what the loci of the consonants ask for.
import { type Hertz, type Ms, type Samples, samplesFromMs } from '@psiona/shared'
import type { FormantKnot } from './score'
import { after, before, type Segment } from './segment'
import type { TimedSegment } from './timed-segment'
import type { Formants } from './vowel-targets'

/** Tabulated transitions are those of slow, careful speech. */
const TRANSITION_FIT = 0.8
const VOWEL_TO_VOWEL_MS: Ms = 45
const LEAST_ONSET_MS: Ms = 20
const LEAST_OFFSET_MS: Ms = 15
/** A consonant leans on the nearest vowel; beyond this many phones there is none. */
const VOWEL_REACH = 3
/** Front vowels pinch F2 and F3 together at a velar, back vowels pull F2 down. */
const FRONT_F2: Hertz = 1500
/** The constriction of a consonant still leaves F1 this much of the vowel's. */
const F1_COARTICULATION = 0.12

export function formantKnots(segments: readonly TimedSegment[]): FormantKnot[] {
  const knots: FormantKnot[] = []
  const add = (atSample: Samples, hertz: Formants) => knots.push({ atSample: Math.round(atSample), hertz })
  segments.forEach((segment, i) => {
    if (segment.vowel) vowelKnots(segments, i, add)
    else consonantKnots(segments, i, add)
  })
  return knots.sort((one, other) => one.atSample - other.atSample)
}

type Add = (atSample: Samples, hertz: Formants) => void

function vowelKnots(segments: readonly TimedSegment[], i: number, add: Add): void {
  const { startSample, endSample, vowel } = segments[i]!
  const { start, end } = vowel!
  const length = endSample - startSample
  const [left, right] = [before(segments, i), after(segments, i)]
  let onset = left ? transitionOf(left) : 0
  let offset = right ? transitionOf(right) : 0
  const fit = Math.min(1, (0.9 * length) / Math.max(1, onset + offset))
  onset *= fit
  offset *= fit
  const within = (sample: Samples) => Math.min(endSample, Math.max(startSample, sample))
  const settled = within(startSample + Math.max(onset, samplesFromMs(LEAST_ONSET_MS)))
  const leaving = within(endSample - Math.max(offset, samplesFromMs(LEAST_OFFSET_MS)))

  add(startSample, left ? boundary(segments, i - 1) : start)
  add(settled, start)
  if (glides(start, end)) {
    const turning = Math.max(settled, startSample + 0.28 * length)
    add(turning, start)
    add(within(Math.max(turning + samplesFromMs(10), Math.min(leaving, startSample + 0.85 * length))), end)
  } else if (leaving > settled) add(leaving, end)
  add(endSample, right ? boundary(segments, i) : end)
}

const glides = (start: Formants, end: Formants) => Math.abs(end[1] - start[1]) > 250 || Math.abs(end[0] - start[0]) > 120

const transitionOf = ({ consonant }: Segment): Samples =>
  samplesFromMs(TRANSITION_FIT * (consonant ? consonant.transitionMs : VOWEL_TO_VOWEL_MS))

function consonantKnots(segments: readonly TimedSegment[], i: number, add: Add): void {
  const segment = segments[i]!
  const { startSample, endSample, consonant } = segment
  const length = endSample - startSample
  const previous = nearestVowel(segments, i, -1)
  const next = nearestVowel(segments, i, 1)
  const leaving = locus(segment, next?.vowel?.start ?? previous?.vowel?.end ?? null)
  const entering = previous ? locus(segment, previous.vowel!.end) : leaving
  add(startSample, before(segments, i) ? boundary(segments, i - 1) : entering)
  switch (consonant!.manner) {
    case 'glide':
    case 'liquid': {
      const middle = mix(entering, leaving, 0.5)
      add(startSample + 0.45 * length, middle)
      add(startSample + 0.55 * length, middle)
      break
    }
    case 'aspirate':
      break
    default:
      add(startSample + 0.3 * length, entering)
      add(startSample + 0.7 * length, leaving)
  }
  add(endSample, after(segments, i) ? boundary(segments, i) : leaving)
}

function nearestVowel(segments: readonly TimedSegment[], i: number, direction: 1 | -1): TimedSegment | null {
  const { phrase } = segments[i]!
  for (let k = i + direction; Math.abs(k - i) <= VOWEL_REACH; k += direction) {
    const segment = segments[k]
    if (segment?.phrase !== phrase) return null
    if (segment.vowel) return segment
  }
  return null
}

/** Where a consonant's formants point when this is the vowel beside it. */
function locus({ consonant }: Segment, beside: Formants | null): Formants {
  const { manner, place, formants, locus: line } = consonant!
  if (beside === null || manner === 'glide' || manner === 'liquid') return formants
  if (manner === 'aspirate') return beside
  const f1 = formants[0] + F1_COARTICULATION * (beside[0] - formants[0])
  if (place !== 'velar') return [f1, line.slope * beside[1] + line.intercept, 0.6 * formants[2] + 0.4 * beside[2]]
  const front = beside[1] > FRONT_F2
  const f2 = front ? 0.55 * beside[1] + 1130 : 0.95 * beside[1] + 230
  const f3 = front ? Math.max(2400, Math.min(2900, f2 + 350)) : 2250
  return [f1, f2, Math.max(f3, f2 + 200)]
}

/** The formants at the very boundary between a segment and its successor. */
function boundary(segments: readonly TimedSegment[], i: number): Formants {
  const left = segments[i]!
  const right = segments[i + 1]!
  if (left.vowel && right.vowel) return mix(left.vowel.end, right.vowel.start, 0.5)
  if (left.vowel) return lean(left.vowel.end, locus(right, left.vowel.end), right, 'entering')
  if (right.vowel) return lean(right.vowel.start, locus(left, right.vowel.start), left, 'leaving')
  const past = nearestVowel(segments, i, -1)
  const coming = nearestVowel(segments, i + 1, 1)
  return mix(locus(left, past?.vowel?.end ?? null), locus(right, coming?.vowel?.start ?? null), 0.5)
}

/** How far the boundary has gone from the vowel to the locus; F1 by another measure than F2 and F3. */
function lean(vowel: Formants, target: Formants, { consonant }: Segment, side: 'entering' | 'leaving'): Formants {
  const { manner, voiced } = consonant!
  let upper = 1
  let first = 1
  switch (manner) {
    case 'glide':
    case 'liquid':
      upper = first = side === 'entering' ? 0.5 : 0.55
      break
    case 'nasal':
      first = 0.6
      break
    case 'aspirate':
      first = side === 'entering' ? 1 : 0
      break
    default:
      first = side === 'entering' ? 0.75 : voiced ? 0.7 : 0.5
  }
  return [
    vowel[0] + first * (target[0] - vowel[0]),
    vowel[1] + upper * (target[1] - vowel[1]),
    vowel[2] + upper * (target[2] - vowel[2]),
  ]
}

const mix = (one: Formants, other: Formants, weight: number): Formants => [
  one[0] + weight * (other[0] - one[0]),
  one[1] + weight * (other[1] - one[1]),
  one[2] + weight * (other[2] - one[2]),
]

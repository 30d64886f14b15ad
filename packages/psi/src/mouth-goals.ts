// Placed segments flow in; when the jaw opens and how far, when the lips close or round, flows out. The voice never waits for the mouth.
import { type Ms, type Samples, samplesFromMs } from '@psiona/shared'
import { GoalTrack } from './goal-track'
import type { PhoneSymbol } from './phone'
import type { FormantKnot, Goal, SampleSpan, Syllable } from './score'
import type { TimedSegment } from './timed-segment'

const JAW_TAU_MS: Ms = 20
const ROUNDING_TAU_MS: Ms = 22
/** Lips that close are shut when the sound begins (99 % after 6.6 τ) and stay shut until it ends. */
const LIPS_TAU_MS: Ms = 6
const LIPS_CLOSE_EARLY_MS: Ms = 30
const LIPS_OPEN_EARLY_MS: Ms = 4
/** The mouth opens with the sound, not before, and is shut (2 %) when it ends: 5.8 τ. */
const OPEN_TAU_MS: Ms = 7
const SHUT_TAU_MS: Ms = 9
const SHUT_EARLY_MS: Ms = 52

const UNSTRESSED = 0.78
/** Only ever unstressed: their openings are those already. */
const REDUCED: ReadonlySet<PhoneSymbol> = new Set(['AX', 'IX', 'AXR'])
const EMPHASIS = 0.15
/** A vowel is open widest a little before its middle; a diphthong early. */
const NUCLEUS = 0.45
const GLIDING_NUCLEUS = 0.3
/** Where a diphthong turns to its second opening. */
const TURNING = 0.55
/** Between vowels, and before the first or after the last sound, the jaw hardly falls back. */
const HIATUS = 0.8
const NAKED_EDGE = 0.5
/** The jaw swings during this much of the consonants on either side of a vowel; in between it rests on their opening. */
const SWING_SHARE = 0.35
const EDGE_SWING_SHARE = 0.5
/** Within a vowel the lips arrive after and leave before this part of it. */
const LIP_MARGIN = 0.25

export interface MouthPlan {
  readonly goals: Goal[]
  readonly syllables: Syllable[]
  readonly lips: FormantKnot[]
}

export function mouthPlan(segments: readonly TimedSegment[], speech: readonly SampleSpan[]): MouthPlan {
  const syllables: Syllable[] = []
  const jaw = new GoalTrack('jaw', JAW_TAU_MS)
  const floor = new GoalTrack('jawFloor', JAW_TAU_MS)
  for (const phrase of phrasesOf(segments)) openJaw(phrase, syllables, jaw, floor)
  return {
    syllables,
    lips: lipKnots(segments),
    goals: [...jaw.goals(), ...floor.goals(), ...closures(segments), ...rounding(segments), ...speech.flatMap(presence)],
  }
}

function phrasesOf(segments: readonly TimedSegment[]): TimedSegment[][] {
  const phrases: TimedSegment[][] = []
  for (const segment of segments) {
    if (segment.phraseStart) phrases.push([])
    phrases.at(-1)!.push(segment)
  }
  return phrases
}

/** One cycle of the jaw per vowel: up from the consonants before it, down into those after it. */
function openJaw(phrase: readonly TimedSegment[], syllables: Syllable[], jaw: GoalTrack, floor: GoalTrack): void {
  const vowels = phrase.flatMap((segment, i) => (segment.vowel ? [i] : []))
  const [phraseStart, phraseEnd] = [phrase[0]!.startSample, phrase.at(-1)!.endSample]
  let lowFrom = phraseStart
  vowels.forEach((at, n) => {
    const { startSample, endSample } = phrase[at]!
    const opening = openingOf(phrase[at]!)
    const nucleusSample = nucleusOf(phrase[at]!)
    const [previous, next] = [vowels[n - 1], vowels[n + 1]]
    const swingIn =
      previous === undefined
        ? EDGE_SWING_SHARE * (startSample - phraseStart)
        : SWING_SHARE * (startSample - phrase[previous]!.endSample)
    const swingOut =
      next === undefined ? EDGE_SWING_SHARE * (phraseEnd - endSample) : SWING_SHARE * (phrase[next]!.startSample - endSample)
    const [opens, closes] = [Math.round(startSample - swingIn), Math.round(endSample + swingOut)]
    syllables.push({ startSample: opens, nucleusSample, endSample: closes })

    const turning = startSample + TURNING * (endSample - startSample)
    jaw.paint(opens, turning, opening[0])
    jaw.paint(turning, closes, opening[1])

    const onset = phrase.slice(previous === undefined ? 0 : previous + 1, at)
    floor.paint(lowFrom, nucleusSample, lowest(onset, opening[0] * (previous === undefined ? NAKED_EDGE : HIATUS)))
    if (next === undefined) floor.paint(nucleusSample, phraseEnd, lowest(phrase.slice(at + 1), opening[1] * NAKED_EDGE))
    lowFrom = nucleusSample
  })
}

/** Vowels shape the lips, and so do W and Y, which are vowels by another name (R is low by the tongue); what lies between is on the way. */
function lipKnots(segments: readonly TimedSegment[]): FormantKnot[] {
  return segments.flatMap(({ vowel, consonant, startSample, endSample }) => {
    const margin = LIP_MARGIN * (endSample - startSample)
    if (vowel)
      return [
        { atSample: Math.round(startSample + margin), hertz: vowel.start },
        { atSample: Math.round(endSample - margin), hertz: vowel.end },
      ]
    if (consonant?.manner !== 'glide' || consonant.place === 'coronal') return []
    return [{ atSample: Math.round((startSample + endSample) / 2), hertz: consonant.formants }]
  })
}

function openingOf({ symbol, vowel, stress, emphasis }: TimedSegment): readonly [number, number] {
  const scale = (stress === 0 && !REDUCED.has(symbol) ? UNSTRESSED : 1) * (1 + EMPHASIS * emphasis)
  return [vowel!.opening[0] * scale, vowel!.opening[1] * scale]
}

function nucleusOf({ vowel, startSample, endSample }: TimedSegment): Samples {
  const gliding = Math.abs(vowel!.opening[0] - vowel!.opening[1]) > 0.1
  return Math.round(startSample + (gliding ? GLIDING_NUCLEUS : NUCLEUS) * (endSample - startSample))
}

const lowest = (consonants: readonly TimedSegment[], otherwise: number) =>
  consonants.reduce((least, { consonant }) => Math.min(least, consonant?.opening ?? least), otherwise)

function closures(segments: readonly TimedSegment[]): Goal[] {
  const track = new GoalTrack('lipClosure', LIPS_TAU_MS, 0)
  // A full closure is never given up early for a half one after it, so it is painted over.
  for (const full of [false, true])
    for (const { consonant, startSample, endSample } of segments)
      if (consonant && consonant.lipClosure > 0 && consonant.lipClosure >= 1 === full)
        track.paint(
          startSample - samplesFromMs(LIPS_CLOSE_EARLY_MS),
          endSample - samplesFromMs(LIPS_OPEN_EARLY_MS),
          consonant.lipClosure,
        )
  return track.goals()
}

function rounding(segments: readonly TimedSegment[]): Goal[] {
  const track = new GoalTrack('lipRounding', ROUNDING_TAU_MS)
  for (const { consonant, vowel, startSample, endSample } of segments)
    if (consonant || vowel?.rounding) track.paint(startSample, endSample, consonant?.rounding ?? vowel?.rounding ?? 0)
  return track.goals()
}

function presence({ startSample, endSample }: SampleSpan): Goal[] {
  const shut = Math.max(startSample + samplesFromMs(OPEN_TAU_MS), endSample - samplesFromMs(SHUT_EARLY_MS))
  return [
    { atSample: startSample, oscillator: 'speaking', target: 1, tauMs: OPEN_TAU_MS },
    { atSample: shut, oscillator: 'speaking', target: 0, tauMs: SHUT_TAU_MS },
  ]
}

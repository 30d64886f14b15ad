// Placed segments flow in; when the jaw opens and how far, when the lips close or round, flows out. The voice never waits for the mouth.
import { type Ms, type Samples, samplesFromMs } from '@psiona/shared'
import { GoalTrack } from './goal-track'
import type { Goal, SampleSpan, Syllable } from './score'
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
const EMPHASIS = 0.15
/** A vowel is open widest a little before its middle; a diphthong early. */
const NUCLEUS = 0.45
const GLIDING_NUCLEUS = 0.3
/** Between vowels, and before the first or after the last sound, the jaw hardly falls back. */
const HIATUS = 0.8
const NAKED_EDGE = 0.5

export interface MouthPlan {
  readonly goals: Goal[]
  readonly syllables: Syllable[]
}

export function mouthPlan(segments: readonly TimedSegment[], speech: readonly SampleSpan[]): MouthPlan {
  const syllables: Syllable[] = []
  const jaw = new GoalTrack('jaw', JAW_TAU_MS)
  const floor = new GoalTrack('jawFloor', JAW_TAU_MS)
  for (const phrase of phrasesOf(segments)) openJaw(phrase, syllables, jaw, floor)
  return {
    syllables,
    goals: [...jaw.goals(), ...floor.goals(), ...lips(segments), ...rounding(segments), ...speech.flatMap(presence)],
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

/** One cycle of the jaw per vowel; its boundaries lie in the middle of the consonants between two vowels. */
function openJaw(phrase: readonly TimedSegment[], syllables: Syllable[], jaw: GoalTrack, floor: GoalTrack): void {
  const vowels = phrase.flatMap((segment, i) => (segment.vowel ? [i] : []))
  let start = phrase[0]!.startSample
  let lowFrom = start
  vowels.forEach((at, n) => {
    const segment = phrase[at]!
    const next = vowels[n + 1]
    const opening = openingOf(segment)
    const end = next === undefined ? phrase.at(-1)!.endSample : middle(phrase, at, next)
    const nucleusSample = nucleusOf(segment)
    syllables.push({ startSample: start, nucleusSample, endSample: end })

    const turning = segment.startSample + 0.55 * (segment.endSample - segment.startSample)
    jaw.paint(start, turning, opening[0])
    jaw.paint(turning, end, opening[1])

    const onset = phrase.slice(n === 0 ? 0 : vowels[n - 1]! + 1, at)
    const before = n === 0 ? NAKED_EDGE : HIATUS
    floor.paint(lowFrom, nucleusSample, lowest(onset, before * opening[0]))
    lowFrom = nucleusSample
    if (next === undefined) floor.paint(nucleusSample, end, lowest(phrase.slice(at + 1), NAKED_EDGE * opening[1]))
    start = end
  })
}

function openingOf({ vowel, stress, emphasis }: TimedSegment): readonly [number, number] {
  const scale = (stress === 0 ? UNSTRESSED : 1) * (1 + EMPHASIS * emphasis)
  return [vowel!.opening[0] * scale, vowel!.opening[1] * scale]
}

function nucleusOf({ vowel, startSample, endSample }: TimedSegment): Samples {
  const gliding = Math.abs(vowel!.opening[0] - vowel!.opening[1]) > 0.1
  return Math.round(startSample + (gliding ? GLIDING_NUCLEUS : NUCLEUS) * (endSample - startSample))
}

function middle(phrase: readonly TimedSegment[], at: number, next: number): Samples {
  return Math.round((phrase[at]!.endSample + phrase[next]!.startSample) / 2)
}

const lowest = (consonants: readonly TimedSegment[], otherwise: number) =>
  consonants.reduce((least, { consonant }) => Math.min(least, consonant?.opening ?? least), otherwise)

function lips(segments: readonly TimedSegment[]): Goal[] {
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
  for (const { consonant, startSample, endSample } of segments)
    if (consonant) track.paint(startSample, endSample, consonant.rounding)
  return track.goals()
}

function presence({ startSample, endSample }: SampleSpan): Goal[] {
  const shut = Math.max(startSample + samplesFromMs(OPEN_TAU_MS), endSample - samplesFromMs(SHUT_EARLY_MS))
  return [
    { atSample: startSample, oscillator: 'speaking', target: 1, tauMs: OPEN_TAU_MS },
    { atSample: shut, oscillator: 'speaking', target: 0, tauMs: SHUT_TAU_MS },
  ]
}

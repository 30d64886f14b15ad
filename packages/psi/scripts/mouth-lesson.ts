// A sentence and a voice flow in, the sound of it and what its mouth does every 8 ms flow out: what the mouth listener is taught with.
import { CONTROL_STEP_SAMPLES, VoiceDials as Dials, type Samples, type VoiceDials } from '@psiona/shared'
import { composeScore } from '../src/compose-score'
import { CONSONANT_TARGETS } from '../src/consonant-targets'
import { Field } from '../src/field'
import { MOUTH_HOP_SAMPLES } from '../src/mouth-features'
import { MOUTH_LEAD_SAMPLES } from '../src/mouth-listener'
import { MOUTH_KEYS } from '../src/mouth-shape'
import { OSCILLATOR } from '../src/oscillator'
import { isVowel } from '../src/phone'
import { phonemise } from '../src/phonemise'
import type { Random } from '../src/random'
import { renderOffline } from '../src/render-offline'
import type { Score, ScorePhone } from '../src/score'
import { ScoreTimeline } from '../src/score-timeline'
import { VOWEL_TARGETS } from '../src/vowel-targets'
import { openEnglish } from './open-english'

export interface MouthLabel {
  /** How far this vowel opens the mouth; null where there is none. */
  readonly vowel: number | null
  /** 1 in vowels, 0 where the lips are shut and in silence. */
  readonly free: number
  readonly rounding: number
  readonly keys: readonly number[]
}
export interface Lesson {
  readonly pcm: Float32Array
  /** One for each hop of the listener: the mouth of that moment and the lead after it. */
  readonly labels: readonly MouthLabel[]
}

/** Low and high end of what is drawn. Pitch goes along with the tract, as in people, and half an octave about that. */
export const VOICE_RANGES = {
  tract: [0.92, 1.25],
  pitchHzAtTract1: [92, 165],
  pitchOctavesPerTract: 3,
  brightnessHz: [800, 2000],
  openQuotient: [0.5, 0.72],
  breath: [0.05, 0.45],
  rate: [0.85, 1.25],
  range: [0.7, 1.3],
} as const

export function drawVoice(random: Random): VoiceDials {
  const draw = ([low, high]: readonly [number, number]) => random.between(low, high)
  const tract = draw(VOICE_RANGES.tract)
  return Dials.parse({
    tract,
    pitchHz: draw(VOICE_RANGES.pitchHzAtTract1) * 2 ** (VOICE_RANGES.pitchOctavesPerTract * (tract - 1)),
    brightnessHz: draw(VOICE_RANGES.brightnessHz),
    openQuotient: draw(VOICE_RANGES.openQuotient),
    breath: draw(VOICE_RANGES.breath),
    rate: draw(VOICE_RANGES.rate),
    range: draw(VOICE_RANGES.range),
  })
}

const english = openEnglish()

export function lesson(sentence: string, dials: VoiceDials, seed: number): Lesson {
  const phrases = phonemise(sentence, english)
  const options = { dials, emotion: {}, seed }
  const { pcm } = renderOffline({ phrases, ...options })
  return { pcm, labels: labelsOf(composeScore(phrases, options)) }
}

/** From no lips at all to free, in hops: nobody's lips are faster. */
const SMOOTH_HOPS = 2
/** A consonant with an opening of so much is as free as a vowel, nearly. */
const FREE_OPENING = 0.4
const MOST_CONSONANT = 0.8
/** Where a diphthong turns, in parts of it; mouth-goals.ts has the same. */
const TURNING = 0.55

function labelsOf(score: Score): MouthLabel[] {
  const field = new Field()
  const timeline = new ScoreTimeline(field)
  timeline.begin(score)
  const shapes: { rounding: number; keys: number[] }[] = []
  for (let at = 0; at < score.durationSamples + MOUTH_LEAD_SAMPLES; at += CONTROL_STEP_SAMPLES) {
    shapes.push({
      rounding: field.amplitude[OSCILLATOR.lipRounding]!,
      keys: MOUTH_KEYS.map((key) => field.amplitude[OSCILLATOR[`vowel${key}`]]!),
    })
    timeline.advance(at)
    field.step()
  }
  const hops = Math.floor(score.durationSamples / MOUTH_HOP_SAMPLES)
  return Array.from({ length: hops }, (_, hop) => {
    const at = hop * MOUTH_HOP_SAMPLES + MOUTH_LEAD_SAMPLES
    const phone = phoneAt(score, at)
    return {
      vowel: phone && isVowel(phone.symbol) ? vowelOpening(phone, at) : null,
      free: smoothFreedom(score, at),
      ...shapes[Math.floor(at / CONTROL_STEP_SAMPLES)]!,
    }
  })
}

const phoneAt = (score: Score, at: Samples): ScorePhone | undefined =>
  score.phones.find(({ startSample, endSample }) => at >= startSample && at < endSample)

/** As the jaw goes: for a diphthong first to the one opening, then to the other. */
function vowelOpening({ symbol, startSample, endSample }: ScorePhone, at: Samples): number | null {
  if (!isVowel(symbol)) return null
  const [start, end] = VOWEL_TARGETS[symbol].opening
  return at < startSample + TURNING * (endSample - startSample) ? start : end
}

function smoothFreedom(score: Score, at: Samples): number {
  let [sum, weights] = [0, 0]
  for (let hop = -SMOOTH_HOPS; hop <= SMOOTH_HOPS; hop++) {
    const weight = SMOOTH_HOPS + 1 - Math.abs(hop)
    sum += weight * freedom(phoneAt(score, at + hop * MOUTH_HOP_SAMPLES))
    weights += weight
  }
  return sum / weights
}

function freedom(phone: ScorePhone | undefined): number {
  if (!phone) return 0
  if (isVowel(phone.symbol)) return 1
  const { opening, lipClosure } = CONSONANT_TARGETS[phone.symbol]
  return lipClosure > 0 ? 0 : Math.min(MOST_CONSONANT, opening / FREE_OPENING)
}

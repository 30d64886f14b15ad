// A feeling flows in, what it does to the voice flows out: one row per emotion at full strength, mixed in between.
// Directions from the literature (Murray & Arnott, Burkhardt & Sendlmeier, Schröder, Banse & Scherer); sizes are a compromise.
import { EMOTIONS, type Emotion, type EmotionName } from '@psiona/shared'
import fit from './emotion-fit.json'

/** Factors on the neutral voice, where the unit does not say otherwise. */
export interface EmotionVoice {
  readonly pitch: number
  readonly range: number
  readonly rate: number
  readonly levelDb: number
  /** Of the tilt's cut-off. */
  readonly brightness: number
  readonly jitter: number
  readonly shimmer: number
  readonly breath: number
  /** Below 1: pressed. */
  readonly openQuotient: number
  readonly f1: number
  readonly f2: number
  /** Distance of the vowels from the neutral one: below 1 they blur, above 1 they are precise. */
  readonly vowelSpace: number
  readonly pause: number
  /** Added at the end of a phrase, in log f0. */
  readonly finalRise: number
  /** How abruptly accents move. */
  readonly accentSpeed: number
}

const NEUTRAL_VOICE: EmotionVoice = {
  pitch: 1,
  range: 1,
  rate: 1,
  levelDb: 0,
  brightness: 1,
  jitter: 1,
  shimmer: 1,
  breath: 1,
  openQuotient: 1,
  f1: 1,
  f2: 1,
  vowelSpace: 1,
  pause: 1,
  finalRise: 0,
  accentSpeed: 1,
}
const ADDITIVE: ReadonlySet<keyof EmotionVoice> = new Set(['levelDb', 'finalRise'])

const voice = (row: Partial<EmotionVoice>): EmotionVoice => ({ ...NEUTRAL_VOICE, ...row })

const EMOTION_VOICES: Readonly<Record<EmotionName, EmotionVoice>> = {
  joy: voice({
    pitch: 1.25,
    range: 1.6,
    rate: 1.08,
    levelDb: 3,
    brightness: 1.4,
    breath: 1.1,
    f1: 1.05,
    f2: 1.05,
    finalRise: 0.04,
  }),
  sadness: voice({
    pitch: 0.93,
    range: 0.6,
    rate: 0.82,
    levelDb: -4,
    brightness: 0.65,
    jitter: 1.3,
    shimmer: 1.3,
    breath: 1.6,
    openQuotient: 1.1,
    vowelSpace: 0.9,
    pause: 1.4,
    finalRise: -0.05,
  }),
  anger: voice({
    pitch: 1.3,
    range: 1.7,
    rate: 1.12,
    levelDb: 6,
    brightness: 1.8,
    jitter: 1.5,
    shimmer: 1.4,
    breath: 0.7,
    openQuotient: 0.75,
    f1: 1.05,
    vowelSpace: 1.06,
    pause: 0.85,
    accentSpeed: 1.5,
  }),
  fear: voice({
    pitch: 1.45,
    range: 1.2,
    rate: 1.25,
    brightness: 0.9,
    jitter: 1.8,
    shimmer: 1.5,
    breath: 1.5,
    vowelSpace: 1.06,
    pause: 0.8,
  }),
  surprise: voice({
    pitch: 1.35,
    range: 2,
    rate: 1.05,
    levelDb: 3,
    brightness: 1.3,
    breath: 1.2,
    pause: 1.2,
    finalRise: 0.25,
    accentSpeed: 1.2,
  }),
  disgust: voice({
    pitch: 0.93,
    range: 0.9,
    rate: 0.88,
    levelDb: -1,
    brightness: 0.85,
    jitter: 1.3,
    shimmer: 1.2,
    breath: 0.9,
    openQuotient: 0.88,
    f1: 1.03,
    f2: 0.96,
    pause: 1.1,
    finalRise: -0.05,
    accentSpeed: 0.9,
  }),
  affection: voice({
    pitch: 1.05,
    range: 0.95,
    rate: 0.92,
    levelDb: -2,
    brightness: 0.8,
    jitter: 0.9,
    shimmer: 0.9,
    breath: 1.6,
    openQuotient: 1.08,
    f2: 1.02,
    accentSpeed: 0.8,
  }),
  calm: voice({
    pitch: 0.95,
    range: 0.75,
    rate: 0.9,
    levelDb: -2,
    brightness: 0.8,
    jitter: 0.8,
    shimmer: 0.8,
    breath: 1.3,
    pause: 1.2,
    accentSpeed: 0.85,
  }),
  curiosity: voice({ pitch: 1.1, range: 1.35, rate: 1.02, brightness: 1.1, breath: 1.05, finalRise: 0.14 }),
}

/** Strengths that together are at most 1: more feeling than that is a mixture, not a caricature. */
export function emotionWeights(emotion: Emotion): readonly (readonly [EmotionName, number])[] {
  const felt = EMOTIONS.flatMap((name) => {
    const strength = Math.min(1, Math.max(0, emotion[name] ?? 0))
    return strength > 0 ? [[name, strength] as const] : []
  })
  const total = felt.reduce((sum, [, strength]) => sum + strength, 0)
  return total > 1 ? felt.map(([name, strength]) => [name, strength / total] as const) : felt
}

/** What a feeling asks for. Factors mix by their logarithms, so that joy and sadness can cancel; decibels and rises add. */
export const emotionVoice = (emotion: Emotion): EmotionVoice => mixed(emotion, EMOTION_VOICES)

/** What the voice is told, so that the sound does what the feeling asks for. */
export const fittedEmotionVoice = (emotion: Emotion): EmotionVoice => mixed(emotion, FITTED_VOICES)

/** Corrections, measured on her sound by scripts/fit-emotions.ts: more breath is brighter, higher pitch is louder, and so on. */
export type EmotionFit = Readonly<Partial<Record<keyof EmotionVoice, number>>>
const FITTED_VOICES = Object.fromEntries(
  EMOTIONS.map((name) => [name, corrected(EMOTION_VOICES[name], (fit.corrections as Record<string, EmotionFit>)[name] ?? {})]),
) as Record<EmotionName, EmotionVoice>

function corrected(asked: EmotionVoice, correction: EmotionFit): EmotionVoice {
  const told: Record<keyof EmotionVoice, number> = { ...asked }
  for (const [key, value] of Object.entries(correction) as [keyof EmotionVoice, number][])
    told[key] = ADDITIVE.has(key) ? told[key] + value : told[key] * value
  return told
}

function mixed(emotion: Emotion, rows: Readonly<Record<EmotionName, EmotionVoice>>): EmotionVoice {
  const sum: Record<keyof EmotionVoice, number> = { ...NEUTRAL_VOICE }
  for (const [name, weight] of emotionWeights(emotion))
    for (const [key, value] of Object.entries(rows[name]) as [keyof EmotionVoice, number][])
      sum[key] = ADDITIVE.has(key) ? sum[key] + weight * value : sum[key] * value ** weight
  return sum
}

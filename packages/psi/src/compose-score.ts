// Phrases, dials and a feeling flow in, a score flows out. Pure and deterministic: nothing here sounds, and nothing later needs the words.
import type { Emotion, VoiceDials, WordSpan } from '@psiona/shared'
import { deliveryGoals } from './delivery-goals'
import { fittedEmotionVoice } from './emotion-voice'
import { formantKnots } from './formant-knots'
import { headGoals } from './head-goals'
import { mouthPlan } from './mouth-goals'
import type { Phrase } from './phone'
import { pitchGoals } from './pitch-goals'
import type { SampleSpan, Score, ScoreCue, VisemeSpan } from './score'
import { segmentsOf } from './segment'
import { withSounds } from './sound-goals'
import { sourceGoals } from './source-goals'
import { placeSegments, type TimedSegment } from './timed-segment'
import { VISEMES } from './visemes'

export interface ScoreOptions {
  readonly dials: VoiceDials
  readonly emotion: Emotion
  readonly seed: number
  /** Instead of the dials' rate. 1 = about 175 words a minute. */
  readonly rate?: number | undefined
}

/** The fitted lengths are those of brisk readers: so much slower is how one talks. */
const NORMAL_RATE = 0.9
/** Beyond these nobody understands her. */
const SLOWEST = 0.4
const FASTEST = 2.6

export function composeScore(phrases: readonly Phrase[], { dials, emotion, seed, rate }: ScoreOptions): Score {
  const feeling = fittedEmotionVoice(emotion)
  const asked = NORMAL_RATE * (rate ?? dials.rate) * feeling.rate
  const tempo = { rate: Math.min(FASTEST, Math.max(SLOWEST, asked)), pause: feeling.pause }
  const { segments, durationSamples } = placeSegments(segmentsOf(phrases), tempo)
  const speech = speechSpans(segments)
  const pitch = pitchGoals(segments, feeling, seed)
  const mouth = mouthPlan(segments, speech)
  const goals = [
    ...withSounds(sourceGoals(segments), segments),
    ...deliveryGoals(segments),
    ...pitch.goals,
    ...mouth.goals,
    ...headGoals(segments, seed),
  ]
  return {
    dials: { ...dials },
    emotion: { ...emotion },
    seed,
    durationSamples,
    phones: segments.map(({ symbol, stress, startSample, endSample }) => ({ symbol, stress, startSample, endSample })),
    words: wordSpans(phrases, segments),
    visemes: visemeSpans(segments, durationSamples),
    speech,
    syllables: mouth.syllables,
    formants: formantKnots(segments),
    lips: mouth.lips,
    phraseCommands: pitch.phraseCommands,
    goals: goals.sort((one, other) => one.atSample - other.atSample),
    cues: laughCues(segments),
  }
}

const LAUGHS: ReadonlySet<TimedSegment['sound']> = new Set(['laugh', 'giggle', 'burst'])
/** The face laughs with the voice; a chuckle is too small for that. */
const laughCues = (segments: readonly TimedSegment[]): ScoreCue[] =>
  segments.flatMap(({ sound, wordStart, startSample }) =>
    wordStart && LAUGHS.has(sound) ? [{ atSample: startSample, gesture: 'laughing' as const }] : [],
  )

/** From the first sound of a phrase to its last; a voiceless closure after a pause is still silence. */
function speechSpans(segments: readonly TimedSegment[]): SampleSpan[] {
  const spans: SampleSpan[] = []
  let startSample = 0
  for (const segment of segments) {
    if (segment.phraseStart) startSample = segment.consonant?.voiced ? segment.startSample : segment.releaseSample
    if (segment.phraseEnd) spans.push({ startSample, endSample: segment.endSample })
  }
  return spans
}

/** Words as written; the spoken parts of one written word ("3.5") share its span. A sound that was asked for by a mark is no word: it has a span only where nothing else has. */
function wordSpans(phrases: readonly Phrase[], segments: readonly TimedSegment[]): WordSpan[] {
  const spans: WordSpan[] = []
  const spoken = phrases.flatMap(({ words }) => words.filter(({ phones }) => phones.length > 0))
  let i = 0
  const silent = spoken.every(({ written }) => written === '')
  spoken.forEach(({ written, sound }, word) => {
    const startSample = segments[i]!.startSample
    while (segments[i + 1]?.word === word) i++
    const endSample = segments[i++]!.endSample
    const last = spans.at(-1)
    if (written === '' && sound && !silent) return
    if (written === '' && last) spans[spans.length - 1] = { ...last, endSample }
    else spans.push({ text: written, startSample, endSample })
  })
  return spans
}

function visemeSpans(segments: readonly TimedSegment[], durationSamples: number): VisemeSpan[] {
  const spans: VisemeSpan[] = []
  let at = 0
  const silenceUntil = (sample: number) => {
    if (sample > at) spans.push({ phoneme: 'SIL', viseme: 'sil', startSample: at, endSample: sample })
  }
  for (const { symbol, startSample, endSample } of segments) {
    silenceUntil(startSample)
    spans.push({ phoneme: symbol, viseme: VISEMES[symbol], startSample, endSample })
    at = endSample
  }
  silenceUntil(durationSamples)
  return spans
}

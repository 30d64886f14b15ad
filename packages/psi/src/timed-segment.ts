// Segments and a tempo flow in, the same row with its place in time flows out; pauses between phrases are gaps in it.
import { BLOCK_SAMPLES, type Ms, type Samples, samplesFromMs } from '@psiona/shared'
import { durationsMs } from './durations'
import { PAUSE_MS } from './pauses'
import { kindAfter, type Segment } from './segment'

export interface TimedSegment extends Segment {
  readonly startSample: Samples
  /** Where a closure opens; elsewhere the start. */
  readonly releaseSample: Samples
  readonly endSample: Samples
}

export interface Tempo {
  /** 1 = the speed of the inherent durations, about 195 words a minute. */
  readonly rate: number
  /** Stretches pauses beyond what the rate does. */
  readonly pause: number
}

/** Short enough that sound starts at once, long enough for the source to swell without a click. */
const LEADING_SILENCE_MS: Ms = 15
/** What follows an utterance belongs to it: the last sound rings out, the mouth closes, a next sentence does not stumble in. */
const TRAILING_SILENCE_MS: Ms = 220
/** After a pause nobody hears how long a voiceless closure lasts: it would only delay her. */
const INITIAL_CLOSURE_MS: Ms = 10
const INITIAL_VOICED_CLOSURE_MS: Ms = 45

export interface Placed {
  readonly segments: readonly TimedSegment[]
  /** To the end of the trailing silence; whole voice blocks. */
  readonly durationSamples: Samples
}

export function placeSegments(segments: readonly Segment[], { rate, pause }: Tempo): Placed {
  if (segments.length === 0) return { segments: [], durationSamples: 0 }
  const lengths = durationsMs(segments)
  let atMs = LEADING_SILENCE_MS
  const placed = segments.map((segment, i): TimedSegment => {
    const lengthMs = segment.part?.lengthMs ?? lengths[i]! / rate
    const openMs = segment.part ? 0 : releasedMs(segments, i, lengthMs)
    let closureMs = lengthMs - openMs
    if (openMs > 0 && segment.phraseStart)
      closureMs = Math.min(closureMs, segment.consonant?.voiced ? INITIAL_VOICED_CLOSURE_MS : INITIAL_CLOSURE_MS)
    const startMs = atMs
    atMs += openMs > 0 ? closureMs + openMs : lengthMs
    const endMs = atMs
    if (segment.phraseEnd) atMs += ((segment.pauseMs ?? PAUSE_MS[segment.ending]) * pause) / Math.sqrt(rate)
    return {
      ...segment,
      startSample: samplesFromMs(startMs),
      releaseSample: samplesFromMs(openMs > 0 ? startMs + closureMs : startMs),
      endSample: samplesFromMs(endMs),
    }
  })
  const end = placed.at(-1)!.endSample + samplesFromMs(TRAILING_SILENCE_MS)
  return { segments: placed, durationSamples: Math.ceil(end / BLOCK_SAMPLES) * BLOCK_SAMPLES }
}

/** How much of a stop or affricate lies after its closure; 0 for everything else. */
function releasedMs(segments: readonly Segment[], i: number, lengthMs: Ms): Ms {
  const { consonant } = segments[i]!
  if (consonant?.manner === 'affricate') return lengthMs * 0.6
  if (consonant?.manner !== 'stop') return 0
  if (consonant.voiced) return Math.min(lengthMs * 0.25, 18)
  return opensIntoVoice(segments, i) ? Math.min(lengthMs * 0.45, 45) : Math.min(lengthMs * 0.3, 25)
}

/** A vowel, glide or liquid follows: the release is heard as aspiration into it. */
export function opensIntoVoice(segments: readonly Segment[], i: number): boolean {
  const right = kindAfter(segments, i)
  return right === 'vowel' || right === 'glide' || right === 'liquid'
}

// Where an utterance begins and ends. In: the detector's probability of each frame, what stands out of the background, and the talk key.
// Out: start, stop or drop. Pure: no sound, no clock; positions are samples at MIC_RATE.
import { MIC_RATE, type MicGate } from '@psiona/shared'
import { VAD_FRAME_SAMPLES } from '../organs'

export interface FrameEvidence {
  /** 0..1 */
  readonly probability: number
  /** See Background. */
  readonly evidence: number
  readonly levelDb: number
}

/** 'drop': it was no speech after all, or she was muted. */
export type Verdict = 'start' | 'stop' | 'drop'

export interface Endpoint {
  /** The gate of the sound that begins at `atSample`, before its frames. */
  gate(gate: MicGate, atSample: number): Verdict | null
  /** The next frame, which ends before `endSample`. */
  frame(evidence: FrameEvidence, endSample: number): Verdict | null
  /** No more sound from there on: what is being said has ended. */
  end(atSample: number): Verdict | null
  readonly speaking: boolean
  /** Where the voice that speaks, or spoke last, began and was heard last. */
  readonly voiceFromSample: number
  readonly voiceToSample: number
}

const samples = (ms: number): number => (ms * MIC_RATE) / 1000

/** Chosen on the tuning scenes of bench/hearing-scenes.ts for a third of a false alarm a minute at 10 dB; held-out scenes give the bench's figures. */
const START_EVIDENCE = 0.2
/** However loud: a door that slams in a silent room is no voice. Less lets slams in, more loses soft voices. */
const START_PROBABILITY = 0.1
/** From here on it may be a voice that begins, when a start follows; soft consonants are like this. */
const SUSPECT_EVIDENCE = -2.5
/** Frames in a row that may be unsuspicious within one beginning, and the longest beginning. */
const SUSPECT_GAP_SAMPLES = 2 * VAD_FRAME_SAMPLES
const LONGEST_BEGINNING_SAMPLES = samples(600)
/** A voice that speaks goes on while the detector is this sure. */
const STOP_PROBABILITY = 0.35
/** A cough of the detector is one frame: less voice than this was no word. In noise a word may have little more that is this evident. */
const LEAST_VOICE_SAMPLES = samples(60)
const VOICED_EVIDENCE = -1.5
/** Recognisers take no longer utterances well. From FIND on the quietest frame is remembered, from CUT on the next as quiet one ends it. */
const LONGEST_SAMPLES = samples(30_000)
const CUT_SAMPLES = samples(27_000)
const FIND_SAMPLES = samples(24_000)
const AS_QUIET_DB = 1

export function createEndpoint(pauseMs: () => number): Endpoint {
  let gate: MicGate = 'open'
  let speaking = false
  let voiceFrom = 0
  /** Null: the key is down and no voice has been heard yet. */
  let voiceTo: number | null = null
  let voiced = 0
  let quietestDb = Number.POSITIVE_INFINITY
  let suspect: { since: number; last: number } | null = null

  const start = (atSample: number): Verdict => {
    speaking = true
    voiced = 0
    quietestDb = Number.POSITIVE_INFINITY
    voiceFrom = suspect ? Math.max(Math.min(atSample, suspect.since), atSample - LONGEST_BEGINNING_SAMPLES) : atSample
    voiceTo = null
    return 'start'
  }
  const over = (verdict: Verdict, atSample: number): Verdict => {
    voiceTo ??= atSample
    speaking = false
    suspect = null
    return verdict
  }
  /** The detector's word: too little voice is none. */
  const ended = (atSample: number): Verdict => over(voiced < LEAST_VOICE_SAMPLES ? 'drop' : 'stop', atSample)
  const watch = (evidence: number, endSample: number) => {
    const from = endSample - VAD_FRAME_SAMPLES
    if (suspect && from - suspect.last > SUSPECT_GAP_SAMPLES) suspect = null
    if (evidence < SUSPECT_EVIDENCE) return
    suspect = { since: suspect?.since ?? from, last: endSample }
  }
  const tooLong = (levelDb: number, endSample: number): boolean => {
    const length = endSample - voiceFrom
    if (length >= FIND_SAMPLES && length < CUT_SAMPLES) quietestDb = Math.min(quietestDb, levelDb)
    return length >= LONGEST_SAMPLES || (length >= CUT_SAMPLES && levelDb <= quietestDb + AS_QUIET_DB)
  }

  return {
    gate(next, atSample) {
      const before = gate
      gate = next
      if (!speaking) return next === 'held' ? start(atSample) : null
      switch (next) {
        case 'muted':
          return over('drop', atSample)
        case 'shut':
          return before === 'held' ? over('stop', atSample) : ended(atSample)
        case 'open':
          // The mode has changed while the key was down: from here on a pause ends it.
          if (before === 'held') voiceTo = atSample
          return null
        case 'held':
          return null
        default:
          return next satisfies never
      }
    },
    frame({ probability, evidence, levelDb }, endSample) {
      if (!speaking) {
        watch(evidence, endSample)
        if (gate !== 'open' || evidence < START_EVIDENCE || probability < START_PROBABILITY) return null
        const verdict = start(endSample - VAD_FRAME_SAMPLES)
        voiced = VAD_FRAME_SAMPLES
        voiceTo = endSample
        return verdict
      }
      const goesOn = probability >= STOP_PROBABILITY
      if (goesOn) voiceTo = endSample
      if (goesOn || evidence >= VOICED_EVIDENCE) voiced += VAD_FRAME_SAMPLES
      if (tooLong(levelDb, endSample)) return over('stop', endSample)
      return gate === 'open' && endSample - (voiceTo ?? voiceFrom) >= samples(pauseMs()) ? ended(endSample) : null
    },
    end: (atSample) => (!speaking ? null : gate === 'held' ? over('stop', atSample) : ended(atSample)),
    get speaking() {
      return speaking
    },
    get voiceFromSample() {
      return voiceFrom
    },
    get voiceToSample() {
      return voiceTo ?? voiceFrom
    },
  }
}

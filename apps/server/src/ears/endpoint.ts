// Where an utterance begins and ends. In: the detector's probability of each frame, how far the frame stands out of the background, and the talk key.
// Out: start, stop or drop. Pure: no sound, no clock; positions are samples at MIC_RATE.
import { MIC_RATE, type MicGate } from '@psiona/shared'
import { VAD_FRAME_SAMPLES } from '../organs'

export interface FrameEvidence {
  /** 0..1 */
  readonly probability: number
  readonly levelDb: number
  /** See Background. */
  readonly deviations: number
}

/** 'drop': it was no speech after all, or she was muted. */
export type Verdict = 'start' | 'stop' | 'drop'

export interface Endpoint {
  /** The gate of the sound that begins at `atSample`, before its frames. */
  gate(gate: MicGate, atSample: number): Verdict | null
  /** The next frame, which ends before `endSample`. */
  frame(evidence: FrameEvidence, endSample: number): Verdict | null
  /** No more sound: what is being said has ended. */
  end(): Verdict | null
  readonly speaking: boolean
  /** Where the voice that speaks, or spoke last, began and was heard last. */
  readonly voiceFromSample: number
  readonly voiceToSample: number
}

const samples = (ms: number): number => (ms * MIC_RATE) / 1000

/** A voice begins when the odds of the detector times e to the power of the deviations are over 1: in the midst of the background the detector
 *  has to be half sure, two deviations over it an eighth. Thresholds were chosen on the tuning scenes of bench/hearing-scenes.ts,
 *  for at most 0.4 false alarms a minute at 10 dB. */
const START_ODDS = 0
/** However loud: a door that slams in a silent room is no voice. */
const START_PROBABILITY = 0.05
/** Neither may loudness say everything, nor silence say no. */
const LEAST_DEVIATIONS = -2
const MOST_DEVIATIONS = 4
/** From here on it may be a voice that begins, when a start follows; soft consonants are like this. */
const SUSPECT_ODDS = -3
/** Frames in a row that may be unsuspicious within one beginning, and the longest beginning. */
const SUSPECT_GAP_SAMPLES = 2 * VAD_FRAME_SAMPLES
const LONGEST_BEGINNING_SAMPLES = samples(600)
/** A voice that speaks goes on while the detector is this sure. */
const STOP_PROBABILITY = 0.35
/** A cough of the detector: less voice than this was no word. */
const LEAST_VOICE_SAMPLES = samples(60)
/** Recognisers take no longer utterances well. From FIND on the quietest frame is remembered, from CUT on the next as quiet one ends it. */
const LONGEST_SAMPLES = samples(30_000)
const CUT_SAMPLES = samples(27_000)
const FIND_SAMPLES = samples(24_000)
const AS_QUIET_DB = 1

export function createEndpoint(pauseMs: () => number): Endpoint {
  let gate: MicGate = 'open'
  let speaking = false
  let voiceFrom = 0
  let voiceTo = 0
  let voiced = 0
  let quietestDb = Number.POSITIVE_INFINITY
  let suspect: { since: number; last: number } | null = null

  const start = (atSample: number): Verdict => {
    speaking = true
    voiced = 0
    quietestDb = Number.POSITIVE_INFINITY
    voiceFrom = suspect ? Math.max(Math.min(atSample, suspect.since), atSample - LONGEST_BEGINNING_SAMPLES) : atSample
    voiceTo = atSample
    return 'start'
  }
  const over = (verdict: Verdict): Verdict => {
    speaking = false
    suspect = null
    return verdict
  }
  /** The detector's word: too little voice is none. */
  const ended = (): Verdict => over(voiced < LEAST_VOICE_SAMPLES ? 'drop' : 'stop')
  const watch = (odds: number, endSample: number) => {
    const from = endSample - VAD_FRAME_SAMPLES
    if (suspect && from - suspect.last > SUSPECT_GAP_SAMPLES) suspect = null
    if (odds < SUSPECT_ODDS) return
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
          return over('drop')
        case 'shut':
          return before === 'held' ? over('stop') : ended()
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
    frame({ probability, levelDb, deviations }, endSample) {
      const standsOut = Math.min(MOST_DEVIATIONS, Math.max(LEAST_DEVIATIONS, deviations))
      const odds = Math.log(probability / (1 - probability)) + standsOut
      if (!speaking) {
        watch(odds, endSample)
        if (gate !== 'open' || odds < START_ODDS || probability < START_PROBABILITY) return null
        const verdict = start(endSample - VAD_FRAME_SAMPLES)
        voiced = VAD_FRAME_SAMPLES
        voiceTo = endSample
        return verdict
      }
      if (probability >= STOP_PROBABILITY) {
        voiced += VAD_FRAME_SAMPLES
        voiceTo = endSample
      }
      if (tooLong(levelDb, endSample)) return over('stop')
      return gate === 'open' && endSample - voiceTo >= samples(pauseMs()) ? ended() : null
    },
    end: () => (speaking ? (gate === 'held' ? over('stop') : ended()) : null),
    get speaking() {
      return speaking
    },
    get voiceFromSample() {
      return voiceFrom
    },
    get voiceToSample() {
      return voiceTo
    },
  }
}

// Frames of microphone and what the voice detector thinks of them flow in; how much each stands out of what sounds when nobody speaks flows out.
// Who speaks is louder than the room and more like speech than it. A fan is steady and shows a whisper, music is neither and hides one.
import { VAD_FRAME_SAMPLES } from '../organs'
import { createHighPass, VOICE_FROM_HZ } from './high-pass'

export interface Background {
  /** The next frame, VAD_FRAME_SAMPLES at MIC_RATE. */
  take(frame: Float32Array, probability: number): void
  /** Of the last frame, in dB of full scale above VOICE_FROM_HZ. */
  readonly levelDb: number
  /** The logarithm of the odds that the last frame is a voice, in this room: about 0 is undecided. */
  readonly evidence: number
  /** Another microphone, another room. */
  reset(): void
}

/** The level of a frame is the mean of the decibels of such blocks of 4 ms: a click fills one of them, a voice all. */
const BLOCK_SAMPLES = 64
/** No microphone is quieter; what is comes from a gap or a noise gate, and the room is not to be learned from it. */
const SILENCE_DB = -90
/** A frame is learned when it and the next five (160 ms) are surely no speech: an onset is known only after it. */
const SURELY_NOT = 0.1
const LATER_FRAMES = 5
/** About 2.4 s of frames are remembered: a tune moves on, a fan does not. */
const MEMORY_FRAMES = 75
/** Before anything is known: what microphones in rooms have, and what the detector thinks of rooms. */
const FIRST_DEVIATION_DB = 4
const FIRST_ODDS = -7
/** A level that never moves still has this much of it. */
const LEAST_DEVIATION_DB = 1
/** Each deviation that a frame is louder than the background multiplies the odds by e. Neither may loudness say everything, nor silence say no. */
const LOUDNESS = { from: -2, to: 4 } as const
/** Half of what the detector thinks of the background more than of an ordinary one is taken off: music sounds a little like a voice. */
const LIKENESS = { from: -9, ordinary: -6, to: -2, share: 0.5 } as const
/** The detector is never surer than this, in log odds. */
const SUREST_ODDS = 9.2

const within = (value: number, from: number, to: number) => Math.min(to, Math.max(from, value))

export function createBackground(): Background {
  const highPass = createHighPass(VOICE_FROM_HZ)
  const heard = new Float32Array(VAD_FRAME_SAMPLES)
  /** Frames that wait for their next five. */
  const waiting = Array.from({ length: LATER_FRAMES + 1 }, () => ({ levelDb: 0, odds: 0 }))
  let taken = 0
  let surely = 0
  let learned = 0
  let meanDb = 0
  let varianceDb2 = 0
  let meanOdds = 0
  let levelDb = SILENCE_DB
  let evidence = 0

  const reset = () => {
    highPass.reset()
    taken = 0
    surely = 0
    learned = 0
    varianceDb2 = FIRST_DEVIATION_DB ** 2
    meanOdds = FIRST_ODDS
    levelDb = SILENCE_DB
    evidence = 0
  }
  const learn = (frame: { levelDb: number; odds: number }) => {
    learned++
    const step = Math.max(1 / MEMORY_FRAMES, 1 / learned)
    const off = frame.levelDb - meanDb
    meanDb += step * off
    varianceDb2 += Math.min(step, 0.1) * (off * off - varianceDb2)
    meanOdds += (frame.odds - meanOdds) / MEMORY_FRAMES
  }
  reset()
  return {
    take(frame, probability) {
      highPass.filter(frame, heard)
      levelDb = meanLevelDb(heard)
      if (taken === 0) meanDb = levelDb
      const odds = within(Math.log(probability / (1 - probability)), -SUREST_ODDS, SUREST_ODDS)
      const deviations = (levelDb - meanDb) / Math.max(LEAST_DEVIATION_DB, Math.sqrt(varianceDb2))
      const likeness = within(meanOdds, LIKENESS.from, LIKENESS.to) - LIKENESS.ordinary
      evidence = odds + within(deviations, LOUDNESS.from, LOUDNESS.to) - LIKENESS.share * likeness

      const slot = waiting[taken % waiting.length]!
      slot.levelDb = levelDb
      slot.odds = odds
      taken++
      surely = probability < SURELY_NOT ? surely + 1 : 0
      const oldest = waiting[taken % waiting.length]!
      if (surely > LATER_FRAMES && oldest.levelDb > SILENCE_DB) learn(oldest)
    },
    get levelDb() {
      return levelDb
    },
    get evidence() {
      return evidence
    },
    reset,
  }
}

function meanLevelDb(samples: Float32Array): number {
  let sumDb = 0
  for (let block = 0; block < samples.length; block += BLOCK_SAMPLES) {
    let power = 0
    for (let i = block; i < block + BLOCK_SAMPLES; i++) power += samples[i]! ** 2
    sumDb += Math.max(SILENCE_DB, 10 * Math.log10(power / BLOCK_SAMPLES + Number.MIN_VALUE))
  }
  return (sumDb * BLOCK_SAMPLES) / samples.length
}

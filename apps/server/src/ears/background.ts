// Frames of microphone and what the voice detector thinks of them flow in; how far each stands out of what sounds when nobody speaks flows out.
// Somebody who speaks is louder than the room, whatever the room is: a fan is steady and shows a whisper, music is not and hides one.
import { VAD_FRAME_SAMPLES } from '../organs'
import { createHighPass, VOICE_FROM_HZ } from './high-pass'

export interface Background {
  /** The next frame, VAD_FRAME_SAMPLES at MIC_RATE. */
  take(frame: Float32Array, probability: number): void
  /** Of the last frame, in dB of full scale above VOICE_FROM_HZ. */
  readonly levelDb: number
  /** How many of the background's deviations the last frame is louder than the background. */
  readonly deviations: number
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
/** Before anything is known: what microphones in rooms have. */
const FIRST_DEVIATION_DB = 4
/** A level that never moves still has this much of it. */
const LEAST_DEVIATION_DB = 1

export function createBackground(): Background {
  const highPass = createHighPass(VOICE_FROM_HZ)
  const heard = new Float32Array(VAD_FRAME_SAMPLES)
  /** Levels that wait for their next five. */
  const waiting = new Float64Array(LATER_FRAMES + 1)
  let taken = 0
  let surely = 0
  let learned = 0
  let meanDb = 0
  let varianceDb2 = FIRST_DEVIATION_DB ** 2
  let levelDb = SILENCE_DB
  let deviations = 0

  const learn = (level: number) => {
    learned++
    const step = Math.max(1 / MEMORY_FRAMES, 1 / learned)
    const off = level - meanDb
    meanDb += step * off
    varianceDb2 += Math.min(step, 0.1) * (off * off - varianceDb2)
  }
  return {
    take(frame, probability) {
      highPass.filter(frame, heard)
      levelDb = meanLevelDb(heard)
      if (taken === 0) meanDb = levelDb
      deviations = (levelDb - meanDb) / Math.max(LEAST_DEVIATION_DB, Math.sqrt(varianceDb2))
      waiting[taken % waiting.length] = levelDb
      taken++
      surely = probability < SURELY_NOT ? surely + 1 : 0
      const oldest = waiting[taken % waiting.length]!
      if (surely > LATER_FRAMES && oldest > SILENCE_DB) learn(oldest)
    },
    get levelDb() {
      return levelDb
    },
    get deviations() {
      return deviations
    },
    reset() {
      highPass.reset()
      taken = 0
      surely = 0
      learned = 0
      varianceDb2 = FIRST_DEVIATION_DB ** 2
      deviations = 0
      levelDb = SILENCE_DB
    },
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

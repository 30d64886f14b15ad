// What is already known of the goals to come: scores that stand on the clock, gestures that end, blinks and glances that are due. They flow
// in from whoever knows them, in any order, and stand here in the order of time. No allocation after construction.
import { CONTROL_STEP_SAMPLES, FORECAST_SAMPLES, type Gesture, type Ms, type Samples } from '@psiona/shared'
import { GESTURE_FACES } from './emotion-face'
import { MOOD_TAU_MS, WORN_BY_MOOD } from './face-mood'
import type { FaceOutlook } from './face-outlook'
import { OSCILLATOR } from './oscillator'

/** Many times what 300 ms hold: two changes of mood are 22, the quickest speech has ten more. What is beyond is left out. */
const MOST_GOALS = 128

export class ForecastGoals {
  readonly at = new Float64Array(MOST_GOALS)
  readonly oscillator = new Uint16Array(MOST_GOALS)
  readonly target = new Float64Array(MOST_GOALS)
  readonly tauMs = new Float64Array(MOST_GOALS)
  /** 1: the phase begins at 0 with the goal, if nothing shows yet. */
  readonly begins = new Uint8Array(MOST_GOALS)
  count = 0
  fromSample: Samples = 0

  /** Nothing is known yet of the 300 ms from this sample on. */
  clear(fromSample: Samples): void {
    this.fromSample = fromSample
    this.count = 0
  }

  get untilSample(): Samples {
    return this.fromSample + FORECAST_SAMPLES
  }

  /** It takes hold at the first control step from `atSample` on; of two at one step the later one given counts. */
  add(atSample: Samples, oscillator: number, target: number, tauMs: Ms, begins = 0): void {
    const at = Math.ceil(atSample / CONTROL_STEP_SAMPLES) * CONTROL_STEP_SAMPLES
    if (at < this.fromSample || at >= this.untilSample || this.count === MOST_GOALS) return
    let place = this.count++
    for (; place > 0 && this.at[place - 1]! > at; place--) this.copy(place - 1, place)
    this.at[place] = at
    this.oscillator[place] = oscillator
    this.target[place] = target
    this.tauMs[place] = tauMs
    this.begins[place] = begins
  }

  /** Another feeling is worn. */
  addMood(atSample: Samples, targets: Float64Array): void {
    for (let i = 0; i < WORN_BY_MOOD.length; i++) this.add(atSample, WORN_BY_MOOD[i]!, targets[i]!, MOOD_TAU_MS)
  }

  addGesture(atSample: Samples, gesture: Gesture): void {
    this.add(atSample, OSCILLATOR[gesture], 1, GESTURE_FACES[gesture].tauMs, 1)
  }

  /** Speech that stands on the clock at `startSample`. */
  addSpeech(startSample: Samples, { mood, goals, cues }: FaceOutlook): void {
    if (mood) this.addMood(startSample, mood)
    for (let i = firstFrom(goals.at, this.fromSample - CONTROL_STEP_SAMPLES - startSample); i < goals.at.length; i++) {
      const atSample = startSample + goals.at[i]!
      if (atSample >= this.untilSample) break
      this.add(atSample, goals.oscillator[i]!, goals.target[i]!, goals.tauMs[i]!)
    }
    for (let i = 0; i < cues.length; i++) this.addGesture(startSample + cues[i]!.atSample, cues[i]!.gesture)
  }

  private copy(from: number, to: number): void {
    this.at[to] = this.at[from]!
    this.oscillator[to] = this.oscillator[from]!
    this.target[to] = this.target[from]!
    this.tauMs[to] = this.tauMs[from]!
    this.begins[to] = this.begins[from]!
  }
}

/** The first of these ascending places that is not before `sample`. */
function firstFrom(places: Float64Array, sample: Samples): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]! < sample) low = middle + 1
    else high = middle
  }
  return low
}

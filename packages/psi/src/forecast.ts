// The face ahead of time: the field as it is and the goals that are known flow in, the face at the knots of the next 300 ms flows out.
// Between two goals an amplitude relaxes exactly, (a, b, α) being linear through the two poles, and a phase turns by ω. What is drawn to
// others (sway, lean) turns at the rate of the moment, which is an approximation: they are slow. No allocation, no throw.
import {
  CONTROL_STEP_SAMPLES,
  FACE_CHANNEL_COUNT,
  type FaceForecast,
  FORECAST_CHANNELS,
  FORECAST_KNOT_SAMPLES,
  FORECAST_KNOTS,
  type Ms,
  type Samples,
} from '@psiona/shared'
import { FaceMap } from './face-map'
import { type Field, STEP_MS } from './field'
import type { ForecastGoals } from './forecast-goals'
import { FIRST_FACE_OSCILLATOR, OSCILLATOR_COUNT } from './oscillator'

const CHANNELS = Uint8Array.from(FORECAST_CHANNELS)
const KNOT_STEPS = FORECAST_KNOT_SAMPLES / CONTROL_STEP_SAMPLES
/** An amplitude so near its goal, of which 1 is the whole face, is there. */
const STILL = 1e-5

export class Forecast {
  private readonly field: Field
  /** Of voice and mouth nothing is foretold: without sound they are at rest. */
  private readonly amplitude = new Float64Array(OSCILLATOR_COUNT)
  private readonly phase = new Float64Array(OSCILLATOR_COUNT)
  private readonly inner = new Float64Array(OSCILLATOR_COUNT)
  private readonly target = new Float64Array(OSCILLATOR_COUNT)
  private readonly stepsOverTau = new Float64Array(OSCILLATOR_COUNT)
  private readonly radiansPerStep = new Float64Array(OSCILLATOR_COUNT)
  /** e^−Δt/τ of the way from knot to knot. */
  private readonly leftAfterKnot = new Float64Array(OSCILLATOR_COUNT)
  /** Up to where each oscillator has been brought. */
  private readonly reached = new Float64Array(OSCILLATOR_COUNT)
  /** What moves, the first `movingCount` of these. */
  private readonly moving = new Uint16Array(OSCILLATOR_COUNT)
  private readonly moves = new Uint8Array(OSCILLATOR_COUNT)
  private movingCount = 0
  private readonly face = new FaceMap({ amplitude: this.amplitude, phase: this.phase })
  private readonly frame = new Float32Array(FACE_CHANNEL_COUNT)

  constructor(field: Field) {
    this.field = field
  }

  /** From the field as it stands before the control step at `goals.fromSample`. */
  write(forecast: FaceForecast, goals: ForecastGoals): void {
    this.begin(goals.fromSample)
    let next = 0
    for (let knot = 0; knot < FORECAST_KNOTS; knot++) {
      const at = goals.fromSample + (knot + 1) * FORECAST_KNOT_SAMPLES
      for (; next < goals.count && goals.at[next]! < at; next++) this.take(goals, next)
      for (let m = 0; m < this.movingCount; m++) this.bring(this.moving[m]!, at)
      this.face.read(this.frame)
      for (let k = 0, place = knot; k < CHANNELS.length; k++, place += FORECAST_KNOTS) forecast[place] = this.frame[CHANNELS[k]!]!
    }
  }

  private begin(fromSample: Samples): void {
    const { field } = this
    field.turns(this.radiansPerStep)
    this.movingCount = 0
    for (let i = FIRST_FACE_OSCILLATOR; i < OSCILLATOR_COUNT; i++) {
      const goal = field.target[i]!
      const amplitude = field.amplitude[i]!
      this.target[i] = goal
      this.amplitude[i] = amplitude
      this.inner[i] = field.inner[i]!
      this.phase[i] = field.phase[i]!
      this.reached[i] = fromSample
      this.moves[i] = 0
      const relaxes = Math.abs(amplitude - goal) > STILL || Math.abs(this.inner[i]! - goal) > STILL
      if (relaxes || (amplitude > 0 && this.radiansPerStep[i] !== 0)) this.move(i, field.stepsOverTau[i]!)
    }
  }

  private move(i: number, stepsOverTau: number): void {
    this.stepsOverTau[i] = stepsOverTau
    this.leftAfterKnot[i] = Math.exp(-stepsOverTau * KNOT_STEPS)
    if (this.moves[i]) return
    this.moves[i] = 1
    this.moving[this.movingCount++] = i
  }

  private take(goals: ForecastGoals, which: number): void {
    const i = goals.oscillator[which]!
    this.bring(i, goals.at[which]!)
    if (goals.begins[which]! && this.amplitude[i] === 0) this.phase[i] = 0
    this.target[i] = goals.target[which]!
    const tauMs: Ms = goals.tauMs[which]!
    this.move(i, STEP_MS / tauMs)
  }

  /** In one go, however long. */
  private bring(i: number, toSample: Samples): void {
    const steps = (toSample - this.reached[i]!) / CONTROL_STEP_SAMPLES
    this.reached[i] = toSample
    this.phase[i] = this.phase[i]! + steps * this.radiansPerStep[i]!
    const goal = this.target[i]!
    const towardsInner = this.inner[i]! - goal
    const towards = this.amplitude[i]! - goal
    const taus = steps * this.stepsOverTau[i]!
    const left = steps === KNOT_STEPS ? this.leftAfterKnot[i]! : Math.exp(-taus)
    this.inner[i] = goal + towardsInner * left
    this.amplitude[i] = goal + (towards + towardsInner * taus) * left
  }
}

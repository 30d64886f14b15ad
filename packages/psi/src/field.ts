// The ψ field: goals flow in, time steps on, phases and amplitudes flow out to both readers. One instance, one thread, no allocation.
//   dθᵢ/dt = ωᵢ + (1/dᵢ) Σⱼ Kᵢⱼ aⱼ sin(mᵢⱼθⱼ − nᵢⱼθᵢ + φᵢⱼ)      dbᵢ/dt = (αᵢ − bᵢ)/τᵢ,   daᵢ/dt = (bᵢ − aᵢ)/τᵢ
import { CONTROL_STEP_SAMPLES, type Ms, SAMPLE_RATE } from '@psiona/shared'
import { COUPLINGS, type Coupling, NATURAL_OMEGA, OSCILLATOR, OSCILLATOR_COUNT, OSCILLATORS } from './oscillator'

const STEP_SECONDS = CONTROL_STEP_SAMPLES / SAMPLE_RATE
export const STEP_MS: Ms = STEP_SECONDS * 1000
/** Explicit steps of the phases stay stable and monotone up to here. */
const MOST_PULL_PER_STEP = 0.5
/** Below this an amplitude with target 0 is 0: nobody sees or hears −180 dB, and denormal numbers are slow. */
const NOTHING = 1e-9
const TAU = 2 * Math.PI
const DEFAULT_TAU_MS: Ms = 20

export class Field {
  readonly phase = new Float64Array(OSCILLATOR_COUNT)
  /** Radians per second. */
  readonly omega = new Float64Array(OSCILLATOR_COUNT)
  readonly amplitude = new Float64Array(OSCILLATOR_COUNT)
  /** b, α and the control steps per τ, inverted: to be read; they are set by goals. */
  readonly inner = new Float64Array(OSCILLATOR_COUNT)
  readonly target = new Float64Array(OSCILLATOR_COUNT)
  readonly stepsOverTau = new Float64Array(OSCILLATOR_COUNT)
  /** Of one step, for that τ. */
  private readonly decay = new Float64Array(OSCILLATOR_COUNT)
  private readonly pull = new Float64Array(OSCILLATOR_COUNT)
  private readonly couplings: readonly Readonly<{
    from: number
    to: number
    strength: number
    m: number
    n: number
    phase: number
  }>[]

  constructor(couplings: readonly Coupling[] = COUPLINGS) {
    const inDegree = new Map<string, number>()
    for (const { to } of couplings) inDegree.set(to, (inDegree.get(to) ?? 0) + 1)
    this.couplings = couplings.map((coupling) => {
      const strength = coupling.strength / (inDegree.get(coupling.to) ?? 1)
      if (STEP_SECONDS * Math.abs(coupling.strength * coupling.n) > MOST_PULL_PER_STEP)
        throw new RangeError(`coupling ${coupling.from} → ${coupling.to} is too strong for a step of ${STEP_SECONDS} s`)
      return { ...coupling, strength, from: OSCILLATOR[coupling.from], to: OSCILLATOR[coupling.to] }
    })
    for (let i = 0; i < OSCILLATOR_COUNT; i++) {
      this.omega[i] = NATURAL_OMEGA[OSCILLATORS[i]!] ?? 0
      this.goal(i, 0, DEFAULT_TAU_MS)
    }
  }

  /** Draws an amplitude to `target` ≥ 0 with two equal poles of `tauMs`; half way there after 1.7 τ, delayed 2 τ. */
  goal(oscillator: number, target: number, tauMs: Ms): void {
    const ratio = STEP_MS / tauMs
    this.target[oscillator] = target
    this.stepsOverTau[oscillator] = ratio
    this.decay[oscillator] = Math.exp(-ratio)
  }

  /** Another target for an amplitude whose τ stays: cheap enough for every step. */
  aim(oscillator: number, target: number): void {
    this.target[oscillator] = target
  }

  /** Puts an amplitude where it would come to rest. Only for what cannot be seen or heard at that moment. */
  settle(oscillator: number, value: number): void {
    this.target[oscillator] = this.inner[oscillator] = this.amplitude[oscillator] = value
  }

  /** An impulse of area `magnitude` into the two poles, as if given `ageMs` ago. Only for what rests at 0 or still rings. */
  impulse(oscillator: number, magnitude: number, tauMs: Ms, ageMs: Ms): void {
    this.goal(oscillator, 0, tauMs)
    const tauSeconds = tauMs / 1000
    const age = ageMs / tauMs
    const kick = (magnitude / tauSeconds) * Math.exp(-age)
    this.inner[oscillator] = this.inner[oscillator]! + kick
    this.amplitude[oscillator] = this.amplitude[oscillator]! + kick * age
  }

  /** One control step: amplitudes in closed form, so that no τ is too short; phases by Euler within the bound above. */
  step(): void {
    const { amplitude, inner, target, decay, stepsOverTau, phase, omega, pull } = this
    this.couple()
    for (let i = 0; i < OSCILLATOR_COUNT; i++) {
      const goal = target[i]!
      const towardsInner = inner[i]! - goal
      const towards = amplitude[i]! - goal
      const e = decay[i]!
      inner[i] = goal + towardsInner * e
      const next = goal + (towards + towardsInner * stepsOverTau[i]!) * e
      amplitude[i] = goal === 0 && next < NOTHING ? 0 : next
      const turned = phase[i]! + STEP_SECONDS * (omega[i]! + pull[i]!)
      phase[i] = turned - TAU * Math.floor(turned / TAU)
      pull[i] = 0
    }
  }

  /** How far each phase turns in a control step as things are, radians. */
  turns(radiansPerStep: Float64Array): void {
    const { omega, pull } = this
    this.couple()
    for (let i = 0; i < OSCILLATOR_COUNT; i++) {
      radiansPerStep[i] = STEP_SECONDS * (omega[i]! + pull[i]!)
      pull[i] = 0
    }
  }

  private couple(): void {
    const { amplitude, phase, pull } = this
    for (const { from, to, strength, m, n, phase: offset } of this.couplings)
      pull[to] = pull[to]! + strength * amplitude[from]! * Math.sin(m * phase[from]! - n * phase[to]! + offset)
  }
}

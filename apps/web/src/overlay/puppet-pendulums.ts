// Movements of head and body in, swing of what hangs from them out: masses on damped springs.
import type { RigPendulum } from '@psiona/shared/rig'
import type { PuppetRig } from './puppet-rig'

/** Fine enough for the stiffest hair (3 Hz) to stay stable by a wide margin. */
const STEP_SECONDS = 1 / 240
/** After a pause (a hidden tab) hair need not catch up. */
const LONGEST_SECONDS = 0.1
/** Below this speed and distance, px, it rests. */
const REST_PX = 1e-3

class Pendulum {
  readonly #rig: PuppetRig
  readonly #inputs: Int32Array
  readonly #weights: Float32Array
  readonly #output: number
  readonly #stiffness: number
  readonly #drag: number
  readonly #reach: number
  #anchor: number
  #place: number
  #speed = 0

  constructor(rig: PuppetRig, { inputs, hertz, damping, output }: RigPendulum) {
    this.#rig = rig
    this.#inputs = Int32Array.from(inputs, (i) => rig.indexOf(i.parameter))
    this.#weights = Float32Array.from(inputs, (i) => i.weight)
    this.#output = rig.indexOf(output.parameter)
    const omega = 2 * Math.PI * hertz
    this.#stiffness = omega * omega
    this.#drag = 2 * damping * omega
    this.#reach = output.reach
    this.#anchor = this.#pulled()
    this.#place = this.#anchor
  }

  #pulled(): number {
    let sum = 0
    for (let i = 0; i < this.#inputs.length; i++) sum += this.#weights[i]! * this.#rig.get(this.#inputs[i]!)
    return sum
  }

  /** The anchor moves evenly to where the inputs pull it now. */
  step(seconds: number): void {
    const target = this.#pulled()
    const steps = Math.max(1, Math.ceil(seconds / STEP_SECONDS))
    const dt = seconds / steps
    const stride = (target - this.#anchor) / steps
    for (let i = 0; i < steps; i++) {
      this.#anchor += stride
      this.#speed += (this.#stiffness * (this.#anchor - this.#place) - this.#drag * this.#speed) * dt
      this.#place += this.#speed * dt
    }
    this.#anchor = target
    let behind = this.#place - target
    if (Math.abs(behind) < REST_PX && Math.abs(this.#speed) < REST_PX) {
      this.#place = target
      this.#speed = 0
      behind = 0
    }
    const swing = behind / this.#reach
    // Softly towards full swing, never beyond.
    this.#rig.set(this.#output, swing / Math.sqrt(1 + swing * swing))
  }
}

export class Pendulums {
  readonly #all: readonly Pendulum[]

  constructor(rig: PuppetRig, pendulums: readonly RigPendulum[]) {
    this.#all = pendulums.map((p) => new Pendulum(rig, p))
  }

  step(seconds: number): void {
    const passed = Math.min(LONGEST_SECONDS, Math.max(0, seconds))
    if (passed === 0) return
    for (let i = 0; i < this.#all.length; i++) this.#all[i]!.step(passed)
  }
}

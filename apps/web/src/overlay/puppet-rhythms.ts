// Time in, the parameters that move by themselves out.
import type { RigRhythm } from '@psiona/shared/rig'
import type { PuppetRig } from './puppet-rig'

export class Rhythms {
  readonly #rig: PuppetRig
  readonly #rhythms: readonly RigRhythm[]
  readonly #parameters: Int32Array
  #seconds = 0

  constructor(rig: PuppetRig, rhythms: readonly RigRhythm[]) {
    this.#rig = rig
    this.#rhythms = rhythms
    this.#parameters = Int32Array.from(rhythms, (r) => rig.indexOf(r.parameter))
  }

  step(seconds: number): void {
    this.#seconds += Math.max(0, seconds)
    for (let i = 0; i < this.#rhythms.length; i++) {
      const rhythm = this.#rhythms[i]!
      const turns = this.#seconds / rhythm.seconds
      const phase = turns - Math.floor(turns)
      this.#rig.set(this.#parameters[i]!, rhythm.shape === 'sine' ? Math.sin(2 * Math.PI * phase) : phase)
    }
  }
}

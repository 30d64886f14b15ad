// In: the moment at which two faces differ. Out: how much of the difference is left later. It leaves smoothly: through two equal poles, so
// that nothing jerks when it begins.
import type { Ms, Unit } from '@psiona/shared/units'

/** Less than a ten-millionth is left. */
const LAST_TAUS = 20

export class Melting {
  #tauMs: Ms = 1
  #sinceMs: Ms = Number.NEGATIVE_INFINITY

  /** All is there from now on; a twentieth is left after 4.7 τ. */
  begin(nowMs: Ms, tauMs: Ms): void {
    this.#tauMs = tauMs
    this.#sinceMs = nowMs
  }

  left(nowMs: Ms): Unit {
    const taus = (nowMs - this.#sinceMs) / this.#tauMs
    // Before the first difference that is infinity, and infinity times nothing is no number.
    return taus > LAST_TAUS ? 0 : (1 + taus) * Math.exp(-taus)
  }
}

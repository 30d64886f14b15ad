// The candidates of hop after hop flow in, the likeliest path through them flows out a few hops later: Hz, or 0 where there is no voice.
// Viterbi's path over clarity, leaps and changes of voicing, as Boersma's and RAPT's; the delay is fixed, so it runs live.
import type { Hertz } from '@psiona/shared'
import { MOST_CANDIDATES, type PitchCandidates } from './pitch-candidates'

/** 30 ms: longer than a glottal slip, shorter than a vowel. */
export const PATH_DELAY_HOPS = 6
/** A clarity that is as good as no voice. */
const VOICING_CLARITY = 0.5
/** Per octave from hop to hop. */
const LEAP_COST = 1.4
const VOICING_CHANGE_COST = 0.4

const UNVOICED = 0
const STATES = MOST_CANDIDATES + 1
const DEPTH = PATH_DELAY_HOPS + 1

export class PitchPath {
  private readonly hertz = new Float64Array(DEPTH * STATES)
  private readonly cameFrom = new Uint8Array(DEPTH * STATES)
  private readonly counts = new Uint8Array(DEPTH)
  private readonly cost = new Float64Array(STATES)
  private readonly nextCost = new Float64Array(STATES)
  private hops = 0

  constructor() {
    this.cost.fill(Number.POSITIVE_INFINITY)
    this.cost[UNVOICED] = 0
  }

  /** `quiet` 0..1: how surely it is too quiet to be a voice. Returns the pitch PATH_DELAY_HOPS ago; 0 is none. */
  step(candidates: PitchCandidates, quiet: number): Hertz {
    const { hertz, cameFrom, counts, hops } = this
    const row = (hops % DEPTH) * STATES
    const before = ((hops + DEPTH - 1) % DEPTH) * STATES
    const countBefore = hops === 0 ? 1 : counts[(hops + DEPTH - 1) % DEPTH]!
    const count = candidates.count + 1
    let least = Number.POSITIVE_INFINITY
    for (let to = 0; to < count; to++) {
      const here = to === UNVOICED ? 0 : candidates.hertz[to - 1]!
      hertz[row + to] = here
      let best = Number.POSITIVE_INFINITY
      let from = UNVOICED
      for (let state = 0; state < countBefore; state++) {
        const cost = this.cost[state]! + passage(hertz[before + state]!, here)
        if (cost >= best) continue
        best = cost
        from = state
      }
      cameFrom[row + to] = from
      const own = to === UNVOICED ? 1 - VOICING_CLARITY - quiet : 1 - candidates.strength[to - 1]!
      this.nextCost[to] = best + own
      least = Math.min(least, best + own)
    }
    for (let to = 0; to < count; to++) this.cost[to] = this.nextCost[to]! - least
    counts[hops % DEPTH] = count
    this.hops++
    return this.ago(PATH_DELAY_HOPS)
  }

  /** The pitch `delay` hops before the last one, as it looks now. */
  ago(delay: number): Hertz {
    const last = this.hops - 1
    if (last < delay) return 0
    let state = UNVOICED
    for (let i = 1; i < this.counts[last % DEPTH]!; i++) if (this.cost[i]! < this.cost[state]!) state = i
    for (let hop = last; hop > last - delay; hop--) state = this.cameFrom[(hop % DEPTH) * STATES + state]!
    return this.hertz[((last - delay) % DEPTH) * STATES + state]!
  }
}

function passage(from: Hertz, to: Hertz): number {
  if (from === 0 && to === 0) return 0
  if (from === 0 || to === 0) return VOICING_CHANGE_COST
  return LEAP_COST * Math.abs(Math.log2(to / from))
}

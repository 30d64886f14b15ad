// A line painted in time, stretch over stretch, flows in; the goals that make an oscillator follow it flow out.
import { type Ms, type Samples, samplesFromMs } from '@psiona/shared'
import type { OscillatorName } from './oscillator'
import type { Goal } from './score'

/** Two equal poles are 2τ late. */
const DELAY_IN_TAUS = 2

export class GoalTrack {
  /** Steps of the line in order of time; before the first it is 0. */
  private readonly steps: { atSample: Samples; value: number }[] = []
  private readonly oscillator: OscillatorName
  private readonly tauMs: Ms

  private readonly leadMs: Ms

  /** Goals are issued early by `leadMs`, so that the oscillator is where the line is, not behind it. */
  constructor(oscillator: OscillatorName, tauMs: Ms, leadMs: Ms = DELAY_IN_TAUS * tauMs) {
    this.oscillator = oscillator
    this.tauMs = tauMs
    this.leadMs = leadMs
  }

  /** Whatever was painted there is covered. Cheap near the end of the line. */
  paint(fromSample: Samples, toSample: Samples, value: number): void {
    const from = Math.round(fromSample)
    const to = Math.round(toSample)
    if (to <= from) return
    const { steps } = this
    let first = steps.length
    while (first > 0 && steps[first - 1]!.atSample >= from) first--
    let last = first
    while (last < steps.length && steps[last]!.atSample <= to) last++
    const afterwards = steps[last - 1]?.value ?? 0
    steps.splice(first, last - first, { atSample: from, value }, { atSample: to, value: afterwards })
  }

  goals(): Goal[] {
    const lead = samplesFromMs(this.leadMs)
    const goals: Goal[] = []
    let value = 0
    for (const step of this.steps) {
      if (step.value === value) continue
      value = step.value
      goals.push({
        atSample: Math.max(0, step.atSample - lead),
        oscillator: this.oscillator,
        target: value,
        tauMs: this.tauMs,
      })
    }
    return goals
  }
}

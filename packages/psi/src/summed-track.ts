// Stretches of a line that add up where they overlap flow in; the goals that make an oscillator follow the sum flow out.
import type { Ms, Samples } from '@psiona/shared'
import { GoalTrack } from './goal-track'
import type { OscillatorName } from './oscillator'
import type { Goal } from './score'

export class SummedTrack {
  private readonly steps: { readonly atSample: Samples; readonly change: number }[] = []
  private readonly oscillator: OscillatorName
  private readonly tauMs: Ms

  constructor(oscillator: OscillatorName, tauMs: Ms) {
    this.oscillator = oscillator
    this.tauMs = tauMs
  }

  add(fromSample: Samples, toSample: Samples, value: number): void {
    if (value === 0 || toSample <= fromSample) return
    this.steps.push(
      { atSample: Math.max(0, Math.round(fromSample)), change: value },
      { atSample: Math.round(toSample), change: -value },
    )
  }

  /** Issued when they are due: the lag of the poles is the glide. */
  goals(): Goal[] {
    const track = new GoalTrack(this.oscillator, this.tauMs, 0)
    const steps = [...this.steps].sort((one, other) => one.atSample - other.atSample)
    let value = 0
    steps.forEach(({ atSample, change }, i) => {
      value += change
      const until = steps[i + 1]?.atSample ?? atSample
      // Sums of what was added and taken away again are not quite 0.
      track.paint(atSample, until, Math.abs(value) < 1e-9 ? 0 : Math.max(0, value))
    })
    return track.goals()
  }
}

// How hard it is for her and for the game beside her. In: what was measured. Out: one figure, 1 = at the limit, and which measure it comes from, in words.
import type { LoadState } from '@psiona/shared'

/** Above this the system makes threads wait for each other, a game's and OBS's as well as ours. */
const BUSY_PERCENT = 90
/** So far her blocks lie ahead of the listener (IDLE_LEAD_SAMPLES in voice/pacer.ts): beyond it there are holes, and answers begin late. */
const LOOP_LAG_MS = 50
/** Each is a hole in what is heard; this is one every 1.7 s. */
const LATE_BLOCKS = 0.01
/** From one frame in a hundred OBS itself warns. */
const LATE_FRAMES = 0.01

export type Measured = Pick<LoadState, 'cpu' | 'loopLagMs' | 'lateBlocks' | 'obs'>

export interface Pressure {
  readonly pressure: number
  /** What is so: a main clause without its full stop. */
  readonly because: string
  /** And so: another one. */
  readonly so: string
}

const whole = (percent: number): string => `${Math.round(percent)} %`
/** Shares of hundredths matter here. */
const share = (part: number): string => `${Number((part * 100).toFixed(1))} %`

/** The worst of them counts. `ownPercent`: so much of the machine is hers. */
export function pressureOf({ cpu, loopLagMs, lateBlocks, obs }: Measured, ownPercent: number): Pressure {
  const [late, skipped] = [obs?.lateFrames ?? 0, obs?.skippedFrames ?? 0]
  const mostlyHers = cpu.own > cpu.all / 2
  const measures: readonly Pressure[] = [
    {
      pressure: cpu.all / BUSY_PERCENT,
      because: `The machine is at ${whole(cpu.all)}`,
      so: mostlyHers ? 'most of that is hers' : 'the game comes first',
    },
    {
      pressure: cpu.own / ownPercent,
      because: `She takes ${whole(cpu.own)} of the machine`,
      so: `${whole(ownPercent)} are hers`,
    },
    {
      pressure: loopLagMs / LOOP_LAG_MS,
      because: `The server comes to its turn ${Math.round(loopLagMs)} ms late`,
      so: 'she makes do with less',
    },
    {
      pressure: lateBlocks / LATE_BLOCKS,
      because: `${share(lateBlocks)} of her voice is ready too late`,
      so: 'she makes do with less',
    },
    { pressure: late / LATE_FRAMES, because: `OBS draws ${share(late)} of its frames too late`, so: 'the stream comes first' },
    { pressure: skipped / LATE_FRAMES, because: `OBS skips ${share(skipped)} of its frames`, so: 'the stream comes first' },
  ]
  return measures.reduce((most, one) => (one.pressure > most.pressure ? one : most))
}

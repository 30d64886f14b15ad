// A *.motion3.json in, its curves out, and from these the values of the parameters at any time.
import { z } from 'zod'
import { finite, listOf, maybe, numberOr, text, textOrEmpty } from './lenient'
import { MotionCurve } from './motion-curve'

const MOST_CURVES = 4000
/** Half an hour of hand-set keys; a file with more is no motion. */
const MOST_SEGMENT_NUMBERS = 400_000
const DEFAULT_FPS = 30

const Meta = z.object({
  /** Seconds. */
  Duration: numberOr(0),
  Fps: numberOr(DEFAULT_FPS),
  Loop: z.boolean().catch(false),
  AreBeziersRestricted: z.boolean().catch(false),
  FadeInTime: maybe(finite),
  FadeOutTime: maybe(finite),
})

export const MOTION_TARGETS = ['Model', 'Parameter', 'PartOpacity'] as const
export const Motion3Curve = z.object({
  Target: z.enum(MOTION_TARGETS),
  Id: text,
  /** Seconds of this curve alone. */
  FadeInTime: maybe(finite),
  FadeOutTime: maybe(finite),
  /** time, value, then segments: 0 time value | 1 (three of time value) | 2 time value | 3 time value. */
  Segments: listOf(finite, MOST_SEGMENT_NUMBERS),
})
export type Motion3Curve = z.infer<typeof Motion3Curve>

export const Motion3 = z.object({
  Version: finite.catch(3),
  Meta,
  Curves: listOf(Motion3Curve, MOST_CURVES),
  /** Marks in time. */
  UserData: listOf(z.object({ Time: finite, Value: textOrEmpty }), MOST_CURVES),
})
export type Motion3 = z.infer<typeof Motion3>

export class MotionCurves {
  readonly durationSeconds: number
  readonly loop: boolean
  /** The curves of parameters, in the order of the file; those of parts and of the model as a whole are left out. */
  readonly parameters: readonly string[]
  readonly #curves: readonly MotionCurve[]

  constructor(motion: Motion3) {
    const moved = motion.Curves.filter(({ Target, Segments }) => Target === 'Parameter' && Segments.length >= 2)
    this.durationSeconds = Math.max(0, motion.Meta.Duration)
    this.loop = motion.Meta.Loop
    this.parameters = moved.map(({ Id }) => Id)
    this.#curves = moved.map(({ Segments }) => new MotionCurve(Segments, motion.Meta.AreBeziersRestricted))
  }

  /** Seconds since it began; a loop begins anew, another motion stays where it ends. */
  valueAt(index: number, seconds: number): number {
    const curve = this.#curves[index]
    if (!curve) return 0
    if (!this.loop || this.durationSeconds === 0) return curve.valueAt(seconds)
    return curve.valueAt(seconds - Math.floor(seconds / this.durationSeconds) * this.durationSeconds)
  }
}

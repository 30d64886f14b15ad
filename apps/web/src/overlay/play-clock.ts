// In: the time of the page. Out: the sample of the engine's clock that is playing. Adapters: speaker-clock (what leaves the worklet),
// mute-clock (where nothing sounds here).
import type { Ms, Samples } from '@psiona/shared/units'

export interface PlayClock {
  /** `nowMs` is performance.now(), never smaller than the last one asked for. Null before anything has played. */
  playingSample(nowMs: Ms): Samples | null
}

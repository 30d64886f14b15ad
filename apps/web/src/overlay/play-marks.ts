// In: marks from the speaker worklet. Out: the sample that left it at a time of its AudioContext.
import { SAMPLE_RATE, type Samples, type Seconds } from '@psiona/shared/units'
import type { PlayMark } from './feed-messages'
import { Recent } from './recent'

/** 10 s of blocks: as long as the gauge looks back. */
const KEPT_MARKS = 600

export class PlayMarks {
  #marks = new Recent<PlayMark>(KEPT_MARKS)

  add(mark: PlayMark): void {
    this.#marks.add(mark)
  }

  /** Another AudioContext counts from its own zero. */
  clear(): void {
    this.#marks = new Recent(KEPT_MARKS)
  }

  /** Null before the first mark. A time before all marks is read from the first. */
  sampleAt(contextTime: Seconds): Samples | null {
    const mark = this.#marks.lastWhile((kept) => kept.contextTime <= contextTime) ?? this.#marks.oldest
    if (!mark) return null
    return mark.running ? mark.atSample + (contextTime - mark.contextTime) * SAMPLE_RATE : mark.atSample
  }
}

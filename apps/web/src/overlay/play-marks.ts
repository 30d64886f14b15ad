// In: marks from the speaker worklet. Out: the sample that left it at a time of its AudioContext.
import { SAMPLE_RATE, type Samples, type Seconds } from '@psiona/shared/units'
import type { PlayMark } from './feed-messages'
import { Recent } from './recent'

/** 10 s of blocks: as long as the gauge looks back. */
const KEPT_MARKS = 600
/**
 * A mark comes with every block, and a busy page hears of it one hardware buffer late. Later than that nobody knows whether blocks went
 * on leaving: the queue may have run dry, and news of it is on its way.
 */
const LONGEST_UNMARKED: Seconds = 0.12

export class PlayMarks {
  #marks = new Recent<PlayMark>(KEPT_MARKS)

  add(mark: PlayMark): void {
    this.#marks.add(mark)
  }

  /** Another AudioContext counts from its own zero. */
  clear(): void {
    this.#marks = new Recent(KEPT_MARKS)
  }

  /** Null before the first mark. A time before all marks is read from the first, one long after the last stands still. */
  sampleAt(contextTime: Seconds): Samples | null {
    const mark = this.#marks.lastWhile((kept) => kept.contextTime <= contextTime) ?? this.#marks.oldest
    if (!mark) return null
    return mark.running ? mark.atSample + Math.min(contextTime - mark.contextTime, LONGEST_UNMARKED) * SAMPLE_RATE : mark.atSample
  }
}

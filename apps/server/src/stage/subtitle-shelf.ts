// Subtitles that are not over yet. In: subtitles, cuts and where the sound is. Out: what a viewer that comes now must be told.
import { SAMPLE_RATE, type Samples, type Subtitle } from '@psiona/shared'

/** Blocks are sent up to the voice's lead before they sound; a line is over for the ear only after that. */
const LEAD_SAMPLES: Samples = SAMPLE_RATE

export interface SubtitleShelf {
  keep(subtitle: Subtitle): void
  cut(epoch: number): void
  /** Blocks have been sent up to here. */
  reached(atSample: Samples): void
  /** In the order in which they came. */
  current(): readonly Subtitle[]
}

export function createSubtitleShelf(): SubtitleShelf {
  let kept: Subtitle[] = []
  return {
    keep(subtitle) {
      kept = [...kept.filter(({ lineId }) => lineId !== subtitle.lineId), subtitle]
    },
    cut(epoch) {
      kept = kept.filter((subtitle) => subtitle.epoch >= epoch)
    },
    reached(atSample) {
      // Looked at 60 times a second; it changes once a line.
      const oldest = kept[0]
      if (oldest && oldest.endSample + LEAD_SAMPLES < atSample)
        kept = kept.filter(({ endSample }) => endSample + LEAD_SAMPLES >= atSample)
    },
    current: () => kept,
  }
}

// What is being said, told to the panel while it is said; and she gets quieter meanwhile. In: what was heard. Out: news, and how loud she may be.
import type { Duck, Heard, SpeechProgress } from '@psiona/shared'
import type { HouseNews } from './house'
import type { Topic } from './streams'

/** Quiet before the second syllable begins; a slope of 14 dB over this does not click. */
const DUCK_RAMP_MS = 25
/** Coming back is no hurry: a jump would startle. */
const RETURN_RAMP_MS = 300

export interface SpeechProgressOptions {
  readonly news: Topic<HouseNews>
  readonly duckDb: () => number
  readonly onDuck: (duck: Duck) => void
}

export function createSpeechProgress({ news, duckDb, onDuck }: SpeechProgressOptions): { take(heard: Heard): void } {
  const open = new Map<number, SpeechProgress>()
  const tell = (progress: SpeechProgress) => {
    if (progress.state === 'over') open.delete(progress.utterance)
    else open.set(progress.utterance, progress)
    news.publish({ type: 'speech-progressed', progress })
  }
  return {
    take(heard) {
      const { utterance } = heard
      const before = open.get(utterance)
      switch (heard.type) {
        case 'speech-start':
          if (open.size === 0 && duckDb() > 0) onDuck({ gainDb: -duckDb(), rampMs: DUCK_RAMP_MS })
          return tell({ utterance, state: 'speaking', text: '' })
        case 'speech-partial':
          // Words come after the voice has stopped, too; after the end nothing does.
          if (before) tell({ ...before, text: heard.text })
          return
        case 'speech-stop':
          if (before) tell({ ...before, state: 'recognising' })
          return
        case 'speech-end':
          tell({ utterance, state: 'over', text: heard.text })
          if (open.size === 0) onDuck({ gainDb: 0, rampMs: RETURN_RAMP_MS })
          return
        default:
          heard satisfies never
      }
    },
  }
}

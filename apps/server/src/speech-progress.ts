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
  const open = new Map<number, string>()
  const tell = (utterance: number, state: SpeechProgress['state'], text: string) =>
    news.publish({ type: 'speech-progressed', progress: { utterance, state, text } })
  return {
    take(heard) {
      const { utterance } = heard
      switch (heard.type) {
        case 'speech-start':
          if (open.size === 0 && duckDb() > 0) onDuck({ gainDb: -duckDb(), rampMs: DUCK_RAMP_MS })
          open.set(utterance, '')
          return tell(utterance, 'speaking', '')
        case 'speech-partial':
          open.set(utterance, heard.text)
          return tell(utterance, 'speaking', heard.text)
        case 'speech-stop':
          return tell(utterance, 'recognising', open.get(utterance) ?? '')
        case 'speech-end':
          open.delete(utterance)
          tell(utterance, 'over', heard.text)
          if (open.size === 0) onDuck({ gainDb: 0, rampMs: RETURN_RAMP_MS })
          return
        default:
          heard satisfies never
      }
    },
  }
}

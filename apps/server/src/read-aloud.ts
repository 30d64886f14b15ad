// What may be spoken of words that strangers chose. In: their names, texts and what they paid. Out: speakable text that is short enough, follows no order and offends nobody.
import { boundedSpeech as bounded, speechSeconds as estimatedSeconds } from '@psiona/safety'
import type { LineWritten, Seconds } from '@psiona/shared'
import type { EventLine, EventWords, SpokenEvent } from './event-lines'

/** Of one viewer's line, with what is said about it. */
const MOST_SECONDS: Seconds = 15
const MOST_NAME_SECONDS: Seconds = 3
const MOST_TITLE_SECONDS: Seconds = 4
/** Less is no use: a word or two. */
const LEAST_TEXT_SECONDS: Seconds = 1
/** Marks and tags of ours, stress and stage directions: of strangers they are mere signs. */
const OURS = /[[\]{}<>*_]+/g
const WORDY = /[\p{L}\p{N}]/u

export interface StrangersWordsOptions {
  /** Not fit for a stream. */
  readonly wouldRefuse: (text: string) => boolean
  readonly say: (event: SpokenEvent, words: EventWords) => EventLine | null
  /** Who cannot be named, in the language she speaks. */
  readonly somebody: () => string
  readonly boundedSpeech?: (text: string, options?: { readonly seconds?: Seconds }) => string
  readonly speechSeconds?: (text: string) => Seconds
}

export interface StrangersWords {
  /** 'somebody', in her language, when it cannot be said. */
  name(name: string | null | undefined): string
  /** '' when it cannot be said. */
  title(title: string): string
  /** What is said before a paid line is answered; null when nothing can be. */
  paidLine(line: LineWritten): EventLine | null
}

export function createStrangersWords(options: StrangersWordsOptions): StrangersWords {
  const { wouldRefuse, say, somebody, boundedSpeech = bounded, speechSeconds = estimatedSeconds } = options
  const spoken = (text: string, seconds: Seconds): string => {
    if (wouldRefuse(text)) return ''
    const clean = boundedSpeech(text, { seconds }).replace(OURS, ' ').replace(/\s+/g, ' ').trim()
    return WORDY.test(clean) && speechSeconds(clean) <= seconds && !wouldRefuse(clean) ? clean : ''
  }
  const name: StrangersWords['name'] = (text) => (text && spoken(text, MOST_NAME_SECONDS)) || somebody()
  const title: StrangersWords['title'] = (text) => text && spoken(text, MOST_TITLE_SECONDS)

  return {
    name,
    title,
    paidLine({ from, text, paid }) {
      if (!paid) return null
      const words = { name: name(from.name), amount: paid.kind === 'bits' ? paid.amount : null, title: title(paid.title) }
      const given = say(`paid-${paid.kind}`, words)
      if (!given) return null
      const left = MOST_SECONDS - speechSeconds(`${given.text}:`)
      const read = left >= LEAST_TEXT_SECONDS ? spoken(text, left) : ''
      const whole = `${given.text}: ${read}`
      return { ...given, text: read && speechSeconds(whole) <= MOST_SECONDS ? whole : `${given.text}.` }
    },
  }
}

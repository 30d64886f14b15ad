// What a model writes becomes what people read. In: raw text of an engine. Out: words, without the engine's own marks.
import { sanitise } from '@psiona/shared'
import type { SherpaModel } from './sherpa-models'

/** <|en|>, <|Speech|> of sense-voice and Whisper; <unk>, <s>, </s> of vocabularies. */
const MARKS = /<\|[^|<>]*\|>|<\/?(?:unk|s|blk|sos\/eos)>/gi
/** SentencePiece's sign for the start of a word. */
const WORD_START = /\u2581/g
/** Whisper writes what is not speech in brackets, such as [BLANK_AUDIO] or (music); an answer of that alone is no words. */
const NO_SPEECH = /^(?:\s*(?:\[[^\]]*\]|\([^)]*\)))+\s*$/

/** `language`: BCP 47. */
export function sherpaText(raw: string, engine: SherpaModel['engine'], language: string): string {
  const text = sanitise(raw.replace(MARKS, ' ').replace(WORD_START, ' '))
  switch (engine) {
    case 'zipformer':
      return inSentenceCase(text, language)
    case 'whisper':
      return NO_SPEECH.test(text) ? '' : text
    default:
      return text
  }
}

/** Many streaming models know one case only, mostly capitals; what a model writes in both is left as it is. */
function inSentenceCase(text: string, language: string): string {
  if (text !== text.toUpperCase() && text !== text.toLowerCase()) return text
  const lower = text.toLowerCase()
  const words = /^en\b/i.test(language) ? lower.replace(/\bi\b/g, 'I') : lower
  return words.replace(/^\P{L}*\p{L}/u, (start) => start.toUpperCase())
}

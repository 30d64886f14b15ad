// The mind that needs no download: rules, seeded, honest about being rules. In: what was said, with the history. Out: her answer, sentence by sentence, with its tags.
import type { Llm } from '../organs'
import { momentOf } from './builtin/moment'
import { answerTo } from './builtin/rules'

export interface LlmBuiltinOptions {
  /** The same seed and the same turn give the same answer. Default 1. */
  readonly seed?: number
}

/** How she feels when a sentence does not say. */
const AT_EASE = '[calm:0.3] '

export function llmBuiltin({ seed = 1 }: LlmBuiltinOptions = {}): Llm {
  return {
    name: 'rule-based, no model needed',
    async *stream(request, signal) {
      if (signal.aborted) return
      const answer = answerTo(momentOf(request, seed))
      const text = answer.text.startsWith('[') ? answer.text : AT_EASE + answer.text
      request.note?.({
        remembered: answer.remembered ?? [],
        tokens: text
          .replace(/\[[^\]]*\]/g, '')
          .split(/\s+/)
          .filter(Boolean).length,
      })
      yield text
    },
  }
}

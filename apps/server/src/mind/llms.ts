// The minds one can choose, by the name that stands in the settings. In: a choice. Out: the Llm behind it, the same one while the choice stays the same.
import type { MindChoice } from '@psiona/shared'
import type { Clock } from '../clock'
import type { Llm } from '../organs'
import { llmOpenai } from './llm-openai'

export interface LlmsOptions {
  readonly clock: Clock
  /** Stands behind the choice 'builtin'. */
  readonly builtin: Llm
}

export function createLlms({ clock, builtin }: LlmsOptions): (choice: MindChoice) => Llm {
  let last: { readonly key: string; readonly llm: Llm } | null = null
  return (choice) => {
    const key = JSON.stringify(choice)
    if (last?.key === key) return last.llm
    const llm = choice.kind === 'builtin' ? builtin : llmOpenai({ baseUrl: choice.baseUrl, model: choice.model, clock })
    last = { key, llm }
    return llm
  }
}
